import { type Dialect, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { noTrail, type Trail } from "../contract/index.js";
import { markAsOfStore } from "./away.js";
import type { Tables } from "./schema.js";
import { followed } from "./followed-dialect.js";
import { createSqliteDialect } from "./sqlite-dialect.js";
import { createSqliteReaderDialect } from "./sqlite-reader.js";

export type Engine = "sqlite" | "postgres";
export type Db = Kysely<Tables>;

export interface Store {
  readonly engine: Engine;
  readonly db: Db;
  /**
   * For reads that take long (reports): they neither block the calling thread nor take a connection from those who
   * serve. No transactions, and the order of the rows is not kept.
   */
  readonly longReads: Db;
  /** Answers when the database does; throws when it is away. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** PostgreSQL, e.g. `postgres://user@host/database`. */
  readonly databaseUrl?: string | undefined;
  /** PostgreSQL schema to live in; tests give each suite its own. */
  readonly schema?: string | undefined;
  /** SQLite file, used when there is no `databaseUrl`. */
  readonly file?: string | undefined;
  readonly poolSize?: number | undefined;
  /** Whose requests the statements belong to. */
  readonly trail?: Trail | undefined;
  /** Told about a pooled connection that died while idle; the pool makes a new one. */
  readonly onConnectionError?: ((error: Error) => void) | undefined;
}

/** Opens the one SQL truth. No query is sent before the first use. */
export function connectStore(options: StoreOptions): Store {
  if (options.databaseUrl !== undefined) return connectPostgres(options.databaseUrl, options);
  if (options.file !== undefined) return connectSqlite(options.file, options.trail);
  throw new Error("A store needs a database URL or a file.");
}

function connectSqlite(file: string, trail: Trail = noTrail): Store {
  const open = (dialect: Dialect): Db =>
    new Kysely<Tables>({ dialect: followed(dialect, { trail, engine: "sqlite" }) });
  const [db, longReads] = [open(createSqliteDialect(file)), open(createSqliteReaderDialect(file))];
  return { engine: "sqlite", db, longReads, ping: () => ping(db), close: () => closeAll(db, longReads) };
}

async function closeAll(...dbs: readonly Db[]): Promise<void> {
  await Promise.all(dbs.map((db) => db.destroy()));
}

const bigintOid = 20;
/** How much longer than the server itself would take to end a statement its silence is borne. */
const hangMs = 5000;
const serving = { statementMs: 15_000, settings: "" };
/** Sorts of a year in memory; what a just-in-time compiler gains on one read it takes to compile it. */
const longRead = {
  connections: 2,
  statementMs: 60_000,
  settings: " -c default_transaction_read_only=on -c work_mem=64MB -c jit=off",
};

function connectPostgres(url: string, options: StoreOptions): Store {
  const { trail = noTrail } = options;
  const open = (dialect: Dialect): Db =>
    new Kysely<Tables>({ dialect: followed(dialect, { trail, engine: "postgres" }) });
  const pool = createPool(url, options, { connections: options.poolSize ?? 10, ...serving });
  const db = open(new PostgresDialect({ pool }));
  const longReads = open(new PostgresDialect({ pool: async () => createPool(url, options, longRead) }));
  return { engine: "postgres", db, longReads, ping: () => ping(db), close: () => closeAll(db, longReads) };
}

interface PoolLimits {
  readonly connections: number;
  readonly statementMs: number;
  /** Of the server, as its command line would have them. */
  readonly settings: string;
}

function createPool(url: string, options: StoreOptions, limits: PoolLimits): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: 5000,
    statement_timeout: limits.statementMs,
    // A server that hangs cannot end its statements itself.
    query_timeout: limits.statementMs + hangMs,
    keepAlive: true,
    idle_in_transaction_session_timeout: 15000,
    options: `${options.schema === undefined ? "" : `-c search_path=${options.schema}`}${limits.settings}`,
    // Times and counters are bigint; all stay below 2^53.
    types: {
      getTypeParser: (oid, format) => (oid === bigintOid ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  pool.on("error", (error) => options.onConnectionError?.(markAsOfStore(error)));
  // The pool listens to idle connections only: one that dies in the middle of a transaction would end the process. Its
  // query, or the next one, fails and says so.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

async function ping(db: Db): Promise<void> {
  await db.selectFrom("counter").select("value").limit(1).execute();
}
