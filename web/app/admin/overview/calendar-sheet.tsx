import { Alert, Button, Group, Input, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Calendar, CalendarForm, Weekly } from "../../../../contract/calendar.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { SideSheet } from "../side-sheet.js";
import { useTell } from "../use-tell.js";
import { DeskDates } from "./desk-dates.js";
import { HolidaysEditor } from "./holidays-editor.js";
import { localZone, TimeZoneSelect } from "./time-zone-select.js";
import { WeekEditor } from "./week-editor.js";

const workday = () => [{ from: "09:00", to: "18:00" }];
export const workWeek = (): Weekly => ({
  monday: workday(),
  tuesday: workday(),
  wednesday: workday(),
  thursday: workday(),
  friday: workday(),
  saturday: [],
  sunday: [],
});

interface SheetProps {
  readonly calendar: Calendar | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Makes, changes or removes a calendar. */
export function CalendarSheet({ calendar, onClose, onChanged }: SheetProps) {
  const t = useTexts(overviewTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [draft, setDraft] = useState<CalendarForm>({
    name: calendar?.name ?? "",
    timeZone: calendar?.timeZone ?? localZone,
    weekly: calendar?.weekly ?? workWeek(),
    holidays: [...(calendar?.holidays ?? [])],
  });
  const [checked, setChecked] = useState(false);
  const [isSure, setSure] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const change = (part: Partial<CalendarForm>) => setDraft({ ...draft, ...part });
  const isNameless = draft.name.trim() === "";

  const run = async (work: Promise<unknown>, message: string): Promise<void> => {
    try {
      await work;
      tell.done(message);
      onChanged();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setSure(false);
    }
  };
  const save = () => {
    setChecked(true);
    if (isNameless || draft.holidays.some(({ name }) => name.trim() === "")) return;
    const name = draft.name.trim();
    void run(api.overview.saveCalendar(calendar?.id, { ...draft, name }), t("saved", { name }));
  };
  const remove = ({ id, name }: Calendar) => {
    if (!isSure) return setSure(true);
    void run(api.overview.removeCalendar(id), t("removed", { name }));
  };

  return (
    <SideSheet title={calendar?.name ?? t("calendars.new")} size="lg" onClose={onClose}>
      <DeskDates>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Stack>
            <TextInput
              label={t("calendar.name")}
              required
              maxLength={120}
              value={draft.name}
              error={checked && isNameless && t("fault.needed")}
              onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            />
            <TimeZoneSelect value={draft.timeZone} onChange={(timeZone) => change({ timeZone })} />
            <Input.Wrapper label={t("calendar.week")} labelElement="div">
              <WeekEditor weekly={draft.weekly} onChange={(weekly) => change({ weekly })} />
            </Input.Wrapper>
            <HolidaysEditor
              holidays={draft.holidays}
              checked={checked}
              onChange={(holidays) => change({ holidays })}
            />
            {refusal && (
              <Alert role="alert" color="red">
                {refusal}
              </Alert>
            )}
            <Group justify="space-between">
              <Button type="submit">{t("save")}</Button>
              {calendar && (
                <Button
                  variant={isSure ? "filled" : "default"}
                  color="red.9"
                  onClick={() => remove(calendar)}
                >
                  {t(isSure ? "remove.really" : "remove")}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      </DeskDates>
    </SideSheet>
  );
}
