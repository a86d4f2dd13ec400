import { Badge, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";
import { useState } from "react";
import type { HandoverContext } from "../../../../contract/attendance.js";
import { useConsoleTexts } from "../console-context.js";
import { Card, Facts } from "./card.js";

const shownAtOnce = 3;
type Candidate = HandoverContext["candidates"][number];
const outcomeColors = { shown: "gray", opened: "blue", helped: "green", refused: "red" } as const;

/** What the assistant heard, what it took it for and how sure it was, what was shown and refused. */
export function WhyCard({ context, note }: { context: HandoverContext; note: string | undefined }) {
  const t = useConsoleTexts();
  const [all, setAll] = useState(false);
  const { reason, question, candidates, articles, fields } = context;
  return (
    <Card name="why" title={t("why.title")} icon={<IconBulb size={17} aria-hidden />}>
      <Stack gap="sm">
        <Group gap="4px 8px" align="flex-start">
          <Text size="sm" fw={500} flex="1 1 190px" fs="italic">
            {question && `“${question}”`}
          </Text>
          <Badge variant="light" tt="none" flex="none">
            {t(`reason.${reason}`)}
          </Badge>
        </Group>
        <div>
          <Text size="xs" c="dimmed" mb={6}>
            {t(candidates.length > 0 ? "why.candidates" : "why.no-candidates")}
          </Text>
          <Stack gap={8}>
            {candidates.slice(0, all ? undefined : shownAtOnce).map((candidate) => (
              <CandidateRow key={`${candidate.kind}${candidate.id}`} candidate={candidate} />
            ))}
          </Stack>
          {!all && candidates.length > shownAtOnce && (
            <Button size="compact-xs" variant="subtle" mt={4} onClick={() => setAll(true)}>
              {t("why.more", { count: candidates.length - shownAtOnce })}
            </Button>
          )}
        </div>
        {articles.length > 0 && (
          <div>
            <Text size="xs" c="dimmed" mb={4}>
              {t("why.articles")}
            </Text>
            {articles.map(({ id, title, outcome }) => (
              <Group key={id} gap={8} justify="space-between" wrap="nowrap">
                <Text size="sm" truncate title={title}>
                  {title}
                </Text>
                <Badge size="sm" variant="light" tt="none" flex="none" color={outcomeColors[outcome]}>
                  {t(`article.${outcome}`)}
                </Badge>
              </Group>
            ))}
          </div>
        )}
        {note && <Facts items={[{ label: t("why.note"), value: note }]} />}
        {fields.length > 0 && <Facts items={fields.map(({ label, value }) => ({ label, value }))} />}
      </Stack>
    </Card>
  );
}

function CandidateRow({ candidate: { kind, title, score, why } }: { candidate: Candidate }) {
  const t = useConsoleTexts();
  const percent = Math.round(score * 100);
  return (
    <div>
      <Group justify="space-between" gap={8} wrap="nowrap">
        <Text size="sm" truncate title={title}>
          {title}
        </Text>
        <Text size="sm" c="dimmed" flex="none" style={{ fontVariantNumeric: "tabular-nums" }}>
          {percent} %
        </Text>
      </Group>
      <Progress size={4} value={percent} aria-label={t("why.score-of", { title })} my={3} />
      <Text size="xs" c="dimmed">
        {t(`candidate.${kind}`)}
        {why && ` · ${t("why.because", { why })}`}
      </Text>
    </div>
  );
}
