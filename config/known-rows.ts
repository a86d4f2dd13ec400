import { setTimeout as pause } from "node:timers/promises";
import type { Bell } from "../store/index.js";
import { createListeners } from "./listeners.js";

/** Rows that are held in memory on every node. */
export interface KnownRows<R> {
  all(): readonly R[];
  /** Reads again, and tells listeners when something differs. */
  reload(): Promise<void>;
  /** Reads again and tells the other nodes to. */
  changed(): Promise<void>;
  onChanged(listener: () => void): () => void;
  /** Reads, and from then on every second until the signal: a node that heard no bell is behind by that at most. */
  start(signal: AbortSignal): Promise<void>;
}

const rereadMs = 1000;

export function createKnownRows<R>(options: {
  readonly read: () => Promise<R[]>;
  readonly topic: string;
  readonly bell: Bell | undefined;
  readonly onError: (error: unknown) => void;
}): KnownRows<R> {
  const { read, topic, bell, onError } = options;
  const listeners = createListeners<undefined>();
  let known: readonly R[] = [];
  let stamp = "[]";
  let begun = 0;
  let newest: Promise<void> = Promise.resolve();

  async function readNow(): Promise<void> {
    begun += 1;
    const mine = begun;
    const rows = await read();
    // Overtaken: what was read here may be older than what the newer reading finds, so that one is waited for.
    if (mine !== begun) return newest;
    const found = JSON.stringify(rows);
    if (found === stamp) return;
    [known, stamp] = [rows, found];
    listeners.tell(undefined);
  }

  function reload(): Promise<void> {
    newest = readNow();
    return newest;
  }

  async function watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(rereadMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await reload().catch(onError);
    }
  }

  bell?.on(topic, () => void reload().catch(onError));
  return {
    all: () => known,
    reload,
    changed: async () => {
      await reload();
      bell?.ring(topic, "");
    },
    onChanged: (listener) => listeners.add(listener),
    start: async (signal) => {
      await reload();
      void watch(signal);
    },
  };
}
