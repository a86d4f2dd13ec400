import type { ErrorBody } from "../../contract/errors.js";
import type { MessageLog } from "./message-log.js";
import { isLost, type LostAnswer, type Outcome } from "./outcome.js";
import type { Timers } from "./timers.js";

const retryPauseMs = 1500;
/** A log that never fits what the server says is a fault to be told, not a loop. */
const maxResets = 3;

export interface CatchUpOptions {
  readonly log: MessageLog;
  readonly timers: Timers;
  readonly isOnline: () => boolean;
  readonly sync: (afterSeq: number) => Promise<Outcome<"conversation:sync">>;
  readonly onMessages: () => void;
  readonly onCaughtUp: () => void;
  readonly onFailed: (error: ErrorBody | LostAnswer["error"]) => void;
}

export interface CatchUp {
  /** Reads on from `lastSeq` until nothing is missing. Asking while it runs makes it look once more. */
  start(): void;
  /** What is shown does not fit the server's log: drop it and read from the first message (D9). */
  startAnew(): void;
  stop(): void;
}

type Page = "more" | "whole" | "broken";

/** Pages through `conversation:sync` until it is complete and no hole is left (D7, D8). */
export function createCatchUp(options: CatchUpOptions): CatchUp {
  const { log, timers } = options;
  let running = false;
  let again = false;
  let stopped = false;
  let resets = 0;

  async function readPage(): Promise<Page> {
    const outcome = await options.sync(log.lastSeq);
    if (stopped) return "broken";
    if (isLost(outcome)) return pause();
    if (!outcome.ok) {
      if (outcome.error.code === "server/busy") return pause();
      options.onFailed(outcome.error);
      return "broken";
    }
    if (outcome.resync && log.lastSeq > 0) return reset();
    const applied = log.apply(outcome.messages);
    if (applied === "conflict") return reset();
    options.onMessages();
    if (!outcome.complete) return "more";
    if (applied === "hole") return again ? "more" : pause();
    return "whole";
  }

  function reset(): Page {
    if (resets >= maxResets) return "broken";
    resets += 1;
    log.reset();
    return "more";
  }

  async function pause(): Promise<Page> {
    if (!options.isOnline()) return "broken";
    await new Promise<void>((resolve) => timers.after(retryPauseMs, resolve));
    return stopped || !options.isOnline() ? "broken" : "more";
  }

  async function run(): Promise<void> {
    let page: Page = "more";
    while (page === "more" || (again && page === "whole")) {
      again = false;
      page = await readPage();
    }
    if (page !== "whole") return;
    resets = 0;
    options.onCaughtUp();
  }

  function start(): void {
    again = true;
    if (running || stopped) return;
    running = true;
    void run().finally(() => {
      running = false;
      if (again && options.isOnline()) start();
    });
  }

  return {
    start,
    startAnew() {
      if (reset() === "more") start();
    },
    stop() {
      stopped = true;
    },
  };
}
