import type { Message } from "../../contract/conversation.js";
import type { Keeping } from "./keeping.js";
import { type OutboxEntry, parseEntries, type SendFailure } from "./outbox-entry.js";
import { isLost, type Outcome } from "./outcome.js";
import { createWritable, type Readable } from "./readable.js";
import type { Timers } from "./timers.js";

/** After this long without an answer a message is shown as not sent (D13: no endless spinner). */
const unreachableAfterMs = 20_000;
/** What is older is sent only when the person asks: nobody expects yesterday's words to leave by themselves. */
const resendByItselfMs = 10 * 60_000;
const retryPauseMs = 1000;

/** The server took nothing and asks to come back. */
const passing: readonly string[] = ["server/busy", "server/failed", "request/too-many"];

export interface OutboxOptions {
  readonly keeping: Keeping;
  readonly key: string;
  readonly timers: Timers;
  readonly isOnline: () => boolean;
  readonly send: (entry: OutboxEntry) => Promise<Outcome<"message:send">>;
  readonly onSent: (message: Message) => void;
}

export interface Outbox {
  readonly entries: Readable<readonly OutboxEntry[]>;
  add(draft: Pick<OutboxEntry, "clientMessageId" | "text" | "value" | "files" | "epoch" | "articleId">): void;
  /** Sends what waits, in the order it was written; call it whenever the connection came (back). */
  flush(): void;
  resend(clientMessageId: string, change?: { epoch?: number }): void;
  discard(clientMessageId: string): void;
  /** The message was seen in the log: it needs no answer any more. */
  settle(clientMessageId: string): void;
  stop(): void;
}

/** Keeps what a person wrote until the server answers for it: one at a time, each under one name (D1, D3, D10). */
export function createOutbox(options: OutboxOptions): Outbox {
  const { keeping, key, timers } = options;
  const entries = createWritable<readonly OutboxEntry[]>(parseEntries(keeping.read(key)));
  const deadlines = new Map<string, () => void>();
  let running = false;
  let stopped = false;

  function put(next: readonly OutboxEntry[]): void {
    keeping.write(key, next.length > 0 ? JSON.stringify(next) : undefined);
    entries.set(next);
  }

  function change(id: string, to: (entry: OutboxEntry) => OutboxEntry): void {
    put(entries.getSnapshot().map((entry) => (entry.clientMessageId === id ? to(entry) : entry)));
  }

  function remove(id: string): void {
    deadlines.get(id)?.();
    deadlines.delete(id);
    const rest = entries.getSnapshot().filter((entry) => entry.clientMessageId !== id);
    if (rest.length < entries.getSnapshot().length) put(rest);
  }

  function fail(id: string, failure: SendFailure): void {
    deadlines.get(id)?.();
    deadlines.delete(id);
    change(id, (entry) => ({ ...entry, state: "failed", failure }));
  }

  function awaitAnswer(id: string): void {
    deadlines.get(id)?.();
    deadlines.set(
      id,
      timers.after(unreachableAfterMs, () => fail(id, { reason: "unreachable" })),
    );
  }

  function revive(id: string, epoch?: number): void {
    change(id, ({ failure: _, ...entry }) => ({ ...entry, state: "pending", ...(epoch ? { epoch } : {}) }));
    awaitAnswer(id);
  }

  function reviveUnreachable(): void {
    const since = timers.now() - resendByItselfMs;
    for (const { clientMessageId, failure, firstSentAt } of entries.getSnapshot()) {
      if (failure?.reason === "unreachable" && firstSentAt > since) revive(clientMessageId);
    }
  }

  function take(id: string, outcome: Outcome<"message:send">): "next" | "pause" {
    if (outcome.ok) {
      remove(id);
      options.onSent(outcome.message);
      return "next";
    }
    if (isLost(outcome) || passing.includes(outcome.error.code)) return "pause";
    fail(id, { reason: "refused", code: outcome.error.code, message: outcome.error.message });
    return "next";
  }

  async function run(): Promise<void> {
    while (!stopped && options.isOnline()) {
      const next = entries.getSnapshot().find(({ state }) => state === "pending");
      if (!next) return;
      const outcome = await options.send(next);
      if (stopped) return;
      const verdict = take(next.clientMessageId, outcome);
      if (verdict === "pause") await new Promise<void>((resolve) => timers.after(retryPauseMs, resolve));
    }
  }

  function flush(): void {
    if (running || stopped) return;
    running = true;
    void run().finally(() => {
      running = false;
      // What was added between the last look and this line would wait for the next flush.
      if (options.isOnline() && entries.getSnapshot().some(({ state }) => state === "pending")) flush();
    });
  }

  restoreAge();

  function restoreAge(): void {
    const since = timers.now() - resendByItselfMs;
    for (const { clientMessageId, state, firstSentAt } of entries.getSnapshot()) {
      if (state !== "pending") continue;
      if (firstSentAt > since) awaitAnswer(clientMessageId);
      else fail(clientMessageId, { reason: "unreachable" });
    }
  }

  return {
    entries,
    add(draft) {
      put([...entries.getSnapshot(), { ...draft, firstSentAt: timers.now(), state: "pending" }]);
      awaitAnswer(draft.clientMessageId);
      flush();
    },
    flush() {
      reviveUnreachable();
      flush();
    },
    resend(clientMessageId, { epoch } = {}) {
      revive(clientMessageId, epoch);
      flush();
    },
    discard: remove,
    settle: remove,
    stop() {
      stopped = true;
      for (const cancel of deadlines.values()) cancel();
      deadlines.clear();
    },
  };
}
