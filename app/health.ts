import type { Handoff } from "../handoff/index.js";
import type { Store } from "../store/index.js";

export interface HealthReport {
  readonly status: "ready" | "degraded" | "down";
  readonly store: { readonly engine: string; readonly state: "up" | "down" };
  readonly queue: { readonly kind: string; readonly state: "up" | "degraded" };
  readonly assistant: { readonly state: "trained" | "training" };
  readonly demo: boolean;
}

export interface Health {
  report(): Promise<HealthReport>;
}

/** Without its database a node cannot serve; without Redis it serves from the database alone, and says so. */
export function createHealth(parts: {
  readonly store: Store;
  readonly handoff: Handoff;
  readonly isTrained: () => boolean;
  readonly isDemo: boolean;
}): Health {
  const { store, handoff } = parts;
  return {
    report: async () => {
      const isUp = await store.ping().then(
        () => true,
        () => false,
      );
      const { queue, state } = handoff.health();
      const degraded = state === "degraded" || !parts.isTrained();
      return {
        status: isUp ? (degraded ? "degraded" : "ready") : "down",
        store: { engine: store.engine, state: isUp ? "up" : "down" },
        queue: { kind: queue, state },
        assistant: { state: parts.isTrained() ? "trained" : "training" },
        demo: parts.isDemo,
      };
    },
  };
}
