import { Button, Stack } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { type Weekday, type Weekly, weekdays } from "../../../../contract/calendar.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";
import classes from "./overview.module.css";
import { PeriodsEditor } from "./periods-editor.js";

/** The hours of each day of the week. */
export function WeekEditor({ weekly, onChange }: { weekly: Weekly; onChange: (weekly: Weekly) => void }) {
  const t = useTexts(overviewTexts);
  const copy = () => {
    const { monday } = weekly;
    onChange({ ...weekly, tuesday: monday, wednesday: monday, thursday: monday, friday: monday });
  };
  return (
    <Stack gap={0}>
      {weekdays.map((day) => (
        <div key={day} className={classes.day}>
          <span className={classes["day-name"]}>{dayName(day, t.locale)}</span>
          <PeriodsEditor
            day={dayName(day, t.locale)}
            periods={weekly[day]}
            onChange={(periods) => onChange({ ...weekly, [day]: periods })}
          />
        </div>
      ))}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconCopy size={14} />}
        onClick={copy}
        style={{ alignSelf: "flex-start" }}
      >
        {t("copy.week")}
      </Button>
    </Stack>
  );
}

function dayName(day: Weekday, locale: string): string {
  // The 5th of January 1970 was a Monday.
  const at = Date.UTC(1970, 0, 5 + weekdays.indexOf(day));
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(at);
}
