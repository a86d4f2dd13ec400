import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type { Db } from "./connect.js";

/** PostgreSQL within one transaction that somebody else has begun and will end. */
export function pinnedTo(transaction: Db): Dialect {
  return {
    createAdapter: () => new LockedAlready(),
    createDriver: () => new PinnedDriver(transaction),
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
