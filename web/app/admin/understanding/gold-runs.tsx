import "@mantine/charts/styles.css";
import { LineChart } from "@mantine/charts";
import { Paper, Table, Title } from "@mantine/core";
import type { GoldRun } from "../../../../contract/gold.js";
import type { Locale } from "../../../../contract/locale.js";
import { RelativeTime } from "../../shared/time.js";
import { ExportMenu } from "./export-menu.js";
import classes from "./understanding.module.css";
import { usePercent, useUnderstandingTexts } from "./use-understanding-texts.js";

const shownMax = 12;
const chartHeight = 220;
const colors = { en: "indigo.6", es: "orange.6", pt: "teal.6" } as const;
const versionChars = 8;

/** How much was right, run by run. */
export function GoldRuns({ runs }: { runs: readonly GoldRun[] }) {
  const t = useUnderstandingTexts();
  const percent = usePercent();
  if (runs.length === 0) return null;
  const languages = [
    ...new Set(runs.flatMap(({ byLanguage }) => byLanguage.map(({ language }) => language))),
  ];
  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-labelledby="gold-runs-title">
      <div className={classes.head}>
        <Title order={2} size="h4" id="gold-runs-title">
          {t("gold.over-time")}
        </Title>
        <ExportMenu what="gold-runs" />
      </div>
      {runs.length > 1 && <GoldChart runs={runs} languages={languages} />}
      <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("training.when")}</Table.Th>
              <Table.Th>{t("gold.total")}</Table.Th>
              {languages.map((language) => (
                <Table.Th key={language}>{language.toUpperCase()}</Table.Th>
              ))}
              <Table.Th>{t("gold.model")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.slice(0, shownMax).map(({ id, at, total, correct, model, byLanguage }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <RelativeTime at={at} />
                </Table.Td>
                <Table.Td>
                  {percent(total === 0 ? 0 : correct / total)} ({correct}/{total})
                </Table.Td>
                {languages.map((language) => {
                  const own = byLanguage.find((one) => one.language === language);
                  return <Table.Td key={language}>{own ? percent(own.correct / own.total) : "–"}</Table.Td>;
                })}
                <Table.Td>{model.slice(0, versionChars)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

/** The same numbers as a line for each language, oldest first. */
function GoldChart({
  runs,
  languages,
}: {
  readonly runs: readonly GoldRun[];
  readonly languages: readonly Locale[];
}) {
  const t = useUnderstandingTexts();
  const format = new Intl.DateTimeFormat(t.locale, { dateStyle: "short", timeStyle: "short" });
  const points = [...runs].reverse().map(({ at, byLanguage }) => ({
    at: format.format(at),
    ...Object.fromEntries(
      byLanguage.map(({ language, correct, total }) => [language, Math.round((100 * correct) / total)]),
    ),
  }));
  return (
    <div role="img" aria-label={t("gold.over-time.picture")}>
      <LineChart
        h={chartHeight}
        my="md"
        data={points}
        dataKey="at"
        unit="%"
        yAxisProps={{ domain: [0, 100], ticks: [0, 25, 50, 75, 100], interval: 0 }}
        curveType="linear"
        withLegend
        legendProps={{ verticalAlign: "bottom" }}
        series={languages.map((language) => ({
          name: language,
          label: language.toUpperCase(),
          color: colors[language],
        }))}
        lineChartProps={{ accessibilityLayer: false, margin: { top: 12, right: 24 } }}
      />
    </div>
  );
}
