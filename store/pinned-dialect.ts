import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type { Db, Engine } from "./connect.js";
import { sqliteDialect } from "./sqlite-dialect.js";

/** One engine within one transaction that somebody else has begun and will end. */
export function pinnedTo(transaction: Db, engine: Engine): Dialect {
  const createDriver = () => new PinnedDriver(transaction);
  if (engine === "sqlite") return sqliteDialect(createDriver);
  return {
    createAdapter: () => new LockedAlready(),
    createDriver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** Who began the transaction holds the lock; Kysely's own belongs to a session, which a pooler takes away. */
class LockedAlready extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class PinnedDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(transaction: Db) {
    this.#connection = {
      executeQuery: <R>(query: CompiledQuery) => transaction.executeQuery<R>({ ...query }),
      streamQuery: () => {
        throw new Error("Nothing is streamed in a migration.");
      },
    };
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {}
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}
