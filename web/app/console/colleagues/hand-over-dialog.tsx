import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Attendance } from "../../../../contract/attendance.js";
import type { Person } from "../../../../contract/conversation.js";
import { useConsole, useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";

interface HandOverDialogProps {
  readonly attendance: Attendance;
  readonly person: Person;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks before the talk goes to the colleague of a consult, and takes a note for them. */
export function HandOverDialog({ attendance, person, opened, onClose }: HandOverDialogProps) {
  const t = useConsoleTexts();
  const { transfer } = useConsole();
  const tell = useOutcome();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const { name } = person;
  const submit = async (): Promise<void> => {
    setBusy(true);
    const text = note.trim();
    const to = { kind: "agent", id: person.id } as const;
    const done = tell(await transfer({ attendanceId: attendance.id, to, ...(text ? { note: text } : {}) }));
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("consult.hand-over", { name })}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <Text size="sm">{t("consult.hand-over-text", { name, requester: attendance.requester.name })}</Text>
          <Textarea
            label={t("transfer.note")}
            description={t("transfer.note-hint")}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("dialog.cancel")}
            </Button>
            <Button type="submit" data-autofocus loading={busy}>
              {t("consult.hand-over-submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
