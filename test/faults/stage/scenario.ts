import type { Stage } from "./stage.js";

/** One node with SQLite and no Redis; one node on PostgreSQL and Redis; two of those. */
export const deskKinds = ["sqlite", "postgres", "two-nodes"] as const;
export type DeskKind = (typeof deskKinds)[number];

/** A fault of reliability (c): how it is injected, and what must hold while it lasts and after it. */
export interface Scenario {
  readonly id: `F${number}`;
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
}

export interface Verdict {
  readonly id: Scenario["id"];
  readonly kind: DeskKind;
  readonly seed: number;
  readonly checks: readonly Check[];
  readonly tookMs: number;
}
