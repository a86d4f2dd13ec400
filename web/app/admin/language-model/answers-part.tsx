import { Badge, EmptyState, Group, Select, Skeleton, Stack, Text } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { ModelAnswer, ModelOutcome } from "../../../../contract/language-model.js";
import { languageModelTexts } from "../../../texts/language-model/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import adminClasses from "../admin.module.css";
import { Verdict } from "./verdict.js";

const outcomes = ["shown", "not-in-articles", "refused", "failed"] as const satisfies readonly ModelOutcome[];

/** What requesters asked, what the model wrote, and why it was shown or not. */
export function AnswersPart() {
  const t = useTexts(languageModelTexts);
  const { api } = useDesk();
  const [outcome, setOutcome] = useState<ModelOutcome>();
  const [answers, reload] = useLoaded(
    useCallback(() => api.languageModel.readAnswers(outcome), [api, outcome]),
  );
  return (
    <Stack gap="md">
      <Select
        label={t("answers.filter")}
        w={220}
        allowDeselect={false}
        data={[
          { value: "", label: t("answers.all") },
          ...outcomes.map((one) => ({ value: one, label: t(`outcome.${one}`) })),
        ]}
        value={outcome ?? ""}
        onChange={(value) => setOutcome(outcomes.find((one) => one === value))}
      />
      {answers.status === "loading" && <Skeleton h={200} radius="lg" />}
      {answers.status === "failed" && <LoadFailed message={answers.error.message} onRetry={reload} />}
      {answers.status === "ready" && answers.value.items.length === 0 && (
        <EmptyState
          size="sm"
          icon={<IconSparkles />}
          title={t("answers.none")}
          description={t("answers.none.hint")}
        />
      )}
      {answers.status === "ready" && answers.value.items.length > 0 && (
        <ul className={adminClasses.list}>
          {answers.value.items.map((answer) => (
            <AnswerLine key={answer.id} answer={answer} />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function AnswerLine({ answer }: { answer: ModelAnswer }) {
  const t = useTexts(languageModelTexts);
  const { question, written, helped } = answer;
  return (
    <li>
      <Stack gap={6} p="md">
        <Group justify="space-between" gap="xs" align="flex-start">
          <Text size="sm" fw={600} flex="1 1 220px" style={{ overflowWrap: "anywhere" }}>
            {question ?? t("answers.gone")}
          </Text>
          {helped !== undefined && (
            <Badge
              color={helped ? "green" : "orange"}
              variant="light"
              tt="none"
              c="var(--mantine-color-text)"
            >
              {t(helped ? "answers.helped" : "answers.did-not")}
            </Badge>
          )}
          <Text size="xs" c="dimmed">
            <RelativeTime at={answer.at} />
          </Text>
        </Group>
        <Verdict of={answer} />
        {written !== undefined && (
          <Text size="sm" c="dimmed" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {written}
          </Text>
        )}
      </Stack>
    </li>
  );
}
