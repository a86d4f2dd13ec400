import type { RedisClient } from "./redis.js";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";

/** Where limits are counted: shared by all nodes where Redis is; while it is away each node counts for itself. */
export interface LimitStore {
  readonly redis?: RedisClient | undefined;
  readonly prefix: string;
}

export interface LimitRule {
  readonly name: string;
  /** How often within `seconds`. */
  readonly points: number;
  readonly seconds: number;
}

/** A limiter that asks Redis before it answers: exact over all nodes, at the price of a round trip. */
export function createLimiter({ redis, prefix }: LimitStore, rule: LimitRule): RateLimiterAbstract {
  const { name, points, seconds: duration } = rule;
  const memory = new RateLimiterMemory({ keyPrefix: name, points, duration });
  if (redis === undefined) return memory;
  const base = { storeClient: redis, rejectIfRedisNotReady: true, insuranceLimiter: memory };
  return new RateLimiterRedis({ ...base, keyPrefix: `${prefix}limit:${name}`, points, duration });
}

/** Whether this is one too many; a fault of the limiter itself is thrown. */
export function isRefusal(reason: unknown): reason is { readonly msBeforeNext: number } {
  return typeof reason === "object" && reason !== null && "msBeforeNext" in reason;
}

/** Counts asked of Redis and not answered yet; a Redis that hangs is not asked for more. */
const askedMost = 500;

/** Says at once whether one thing more may pass. */
export type QuickLimit = (key: string) => Promise<boolean>;

/**
 * A limit on what happens often: this node's own count decides at once, and what the other nodes have let in is asked
 * of Redis meanwhile and holds from the next time on. Redis hanging or away never makes anybody wait (F7); over n nodes
 * somebody gets through at most what was under way when the limit was reached.
 */
export function createQuickLimit(store: LimitStore, rule: LimitRule): QuickLimit {
  const own = new RateLimiterMemory({
    keyPrefix: rule.name,
    points: rule.points,
    duration: rule.seconds,
  });
  const { redis, prefix } = store;
  if (redis === undefined) return (key) => passes(own, key);
  const shared = new RateLimiterRedis({
    storeClient: redis,
    rejectIfRedisNotReady: true,
    keyPrefix: `${prefix}limit:${rule.name}`,
    points: rule.points,
    duration: rule.seconds,
  });
  let asked = 0;
  const tellOthers = async (key: string) => {
    if (asked >= askedMost) return;
    asked++;
    try {
      await shared.consume(key);
    } catch (reason) {
      // Anything but a refusal is Redis being away: then this node's count alone holds.
      if (isRefusal(reason)) await own.block(key, Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
    } finally {
      asked--;
    }
  };
  return async (key) => {
    const isAdmitted = await passes(own, key);
    if (isAdmitted) tellOthers(key).catch(() => undefined);
    return isAdmitted;
  };
}

function passes(limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    (reason: unknown) => {
      if (isRefusal(reason)) return false;
      throw reason;
    },
  );
}
