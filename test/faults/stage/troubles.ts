import type { Redis } from "ioredis";
import type { Desk } from "./desk.js";
import type { DeskKind } from "./scenario.js";

/** What a trouble is brought upon. */
export interface Field {
  readonly desk: Desk;
  /** Which node, where it is about one. */
  readonly at: number;
  readonly redis: Redis | undefined;
  readonly dice: (below: number) => number;
}

/** Something that goes wrong for a while, and is over then. */
export interface Trouble {
  readonly name: string;
  readonly on: readonly DeskKind[];
  /** Two troubles of the same place are never under way together; `node` and `line` are one place for each node. */
  readonly place: "node" | "line" | "redis" | "redis line" | "postgres" | "postgres line";
  /** The longest it lasts, ms. */
  readonly mostMs: number;
  begin(field: Field): unknown;
  end?(field: Field): unknown;
}

const everywhere: readonly DeskKind[] = ["sqlite", "postgres", "two-nodes"];
const withServers: readonly DeskKind[] = ["postgres", "two-nodes"];

/** All that a random schedule is made of. */
export const troubles: readonly Trouble[] = [
  {
    name: "kill -9 of node",
    ...{ on: everywhere, place: "node", mostMs: 1500 },
    begin: (field) => nodeOf(field).kill(),
    end: (field) => nodeOf(field).start(),
  },
  {
    name: "SIGTERM to node",
    ...{ on: everywhere, place: "node", mostMs: 1500 },
    begin: (field) => nodeOf(field).stop(),
    end: (field) => nodeOf(field).start(),
  },
  {
    name: "SIGSTOP of node",
    ...{ on: everywhere, place: "node", mostMs: 6000 },
    begin: (field) => nodeOf(field).signal("SIGSTOP"),
    end: (field) => nodeOf(field).signal("SIGCONT"),
  },
  {
    name: "reset of all connections to node",
    ...{ on: everywhere, place: "line", mostMs: 1 },
    begin: (field) => frontOf(field).reset(),
  },
  {
    name: "answers cut off on the line to node",
    ...{ on: everywhere, place: "line", mostMs: 5000 },
    begin: (field) => frontOf(field).cutAnswers((bytes) => bytes.length > 0 && field.dice(12) === 0),
    end: (field) => frontOf(field).cutAnswers(undefined),
  },
  {
    name: "nothing comes through to node",
    ...{ on: everywhere, place: "line", mostMs: 6000 },
    begin: (field) => frontOf(field).set({ isBlackhole: true }),
    end: (field) => frontOf(field).heal(),
  },
  {
    name: "half a second and slices on the line to node",
    ...{ on: everywhere, place: "line", mostMs: 6000 },
    begin: (field) => frontOf(field).set({ delayMs: 500, jitterMs: 200, isSliced: true }),
    end: (field) => frontOf(field).heal(),
  },
  {
    name: "kill -9 of Redis, empty when it is back",
    ...{ on: withServers, place: "redis", mostMs: 5000 },
    begin: ({ desk }) => desk.redis?.kill(),
    end: ({ desk }) => desk.redis?.restart(),
  },
  {
    name: "SIGSTOP of Redis",
    ...{ on: withServers, place: "redis", mostMs: 8000 },
    begin: ({ desk }) => desk.redis?.pause(),
    end: ({ desk }) => desk.redis?.resume(),
  },
  {
    name: "FLUSHALL and SCRIPT FLUSH",
    ...{ on: withServers, place: "redis", mostMs: 1 },
    begin: async ({ redis }) => {
      await redis?.flushall();
      await redis?.script("FLUSH");
    },
  },
  {
    name: "answers of Redis cut off",
    ...{ on: withServers, place: "redis line", mostMs: 5000 },
    begin: ({ desk, dice }) => desk.redisLine?.cutAnswers(() => dice(10) === 0),
    end: ({ desk }) => desk.redisLine?.cutAnswers(undefined),
  },
  {
    name: "200 ms on the line to Redis",
    ...{ on: withServers, place: "redis line", mostMs: 8000 },
    begin: ({ desk }) => desk.redisLine?.set({ delayMs: 200, jitterMs: 100 }),
    end: ({ desk }) => desk.redisLine?.heal(),
  },
  {
    name: "kill -9 of PostgreSQL",
    ...{ on: withServers, place: "postgres", mostMs: 1 },
    begin: ({ desk }) => desk.postgres?.kill(),
  },
  {
    name: "SIGSTOP of PostgreSQL",
    ...{ on: withServers, place: "postgres", mostMs: 6000 },
    begin: ({ desk }) => desk.postgres?.pause(),
    end: ({ desk }) => desk.postgres?.resume(),
  },
  {
    name: "end of all connections to PostgreSQL",
    ...{ on: withServers, place: "postgres", mostMs: 1 },
    // Where it does not answer there are none.
    begin: ({ desk }) => desk.cutDatabase().catch(() => 0),
  },
  {
    name: "answers to COMMIT cut off",
    ...{ on: withServers, place: "postgres line", mostMs: 4000 },
    begin: ({ desk, dice }) =>
      desk.postgresLine?.cutAnswers((bytes) => bytes.includes("COMMIT") && dice(6) === 0),
    end: ({ desk }) => desk.postgresLine?.cutAnswers(undefined),
  },
  {
    name: "100 ms on the line to PostgreSQL",
    ...{ on: withServers, place: "postgres line", mostMs: 6000 },
    begin: ({ desk }) => desk.postgresLine?.set({ delayMs: 100, jitterMs: 50 }),
    end: ({ desk }) => desk.postgresLine?.heal(),
  },
];

function nodeOf({ desk, at }: Field) {
  const node = desk.nodes[at];
  if (node === undefined) throw new Error(`There is no node ${at}.`);
  return node;
}

function frontOf({ desk, at }: Field) {
  const front = desk.fronts[at];
  if (front === undefined) throw new Error(`There is no line to node ${at}.`);
  return front;
}
