import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { within } from "../until.js";
import { type Check, type DeskKind, deskKinds, outcomeOf, type Scenario, type Verdict } from "./scenario.js";
import { type Load, Stage } from "./stage.js";

export interface RunOptions {
  readonly seed: number;
  readonly share: number;
  readonly load: Load;
  /** Told as soon as a scenario is over. */
  readonly told?: (verdict: Verdict) => void;
  /** Ends the scenario where it is, and all its servers. */
  readonly signal?: AbortSignal;
}

/** Servers that were told to end have so long; after that they are killed. */
const closeWithinMs = 20_000;

/** Plays one scenario on one kind of desk; whatever is thrown is a check that failed. */
export async function playScenario(
  scenario: Scenario,
  kind: DeskKind,
  { seed, share, load, told, signal }: RunOptions,
): Promise<Verdict> {
  const stage = new Stage({ kind, seed, share, load });
  const since = performance.now();
  const thrown: Check[] = [];
  const attempt = async (what: string, work: () => Promise<void>) => {
    await work().catch((error: unknown) => {
      thrown.push({ what, measured: String(error instanceof Error ? error.message : error), passes: false });
    });
  };
  const over = new AbortController();
  await attempt("Played to the end", () =>
    Promise.race([scenario.play(stage), stopped(signal, over.signal)]).finally(() => over.abort()),
  );
  await attempt("Cleared away", () => within(closeWithinMs, stage.close(), () => "all servers to end"));
  const checks = [...stage.checks, ...thrown];
  const verdict = { id: scenario.id, kind, seed, checks, tookMs: performance.now() - since };
  if (outcomeOf(verdict) === "broken") keepLogs(stage.said, `${scenario.id}-${kind}-${seed}`);
  told?.(verdict);
  return verdict;
}

/** Fails when it is told to stop before it is over, and never else. */
function stopped(signal: AbortSignal | undefined, over: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Error("It was told to stop."));
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true, signal: over });
  });
}

/** Where everything is that was kept because something went wrong. */
function keepLogs(said: string, name: string): void {
  const folder = join("test-output", "faults");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.log`), said);
}

/** The scenarios and desks that were asked for by name; all faults when nothing was, without the random schedule. */
export function choose(
  scenarios: readonly Scenario[],
  names: readonly string[],
): { readonly scenario: Scenario; readonly kind: DeskKind }[] {
  const kinds = deskKinds.filter((kind) => names.includes(kind));
  const ids = names.filter((name) => !deskKinds.some((kind) => kind === name)).map((id) => id.toLowerCase());
  const unknown = ids.find((id) => !scenarios.some((scenario) => nameOf(scenario) === id));
  if (unknown !== undefined) throw new Error(`There is no scenario ${unknown}.`);
  return scenarios
    .filter((scenario) => (ids.length === 0 ? scenario.id !== "random" : ids.includes(nameOf(scenario))))
    .flatMap((scenario) =>
      scenario.on
        .filter((kind) => kinds.length === 0 || kinds.includes(kind))
        .map((kind) => ({ scenario, kind })),
    );
}

function nameOf({ id }: Scenario): string {
  return id.toLowerCase();
}
