import { ActionIcon, Button, Input, Stack, Switch, Text, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Holiday } from "../../../../contract/calendar.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";
import classes from "./overview.module.css";
import { PeriodsEditor } from "./periods-editor.js";

interface HolidaysProps {
  readonly holidays: readonly Holiday[];
  readonly checked: boolean;
  readonly onChange: (holidays: Holiday[]) => void;
}

/** Days that are unlike their weekday, once or every year. */
export function HolidaysEditor({ holidays, checked, onChange }: HolidaysProps) {
  const t = useTexts(overviewTexts);
  const change = (index: number, part: Partial<Holiday>) =>
    onChange(holidays.map((holiday, at) => (at === index ? { ...holiday, ...part } : holiday)));
  const add = () => onChange([...holidays, { date: freeDate(holidays), name: "", periods: [] }]);
  return (
    <Input.Wrapper
      label={t("calendar.holidays")}
      description={t("calendar.holidays.hint")}
      labelElement="div"
    >
      <Stack gap={0} mt={4}>
        {holidays.length === 0 && (
          <Text size="sm" c="dimmed" pb="xs">
            {t("calendar.holidays.none")}
          </Text>
        )}
        {holidays.map((holiday, index) => {
          const isYearly = holiday.date.length === 5;
          const thisYear = new Date().getFullYear();
          const whole = isYearly ? `${thisYear}-${holiday.date}` : holiday.date;
          const name = holiday.name || whole;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a new holiday has no name yet.
            <div key={index} className={classes.holiday}>
              <TextInput
                label={t("holiday.name")}
                className={classes["holiday-name"]}
                maxLength={120}
                value={holiday.name}
                error={checked && holiday.name.trim() === "" && t("fault.needed")}
                onChange={({ currentTarget }) => change(index, { name: currentTarget.value })}
              />
              <DatePickerInput
                label={t("holiday.date")}
                className={classes["holiday-date"]}
                valueFormat={isYearly ? "D MMMM" : "D MMM YYYY"}
                value={whole}
                onChange={(date) => date && change(index, { date: isYearly ? date.slice(5) : date })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes["holiday-remove"]}
                aria-label={t("holiday.remove", { name })}
                onClick={() => onChange(holidays.filter((_, at) => at !== index))}
              >
                <IconX size={16} />
              </ActionIcon>
              <Switch
                label={t("holiday.yearly")}
                checked={isYearly}
                onChange={({ currentTarget }) =>
                  change(index, { date: currentTarget.checked ? whole.slice(5) : whole })
                }
              />
              <div className={classes["holiday-hours"]}>
                <PeriodsEditor
                  day={name}
                  periods={holiday.periods}
                  onChange={(periods) => change(index, { periods })}
                />
              </div>
            </div>
          );
        })}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={add}
          style={{ alignSelf: "flex-start" }}
        >
          {t("holiday.add")}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

/** A calendar names a date once: the first day from today that is not there yet. */
function freeDate(holidays: readonly Holiday[]): string {
  const taken = new Set(holidays.map(({ date }) => date));
  for (let day = 0; ; day++) {
    const date = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
    if (!taken.has(date)) return date;
  }
}
