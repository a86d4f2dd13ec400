import type { Timers } from "../../../web/chat/timers.js";

export interface FakeClock extends Timers {
  /** Moves time on, letting promises settle after each timer that falls due. */
  advance(ms: number): Promise<void>;
}

export function createFakeClock(): FakeClock {
  let now = 1_700_000_000_000;
  let due: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(delayMs, run) {
      const timer = { at: now + delayMs, run };
      due.push(timer);
      return () => {
        due = due.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        due = due.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.run();
        await settle();
      }
      now = end;
    },
  };
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  for (let step = 0; step < 30; step += 1) await Promise.resolve();
}
