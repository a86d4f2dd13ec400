import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ListedPerson } from "../../../../contract/directory.js";
import { privacyTexts } from "../../../texts/privacy/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";

/** Nobody is erased by a slip: the user name is typed once more. */
export function EraseDialog(props: { person: ListedPerson; onClose: () => void; onErased: () => void }) {
  const { person, onClose, onErased } = props;
  const { id, name, username } = person;
  const t = useTexts(privacyTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [typed, setTyped] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const erase = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.privacy.erase(id, typed);
      tell.done(t("erase.begun"));
      onErased();
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("erase.of", { name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        <Text size="sm">{t("erase.text")}</Text>
        <TextInput
          label={t("erase.confirm", { username })}
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-autofocus
        />
        {problem !== undefined && (
          <Alert role="alert" color="red">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            color="red.9"
            loading={isBusy}
            disabled={typed.trim().toLowerCase() !== username}
            onClick={() => void erase()}
          >
            {t("erase.do")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
