import { Alert, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { Calendar } from "../../../../contract/calendar.js";
import type { ModesAnswer, ModeView } from "../../../../contract/mode.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";
import { ModeLine } from "./mode-line.js";
import classes from "./overview.module.css";
import { ScheduleSheet } from "./schedule-sheet.js";
import { SwitchDialog } from "./switch-dialog.js";

interface ModesProps {
  readonly modes: ModesAnswer;
  readonly calendars: readonly Calendar[];
  readonly onChanged: () => void;
}

/** Who answers in the desk and in each group, with a switch and a schedule for each. */
export function ModesPart({ modes, calendars, onChanged }: ModesProps) {
  const t = useTexts(overviewTexts);
  const [open, setOpen] = useState<{ readonly what: "switch" | "schedule"; readonly scope: string }>();
  const all = [modes.desk, ...modes.groups];
  const chosen = all.find(({ scope }) => scope === open?.scope);
  const close = () => setOpen(undefined);
  const line = (view: ModeView) => (
    <ModeLine
      key={view.scope}
      view={view}
      onSwitch={() => setOpen({ what: "switch", scope: view.scope })}
      onSchedule={() => setOpen({ what: "schedule", scope: view.scope })}
      onChanged={onChanged}
    />
  );
  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-labelledby="now-title">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id="now-title">
            {t("now.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("now.hint")}
          </Text>
        </div>
        {!modes.assistantAvailable && <Alert color="yellow">{t("why.no-assistant")}</Alert>}
        <ul className={classes.plain}>{line(modes.desk)}</ul>
        <div>
          <Title order={3} size="h5">
            {t("groups")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("groups.hint")}
          </Text>
        </div>
        <ul className={classes.plain}>{modes.groups.map(line)}</ul>
      </Stack>
      {chosen && open?.what === "switch" && (
        <SwitchDialog
          view={chosen}
          assistantAvailable={modes.assistantAvailable}
          onClose={close}
          onChanged={onChanged}
        />
      )}
      {chosen && open?.what === "schedule" && (
        <ScheduleSheet
          view={chosen}
          base={modes.base}
          assistantAvailable={modes.assistantAvailable}
          calendars={calendars}
          onClose={close}
          onChanged={onChanged}
        />
      )}
    </Paper>
  );
}
