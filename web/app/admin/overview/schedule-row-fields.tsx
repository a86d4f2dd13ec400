import { ActionIcon, Fieldset, Group, Select, Stack } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Calendar } from "../../../../contract/calendar.js";
import { answeringModes, type ScheduleRow } from "../../../../contract/mode.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";
import { workWeek } from "./calendar-sheet.js";
import { localZone, TimeZoneSelect } from "./time-zone-select.js";
import { WeekEditor } from "./week-editor.js";

interface RowProps {
  readonly row: ScheduleRow;
  readonly number: number;
  readonly calendars: readonly Calendar[];
  readonly assistantAvailable: boolean;
  readonly onChange: (row: ScheduleRow) => void;
  readonly onRemove: () => void;
}

const own = "own";

/** One line of a schedule: in or out of which hours, and the mode that holds then. */
export function ScheduleRowFields({
  row,
  number,
  calendars,
  assistantAvailable,
  onChange,
  onRemove,
}: RowProps) {
  const t = useTexts(overviewTexts);
  const { hours } = row;
  const choose = (value: string | null) => {
    if (value === null) return;
    if (value !== own) return onChange({ ...row, hours: { kind: "calendar", calendarId: value } });
    onChange({ ...row, hours: { kind: "own", timeZone: localZone, weekly: workWeek() } });
  };
  return (
    <Fieldset legend={t("row.title", { number })}>
      <Stack gap="sm">
        <Group align="end" wrap="nowrap">
          <Select
            label={t("row.calendar")}
            flex={1}
            allowDeselect={false}
            value={hours.kind === "own" ? own : hours.calendarId}
            onChange={choose}
            data={[
              ...calendars.map(({ id, name }) => ({ value: id, label: name })),
              { value: own, label: t("row.own") },
            ]}
          />
          <ActionIcon variant="default" size={36} aria-label={t("row.remove", { number })} onClick={onRemove}>
            <IconX size={16} />
          </ActionIcon>
        </Group>
        <Group grow preventGrowOverflow={false}>
          <Select
            label={t("row.during")}
            allowDeselect={false}
            value={row.during}
            onChange={(value) => onChange({ ...row, during: value === "open" ? "open" : "closed" })}
            data={[
              { value: "open", label: t("row.open") },
              { value: "closed", label: t("row.closed") },
            ]}
          />
          <Select
            label={t("row.mode")}
            allowDeselect={false}
            value={row.mode}
            onChange={(value) =>
              onChange({ ...row, mode: answeringModes.find((one) => one === value) ?? row.mode })
            }
            data={answeringModes.map((one) => ({
              value: one,
              label: t(`mode.${one}`),
              disabled: one !== "manual" && !assistantAvailable,
            }))}
          />
        </Group>
        {hours.kind === "own" && (
          <>
            <TimeZoneSelect
              value={hours.timeZone}
              onChange={(timeZone) => onChange({ ...row, hours: { ...hours, timeZone } })}
            />
            <WeekEditor
              weekly={hours.weekly}
              onChange={(weekly) => onChange({ ...row, hours: { ...hours, weekly } })}
            />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}
