import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Store } from "../store/index.js";
import { countInsight } from "./insight-metrics.js";
import { countBreaches } from "./records/index.js";

export interface Metrics {
  /** How long the assistant's turns took, ms. */
  turnTook(ms: number): void;
  /** How long a request over a socket took until its answer, ms. */
  requestTook(name: string, ms: number): void;
  text(): Promise<{ type: string; content: string }>;
}

/** Series for Prometheus, read from the store when asked. */
export function createMetrics({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: () => number;
}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "deskhand_" });
  const registers = [registry];
  const turns = new Histogram({
    name: "deskhand_turn_seconds",
    help: "Time of one turn of the assistant",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2, 8],
    registers,
  });
  const requests = new Histogram({
    name: "deskhand_socket_request_seconds",
    help: "Time from a socket request to its answer",
    labelNames: ["name"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
    registers,
  });
  new Gauge({
    name: "deskhand_attendances_waiting",
    help: "Attendances waiting for an agent",
    registers,
    collect() {
      return waiting(store).then(({ count }) => this.set(count));
    },
  });
  new Gauge({
    name: "deskhand_oldest_wait_seconds",
    help: "Longest wait among the attendances that wait now",
    registers,
    collect() {
      return waiting(store).then(({ oldest }) => this.set(oldest === null ? 0 : (now() - oldest) / 1000));
    },
  });
  countBreaches({ store, registers, now });
  countInsight({ store, registers, now });
  return {
    turnTook: (ms) => turns.observe(ms / 1000),
    requestTook: (name, ms) => requests.observe({ name }, ms / 1000),
    text: async () => ({ type: registry.contentType, content: await registry.metrics() }),
  };
}

async function waiting(store: Store): Promise<{ count: number; oldest: number | null }> {
  const row = await store.db
    .selectFrom("attendance")
    .select((of) => [of.fn.countAll<number>().as("count"), of.fn.min("waiting_since").as("oldest")])
    .where("phase", "=", "logged")
    .executeTakeFirst();
  return { count: Number(row?.count ?? 0), oldest: row?.oldest ?? null };
}
