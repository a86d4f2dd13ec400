import { Paper, SimpleGrid, Text } from "@mantine/core";
import type { ModelCounts } from "../../../../contract/language-model.js";
import { languageModelTexts } from "../../../texts/language-model/index.js";
import { useTexts } from "../../shared/desk.js";

const shown = ["asked", "shown", "notInArticles", "refused", "failed", "helped", "didNotHelp"] as const;

/** What became of the questions of a month. */
export function Counts({ counts }: { counts: ModelCounts }) {
  const t = useTexts(languageModelTexts);
  const format = new Intl.NumberFormat(t.locale);
  const values = [
    ...shown.map((name) => ({ name: t(`count.${name}`), value: counts[name] })),
    { name: t("count.tokens"), value: counts.promptTokens + counts.answerTokens },
  ];
  return (
    <Paper component="section" withBorder p="md" radius="lg" aria-label={t("counts")}>
      <Text size="sm" fw={600} mb="xs">
        {t("counts")}
      </Text>
      <SimpleGrid component="dl" m={0} cols={{ base: 2, sm: 4 }} spacing="sm">
        {values.map(({ name, value }) => (
          <div key={name}>
            <Text component="dt" size="xs" c="dimmed">
              {name}
            </Text>
            <Text component="dd" m={0} fw={600}>
              {format.format(value)}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
