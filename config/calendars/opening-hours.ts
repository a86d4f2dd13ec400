import type { OpeningHours } from "../../contract/index.js";
import { openIntervals } from "./open-intervals.js";

/** Long enough for a 29th of February; what does not come in it never comes. */
const farMs = 3000 * 24 * 3_600_000;
const dayMs = 24 * 3_600_000;

/** Whether it is open at an instant (ms UTC). */
export function isOpen(hours: OpeningHours, at: number): boolean {
  return !openIntervals(hours, at, at + 1).next().done;
}

/** When it opens next: the instant itself when it is open then; `undefined` when it never does. */
export function nextOpening(hours: OpeningHours, at: number): number | undefined {
  if (!hasPeriods(hours)) return undefined;
  const { value } = openIntervals(hours, at, at + farMs).next();
  return value?.start;
}

/** Since when it has been open without a break, looked back a day; `undefined` when it is closed. */
export function openSince(hours: OpeningHours, at: number): number | undefined {
  return [...openIntervals(hours, at - dayMs, at + 1)].find(({ end }) => end > at)?.start;
}

/** When it closes, while it is open: `undefined` when it is closed, and when it never closes. */
export function nextClosing(hours: OpeningHours, at: number): number | undefined {
  const { value } = openIntervals(hours, at, at + farMs).next();
  return value === undefined || value.start !== at || value.end === at + farMs ? undefined : value.end;
}

/** The instant at which this much open time has passed; `undefined` when there is not so much to come. */
export function addWorkingTime(hours: OpeningHours, from: number, ms: number): number | undefined {
  if (ms <= 0) return from;
  if (!hasPeriods(hours)) return undefined;
  let left = ms;
  let start = from;
  // Window after window: agreements over months are rare, and most end in the first.
  for (let idle = 0; idle < farMs; ) {
    const end = start + windowMs;
    const before = left;
    for (const open of openIntervals(hours, start, end)) {
      if (left <= open.end - open.start) return open.start + left;
      left -= open.end - open.start;
    }
    idle = left === before ? idle + windowMs : 0;
    start = end;
  }
  return undefined;
}

const windowMs = 14 * 24 * 3_600_000;

/** How much of the time between two instants is open, in ms. */
export function workingTimeBetween(hours: OpeningHours, from: number, to: number): number {
  let sum = 0;
  for (const { start, end } of openIntervals(hours, from, to)) sum += end - start;
  return sum;
}

function hasPeriods({ weekly, holidays }: OpeningHours): boolean {
  return [...Object.values(weekly), ...holidays.map(({ periods }) => periods)].some(
    (periods) => periods.length > 0,
  );
}
