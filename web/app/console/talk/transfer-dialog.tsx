import { Alert, Button, Group, Modal, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { IconRobot } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Request } from "../../../../contract/events.js";
import { useConsole, useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import type { TalkDialogProps } from "./end-dialog.js";
import { TargetSelect } from "./target-select.js";

type Target = Request<"attendance:transfer">["to"];
const kinds = ["agent", "group", "assistant"] as const;

/** Hands the talk to a colleague, a group or back to the assistant, with a note for who comes next. */
export function TransferDialog({ attendance, opened, onClose }: TalkDialogProps) {
  const t = useConsoleTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("transfer.title", { name: attendance.requester.name })}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      <TransferForm attendance={attendance} onClose={onClose} />
    </Modal>
  );
}

function TransferForm({ attendance, onClose }: Omit<TalkDialogProps, "opened">) {
  const t = useConsoleTexts();
  const { transfer, reload } = useConsole();
  const tell = useOutcome();
  const [kind, setKind] = useState<Target["kind"]>("agent");
  const [id, setId] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const to = toTarget(kind, id);

  // Who is there and how much they have may have changed since the console was opened.
  useEffect(() => void reload(), [reload]);

  const submit = async (): Promise<void> => {
    if (!to) return;
    setBusy(true);
    const text = note.trim();
    const done = tell(await transfer({ attendanceId: attendance.id, to, ...(text ? { note: text } : {}) }));
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
        <SegmentedControl
          aria-label={t("transfer.to")}
          value={kind}
          onChange={(value) => {
            setKind(kinds.find((known) => known === value) ?? "agent");
            setId(null);
          }}
          data={kinds.map((known) => ({ value: known, label: t(`transfer.kind.${known}`) }))}
        />
        {kind === "assistant" ? (
          <Alert icon={<IconRobot size={18} />}>{t("transfer.assistant-hint")}</Alert>
        ) : (
          <TargetSelect kind={kind} value={id} onChange={setId} />
        )}
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
          <Button type="submit" loading={busy} disabled={!to}>
            {t("transfer.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function toTarget(kind: Target["kind"], id: string | null): Target | undefined {
  if (kind === "assistant") return { kind };
  return id ? { kind, id } : undefined;
}
