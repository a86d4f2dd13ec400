import { ActionIcon, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Period } from "../../../../contract/calendar.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";
import classes from "./overview.module.css";

interface PeriodsProps {
  /** As it is called in labels. */
  readonly day: string;
  readonly periods: readonly Period[];
  readonly onChange: (periods: Period[]) => void;
}

const usual: Period = { from: "09:00", to: "18:00" };

/** The hours of one day: none, one stretch or several; one may last until the next day. */
export function PeriodsEditor({ day, periods, onChange }: PeriodsProps) {
  const t = useTexts(overviewTexts);
  const change = (index: number, part: Partial<Period>) =>
    onChange(periods.map((period, at) => (at === index ? { ...period, ...part } : period)));
  return (
    <>
      <div className={classes["day-periods"]}>
        {periods.length === 0 && (
          <Text size="sm" c="dimmed" pt={6}>
            {t("period.closed")}
          </Text>
        )}
        {periods.map((period, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place.
          <div key={index} className={classes.period}>
            <TextInput
              type="time"
              aria-label={`${day}: ${t("period.from")}`}
              value={period.from}
              onChange={({ currentTarget }) =>
                currentTarget.value && change(index, { from: currentTarget.value })
              }
            />
            –
            <TextInput
              type="time"
              aria-label={`${day}: ${t("period.to")}`}
              // A field for times knows no 24:00; midnight means the end of the day.
              value={period.to === "24:00" ? "00:00" : period.to}
              onChange={({ currentTarget: { value } }) => value && change(index, { to: value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("period.remove", { day })}
              onClick={() => onChange(periods.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
            {period.to !== "00:00" && period.to <= period.from && (
              <Text size="xs" c="dimmed">
                {t("period.next-day")}
              </Text>
            )}
          </div>
        ))}
      </div>
      <ActionIcon
        variant="default"
        aria-label={t("period.add", { day })}
        onClick={() => onChange([...periods, periods.length === 0 ? usual : { from: "20:00", to: "22:00" }])}
      >
        <IconPlus size={16} />
      </ActionIcon>
    </>
  );
}
