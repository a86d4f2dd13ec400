import { Alert, Badge, Button, Collapse, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import type { TrainingRun, UnderstandingState } from "../../../../contract/understanding.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { RelativeTime } from "../../shared/time.js";
import { useTell } from "../use-tell.js";
import { usePercent, useUnderstandingTexts } from "./use-understanding-texts.js";

interface CardProps {
  readonly state: UnderstandingState;
  readonly onChanged: () => void;
}

const versionChars = 8;
const colors = { trained: "green", cached: "gray", failed: "red" } as const;

/** The model that answers: what it knows, whether it is being trained, and how the trainings went. */
export function TrainingCard({ state, onChanged }: CardProps) {
  const t = useUnderstandingTexts();
  const percent = usePercent();
  const { api } = useDesk();
  const locale = useLocale();
  const tell = useTell();
  const [opened, { toggle }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const { training, gold } = state;

  async function train(): Promise<void> {
    setBusy(true);
    await api.understanding.train(locale).catch((error: Error) => tell.failed(error.message));
    setBusy(false);
    onChanged();
  }

  const figures = [
    t.count("training.examples", training.examples),
    t.count("training.intents", training.intents),
    t("training.threshold", { percent: percent(training.threshold) }),
    t("training.version", { version: training.model.slice(0, versionChars) || "–" }),
    ...(gold ? [t("gold.score", { correct: gold.correct, total: gold.total })] : []),
  ];
  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-labelledby="training-title">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Title order={2} size="h4" id="training-title">
            {t("training.title")}
          </Title>
          <Badge
            variant="dot"
            tt="none"
            role="status"
            color={training.running ? "yellow" : training.failed ? "red" : "green"}
          >
            {training.running
              ? t("training.running", { count: training.running.examples })
              : t(training.failed ? "outcome.failed" : "training.ready")}
          </Badge>
        </Group>
        <Group gap="xs">
          <Button variant="subtle" size="xs" aria-expanded={opened} onClick={toggle}>
            {t("training.runs")}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconRefresh size={14} />}
            loading={busy}
            onClick={() => void train()}
          >
            {t("training.again")}
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {figures.join(" · ")}
      </Text>
      {training.failed && (
        <Alert color="red" mt="sm" role="alert">
          {t("training.failed", { reason: training.failed })}
        </Alert>
      )}
      <Collapse expanded={opened}>
        <Stack pt="sm">
          <RunsTable runs={state.runs} />
        </Stack>
      </Collapse>
    </Paper>
  );
}

function RunsTable({ runs }: { runs: readonly TrainingRun[] }) {
  const t = useUnderstandingTexts();
  return (
    <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("training.when")}</Table.Th>
            <Table.Th>{t("training.outcome")}</Table.Th>
            <Table.Th>{t("tab.examples")}</Table.Th>
            <Table.Th>{t("training.took")}</Table.Th>
            <Table.Th>{t("gold.model")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map(({ id, at, outcome, examples, tookMs, model, reason }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <RelativeTime at={at} />
              </Table.Td>
              <Table.Td>
                <Badge variant="light" color={colors[outcome]} tt="none" c="var(--mantine-color-text)">
                  {t(`outcome.${outcome}`)}
                </Badge>
                {reason && (
                  <Text size="xs" c="dimmed">
                    {reason}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{examples}</Table.Td>
              <Table.Td>{t("training.seconds", { seconds: (tookMs / 1000).toFixed(1) })}</Table.Td>
              <Table.Td>{model.slice(0, versionChars)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
