import { BarChart, LineChart } from "@mantine/charts";
import type { Report } from "../../../../contract/report.js";
import { toColumnKey, toPoint } from "./to-shown.js";
import { useReportsTexts } from "./use-reports-texts.js";

const colors = ["indigo.6", "teal.6", "red.6", "orange.6", "grape.6", "cyan.6", "gray.6", "lime.6"];
const height = 260;
/** Parts of a whole stand on each other. */
const stacked: readonly Report["name"][] = ["reasons", "assistant", "satisfaction"];
/** The whole, and what is no count, stand in the numbers. */
const leftOut: Partial<Record<Report["name"], readonly string[]>> = {
  assistant: ["talks"],
  satisfaction: ["asked", "answered", "average"],
};

/** The numbers of a report as a picture; the same ones stand in its table. */
export function ReportChart({ report, title }: { report: Report; title: string }) {
  const t = useReportsTexts();
  const { name, by, columns, rows } = report;
  const shown = columns
    .map((column, place) => ({ column, place }))
    .filter(({ column, place }) => {
      if (leftOut[name]?.includes(column)) return false;
      // A column that nobody has a value for would only fill the legend.
      return rows.some(({ values }) => values[place] !== null && (name !== "reasons" || values[place] !== 0));
    });
  const series = shown.map(({ column, place }) => ({
    name: column,
    label: t(toColumnKey(name, column)),
    color: colors[place % colors.length] ?? "indigo.6",
  }));
  const data = rows.map((row) => ({
    key: row.name,
    ...Object.fromEntries(
      shown.map(({ column, place }) => [column, toPoint(name, row.values[place] ?? null)]),
    ),
  }));
  const common = {
    h: height,
    data,
    dataKey: "key",
    series,
    withLegend: true,
    legendProps: { verticalAlign: "bottom" as const },
    ...(name === "times" ? { unit: ` min` } : {}),
  };
  const isLine = by === "day" && !stacked.includes(name);
  return (
    <div role="img" aria-label={title}>
      {isLine ? (
        <LineChart
          {...common}
          curveType="linear"
          connectNulls={false}
          withDots={rows.length < 2}
          lineChartProps={still}
        />
      ) : (
        <BarChart {...common} type={stacked.includes(name) ? "stacked" : "default"} barChartProps={still} />
      )}
    </div>
  );
}

/** The plot is one picture to a screen reader: nothing in it takes the focus. */
const still = { accessibilityLayer: false } as const;
