import { Alert, Button, Group, Modal, Radio, SegmentedControl, Stack, Text } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { useState } from "react";
import { type AnsweringMode, answeringModes, type ModeView } from "../../../../contract/mode.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { DeskDates } from "./desk-dates.js";
import { toDay } from "./mode-words.js";

interface SwitchProps {
  readonly view: ModeView;
  readonly assistantAvailable: boolean;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

type Until = "next-change" | "time" | "revoked";

/** Switches by hand: what, and until when. */
export function SwitchDialog({ view, assistantAvailable, onClose, onChanged }: SwitchProps) {
  const t = useTexts(overviewTexts);
  const tAdmin = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  const planned = view.override === undefined ? view.next : undefined;
  const first = view.now.mode === "off" ? "manual" : view.now.mode;
  const [mode, setMode] = useState<AnsweringMode>(view.override?.mode ?? first);
  const [until, setUntil] = useState<Until>(planned || view.override ? "next-change" : "revoked");
  const [time, setTime] = useState<string | null>(null);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const name = view.name ?? t("the-desk");

  const save = async (): Promise<void> => {
    const at = time === null ? Number.NaN : new Date(time.replace(" ", "T")).getTime();
    if (until === "time" && !(at > Date.now())) return setFault(t("dialog.past"));
    setBusy(true);
    try {
      await api.overview.switchMode(view.scope, { mode, until: until === "time" ? at : until });
      tell.done(t("switched", { name, mode: t(`mode.${mode}`) }));
      onChanged();
      onClose();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("switch.of", { name })}
      closeButtonProps={{ "aria-label": tAdmin("close") }}
    >
      <DeskDates>
        <Stack>
          <div>
            <Text size="sm" fw={500} id="switch-mode" mb={4}>
              {t("dialog.mode")}
            </Text>
            <SegmentedControl
              fullWidth
              aria-labelledby="switch-mode"
              value={mode}
              onChange={(value) => setMode(answeringModes.find((one) => one === value) ?? mode)}
              data={answeringModes.map((one) => ({
                value: one,
                label: t(`mode.${one}`),
                disabled: one !== "manual" && !assistantAvailable,
              }))}
            />
            <Text size="sm" c="dimmed" mt={4}>
              {t(`mode.${mode}.text`)}
            </Text>
          </div>
          <Radio.Group
            label={t("dialog.until")}
            value={until}
            onChange={(value) => setUntil(value === "time" || value === "revoked" ? value : "next-change")}
          >
            <Stack gap="xs" mt={6}>
              <Radio
                value="next-change"
                disabled={!planned && !view.override}
                label={t(planned || view.override ? "dialog.next" : "dialog.next.none")}
                description={planned && toDay(planned.at, t.locale)}
              />
              <Radio value="time" label={t("dialog.time")} />
              <Radio value="revoked" label={t("dialog.revoked")} />
            </Stack>
          </Radio.Group>
          {until === "time" && (
            <DateTimePicker
              label={t("dialog.when")}
              value={time}
              onChange={setTime}
              minDate={new Date()}
              valueFormat="DD MMM YYYY HH:mm"
            />
          )}
          {fault && (
            <Alert role="alert" color="red">
              {fault}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button loading={busy} onClick={() => void save()}>
              {t("switch")}
            </Button>
          </Group>
        </Stack>
      </DeskDates>
    </Modal>
  );
}
