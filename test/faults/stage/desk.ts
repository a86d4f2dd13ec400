import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { sql } from "kysely";
import { connectStore, type Store } from "../../../store/index.js";
import { newDataDir } from "../../support/desk-process.js";
import { newSchema } from "../../support/postgres.js";
import { type RedisOptions, type RedisServer, spawnRedis } from "../../support/redis.js";
import { DeskNode, type NodeOptions } from "../desk-node.js";
import { type FaultProxy, openFaultProxy } from "./fault-proxy.js";
import { type PostgresServer, spawnPostgres } from "./postgres-server.js";
import type { DeskKind } from "./scenario.js";

export interface DeskOptions extends NodeOptions {
  readonly kind: DeskKind;
  /** A PostgreSQL server of its own, to be killed; else a schema of its own on the one that is there. */
  readonly ownPostgres?: Readonly<Record<string, string>> | undefined;
  readonly redis?: RedisOptions | undefined;
  /** Where the data lies; a temporary folder when left out. */
  readonly dataDir?: string | undefined;
  /** What only this node gets (0 is the first). */
  readonly nodeOptions?: ((at: number) => NodeOptions) | undefined;
}

/** A desk of one or two nodes with everything around it that can be broken. */
export interface Desk {
  readonly kind: DeskKind;
  readonly nodes: readonly DeskNode[];
  /** Each node as clients reach it: through a line that can be made bad. */
  readonly fronts: readonly FaultProxy[];
  readonly urls: readonly string[];
  /** The desk's database, over connections of the test's own. */
  readonly store: Store;
  readonly dataDir: string;
  readonly redis?: RedisServer | undefined;
  /** The line between the nodes and Redis, and between them and PostgreSQL. */
  readonly redisLine?: FaultProxy | undefined;
  readonly postgresLine?: FaultProxy | undefined;
  readonly postgres?: PostgresServer | undefined;
  /** Ends every connection the nodes have to PostgreSQL; answers how many. */
  cutDatabase(): Promise<number>;
  /** How often a node ended without being told to. */
  deaths(): number;
  close(): Promise<void>;
}

type Closing = (() => unknown)[];

/** Starts the desk; what has been started is ended again when it fails. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const closing: Closing = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    return { ...(await build(options, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(options: DeskOptions, closing: Closing): Promise<Omit<Desk, "close">> {
  const dataDir = options.dataDir ?? openDataDir(closing);
  const below = options.kind === "sqlite" ? undefined : await openBelow(options, closing);
  const nodes = Array.from({ length: options.kind === "two-nodes" ? 2 : 1 }, (_, at) => {
    const own = options.nodeOptions?.(at);
    const environment = { ...below?.environment, ...options.environment, ...own?.environment };
    return new DeskNode(dataDir, { ...options, ...own, environment });
  });
  closing.push(() => Promise.all(nodes.map((node) => node.kill())));
  await Promise.all(nodes.map((node) => (node.port === 0 ? node.start() : node.startUnheard())));
  const fronts = await Promise.all(nodes.map((node) => openFaultProxy(node.port)));
  for (const front of fronts) closing.push(front.close);
  const store = below?.connect() ?? connectStore({ file: join(dataDir, "desk.db") });
  closing.push(store.close);
  return {
    kind: options.kind,
    nodes,
    fronts,
    urls: fronts.map((front) => front.url),
    store,
    dataDir,
    ...below?.parts,
    cutDatabase: async () => {
      const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = ${below?.applicationName ?? ""}`.execute(store.db);
      return rows.length;
    },
    deaths: () => nodes.reduce((sum, node) => sum + node.deaths, 0),
  };
}

function openDataDir(closing: Closing): string {
  const data = newDataDir();
  closing.push(data.remove);
  return data.path;
}

async function openBelow(options: DeskOptions, closing: Closing) {
  const redis = await spawnRedis(options.redis);
  closing.push(redis.close);
  const redisLine = await openFaultProxy(redis.port);
  closing.push(redisLine.close);
  const { url: direct, schema, postgres } = await openDatabase(options, closing);
  const postgresLine = await openFaultProxy(Number(new URL(direct).port || 5432));
  closing.push(postgresLine.close);
  const applicationName = `faults-${randomUUID().slice(0, 13)}`;
  const url = new URL(direct);
  url.port = String(postgresLine.port);
  url.searchParams.set("application_name", applicationName);
  return {
    applicationName,
    parts: { redis, redisLine, postgresLine, postgres },
    connect: () => connectStore({ databaseUrl: direct, schema, poolSize: 2 }),
    environment: {
      REDIS_URL: `redis://127.0.0.1:${redisLine.port}`,
      DATABASE_URL: url.href,
      SESSION_SECRET: "0123456789abcdef0123456789abcdef",
      ...(schema === undefined ? {} : { DATABASE_SCHEMA: schema }),
    },
  };
}

async function openDatabase({ ownPostgres }: DeskOptions, closing: Closing) {
  if (ownPostgres === undefined) {
    const schema = await newSchema();
    closing.push(schema.drop);
    return { url: schema.url, schema: schema.name, postgres: undefined };
  }
  const postgres = await spawnPostgres(ownPostgres);
  closing.push(postgres.close);
  return { url: postgres.url, schema: undefined, postgres };
}
