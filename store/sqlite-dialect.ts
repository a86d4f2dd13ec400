import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { openSqlite, type SqliteFile, type StatementResult } from "./sqlite-file.js";
import { SqliteKeeper } from "./sqlite-keeper.js";
import { SqliteWriter } from "./sqlite-writer.js";

/** Pages of the log (4 KB each) after which the writer itself moves what the keeper has left over. */
const longLogPages = 8000;

/**
 * Kysely on libsql, with two connections to one file: transactions and single writes go through the writer (see
 * `SqliteWriter`), single reads through the other, so that no read waits for a commit. Statements run in the calling
 * thread, the waits for the disk (WAL, `synchronous=FULL`) on a thread of libsql's own. A third one looks after the log
 * (`SqliteKeeper`).
 */
export function createSqliteDialect(file: string): Dialect {
  return sqliteDialect(() => new SqliteDriver(file));
}

/** What Kysely knows of SQLite, over a driver of our own. */
export function sqliteDialect(createDriver: () => Driver): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class SqliteDriver implements Driver {
  readonly #path: string;
  #files: readonly { close(): void | Promise<void> }[] = [];
  #connect: (() => SqliteConnection) | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async init(): Promise<void> {
    const lasting = ["synchronous = FULL", `wal_autocheckpoint = ${longLogPages}`];
    const write = await openSqlite(this.#path, [...lasting, "foreign_keys = ON"]);
    const read = await openSqlite(this.#path, ["query_only = ON"]);
    const keeper = new SqliteKeeper(await openSqlite(this.#path, lasting));
    const writer = new SqliteWriter(write, keeper);
    this.#files = [keeper, read, write];
    this.#connect = () => new SqliteConnection(read, writer);
  }

  async acquireConnection(): Promise<SqliteConnection> {
    if (this.#connect === undefined) throw new Error("The database is closed.");
    return this.#connect();
  }

  /** Nothing to do: the writer is given back with the end of each transaction. */
  async releaseConnection(): Promise<void> {}

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    await connection.rollback();
  }

  async destroy(): Promise<void> {
    this.#connect = undefined;
    for (const file of this.#files) await file.close();
    this.#files = [];
  }
}

/** What one caller of Kysely holds; it costs nothing until it writes. */
class SqliteConnection implements DatabaseConnection {
  readonly #reader: SqliteFile;
  readonly #writer: SqliteWriter;
  #isWriting = false;

  constructor(reader: SqliteFile, writer: SqliteWriter) {
    this.#reader = reader;
    this.#writer = writer;
  }

  async begin(): Promise<void> {
    await this.#writer.begin();
    this.#isWriting = true;
  }

  async commit(): Promise<void> {
    this.#isWriting = false;
    await this.#writer.commit();
  }

  async rollback(): Promise<void> {
    if (!this.#isWriting) return;
    this.#isWriting = false;
    await this.#writer.rollback();
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return toResult(await this.#run(query));
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  async #run({ query, sql, parameters }: CompiledQuery): Promise<StatementResult> {
    if (this.#isWriting) return this.#writer.execute(sql, parameters);
    if (query.kind === "SelectQueryNode") return this.#reader.execute(sql, parameters);
    return this.#runAlone(sql, parameters);
  }

  async #runAlone(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    await this.begin();
    try {
      const result = this.#writer.execute(sql, parameters);
      await this.commit();
      return result;
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }
}

function toResult<R>({ rows, changes }: StatementResult): QueryResult<R> {
  return { rows: rows as R[], numAffectedRows: BigInt(changes) };
}
