import { Paper, SimpleGrid, Text, Title } from "@mantine/core";
import type { Overview } from "../../../../contract/overview.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";
import classes from "./overview.module.css";

/** What happened since midnight, and what is open now. */
export function TodayCard({ overview }: { overview: Overview }) {
  const t = useTexts(overviewTexts);
  const { today, withPeople, waiting } = overview;
  const figures = [
    { name: t("today.conversations"), value: today.conversations },
    { name: t("today.solved"), value: today.solved, hint: t("today.solved.hint") },
    { name: t("today.handed-over"), value: today.handedOver },
    { name: t("today.tickets"), value: today.ticketsOpened },
    { name: t("open.with"), value: withPeople },
    { name: t("open.waiting"), value: waiting },
  ];
  return (
    <Paper component="section" withBorder p="lg" radius="lg" h="100%" aria-labelledby="today-title">
      <Title order={2} size="h4" id="today-title" mb="sm">
        {t("today.title")}
      </Title>
      <SimpleGrid component="dl" cols={{ base: 2, xs: 3 }} spacing="md" className={classes.figures}>
        {figures.map(({ name, value, hint }) => (
          <div key={name} className={classes.figure}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" className={classes.number}>
              {new Intl.NumberFormat(t.locale).format(value)}
            </Text>
            {hint && (
              <Text component="dd" size="xs" c="dimmed" m={0}>
                {hint}
              </Text>
            )}
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
