import { Button, Collapse, Group, Paper, SegmentedControl, Skeleton, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconHelpCircle, IconTable } from "@tabler/icons-react";
import { useCallback, useId, useState } from "react";
import type { Report } from "../../../../contract/report.js";
import { groupingsOf, type ReportGrouping, type ReportName } from "../../../../contract/report-columns.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { csvPath, type ReportWish } from "../../shared/report-api.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { ReportChart } from "./report-chart.js";
import { ReportTable } from "./report-table.js";
import { toColumnKey, toShown } from "./to-shown.js";
import { useReportsTexts } from "./use-reports-texts.js";

/** One report: its totals, plot, table and file, and how it is counted. */
export function ReportCard({ name, wish }: { name: ReportName; wish: ReportWish }) {
  const t = useReportsTexts();
  const { api } = useDesk();
  const [by, setBy] = useState<ReportGrouping>("day");
  const [withTable, table] = useDisclosure();
  const [withHelp, help] = useDisclosure();
  const [report, reload] = useLoaded(
    useCallback(() => api.reports.read(name, { ...wish, by }), [api, name, wish, by]),
  );
  const [tableId, helpId] = [useId(), useId()];
  const title = t(name);
  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t("by.of", { report: title })}
          data={groupingsOf[name].map((value) => ({ value, label: t(`by.${value}`) }))}
          value={by}
          onChange={(value) => setBy(groupingsOf[name].find((known) => known === value) ?? "day")}
        />
      </Group>
      {report.status === "loading" && <Skeleton h={320} aria-hidden />}
      {report.status === "failed" && <LoadFailed message={report.error.message} onRetry={reload} />}
      {report.status === "ready" && <Shown report={report.value} title={title} />}
      <Group gap="xs" mt="sm">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTable size={16} />}
          aria-label={t("table.of", { report: title })}
          aria-expanded={withTable}
          aria-controls={tableId}
          onClick={table.toggle}
        >
          {t("table")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          component="a"
          href={csvPath(name, { ...wish, by })}
          download
          leftSection={<IconDownload size={16} />}
          aria-label={t("csv.of", { report: title })}
        >
          {t("csv")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconHelpCircle size={16} />}
          aria-label={t("counted.of", { report: title })}
          aria-expanded={withHelp}
          aria-controls={helpId}
          onClick={help.toggle}
        >
          {t("counted")}
        </Button>
      </Group>
      <Collapse expanded={withHelp} id={helpId}>
        <Text size="sm" c="dimmed" mt="xs">
          {t(`${name}.counted`)}
        </Text>
      </Collapse>
      <div id={tableId}>
        {withTable && report.status === "ready" && <ReportTable report={report.value} title={title} />}
      </div>
    </Paper>
  );
}

function Shown({ report, title }: { report: Report; title: string }) {
  const t = useReportsTexts();
  const { name, columns, totals, rows } = report;
  const isEmpty = [...totals, ...rows.flatMap(({ values }) => values)].every((value) => !value);
  if (isEmpty) {
    return (
      <Text c="dimmed" py="xl" ta="center">
        {t("empty")}
      </Text>
    );
  }
  return (
    <>
      <Group component="dl" gap="xl" my={0} mb="md">
        {columns.map((column, place) => (
          <div key={column}>
            <Text component="dt" size="xs" c="dimmed">
              {t(toColumnKey(name, column))}
            </Text>
            <Text component="dd" m={0} fw={600}>
              {toShown(name, totals[place] ?? null, t.locale)}
            </Text>
          </div>
        ))}
      </Group>
      <ReportChart report={report} title={title} />
    </>
  );
}
