import { Button, Group, Modal, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { useConsole, useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import { useTeamTexts } from "./team-context.js";

interface AddParticipantProps {
  readonly conversationId: string;
  readonly presentIds: readonly string[];
  readonly onClose: () => void;
}

/** Adds a colleague to the talk; everybody in it is told (S1-30). */
export function AddParticipant({ conversationId, presentIds, onClose }: AddParticipantProps) {
  const t = useTeamTexts();
  const texts = useConsoleTexts();
  const tell = useOutcome();
  const { client } = useConsole();
  const { conversation } = useTalk(conversationId);
  const agents = useConsoleState((state) => state.agents);
  const [accountId, setAccountId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (!accountId) return;
    setBusy(true);
    const done = tell(await client.request("participant:add", { conversationId, accountId }));
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("team.add")}
      closeButtonProps={{ "aria-label": texts("dialog.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <Select
            label={t("team.colleague")}
            description={t("team.add-hint")}
            searchable
            data-autofocus
            nothingFoundMessage={t("team.nobody")}
            value={accountId}
            onChange={setAccountId}
            data={agents
              .filter(({ id }) => !presentIds.includes(id) && id !== conversation?.requester.id)
              .map(({ id, name, status, online }) => ({
                value: id,
                label: `${name} · ${texts(`availability.${online ? status : "offline"}`)}`,
              }))}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts("dialog.cancel")}
            </Button>
            <Button type="submit" disabled={!accountId} loading={busy}>
              {t("team.add-submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
