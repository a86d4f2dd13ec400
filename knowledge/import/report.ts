import type { ImportReport, NotTaken } from "./import-tree.js";
import { printable } from "./progress.js";

const maxSkippedLines = 20;

/** The report of an import for people: every refusal with its reason, then the counts. */
export function renderReport(report: ImportReport, run: { dryRun: boolean; elapsedMs: number }): string {
  const lines = [
    ...section("Refused", report.refused, report.refused.length),
    ...section("Skipped", report.skipped, maxSkippedLines),
    run.dryRun ? "Nothing was changed (dry run); it would have been:" : undefined,
    counts(report, run.elapsedMs),
    report.incomplete === undefined ? undefined : `Not complete: ${report.incomplete}.`,
  ];
  return `${lines.filter((line) => line !== undefined).join("\n")}\n`;
}

function section(title: string, entries: readonly NotTaken[], most: number): string[] {
  if (entries.length === 0) return [];
  const shown = entries
    .slice(0, most)
    .map(({ path, reason }) => `  ${printable(path)}: ${printable(reason)}`);
  const rest = entries.length - shown.length;
  return [`${title}:`, ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

function counts(report: ImportReport, elapsedMs: number): string {
  const { taken, updated, unchanged, pruned, refused, skipped, other } = report;
  const words = [
    `${taken} taken`,
    `${updated} updated`,
    `${unchanged} unchanged`,
    `${refused.length} refused`,
    `${skipped.length} skipped`,
    ...(pruned > 0 ? [`${pruned} expired`] : []),
    `${other} of other kinds`,
  ];
  return `${words.join(", ")}; ${(elapsedMs / 1000).toFixed(1)} s`;
}
