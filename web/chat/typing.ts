import type { Facts } from "../../contract/events.js";
import { createWritable, type Readable } from "./readable.js";
import type { Timers } from "./timers.js";

const idleAfterMs = 4000;
/** Longer than the writer's repeat, so that a lost "stopped" does not stay for ever. */
const forgetAfterMs = 7000;
const repeatAfterMs = 3000;

export interface Typist {
  readonly accountId: string;
  readonly name: string;
}

export interface TypingHeard {
  readonly typists: Readable<readonly Typist[]>;
  hear(fact: Facts["typing:changed"]): void;
  forget(accountId: string): void;
  stop(): void;
}

/** Who is writing now, as far as was heard; one who falls silent is forgotten. */
export function createTypingHeard(timers: Timers): TypingHeard {
  const typists = createWritable<readonly Typist[]>([]);
  const expiries = new Map<string, () => void>();

  function forget(accountId: string): void {
    expiries.get(accountId)?.();
    expiries.delete(accountId);
    const rest = typists.getSnapshot().filter((typist) => typist.accountId !== accountId);
    if (rest.length < typists.getSnapshot().length) typists.set(rest);
  }

  return {
    typists,
    hear({ accountId, name, on }) {
      if (!on) return forget(accountId);
      expiries.get(accountId)?.();
      expiries.set(
        accountId,
        timers.after(forgetAfterMs, () => forget(accountId)),
      );
      if (typists.getSnapshot().some((typist) => typist.accountId === accountId)) return;
      typists.set([...typists.getSnapshot(), { accountId, name }]);
    },
    forget,
    stop() {
      for (const cancel of expiries.values()) cancel();
      expiries.clear();
    },
  };
}

export interface TypingTold {
  /** Call it at each keystroke. */
  touch(): void;
  /** Call it when the message left or the field was emptied. */
  rest(): void;
}

/** Tells that this person writes: at the first key, again every few seconds, and once when they stop. */
export function createTypingTold(timers: Timers, tell: (on: boolean) => void): TypingTold {
  let toldAt: number | undefined;
  let cancelIdle = (): void => {};

  function rest(): void {
    cancelIdle();
    if (toldAt === undefined) return;
    toldAt = undefined;
    tell(false);
  }

  return {
    touch() {
      cancelIdle();
      cancelIdle = timers.after(idleAfterMs, rest);
      if (toldAt !== undefined && timers.now() - toldAt < repeatAfterMs) return;
      toldAt = timers.now();
      tell(true);
    },
    rest,
  };
}
