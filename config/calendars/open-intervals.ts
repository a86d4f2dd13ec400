import { IANAZone } from "luxon";
import { type OpeningHours, type Period, weekdays } from "../../contract/index.js";

/** A stretch of time in ms UTC, its end left out. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** No zone changes its clock twice within this. */
const stepMs = 6 * 60 * minuteMs;

/**
 * The open stretches after `from`, in order, those that touch in one, until `to`. Open is what the clock on the wall
 * shows: an hour that the clock skips is not there, one that it shows twice counts twice. A period belongs to the day
 * on which it begins, also where it ends on a holiday.
 */
export function* openIntervals(hours: OpeningHours, from: number, to: number): Generator<Interval> {
  let pending: Interval | undefined;
  for (const piece of pieces(hours, from, to)) {
    if (pending !== undefined && piece.start <= pending.end) {
      pending = { start: pending.start, end: Math.max(pending.end, piece.end) };
      continue;
    }
    if (pending !== undefined) yield pending;
    pending = piece;
  }
  if (pending !== undefined) yield pending;
}

function* pieces(hours: OpeningHours, from: number, to: number): Generator<Interval> {
  const periodsOn = createDays(hours);
  for (const { start, end, offset } of steadyStretches(hours.timeZone, from, to)) {
    const [wallStart, wallEnd] = [start + offset, end + offset];
    for (let day = Math.floor(wallStart / dayMs); day * dayMs < wallEnd; day++) {
      for (const period of periodsOn(day)) {
        const piece = {
          start: Math.max(day * dayMs + period.start, wallStart) - offset,
          end: Math.min(day * dayMs + period.end, wallEnd) - offset,
        };
        if (piece.start < piece.end) yield piece;
      }
    }
  }
}

/** Stretches during which the zone's clock runs on without a jump. */
function* steadyStretches(timeZone: string, from: number, to: number) {
  const zone = IANAZone.create(timeZone);
  const offsetAt = (at: number) => zone.offset(at) * minuteMs;
  for (let start = from; start < to; ) {
    const end = Math.min(start + stepMs, to);
    const offset = offsetAt(start);
    const until = offsetAt(end - 1) === offset ? end : findJump(offsetAt, start, end - 1);
    yield { start, end: until, offset };
    start = until;
  }
}

/** The first instant with another offset than `before` has. */
function findJump(offsetAt: (at: number) => number, before: number, after: number): number {
  const offset = offsetAt(before);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** What is open on a day of the wall (days since 1970), in ms of that day, sorted: its own and what yesterday left. */
function createDays({ weekly, holidays }: OpeningHours): (day: number) => readonly Interval[] {
  const special = new Map(holidays.map(({ date, periods }) => [date, periods] as const));
  const own = (day: number): readonly Period[] => {
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    // The first of January 1970 was a Thursday.
    const weekday = weekdays[(((day + 3) % 7) + 7) % 7] ?? "monday";
    return special.get(date) ?? special.get(date.slice(5)) ?? weekly[weekday];
  };
  const known = new Map<number, readonly Interval[]>();
  const find = (day: number) => {
    const left = own(day - 1)
      .filter(endsTomorrow)
      .map(({ to }) => ({ start: 0, end: toMs(to) }));
    const begun = own(day).map((period) => ({
      start: toMs(period.from),
      end: endsTomorrow(period) ? dayMs : toMs(period.to),
    }));
    return [...left, ...begun].sort((a, b) => a.start - b.start);
  };
  return (day) => {
    const found = known.get(day) ?? find(day);
    known.set(day, found);
    return found;
  };
}

function endsTomorrow({ from, to }: Period): boolean {
  return toMs(to) <= toMs(from);
}

function toMs(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return (hours * 60 + minutes) * minuteMs;
}
