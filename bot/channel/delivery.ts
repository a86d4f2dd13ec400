import type { ChannelLinks, Conversations } from "../../conversation/index.js";
import { type BackoffOptions, backoffMs } from "./backoff.js";
import type { Channel } from "./channel.js";
import type { ChannelLog } from "./log.js";
import { type FileLinks, sendPending } from "./send-pending.js";

export interface DeliveryOptions {
  readonly links: Pick<ChannelLinks, "byConversation" | "advance" | "pending">;
  readonly conversations: Pick<Conversations, "after" | "events">;
  readonly post: Channel["post"];
  readonly fileLinks?: FileLinks | undefined;
  /** The right to deliver a conversation, for a time; `undefined` while another node has it. */
  readonly lease: (name: string, ttlMs: number) => Promise<(() => void) | undefined>;
  readonly now: () => number;
  readonly log: ChannelLog;
  readonly backoff?: BackoffOptions | undefined;
  /** How many conversations are sent to at the same time. */
  readonly maxAtOnce?: number | undefined;
  /** How many wait in memory; the rest waits in the store for the next sweep. */
  readonly maxWaiting?: number | undefined;
  readonly giveUpAfterMs?: number | undefined;
}

export interface Delivery {
  /** From here on whatever this node stores is delivered at once. */
  start(): void;
  /** Something may be new for the channel of this conversation; cheap when it is on none. */
  kick(conversationId: string): void;
  /** Finds what nobody told of: run it every two seconds or so. */
  sweep(): Promise<void>;
  /** Takes no more work and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

const defaultBackoff: BackoffOptions = { firstMs: 1000, maxMs: 60_000 };
/** Long enough for a run and the last call in it, which has its own time limits. */
const leaseMs = 60_000;
const runMs = 20_000;
/** After which another node's work on the same conversation is looked at again. */
const busyMs = 300;
const sweepPage = 200;
const maxKnownUnlinked = 20_000;

/**
 * Brings everything that others say in conversations of Bot Framework channels to those channels: in order, at least
 * once, from the log. Each conversation goes at its own pace; one whose channel does not answer waits alone.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { links, conversations, lease, log } = options;
  const backoff = options.backoff ?? defaultBackoff;
  const maxAtOnce = options.maxAtOnce ?? 64;
  const maxWaiting = options.maxWaiting ?? 10_000;
  const sending = {
    ...options,
    runMs,
    isStopping: () => isStopped,
    giveUpAfterMs: options.giveUpAfterMs ?? 24 * 60 * 60 * 1000,
  };

  const waiting = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const kickedWhileRunning = new Set<string>();
  const pauses = new Map<string, NodeJS.Timeout>();
  const failures = new Map<string, number>();
  /** A conversation is linked before its first message or never, so "not linked" holds for good. */
  const unlinked = new Set<string>();
  const quit: (() => void)[] = [];
  let isStopped = false;

  function kick(id: string): void {
    if (isStopped || unlinked.has(id) || pauses.has(id)) return;
    if (running.has(id)) {
      kickedWhileRunning.add(id);
      return;
    }
    if (waiting.size < maxWaiting) waiting.add(id);
    fill();
  }

  function fill(): void {
    for (const id of waiting) {
      if (isStopped || running.size >= maxAtOnce) return;
      waiting.delete(id);
      const work = run(id).finally(() => {
        running.delete(id);
        if (kickedWhileRunning.delete(id)) kick(id);
        fill();
      });
      running.set(id, work);
    }
  }

  async function run(id: string): Promise<void> {
    try {
      // Most conversations live on no channel; they cost one look-up and no lease.
      if ((await links.byConversation(id)) === undefined) return rememberUnlinked(id);
      const release = await lease(`channel-delivery:${id}`, leaseMs);
      if (release === undefined) return pause(id, busyMs);
      const outcome = await sendPending(id, sending).finally(release);
      if (outcome.status === "again") return retry(id, outcome.retryAfterMs);
      failures.delete(id);
      if (outcome.status === "more") kickedWhileRunning.add(id);
    } catch (error) {
      log.error({ err: error, conversationId: id }, "delivery to a channel failed");
      retry(id, undefined);
    }
  }

  function retry(id: string, askedMs: number | undefined): void {
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    pause(id, backoffMs(backoff, count, askedMs));
  }

  function pause(id: string, ms: number): void {
    if (isStopped) return;
    const end = setTimeout(() => {
      pauses.delete(id);
      kick(id);
    }, ms);
    end.unref();
    pauses.set(id, end);
  }

  function rememberUnlinked(id: string): void {
    if (unlinked.size >= maxKnownUnlinked) unlinked.clear();
    unlinked.add(id);
  }

  return {
    kick,
    start: () => {
      quit.push(
        conversations.events.on("stored", (message) => {
          if (message.sender.kind !== "requester") kick(message.conversationId);
        }),
      );
    },
    sweep: async () => {
      let afterId = "";
      while (!isStopped && waiting.size < maxWaiting) {
        const ids = await links.pending(sweepPage, afterId);
        for (const id of ids) kick(id);
        afterId = ids.at(-1) ?? "";
        if (ids.length < sweepPage) return;
      }
    },
    stop: async () => {
      isStopped = true;
      for (const off of quit.splice(0)) off();
      for (const timer of pauses.values()) clearTimeout(timer);
      pauses.clear();
      waiting.clear();
      await Promise.all(running.values());
    },
  };
}
