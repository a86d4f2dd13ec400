import { type Check, type DeskKind, deskKinds, type Scenario, type Verdict } from "./scenario.js";
import { type Load, Stage } from "./stage.js";

export interface RunOptions {
  readonly seed: number;
  readonly share: number;
  readonly load: Load;
  /** Told as soon as a scenario is over. */
  readonly told?: (verdict: Verdict) => void;
}

/** Plays one scenario on one kind of desk; whatever is thrown is a check that failed. */
export async function playScenario(
  scenario: Scenario,
  kind: DeskKind,
  { seed, share, load, told }: RunOptions,
): Promise<Verdict> {
  const stage = new Stage({ kind, seed, share, load });
  const since = performance.now();
  const thrown: Check[] = [];
  const attempt = async (what: string, work: () => Promise<void>) => {
    await work().catch((error: unknown) => {
      thrown.push({ what, measured: String(error instanceof Error ? error.message : error), passes: false });
    });
  };
  await attempt("Played to the end", () => scenario.play(stage));
  await attempt("Cleared away", () => stage.close());
  const checks = [...stage.checks, ...thrown];
  const verdict = { id: scenario.id, kind, seed, checks, tookMs: performance.now() - since };
  told?.(verdict);
  return verdict;
}

/** Whether everything that was looked at was as promised, and something was looked at. */
export function passes({ checks }: Verdict): boolean {
  return checks.length > 0 && checks.every((check) => check.passes);
}

/** The scenarios and desks that were asked for by name; all of them when nothing was. */
export function choose(
  scenarios: readonly Scenario[],
  names: readonly string[],
): { readonly scenario: Scenario; readonly kind: DeskKind }[] {
  const kinds = deskKinds.filter((kind) => names.includes(kind));
  const ids = names.filter((name) => !deskKinds.some((kind) => kind === name)).map((id) => id.toUpperCase());
  const unknown = ids.find((id) => !scenarios.some((scenario) => scenario.id === id));
  if (unknown !== undefined) throw new Error(`There is no scenario ${unknown}.`);
  return scenarios
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .flatMap((scenario) =>
      scenario.on
        .filter((kind) => kinds.length === 0 || kinds.includes(kind))
        .map((kind) => ({ scenario, kind })),
    );
}
