import { Alert, Anchor, Button, Group, Select, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { Calendar } from "../../../../contract/calendar.js";
import {
  answeringModes,
  type Mode,
  type ModeSettingForm,
  type ModeView,
  type ScheduleRow,
} from "../../../../contract/mode.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { SideSheet } from "../side-sheet.js";
import { useTell } from "../use-tell.js";
import { workWeek } from "./calendar-sheet.js";
import { ScheduleRowFields } from "./schedule-row-fields.js";
import { localZone } from "./time-zone-select.js";

interface ScheduleProps {
  readonly view: ModeView;
  /** What the parameters amount to. */
  readonly base: Mode;
  readonly assistantAvailable: boolean;
  readonly calendars: readonly Calendar[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** When which mode holds, line by line, and what holds otherwise. */
export function ScheduleSheet({
  view,
  base,
  assistantAvailable,
  calendars,
  onClose,
  onChanged,
}: ScheduleProps) {
  const t = useTexts(overviewTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [form, setForm] = useState<ModeSettingForm>({ mode: view.mode, schedule: [...view.schedule] });
  const [refusal, setRefusal] = useState<string>();
  const name = view.name ?? t("the-desk");
  const setRows = (schedule: ScheduleRow[]) => setForm({ ...form, schedule });

  const add = () => {
    const [first] = calendars;
    const hours = first
      ? { kind: "calendar" as const, calendarId: first.id }
      : { kind: "own" as const, timeZone: localZone, weekly: workWeek() };
    const mode = assistantAvailable ? ("automatic" as const) : ("manual" as const);
    setRows([...form.schedule, { hours, during: "closed", mode }]);
  };
  const save = async (): Promise<void> => {
    try {
      await api.overview.saveMode(view.scope, form);
      tell.done(t("saved", { name: t("schedule.of", { name }) }));
      onChanged();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <SideSheet title={t("schedule.of", { name })} size="lg" onClose={onClose}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t(form.schedule.length === 0 ? "rows.none" : "rows.hint")}
        </Text>
        {form.schedule.map((row, index) => (
          <ScheduleRowFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place.
            key={index}
            row={row}
            number={index + 1}
            calendars={calendars}
            assistantAvailable={assistantAvailable}
            onChange={(next) => setRows(form.schedule.map((one, at) => (at === index ? next : one)))}
            onRemove={() => setRows(form.schedule.filter((_, at) => at !== index))}
          />
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={add}
          style={{ alignSelf: "flex-start" }}
        >
          {t("row.add")}
        </Button>
        {view.scope === "desk" ? (
          <Text size="sm">
            {t("base.desk", { mode: t(`mode.${base}`) })}{" "}
            <Anchor component={Link} href="/admin/parameters" size="sm" underline="always">
              {t("base.change")}
            </Anchor>
          </Text>
        ) : (
          <Select
            label={t("base.group")}
            allowDeselect={false}
            value={form.mode}
            onChange={(value) =>
              setForm({ ...form, mode: answeringModes.find((one) => one === value) ?? "inherit" })
            }
            data={[
              { value: "inherit", label: t("base.inherit") },
              ...answeringModes.map((one) => ({
                value: one,
                label: t(`mode.${one}`),
                disabled: one !== "manual" && !assistantAvailable,
              })),
            ]}
          />
        )}
        {refusal && (
          <Alert role="alert" color="red">
            {refusal}
          </Alert>
        )}
        <Group justify="space-between">
          <Button onClick={() => void save()}>{t("save")}</Button>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </SideSheet>
  );
}
