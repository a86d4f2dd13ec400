import { Stack, Text } from "@mantine/core";
import type { HandoverContext } from "../../../../contract/attendance.js";
import { useConsoleTexts } from "../console-context.js";

const shownCandidates = 3;

/** Why it came, in a few lines: enough to decide whether to take it. */
export function ContextPreview({ context, mt }: { context: HandoverContext; mt?: "sm" }) {
  const t = useConsoleTexts();
  const refused = context.articles.filter(({ outcome }) => outcome === "refused");
  return (
    <Stack gap={4} mt={mt ?? 0}>
      <Text size="sm">{context.question}</Text>
      {context.candidates.slice(0, shownCandidates).map(({ kind, id, title, score }) => (
        <Text key={`${kind}${id}`} size="xs" c="dimmed">
          {t(`candidate.${kind}`)}: {title} · {Math.round(score * 100)} %
        </Text>
      ))}
      {context.candidates.length === 0 && (
        <Text size="xs" c="dimmed">
          {t("why.no-candidates")}
        </Text>
      )}
      {refused.map(({ id, title }) => (
        <Text key={id} size="xs" c="dimmed">
          {t("article.refused")}: {title}
        </Text>
      ))}
      {context.fields.map(({ name, label, value }) => (
        <Text key={name} size="xs" c="dimmed">
          {label}: {value}
        </Text>
      ))}
    </Stack>
  );
}
