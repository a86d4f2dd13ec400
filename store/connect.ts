import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./schema.js";
import { createSqliteDialect } from "./sqlite-dialect.js";

export type Engine = "sqlite" | "postgres";
export type Db = Kysely<Tables>;

export interface Store {
  readonly engine: Engine;
  readonly db: Db;
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
  /** Told about a pooled connection that died while idle; the pool makes a new one. */
  readonly onConnectionError?: ((error: Error) => void) | undefined;
}

/** Opens the one SQL truth. No query is sent before the first use. */
export function connectStore(options: StoreOptions): Store {
  if (options.databaseUrl !== undefined) return connectPostgres(options.databaseUrl, options);
  if (options.file !== undefined) return connectSqlite(options.file);
  throw new Error("A store needs a database URL or a file.");
}

function connectSqlite(file: string): Store {
  const db: Db = new Kysely<Tables>({ dialect: createSqliteDialect(file) });
  return { engine: "sqlite", db, ping: () => ping(db), close: () => db.destroy() };
}

const bigintOid = 20;

function connectPostgres(url: string, options: StoreOptions): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 15000,
    idle_in_transaction_session_timeout: 15000,
    options: options.schema === undefined ? undefined : `-c search_path=${options.schema}`,
    // Times and counters are bigint; all stay below 2^53.
    types: {
      getTypeParser: (oid, format) => (oid === bigintOid ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  pool.on("error", (error) => options.onConnectionError?.(error));
  // The pool listens to idle connections only: one that dies in the middle of a transaction would end the process. Its
  // query, or the next one, fails and says so.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { engine: "postgres", db, ping: () => ping(db), close: () => db.destroy() };
}

async function ping(db: Db): Promise<void> {
  await db.selectFrom("counter").select("value").limit(1).execute();
}
