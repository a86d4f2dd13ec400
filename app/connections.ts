import { setTimeout as wait } from "node:timers/promises";
import { type Config, createRedis, createSubscriber, type Log } from "../config/index.js";
import { type Bell, createRedisBell, createSilentBell } from "../conversation/index.js";
import type { Trail } from "../contract/index.js";
import { connectStore, type Store } from "../store/index.js";
import { createOutage } from "./outage.js";

export interface RedisPair {
  readonly commands: ReturnType<typeof createRedis>;
  readonly subscriber: ReturnType<typeof createSubscriber>;
}

/** The store, and a log that tells of its being away once and not at each thing that failed. */
export function openStore(
  config: Config,
  { log: loud, trail, now }: { readonly log: Log; readonly trail: Trail; readonly now: () => number },
): { readonly store: Store; readonly log: Log } {
  const outage = createOutage({ log: loud, ping: () => store.ping(), now });
  const { log } = outage;
  const { databaseUrl } = config.secrets;
  const { schema, file, poolSize } = config.store;
  const store = connectStore({
    databaseUrl,
    schema,
    file,
    poolSize,
    trail,
    onConnectionError: (error) => log.warn({ err: error }, "A connection to the database was lost."),
  });
  const close = () => {
    outage.stop();
    return store.close();
  };
  return { store: { ...store, close }, log };
}

export function openRedis(config: Config, log: Log): RedisPair | undefined {
  const { redisUrl } = config.secrets;
  if (redisUrl === undefined) return undefined;
  const { mode, others, masterName } = config.redis;
  const sentinelPassword = config.secrets.redisSentinelPassword;
  const address = { url: redisUrl, mode, others, masterName, sentinelPassword };
  return { commands: createRedis(address, log), subscriber: createSubscriber(address, log) };
}

export function openBell(redis: RedisPair | undefined, config: Config, trail: Trail): Bell {
  if (redis === undefined) return createSilentBell();
  const { commands, subscriber } = redis;
  return createRedisBell({
    channel: `${config.redis.prefix}bell`,
    nodeName: config.server.nodeName,
    trail,
    wire: {
      publish: (channel, message) => commands.publish(channel, message),
      subscribe: (channel) => {
        // A subscription whose answer was lost with the connection is asked for again; twice is harmless.
        subscriber.on("ready", () => {
          subscriber.subscribe(channel).catch(() => undefined);
        });
        return subscriber.subscribe(channel);
      },
      onMessage: (hear) => {
        subscriber.on("message", hear);
      },
    },
  });
}

/** Resolves when the database answers; says once that it is waited for. */
export async function waitForStore(store: Store, log: Log, signal: AbortSignal): Promise<void> {
  let told = false;
  for (;;) {
    try {
      await store.db.selectNoFrom((of) => of.lit(1).as("one")).execute();
      if (told) log.info("The database is there.");
      return;
    } catch (error) {
      if (signal.aborted) throw error;
      if (!told) log.warn({ reason: reasonOf(error) }, "The database is away; waiting for it.");
      told = true;
      await wait(500, undefined, { signal }).catch(() => undefined);
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
