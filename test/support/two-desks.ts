import { type RunningDesk, startDesk } from "./desk.js";
import { newSchema } from "./postgres.js";
import { type RedisServer, spawnRedis } from "./redis.js";

type Environment = Readonly<Record<string, string>>;

export interface TwoDesks {
  readonly near: RunningDesk;
  readonly far: RunningDesk;
  readonly redis: RedisServer;
  stop(): Promise<void>;
}

/** Two nodes of one desk in this process, on a Redis and a schema of PostgreSQL of their own. */
export async function startTwoDesks(
  both: Environment = {},
  each: { readonly near?: Environment; readonly far?: Environment } = {},
): Promise<TwoDesks> {
  const [redis, schema] = await Promise.all([spawnRedis(), newSchema()]);
  const environment = {
    REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    REDIS_PREFIX: "two:",
    DATABASE_URL: schema.url,
    DATABASE_SCHEMA: schema.name,
    SESSION_SECRET: "0123456789abcdef0123456789abcdef",
    ...both,
  };
  const near = await startDesk({ ...environment, ...each.near });
  const far = await startDesk({ ...environment, ...each.far });
  return {
    near,
    far,
    redis,
    stop: async () => {
      await Promise.all([near.stop(), far.stop()]);
      await Promise.all([redis.close(), schema.drop()]);
    },
  };
}
