import { type Clock, type ClockChange, changeClock, readClock, startClock } from "../../consults/index.js";

/** What the clock must show, told second by second instead of by subtraction. */
function count(steps: readonly Step[]): number {
  let shown = 0;
  let isRunning = true;
  for (const { change, afterMs } of steps) {
    if (isRunning) shown += afterMs;
    if (change.kind === "set") shown = change.spentMs;
    else isRunning = change.kind === "resume";
  }
  return shown;
}

interface Step {
  readonly afterMs: number;
  readonly change: ClockChange;
}

/** A small generator with a seed, so that a failure can be run again. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

function randomStep(random: (below: number) => number): Step {
  const kinds = ["pause", "resume", "set"] as const;
  const kind = kinds[random(3)] ?? "pause";
  const change = kind === "set" ? { kind, spentMs: random(10_000_000) } : { kind };
  return { afterMs: random(100_000), change };
}

describe("Chat Time", () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed + 1))(
    "counts what ran and nothing else, whatever is paused, resumed and entered by hand (S4-17, S4-18, S4-19) %i",
    (seed) => {
      const random = createRandom(seed);
      const steps = Array.from({ length: 1 + random(30) }, () => randomStep(random));
      let now = 1_000_000;
      let clock: Clock = startClock(now);

      for (const { afterMs, change } of steps) {
        now += afterMs;
        clock = changeClock(clock, change, now);
      }

      expect(readClock(clock, now)).toBe(count(steps));
    },
  );

  it("never counts backwards on a node whose clock is behind", () => {
    expect(readClock({ spentMs: 5000, runningSince: 90_000 }, 80_000)).toBe(5000);
  });
});
