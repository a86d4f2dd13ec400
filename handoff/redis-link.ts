import type { Cluster, Redis } from "ioredis";

export type RedisClient = Redis | Cluster;

/** A connection that is never waited for longer than it is worth. */
export interface RedisLink {
  readonly client: RedisClient;
  /** The answer, or `undefined` when Redis is away, slow or refused; never rejects. */
  ask(command: () => Promise<unknown>): Promise<unknown>;
  isUp(): boolean;
}

export interface RedisLinkOptions {
  readonly client: RedisClient;
  readonly now: () => number;
  /** How long one answer may take. */
  readonly commandTimeoutMs?: number | undefined;
  /** How long Redis is left alone after it did not answer. */
  readonly restMs?: number;
  /** Told about each command that failed, with its error. */
  readonly failed?: (error: unknown) => void;
}

const late = Symbol("late");

/**
 * Bounds every call to Redis. After one that was late the next ones are not even sent for `restMs`: a Redis that hangs
 * costs one timeout, not one per call.
 */
export function createRedisLink(options: RedisLinkOptions): RedisLink {
  const { client, now, commandTimeoutMs = 500, restMs = 1000 } = options;
  const within = createLimit(commandTimeoutMs);
  let awayUntil = 0;
  // Stays until the next answer: a Redis that hangs must not look well between two calls.
  let isAnswering = true;

  async function ask(command: () => Promise<unknown>): Promise<unknown> {
    if (client.status !== "ready" || now() < awayUntil) return undefined;
    try {
      const reply = await within(command());
      isAnswering = reply !== late;
      if (isAnswering) return reply;
    } catch (error) {
      isAnswering = false;
      options.failed?.(error);
    }
    awayUntil = now() + restMs;
    return undefined;
  }

  return { client, ask, isUp: () => client.status === "ready" && isAnswering };
}

/** How much sooner than its limit a call may be given up. */
const sliceMs = 50;

/**
 * Bounds many short waits: calls that begin in the same slice of time share one timer. A node that was busy itself looks
 * at what has come in before it calls an answer late.
 */
function createLimit(limitMs: number): (reply: Promise<unknown>) => Promise<unknown> {
  type GiveUp = (answer: typeof late) => void;
  let slice: GiveUp[] | undefined;

  function openSlice(): GiveUp[] {
    const waiting: GiveUp[] = [];
    setTimeout(() => {
      slice = undefined;
    }, sliceMs).unref();
    const giveUp = () => {
      for (const one of waiting) one(late);
    };
    setTimeout(() => setImmediate(giveUp), limitMs).unref();
    return waiting;
  }

  return (reply) =>
    new Promise((resolve, reject) => {
      slice ??= openSlice();
      slice.push(resolve);
      // What comes after the limit finds the promise settled, also when it is an error.
      reply.then(resolve, reject);
    });
}
