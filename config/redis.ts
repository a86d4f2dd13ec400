import { Redis, type RedisOptions } from "ioredis";
import type { Log } from "./logger.js";

/** Longest wait between two attempts to connect. */
const reconnectMaxMs = 2000;
/** A command without an answer fails after this long; a queue must never hang on Redis. */
const commandTimeoutMs = 1000;
const connectTimeoutMs = 3000;

/**
 * A connection for commands. They fail at once while Redis is away and after a second without an answer; none waits in
 * a queue and none is sent twice, so the caller decides what to do without Redis. Reconnects for ever. Connects when
 * `connect()` is called; call it without awaiting to start while Redis is away.
 */
export function createRedis(url: string, log: Log): Redis {
  return watch(
    new Redis(url, { ...options, enableOfflineQueue: false, commandTimeout: commandTimeoutMs }),
    log,
  );
}

/**
 * A connection that only listens. Subscriptions asked for while Redis is away wait, and all of them are made again
 * after each reconnect; what was published meanwhile is lost, which every listener must be ready for.
 */
export function createSubscriber(url: string, log: Log): Redis {
  return watch(new Redis(url, { ...options, enableOfflineQueue: true, autoResubscribe: true }), log);
}

const options: RedisOptions = {
  lazyConnect: true,
  connectTimeout: connectTimeoutMs,
  // Commands under way when the line breaks are refused, never repeated: a repeat could take from a queue twice.
  maxRetriesPerRequest: null,
  autoResendUnfulfilledCommands: false,
  retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), reconnectMaxMs),
  // A node that was demoted to a replica refuses writes until the client asks again for the master.
  reconnectOnError: (error) => error.message.startsWith("READONLY"),
};

/** One line when Redis goes and one when it comes back, however many attempts lie between. */
function watch(redis: Redis, log: Log): Redis {
  let state: "unknown" | "there" | "away" = "unknown";
  redis.on("ready", () => {
    if (state === "away") log.info("Redis is back.");
    state = "there";
  });
  redis.on("error", (error) => {
    if (state !== "away")
      log.warn({ reason: error.message || String(error) }, "Redis is away; trying again.");
    state = "away";
  });
  // Not "close": that also comes when the desk itself hangs up.
  redis.on("reconnecting", () => {
    if (state === "there") log.warn("The connection to Redis was lost; trying again.");
    if (state === "there") state = "away";
  });
  return redis;
}
