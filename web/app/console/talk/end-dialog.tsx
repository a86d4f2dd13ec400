import { Button, Group, Modal, Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Attendance } from "../../../../contract/attendance.js";
import { useConsole, useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";

const reasons = ["solved", "no-answer", "forwarded", "other"] as const;
const maxReasonChars = 500;

export interface TalkDialogProps {
  readonly attendance: Attendance;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Ends the attendance with a reason; both can still read (S1-28). */
export function EndDialog({ attendance, opened, onClose }: TalkDialogProps) {
  const t = useConsoleTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("end.title", { name: attendance.requester.name })}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      <EndForm attendance={attendance} onClose={onClose} />
    </Modal>
  );
}

function EndForm({ attendance, onClose }: Omit<TalkDialogProps, "opened">) {
  const t = useConsoleTexts();
  const { end } = useConsole();
  const tell = useOutcome();
  const [reason, setReason] = useState<(typeof reasons)[number]>("solved");
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    setBusy(true);
    const words = [reason === "other" ? "" : t(`end.reason.${reason}`), note.trim()]
      .filter(Boolean)
      .join(" — ");
    const done = tell(await end(attendance.id, words.slice(0, maxReasonChars)));
    setBusy(false);
    if (done) onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <Radio.Group
          label={t("end.reason")}
          description={t("end.hint")}
          value={reason}
          onChange={(value) => setReason(reasons.find((known) => known === value) ?? "other")}
        >
          <Stack gap="xs" mt="sm">
            {reasons.map((known) => (
              <Radio
                key={known}
                value={known}
                label={t(`end.reason.${known}`)}
                data-autofocus={known === "solved" || undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t("end.note")}
          autosize
          minRows={2}
          maxLength={300}
          required={reason === "other"}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("dialog.cancel")}
          </Button>
          <Button type="submit" color="red.9" loading={busy}>
            {t("end.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
