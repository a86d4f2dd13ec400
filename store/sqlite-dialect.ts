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
import LibsqlDatabase from "libsql/promise";

/** What is used of libsql, which ships its types as `any`. */
interface Database {
  exec(sql: string): Promise<void>;
  prepare(sql: string): Promise<Statement>;
  close(): void;
}

interface Statement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): Promise<unknown[]>;
  run(parameters: readonly unknown[]): { changes: number };
}

/**
 * Kysely on libsql. Statements run in the calling thread; `BEGIN` and `COMMIT` go through `exec`, which runs on a
 * thread of libsql's own, so that the wait for the disk (WAL, `synchronous=FULL`) never holds up the event loop.
 */
export function createSqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

const preparedStatementsMax = 400;

class SqliteDriver implements Driver {
  readonly #file: string;
  #connection: SqliteConnection | undefined;
  #tail: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  async init(): Promise<void> {
    const database: Database = new LibsqlDatabase(this.#file, { timeout: 5000 });
    await database.exec("PRAGMA journal_mode = WAL");
    await database.exec("PRAGMA synchronous = FULL");
    await database.exec("PRAGMA foreign_keys = ON");
    await database.exec("PRAGMA cache_size = -16000");
    this.#connection = new SqliteConnection(database);
  }

  /** SQLite has one writer: callers queue here in the order they came. */
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#connection === undefined) throw new Error("The database is closed.");
    const before = this.#tail;
    let release: () => void = () => undefined;
    this.#tail = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  /** `IMMEDIATE` takes the write lock first, so that a transaction never fails half-way with SQLITE_BUSY. */
  async beginTransaction(): Promise<void> {
    await this.#connection?.exec("BEGIN IMMEDIATE");
  }

  async commitTransaction(): Promise<void> {
    await this.#connection?.exec("COMMIT");
  }

  async rollbackTransaction(): Promise<void> {
    await this.#connection?.exec("ROLLBACK");
  }

  async destroy(): Promise<void> {
    this.#connection?.close();
    this.#connection = undefined;
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: Database;
  readonly #prepared = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  async exec(sql: string): Promise<void> {
    await this.#database.exec(sql);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = await this.#prepare(query.sql);
    const parameters = [...query.parameters];
    if (statement.reader) return { rows: (await statement.all(parameters)) as R[] };
    const { changes } = statement.run(parameters);
    return { numAffectedRows: BigInt(changes), rows: [] };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  /** Statements are kept by their text; the oldest goes when there are many. */
  async #prepare(sql: string): Promise<Statement> {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = await this.#database.prepare(sql);
    const oldest =
      this.#prepared.size >= preparedStatementsMax ? this.#prepared.keys().next().value : undefined;
    if (oldest !== undefined) this.#prepared.delete(oldest);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
