import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { scenarios } from "./scenarios/index.js";
import { writeReport } from "./stage/report.js";
import { choose, playScenario } from "./stage/run.js";
import { outcomeOf, type Verdict } from "./stage/scenario.js";
import { lightLoad, standingLoad } from "./stage/stage.js";

const help = `npm run faults [-- [F5 … | random] [sqlite|postgres|two-nodes …] [--seed N] [--share 0.1]
               [--people standing|few] [--report FILE]]

Injects the faults of docs/faults.md into the built desk. Without names all of them are played; --share 1 plays each at
the length that reliability asks for. The seed reproduces every choice of a schedule; \`random\` lets it choose the
faults too, several at once. Few people are 6 requesters and 3 agents in place of 50 and 10.`;

export { endDescendants } from "./stage/descendants.js";

/**
 * Plays what was asked for, says each verdict as it comes, and ends with 1 when a promise was broken or none was judged.
 * Told to stop by the signal it clears away what it has begun, and plays no more.
 */
export async function main(args: readonly string[], signal?: AbortSignal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: "string" },
      share: { type: "string", default: "0.1" },
      people: { type: "string", default: "standing" },
      report: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1e6) : Number(values.seed);
  const share = Number(values.share);
  const load = values.people === "few" ? lightLoad : standingLoad;
  if (!Number.isInteger(seed) || !(share > 0 && share <= 1)) throw new Error(help);
  const chosen = choose(scenarios, positionals);
  console.log(`${chosen.length} runs, seed ${seed}, length ${share}.`);
  const since = performance.now();
  const verdicts: Verdict[] = [];
  for (const { scenario, kind } of chosen) {
    if (signal?.aborted) return;
    verdicts.push(await playScenario(scenario, kind, { seed, share, load, told: say, signal }));
  }
  const tookMs = performance.now() - since;
  if (values.report !== undefined)
    writeFileSync(values.report, writeReport(scenarios, verdicts, { seed, share, load, tookMs }));
  const kept = verdicts.filter((verdict) => outcomeOf(verdict) === "kept").length;
  console.log(`${kept} of ${verdicts.length} kept, ${Math.round(tookMs / 1000)} s.`);
  if (kept < verdicts.length) process.exitCode = 1;
}

function say(verdict: Verdict): void {
  const { id, kind, checks, tookMs } = verdict;
  const outcome = outcomeOf(verdict);
  console.log(
    `${outcome === "kept" ? "kept  " : outcome.toUpperCase()} ${id} ${kind} (${Math.round(tookMs / 1000)} s)`,
  );
  for (const { what, measured, passes: isKept } of checks)
    console.log(`  ${isKept ? " " : "✗"} ${what}: ${measured.slice(0, 1500)}`);
}
