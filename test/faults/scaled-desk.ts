import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { connectStore, type Store } from "../../store/index.js";
import { buildDesk, newDataDir } from "../support/desk-process.js";
import { newSchema } from "../support/postgres.js";
import { type RedisServer, spawnRedis } from "../support/redis.js";
import { DeskNode } from "./desk-node.js";

export interface ScaledDesk {
  readonly nodes: readonly [DeskNode, DeskNode];
  readonly urls: readonly string[];
  readonly redis: RedisServer;
  /** The nodes' database, over connections of the test's own. */
  readonly store: Store;
  /** Ends every connection the nodes have to PostgreSQL, as a restart of it does; answers how many. */
  cutDatabase(): Promise<number>;
  /** How often a node ended without being told to. */
  deaths(): number;
  close(): Promise<void>;
}

/** Two serving nodes, started at the same moment, on one PostgreSQL schema and a Redis of their own. */
export async function openScaledDesk(settings: Readonly<Record<string, string>> = {}): Promise<ScaledDesk> {
  buildDesk();
  const [redis, schema] = await Promise.all([spawnRedis(), newSchema()]);
  const data = newDataDir();
  const applicationName = `faults-${randomUUID().slice(0, 13)}`;
  const url = new URL(schema.url);
  url.searchParams.set("application_name", applicationName);
  const environment = {
    REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    DATABASE_URL: url.href,
    DATABASE_SCHEMA: schema.name,
    SESSION_SECRET: "0123456789abcdef0123456789abcdef",
    ...settings,
  };
  const nodes = [new DeskNode(data.path, { environment }), new DeskNode(data.path, { environment })] as const;
  await Promise.all(nodes.map((node) => node.start()));
  const store = connectStore({ databaseUrl: schema.url, schema: schema.name, poolSize: 3 });
  return {
    nodes,
    urls: nodes.map((node) => node.url),
    redis,
    store,
    cutDatabase: async () => {
      const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = ${applicationName}`.execute(store.db);
      return rows.length;
    },
    deaths: () => nodes.reduce((sum, node) => sum + node.deaths, 0),
    close: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
      await store.close();
      await redis.close();
      await schema.drop();
      data.remove();
    },
  };
}
