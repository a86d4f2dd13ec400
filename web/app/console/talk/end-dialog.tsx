import { Button, Group, Modal, Radio, Skeleton, Stack, Textarea } from "@mantine/core";
import { useCallback, useState } from "react";
import type { Attendance } from "../../../../contract/attendance.js";
import { inLocale } from "../../../../contract/locale.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useConsole, useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import { AskSwitch } from "./ask-switch.js";

/** For a desk whose admins keep no completion codes. */
const ownReasons = ["solved", "no-answer", "forwarded"] as const;
const other = "other";
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
  const { api } = useDesk();
  const locale = useLocale();
  const [codes] = useLoaded(useCallback(() => api.records.readCompletionCodes(), [api]));
  const [chosen, setChosen] = useState<string>();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);

  if (codes.status === "loading") return <Skeleton h={220} />;
  const kept = codes.status === "ready" ? codes.value.items.filter(({ isActive }) => isActive) : [];
  const choices =
    kept.length > 0
      ? kept.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
      : ownReasons.map((known) => ({ value: known, label: t(`end.reason.${known}`) }));
  const all = [...choices, { value: other, label: t("end.reason.other") }];
  const reason = chosen ?? choices[0]?.value ?? other;

  const submit = async (): Promise<void> => {
    setBusy(true);
    const said = choices.find(({ value }) => value === reason)?.label ?? "";
    const code = kept.find(({ id }) => id === reason)?.id;
    const words = [said, note.trim()].filter(Boolean).join(" — ");
    const done = tell(await end(attendance.id, words.slice(0, maxReasonChars), code));
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
        <Radio.Group label={t("end.reason")} description={t("end.hint")} value={reason} onChange={setChosen}>
          <Stack gap="xs" mt="sm">
            {all.map(({ value, label }, at) => (
              <Radio key={value} value={value} label={label} data-autofocus={at === 0 || undefined} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t("end.note")}
          autosize
          minRows={2}
          maxLength={300}
          required={reason === other}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <AskSwitch conversationId={attendance.conversationId} />
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
