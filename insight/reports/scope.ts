import { type RawBuilder, sql } from "kysely";
import type { Locale, ReportGrouping } from "../../contract/index.js";
import type { Period } from "./period.js";

/** What a report is about. */
export interface ReportScope {
  readonly period: Period;
  readonly groupId?: string | undefined;
  readonly agentId?: string | undefined;
  readonly channel?: string | undefined;
  readonly language?: Locale | undefined;
}

/** Values of one line of a report under its key: a date, an hour, an id; or `all`. */
export interface Counted {
  readonly key: string;
  readonly values: readonly (number | null)[];
}

export type Breakdown = ReportGrouping | "all";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What the clock on the wall shows, as ms; numbers of ours only, so that both engines divide whole numbers. */
function wallClock(at: string, { offsets }: Period): string {
  const [first, ...changes] = offsets;
  const cases = changes.map(({ from }, index) => `when ${at} < ${from} then ${offsets[index]?.ms ?? 0}`);
  const last = changes.at(-1) ?? first;
  const offset =
    cases.length === 0 ? `${first?.ms ?? 0}` : `case ${cases.join(" ")} else ${last?.ms ?? 0} end`;
  return `(${at} + (${offset}))`;
}

/** The day of the zone, counted from 1970-01-01. */
export function dayOf(at: string, period: Period): RawBuilder<number> {
  return sql.raw(`${wallClock(at, period)} / ${dayMs}`);
}

/** The hour of the day, 0 to 23. */
export function hourOf(at: string, period: Period): RawBuilder<number> {
  return sql.raw(`(${wallClock(at, period)} / ${hourMs}) % 24`);
}

/** The ISO date of a day that `dayOf` has counted. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
