import type { Stage } from "./stage.js";

/** One node with SQLite and no Redis; one node on PostgreSQL and Redis; two of those. */
export const deskKinds = ["sqlite", "postgres", "two-nodes"] as const;
export type DeskKind = (typeof deskKinds)[number];

/** A fault of reliability (c), or a schedule of several: how it is injected, and what must hold while it lasts and after it. */
export interface Scenario {
  readonly id: `F${number}` | "random";
  readonly fault: string;
  readonly criterion: string;
  /** Where it applies. */
  readonly on: readonly DeskKind[];
  play(stage: Stage): Promise<void>;
}

/** One thing that was looked at, with what was found. */
export interface Check {
  readonly what: string;
  readonly measured: string;
  readonly passes: boolean;
  /** It says whether the fault came about at all: without that, what held proves nothing. */
  readonly isDose?: true;
}

export interface Verdict {
  readonly id: Scenario["id"];
  readonly kind: DeskKind;
  readonly seed: number;
  readonly checks: readonly Check[];
  readonly tookMs: number;
}

/** What a run has shown. Without checks, or without its fault, it has shown nothing. */
export type Outcome = "kept" | "broken" | "not judged";

export function outcomeOf({ checks }: Pick<Verdict, "checks">): Outcome {
  if (checks.some((check) => !check.passes && check.isDose === undefined)) return "broken";
  return checks.length > 0 && checks.every((check) => check.passes) ? "kept" : "not judged";
}
