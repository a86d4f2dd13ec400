import { Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Calendar } from "../../../../contract/calendar.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";
import adminClasses from "../admin.module.css";
import { CalendarSheet } from "./calendar-sheet.js";

/** Opening hours and holidays, to be named in schedules. */
export function CalendarsPart({
  calendars,
  onChanged,
}: {
  calendars: readonly Calendar[];
  onChanged: () => void;
}) {
  const t = useTexts(overviewTexts);
  const [editing, setEditing] = useState<Calendar | "new">();
  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-labelledby="calendars-title">
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Title order={2} size="h4" id="calendars-title">
              {t("calendars.title")}
            </Title>
            <Text size="sm" c="dimmed">
              {t("calendars.hint")}
            </Text>
          </div>
          <Button variant="light" leftSection={<IconPlus size={16} />} onClick={() => setEditing("new")}>
            {t("calendars.new")}
          </Button>
        </Group>
        {calendars.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("calendars.none")}
          </Text>
        ) : (
          <ul className={adminClasses.list}>
            {calendars.map((calendar) => (
              <li key={calendar.id} className={adminClasses.line}>
                <div className={adminClasses["line-name"]}>
                  <button type="button" className={adminClasses.open} onClick={() => setEditing(calendar)}>
                    <b>{calendar.name}</b>
                  </button>
                  <Text size="xs" c="dimmed">
                    {calendar.timeZone} · {t.count("holiday.count", calendar.holidays.length)}
                  </Text>
                </div>
                {calendar.usedBy.length > 0 && (
                  <Badge variant="default" tt="none">
                    {t("calendars.used")}
                  </Badge>
                )}
              </li>
            ))}
          </ul>
        )}
      </Stack>
      {editing && (
        <CalendarSheet
          calendar={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onChanged={onChanged}
        />
      )}
    </Paper>
  );
}
