/** Chat Time: what has been counted, and since when it runs; `undefined` while it is paused. */
export interface Clock {
  readonly spentMs: number;
  readonly runningSince: number | undefined;
}

export type ClockChange =
  | { readonly kind: "pause" }
  | { readonly kind: "resume" }
  | { readonly kind: "set"; readonly spentMs: number };

export function startClock(now: number): Clock {
  return { spentMs: 0, runningSince: now };
}

/** The time counted so far; a node whose clock is behind counts nothing backwards. */
export function readClock({ spentMs, runningSince }: Clock, now: number): number {
  return spentMs + (runningSince === undefined ? 0 : Math.max(0, now - runningSince));
}

/** The clock after a change; pausing what is paused, or resuming what runs, changes nothing. */
export function changeClock(clock: Clock, change: ClockChange, now: number): Clock {
  switch (change.kind) {
    case "pause":
      return { spentMs: readClock(clock, now), runningSince: undefined };
    case "resume":
      return { spentMs: clock.spentMs, runningSince: clock.runningSince ?? now };
    case "set":
      // A clock that runs goes on from what was entered.
      return {
        spentMs: change.spentMs,
        runningSince: clock.runningSince === undefined ? undefined : now,
      };
  }
}
