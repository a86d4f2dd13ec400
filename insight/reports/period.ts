import { DateTime, IANAZone } from "luxon";
import { AppError, maxReportDays } from "../../contract/index.js";

const hourMs = 3_600_000;

/** A time from which on the clock of the zone runs this far ahead of UTC. */
export interface Offset {
  /** ms UTC. */
  readonly from: number;
  readonly ms: number;
}

/** Whole days of a zone. */
export interface Period {
  /** ms UTC; the end is left out. */
  readonly start: number;
  readonly end: number;
  /** ISO dates, each day of it. */
  readonly days: readonly string[];
  readonly offsets: readonly Offset[];
}

/** Reads the days from `from` to `to` as the calendar of the zone has them; throws `report/refused`. */
export function toPeriod(wish: {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
}): Period {
  const { zone } = wish;
  if (!IANAZone.isValidZone(zone)) throw new AppError("report/refused", "There is no such time zone.");
  const [first, last] = [wish.from, wish.to].map((date) => DateTime.fromISO(date, { zone }).startOf("day"));
  if (!first?.isValid || !last?.isValid || last < first) {
    throw new AppError("report/refused", "The last day must not be before the first.");
  }
  // Counted on the calendar: days have 23 or 25 hours where the clock changes.
  const count =
    Math.round(
      last.setZone("UTC", { keepLocalTime: true }).diff(first.setZone("UTC", { keepLocalTime: true }), "days")
        .days,
    ) + 1;
  if (count > maxReportDays) {
    throw new AppError("report/refused", `A report covers at most ${maxReportDays} days.`);
  }
  const days = Array.from({ length: count }, (_, day) => first.plus({ days: day }).toISODate());
  const [start, end] = [first.toMillis(), last.plus({ days: 1 }).startOf("day").toMillis()];
  return { start, end, days, offsets: offsetsOf(zone, start, end) };
}

/** How far ahead of UTC the clock runs, from the start of the period on and wherever it changes. */
function offsetsOf(zone: string, start: number, end: number): Offset[] {
  const clock = IANAZone.create(zone);
  const offsetAt = (at: number) => clock.offset(at) * 60_000;
  const offsets: Offset[] = [{ from: start, ms: offsetAt(start) }];
  let known = offsetAt(start);
  for (let at = start; at < end; at += 6 * hourMs) {
    const next = Math.min(at + 6 * hourMs, end);
    if (offsetAt(next) === known) continue;
    const change = firstDiffering(at, next, (moment) => offsetAt(moment) !== known);
    known = offsetAt(next);
    offsets.push({ from: change, ms: known });
  }
  return offsets;
}

/** The first ms after `low` for which it holds; it does not at `low`, and does at `high`. */
function firstDiffering(low: number, high: number, holds: (at: number) => boolean): number {
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}
