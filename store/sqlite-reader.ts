import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from "kysely";
import { sqliteDialect } from "./sqlite-dialect.js";
import { openSqlite, type SqliteFile } from "./sqlite-file.js";

/**
 * Kysely on a connection of its own for reads that take long: each runs on a thread of libsql's, one after the other,
 * and the calling thread serves people meanwhile. It sees what is committed; the order of its rows is not kept.
 */
export function createSqliteReaderDialect(file: string): Dialect {
  return sqliteDialect(() => new ReaderDriver(file));
}

class ReaderDriver implements Driver {
  readonly #path: string;
  #file: SqliteFile | undefined;
  /** Settles when the read before is done; never rejects. */
  #before: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  async init(): Promise<void> {
    const pragmas = ["cache_size = -32000", "temp_store = MEMORY", "query_only = ON"];
    this.#file = await openSqlite(this.#path, pragmas);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return {
      executeQuery: <R>(query: CompiledQuery) => this.#read<R>(query),
      streamQuery: () => {
        throw new Error("Long reads are answered whole.");
      },
    };
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction = refuse;
  commitTransaction = refuse;
  rollbackTransaction = refuse;

  async destroy(): Promise<void> {
    await this.#before;
    this.#file?.close();
    this.#file = undefined;
  }

  async #read<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const answer = this.#before.then(async () => {
      if (this.#file === undefined) throw new Error("The database is closed.");
      return this.#file.readInBackground(sql, parameters);
    });
    this.#before = answer.catch(() => undefined);
    return { rows: (await answer) as R[] };
  }
}

async function refuse(): Promise<void> {
  throw new Error("Long reads have no transactions.");
}
