import { Badge, Group, Text } from "@mantine/core";
import type { ModelAnswer } from "../../../../contract/language-model.js";
import { languageModelTexts } from "../../../texts/language-model/index.js";
import { useTexts } from "../../shared/desk.js";

const colors = { shown: "green", "not-in-articles": "gray", refused: "orange", failed: "red" } as const;

type Judged = Pick<ModelAnswer, "outcome" | "tookMs" | "promptTokens" | "answerTokens"> & {
  readonly reason?: ModelAnswer["reason"];
  readonly because?: string | undefined;
};

/** What became of a question, why, and what it cost. */
export function Verdict({
  of: { outcome, reason, because, tookMs, promptTokens, answerTokens },
}: {
  of: Judged;
}) {
  const t = useTexts(languageModelTexts);
  const format = new Intl.NumberFormat(t.locale);
  const seconds = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 1 }).format(tookMs / 1000);
  return (
    <div>
      <Group gap="xs">
        <Badge color={colors[outcome]} variant="light" tt="none" c="var(--mantine-color-text)">
          {t(`outcome.${outcome}`)}
        </Badge>
        {reason !== undefined && <Text size="sm">{t(`reason.${reason}`)}</Text>}
        <Text size="xs" c="dimmed">
          {t("cost", { prompt: format.format(promptTokens), answer: format.format(answerTokens), seconds })}
        </Text>
      </Group>
      {because !== undefined && because !== "" && (
        <Text size="sm" mt={4} style={{ overflowWrap: "anywhere" }}>
          {t("because", { words: because })}
        </Text>
      )}
    </div>
  );
}
