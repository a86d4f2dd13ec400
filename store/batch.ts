import { AsyncResource } from "node:async_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { StoreBusyError } from "./away.js";

/** How many items may wait in one line where nothing else is said; who comes then is told at once, and may come again. */
const usuallyAtMost = 5000;

/** Takes items one by one and hands them on together; see `createBatcher`. */
export interface Batcher<Item, Result> {
  /**
   * Resolves with this item's result after the batch it went with is done; rejects when that batch failed, and at once
   * with a StoreBusyError when too many wait.
   */
  add(item: Item): Promise<Result>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
  /** On whose behalf it is asked: what the store does for a batch is written down under one of its own requests. */
  readonly asker: AsyncResource;
}

/**
 * Groups what arrives within one turn of the event loop, or while the batch before is still under way, and hands it
 * to `run`, which answers with one result per item in the same order. Batches never overlap.
 */
export function createBatcher<Item, Result>(options: {
  readonly run: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly maxItems: number;
  /** How long the first waits for others, where nobody waits for its result; until the turn is over when left out. */
  readonly gatherMs?: number;
  readonly waitingAtMost?: number;
}): Batcher<Item, Result> {
  const { gatherMs, waitingAtMost = usuallyAtMost } = options;
  let waiting: Waiting<Item, Result>[] = [];
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    // What other sockets deliver in this same turn of the loop joins the first batch.
    if (gatherMs === undefined) await new Promise<void>((resolve) => setImmediate(resolve));
    else await wait(gatherMs);
    while (waiting.length > 0) {
      const batch = waiting.slice(0, options.maxItems);
      waiting = waiting.slice(options.maxItems);
      await settle(batch, options.run);
    }
    running = undefined;
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= waitingAtMost)
          return reject(new StoreBusyError("Too many wait for the store."));
        waiting.push({ item, resolve, reject, asker: new AsyncResource("BATCH_ITEM") });
        running ??= drain();
      }),
    idle: async () => {
      await running;
    },
  };
}

async function settle<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const items = batch.map(({ item }) => item);
    const results = await (batch[0]?.asker.runInAsyncScope(run, undefined, items) ?? run(items));
    for (const [index, one] of batch.entries()) {
      const result = results[index];
      if (result === undefined)
        one.reject(new Error("The batch answered for fewer items than it was given."));
      else one.resolve(result);
    }
  } catch (error) {
    for (const one of batch) one.reject(error);
  }
}

/**
 * Several batchers side by side. Items of one name always take the same one, so that they keep their order, while the
 * others need not wait for their batch.
 */
export function createLanes<Item, Result>(options: {
  readonly count: number;
  readonly nameOf: (item: Item) => string;
  readonly run: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly maxItems: number;
}): Batcher<Item, Result> {
  const first = createBatcher(options);
  const lanes = [first, ...Array.from({ length: options.count - 1 }, () => createBatcher(options))];
  return {
    add: (item) => (lanes[numberOf(options.nameOf(item)) % lanes.length] ?? first).add(item),
    idle: async () => {
      await Promise.all(lanes.map((lane) => lane.idle()));
    },
  };
}

function numberOf(name: string): number {
  let sum = 0;
  for (let at = 0; at < name.length; at += 1) sum = (Math.imul(sum, 31) + name.charCodeAt(at)) >>> 0;
  return sum;
}
