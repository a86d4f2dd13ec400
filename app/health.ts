import { setTimeout as wait } from "node:timers/promises";
import type { Handoff } from "../handoff/index.js";
import type { Follower, Search } from "../knowledge/index.js";
import type { Store } from "../store/index.js";

export interface HealthReport {
  /** `stopping`: it still serves, but nobody should send it anybody new. */
  readonly status: "ready" | "degraded" | "stopping" | "down";
  readonly store: { readonly engine: string; readonly state: "up" | "down" };
  readonly queue: { readonly kind: string; readonly state: "up" | "degraded" };
  readonly assistant: { readonly state: "trained" | "training" };
  /** Those that search knows; while they are still being read, answers may miss some. */
  readonly articles: { readonly state: "read" | "reading"; readonly known: number };
  readonly demo: boolean;
}

export interface Health {
  report(): Promise<HealthReport>;
  /** From now on this node says that it stops. */
  stop(): void;
}

/** A database that takes longer than this is as good as away, for whoever asks whether to send people here. */
const pingWithinMs = 2000;

/** Without its database a node cannot serve; without Redis it serves from the database alone, and says so. */
export function createHealth(parts: {
  readonly store: Store;
  readonly handoff: Handoff;
  readonly isTrained: () => boolean;
  readonly follower: Pick<Follower, "isComplete">;
  readonly search: Pick<Search, "size">;
  readonly isDemo: boolean;
}): Health {
  const { store, handoff } = parts;
  let isStopping = false;
  const statusOf = (isUp: boolean, isDegraded: boolean): HealthReport["status"] => {
    if (isStopping) return "stopping";
    if (!isUp) return "down";
    return isDegraded ? "degraded" : "ready";
  };
  return {
    stop: () => {
      isStopping = true;
    },
    report: async () => {
      const isUp = await answers(store);
      const { queue, state } = handoff.health();
      const isRead = parts.follower.isComplete();
      const degraded = state === "degraded" || !parts.isTrained() || !isRead;
      return {
        status: statusOf(isUp, degraded),
        store: { engine: store.engine, state: isUp ? "up" : "down" },
        queue: { kind: queue, state },
        assistant: { state: parts.isTrained() ? "trained" : "training" },
        articles: { state: isRead ? "read" : "reading", known: parts.search.size },
        demo: parts.isDemo,
      };
    },
  };
}

async function answers(store: Store): Promise<boolean> {
  const ping = store.ping().then(
    () => true,
    () => false,
  );
  return Promise.race([ping, wait(pingWithinMs, false, { ref: false })]);
}
