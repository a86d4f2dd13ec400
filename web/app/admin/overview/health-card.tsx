import { Badge, Group, Paper, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from "@tabler/icons-react";
import type { Overview } from "../../../../contract/overview.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";
import classes from "./overview.module.css";

const kinds: Readonly<Record<string, string>> = { sqlite: "SQLite", postgres: "PostgreSQL", redis: "Redis" };
const looks = {
  up: { color: "green", Icon: IconCircleCheck },
  trained: { color: "green", Icon: IconCircleCheck },
  degraded: { color: "yellow", Icon: IconAlertTriangle },
  training: { color: "yellow", Icon: IconAlertTriangle },
  read: { color: "green", Icon: IconCircleCheck },
  reading: { color: "yellow", Icon: IconAlertTriangle },
  down: { color: "red", Icon: IconCircleX },
  off: { color: "gray", Icon: IconCircleDashed },
} as const;
const colors = { ready: "green", degraded: "yellow", down: "red" } as const;

/** Each thing the desk stands on, and whether it holds. */
export function HealthCard({ health }: { health: Overview["health"] }) {
  const t = useTexts(overviewTexts);
  return (
    <Paper component="section" withBorder p="lg" radius="lg" h="100%" aria-labelledby="health-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="health-title">
          {t("health.title")}
        </Title>
        <Badge variant="dot" color={colors[health.status]} tt="none" role="status">
          {t(`health.${health.status}`)}
        </Badge>
      </Group>
      <ul className={classes.plain}>
        {health.parts.map(({ name, kind, state }) => {
          const { color, Icon } = looks[state];
          const shown = kind === "embedded" ? t("kind.embedded") : kinds[kind];
          return (
            <li key={name} className={classes.part}>
              <Icon size={18} color={`var(--mantine-color-${color}-6)`} aria-hidden />
              <Text size="sm" flex={1}>
                {t(`health.${name}`)}
                {shown && (
                  <Text span c="dimmed">
                    {" "}
                    ({shown})
                  </Text>
                )}
              </Text>
              <Text size="sm">{t(`state.${state}`)}</Text>
            </li>
          );
        })}
      </ul>
    </Paper>
  );
}
