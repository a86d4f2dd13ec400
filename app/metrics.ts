import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Store } from "../store/index.js";
import type { Health } from "./health.js";
import { countInsight } from "./insight-metrics.js";
import { countModel, type Spent } from "./language-model/index.js";
import { countBreaches } from "./records/index.js";

export interface Metrics {
  /** How long the assistant's turns took, ms. */
  turnTook(ms: number): void;
  /** How long a request over a socket took until its answer, ms. */
  requestTook(name: string, ms: number): void;
  /** How long a route took until its answer, ms. */
  answerTook(route: { readonly method: string; readonly path: string }, status: number, ms: number): void;
  /** What a question to the language model came to, what it took and what it cost. */
  modelAnswered(spent: Spent): void;
  /** What only the whole desk knows about itself; asked at each scrape. */
  watch(node: NodeState): void;
  text(): Promise<{ type: string; content: string }>;
}

export interface NodeState {
  readonly health: Health;
  countSockets(): number;
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
  const answers = new Histogram({
    name: "deskhand_http_request_seconds",
    help: "Time from a request of HTTP to its answer",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
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
    // By the hundreds of the status: more would multiply the series and tell no more.
    answerTook: ({ method, path }, status, ms) =>
      answers.observe({ method, route: path, status: `${Math.floor(status / 100)}xx` }, ms / 1000),
    watch: (node) => watchNode(node, registers),
    requestTook: (name, ms) => requests.observe({ name }, ms / 1000),
    modelAnswered: countModel(registers),
    text: async () => ({ type: registry.contentType, content: await registry.metrics() }),
  };
}

function watchNode({ health, countSockets }: NodeState, registers: Registry[]): void {
  new Gauge({
    name: "deskhand_sockets_open",
    help: "Sockets of people that are open on this node",
    registers,
    collect() {
      this.set(countSockets());
    },
  });
  new Gauge({
    name: "deskhand_dependency_up",
    help: "Whether the database and the queue's index answer this node",
    labelNames: ["dependency"],
    registers,
    async collect() {
      const { store, queue } = await health.report();
      this.set({ dependency: "store" }, store.state === "up" ? 1 : 0);
      this.set({ dependency: "queue" }, queue.state === "up" ? 1 : 0);
    },
  });
}

async function waiting(store: Store): Promise<{ count: number; oldest: number | null }> {
  const row = await store.db
    .selectFrom("attendance")
    .select((of) => [of.fn.countAll<number>().as("count"), of.fn.min("waiting_since").as("oldest")])
    .where("phase", "=", "logged")
    .executeTakeFirst();
  return { count: Number(row?.count ?? 0), oldest: row?.oldest ?? null };
}
