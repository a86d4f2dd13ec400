import type { ReportName } from "../../../../contract/report-columns.js";
import type { Locale } from "../../../texts/index.js";
import type { ReportsKey } from "../../../texts/reports/index.js";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** What a column is called; two reports ask for different things. */
export function toColumnKey(name: ReportName, column: string): ReportsKey {
  if (name === "satisfaction" && column === "asked") return "satisfaction.asked";
  return column as ReportsKey;
}

/** A value as people read it: a time with its units, or a number as the language writes it. */
export function toShown(name: ReportName, value: number | null, locale: Locale): string {
  if (value === null) return "–";
  if (name === "times") return toDuration(value, locale);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** The two largest units that say something: "45 s", "3 min 20 s", "2 h 5 min". */
export function toDuration(ms: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale);
  const parts =
    ms < minuteMs
      ? [[Math.round(ms / secondMs), "s"] as const]
      : ms < hourMs
        ? [
            [Math.floor(ms / minuteMs), "min"] as const,
            [Math.floor((ms % minuteMs) / secondMs), "s"] as const,
          ]
        : [[Math.floor(ms / hourMs), "h"] as const, [Math.floor((ms % hourMs) / minuteMs), "min"] as const];
  const told = parts.filter(([count], place) => place === 0 || count > 0);
  return told.map(([count, unit]) => `${number.format(count)} ${unit}`).join(" ");
}

/** Points of a plot carry times in minutes. */
export function toPoint(name: ReportName, value: number | null): number | null {
  return name === "times" && value !== null ? Math.round((value / minuteMs) * 100) / 100 : value;
}
