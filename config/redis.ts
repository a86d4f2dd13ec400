import { Cluster, type ClusterOptions, Redis, type RedisOptions } from "ioredis";
import type { Log } from "./logger.js";
import { redisFaults } from "./redis-faults.js";

/** Where Redis is. */
export interface RedisAddress {
  /** A server, a node of a cluster or a Sentinel, with the credentials that all of them take. */
  readonly url: string;
  readonly mode: "single" | "cluster" | "sentinel";
  /** More nodes of the cluster, or more Sentinels, for when the first one is away. */
  readonly others: readonly { readonly host: string; readonly port: number }[];
  /** What the Sentinels call the master. */
  readonly masterName: string;
  readonly sentinelPassword?: string | undefined;
}

export type RedisClient = Redis | Cluster;

/** Longest wait between two attempts to connect. */
const reconnectMaxMs = 2000;
/** A command without an answer fails after this long; a queue must never hang on Redis. */
const commandTimeoutMs = 1000;
const connectTimeoutMs = 3000;
/** How soon a node learns that a slot of the cluster, or the master behind the Sentinels, has moved. */
const lookEveryMs = 1000;

const pause = (attempt: number) => Math.min(50 * 2 ** Math.min(attempt, 6), reconnectMaxMs);

/**
 * A connection for commands. They fail at once while Redis is away and after a second without an answer; none waits in
 * a queue and none is sent twice, so the caller decides what to do without Redis. Reconnects for ever. Connects when
 * `connect()` is called; call it without awaiting to start while Redis is away. A bare URL is one server.
 */
export function createRedis(address: RedisAddress | string, log: Log): RedisClient {
  const redis = open(address, { enableOfflineQueue: false, commandTimeout: commandTimeoutMs });
  return watch(redis, log, typeof address === "string" ? address : address.url);
}

/**
 * A connection that only listens. Subscriptions asked for while Redis is away wait, and all of them are made again
 * after each reconnect; what was published meanwhile is lost, which every listener must be ready for.
 */
export function createSubscriber(address: RedisAddress | string, log: Log): RedisClient {
  return watch(open(address, { enableOfflineQueue: true, autoResubscribe: true }), log);
}

const options: RedisOptions = {
  lazyConnect: true,
  connectTimeout: connectTimeoutMs,
  // Commands under way when the line breaks are refused, never repeated: a repeat could take from a queue twice.
  maxRetriesPerRequest: null,
  autoResendUnfulfilledCommands: false,
  retryStrategy: pause,
  // A node that was demoted to a replica refuses writes until the client asks again for the master.
  reconnectOnError: (error) => error.message.startsWith("READONLY"),
};

type Kind = Pick<RedisOptions, "enableOfflineQueue" | "commandTimeout" | "autoResubscribe">;

function open(address: RedisAddress | string, kind: Kind): RedisClient {
  if (typeof address === "string") return new Redis(address, { ...options, ...kind });
  switch (address.mode) {
    case "single":
      return new Redis(address.url, { ...options, ...kind });
    case "cluster":
      return new Cluster(nodesOf(address), clusterOptions(address, kind));
    case "sentinel":
      return new Redis({ ...options, ...kind, ...credentialsOf(address), ...sentinelOptions(address) });
  }
}

function clusterOptions(address: RedisAddress, kind: Kind): ClusterOptions {
  const { enableOfflineQueue = true, ...perNode } = kind;
  return {
    lazyConnect: true,
    enableOfflineQueue,
    clusterRetryStrategy: pause,
    slotsRefreshInterval: lookEveryMs,
    slotsRefreshTimeout: connectTimeoutMs,
    // As with one server: what was under way when a master died is refused, not repeated.
    retryDelayOnFailover: 0,
    retryDelayOnClusterDown: 0,
    redisOptions: { ...options, ...perNode, ...credentialsOf(address) },
  };
}

function sentinelOptions(address: RedisAddress): RedisOptions {
  return {
    sentinels: nodesOf(address),
    name: address.masterName,
    ...(address.sentinelPassword === undefined ? {} : { sentinelPassword: address.sentinelPassword }),
    ...(isTls(address) ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
    sentinelRetryStrategy: pause,
    // A master that hangs closes no connection: the Sentinels tell when another one has taken its place.
    failoverDetector: true,
    sentinelReconnectStrategy: pause,
  };
}

function nodesOf({ url, others }: RedisAddress): { host: string; port: number }[] {
  const { hostname, port } = new URL(url);
  return [{ host: hostname, port: Number(port || 6379) }, ...others];
}

function credentialsOf(address: RedisAddress): RedisOptions {
  const { username, password, pathname } = new URL(address.url);
  const db = address.mode === "sentinel" ? Number(pathname.slice(1) || 0) : 0;
  return {
    ...(username === "" ? {} : { username: decodeURIComponent(username) }),
    ...(password === "" ? {} : { password: decodeURIComponent(password) }),
    ...(isTls(address) ? { tls: {} } : {}),
    ...(db === 0 ? {} : { db }),
  };
}

function isTls({ url }: RedisAddress): boolean {
  return url.startsWith("rediss:");
}

/**
 * One line when Redis goes and one when it comes back, however many attempts lie between. With an address it also tells
 * what is wrong with the Redis that answers there.
 */
function watch(redis: RedisClient, log: Log, url?: string): RedisClient {
  let state: "unknown" | "there" | "away" = "unknown";
  redis.on("ready", () => {
    if (state === "away") log.info("Redis is back.");
    state = "there";
    if (url !== undefined) warnOfFaults(redis, url, log);
  });
  redis.on("error", (error: Error) => {
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

/** Said at every connection: whoever runs the desk should know. One that does not tell is left in peace. */
function warnOfFaults(redis: RedisClient, url: string, log: Log): void {
  redis
    .info()
    .then((info) => {
      for (const fault of redisFaults(info, url)) log.warn(fault);
    })
    .catch(() => undefined);
}
