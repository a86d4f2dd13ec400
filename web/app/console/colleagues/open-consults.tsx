import { EmptyState, Text, UnstyledButton } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { RelativeTime } from "../../shared/time.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import work from "../work/work.module.css";
import classes from "./colleagues.module.css";
import { useColleaguesState } from "./colleagues-context.js";
import { listOpen } from "./colleagues-state.js";
import { nameConsult } from "./consult-name.js";

export function OpenConsults() {
  const t = useConsoleTexts();
  const { show } = useConsole();
  const consults = useColleaguesState((state) => state.consults);
  const { me, activeId } = useConsoleState((state) => state);
  const open = listOpen({ consults });
  if (open.length === 0) {
    return (
      <EmptyState
        size="sm"
        py="xl"
        icon={<IconUsers />}
        title={t("consult.none-open")}
        description={t("consult.none-open-hint")}
      />
    );
  }
  return (
    <ul className={classes.list} aria-label={t("colleagues.open")}>
      {open.map((consult) => (
        <li key={consult.id} className={work.entry} data-active={consult.id === activeId || undefined}>
          <UnstyledButton className={work.open} onClick={() => show(consult.id)}>
            <Text size="sm" fw={600} truncate>
              {nameConsult(consult, me.id, t)}
            </Text>
            <Text size="xs" c="dimmed">
              {consult.ticketNumber && `${t("consult.about-ticket", { number: consult.ticketNumber })} · `}
              <RelativeTime at={consult.startedAt} />
            </Text>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
