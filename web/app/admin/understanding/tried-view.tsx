import { Paper, Progress, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Tried } from "../../../../contract/understanding.js";
import { languages } from "../../../texts/index.js";
import classes from "./understanding.module.css";
import { useNameOf, usePercent, useUnderstandingTexts } from "./use-understanding-texts.js";

const entityNames = [
  "email",
  "ticketNumber",
  "number",
  "date",
  "time",
  "since",
  "device",
  "application",
] as const;

/** Every score of a sentence with its reasons. */
export function TriedView({ tried }: { tried: Tried }) {
  const t = useUnderstandingTexts();
  const nameOf = useNameOf();
  const percent = usePercent();
  const { language, threshold, minimum, outOfScope, intents, articles, synonyms, shown, entities } = tried;
  const languageName = languages.find(({ locale }) => locale === language.used)?.name ?? language.used;
  const noticed = entityNames.flatMap((name) =>
    entities[name] === undefined ? [] : [`${t(`entity.${name}`)}: ${entities[name]}`],
  );
  const facts = [
    t("try.language", { language: languageName, percent: percent(language.confidence) }),
    t("try.threshold", { percent: percent(threshold) }),
    ...(minimum === undefined ? [] : [t("try.minimum", { percent: percent(minimum) })]),
    t("try.scope", { percent: percent(outOfScope) }),
    ...(noticed.length > 0 ? [`${t("try.entities")}: ${noticed.join(", ")}`] : []),
    ...synonyms.map((words) => t("try.synonyms", { words })),
    `${t("try.shown")}: ${shown.map(nameOf).join(" · ") || t("try.nothing")}`,
  ];
  return (
    <Stack gap="md">
      <ul className={classes.samples}>
        {facts.map((fact) => (
          <li key={fact}>
            <Text size="sm">{fact}</Text>
          </li>
        ))}
      </ul>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Part title={t("try.intents")} isEmpty={intents.length === 0}>
          {intents.map((intent) => (
            <Score key={intent.target} name={nameOf(intent)} score={intent.score}>
              {intent.words.length > 0 && t("try.words", { words: intent.words.join(", ") })}
              {intent.example !== undefined && ` · ${t("try.example", { example: intent.example })}`}
            </Score>
          ))}
        </Part>
        <Part title={t("try.articles")} isEmpty={articles.length === 0}>
          {articles.map(({ target, title, score, matched, signs, boost }) => (
            <Score key={target} name={title} score={score}>
              {matched.length > 0 && `${t("try.words", { words: matched.join(", ") })} · `}
              {t("try.signs", {
                coverage: percent(signs.coverage),
                title: percent(signs.titleCoverage),
                likeness: percent(signs.likeness),
              })}
              {boost && ` · ${t("try.boost", { worth: t(`worth.${boost}`) })}`}
            </Score>
          ))}
        </Part>
      </SimpleGrid>
    </Stack>
  );
}

function Part({ title, isEmpty, children }: { title: string; isEmpty: boolean; children: ReactNode }) {
  const t = useUnderstandingTexts();
  return (
    <Paper component="section" withBorder p="md" radius="lg" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      {isEmpty ? (
        <Text size="sm" c="dimmed">
          {t("try.nothing")}
        </Text>
      ) : (
        <Stack gap="sm">{children}</Stack>
      )}
    </Paper>
  );
}

function Score({ name, score, children }: { name: string; score: number; children: ReactNode }) {
  const percent = usePercent();
  return (
    <div className={classes.score}>
      <Text size="sm" fw={500}>
        {name}
      </Text>
      <Text size="sm" ta="end">
        {percent(score)}
      </Text>
      <Progress value={score * 100} aria-label={name} style={{ gridColumn: "1 / -1" }} />
      <Text size="xs" c="dimmed" style={{ gridColumn: "1 / -1", overflowWrap: "anywhere" }}>
        {children}
      </Text>
    </div>
  );
}
