import { execFileSync } from "node:child_process";
import { cpus, loadavg, release } from "node:os";
import { type Outcome, outcomeOf, type Scenario, type Verdict } from "./scenario.js";
import type { Load } from "./stage.js";

const marks: Readonly<Record<Outcome, string>> = {
  kept: "kept",
  broken: "**broken**",
  "not judged": "**not judged**",
};

/** The page that tells what was run, when, on what, with which seeds, and what came of it. */
export function writeReport(
  scenarios: readonly Scenario[],
  verdicts: readonly Verdict[],
  run: { readonly seed: number; readonly share: number; readonly load: Load; readonly tookMs: number },
): string {
  const kept = verdicts.filter((one) => outcomeOf(one) === "kept").length;
  const lines = [
    "# Faults",
    "",
    "What reliability (c) asks for, injected into the built desk by `npm run faults`. Written by that command.",
    "",
    `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC · commit ${commit()} · seed ${run.seed} · length ${run.share} · ` +
      `Node ${process.version} · ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} at the end · Linux ${release()} · ` +
      `${Math.round(run.tookMs / 1000)} s in all.`,
    "",
    `**${kept} of ${verdicts.length}** runs kept every promise. ${standing(run.load)}`,
    "",
    "| fault | desk | verdict | seconds |",
    "|---|---|---|---|",
    ...verdicts.map(
      (one) => `| ${one.id} | ${one.kind} | ${marks[outcomeOf(one)]} | ${Math.round(one.tookMs / 1000)} |`,
    ),
    "",
    ...scenarios.flatMap((scenario) =>
      section(
        scenario,
        verdicts.filter(({ id }) => id === scenario.id),
      ),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function standing({ requesters, agents, perSecond }: Load): string {
  return (
    `While a fault lasts, ${requesters} requesters and ${agents} agents talk, at ${perSecond} messages of requesters a second. ` +
    "“Oracles” are the history checker, the comparison of every open view with a fresh one, and the canaries."
  );
}

function section({ id, fault, criterion }: Scenario, verdicts: readonly Verdict[]): string[] {
  if (verdicts.length === 0) return [];
  return [
    `## ${id} · ${fault}`,
    "",
    `Must hold: ${criterion}`,
    "",
    "| desk | looked at | measured | |",
    "|---|---|---|---|",
    ...verdicts.flatMap(({ kind, checks }) =>
      checks.map(
        ({ what, measured, passes: isKept }) =>
          `| ${kind} | ${cell(what)} | ${cell(measured)} | ${isKept ? "kept" : "**broken**"} |`,
      ),
    ),
    "",
  ];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ").slice(0, 300);
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}
