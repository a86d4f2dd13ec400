import LibsqlDatabase from "libsql";
import BackgroundDatabase from "libsql/promise";

/** What is used of libsql's statements in the flavour that waits. */
interface BackgroundStatement {
  all(parameters: readonly unknown[]): Promise<unknown[]>;
}

/** What is used of libsql, which ships its types as `any`. */
interface Database {
  readonly inTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface Statement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number };
}

export interface StatementResult {
  readonly rows: unknown[];
  /** How many rows a statement without a result has touched. */
  readonly changes: number;
}

/** Room for the statements of a batch in every size, beside all others. */
const preparedStatementsMax = 800;

/** One connection to a SQLite file. */
export class SqliteFile {
  readonly #database: Database;
  readonly #prepared = new Map<string, { readonly statement: Statement; readonly isReader: boolean }>();
  #isOpen = true;

  constructor(path: string) {
    this.#database = new LibsqlDatabase(path, { timeout: 5000 });
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  /** In the calling thread: for what only touches memory and pages that are mostly cached. */
  execute(sql: string, parameters: readonly unknown[] = []): StatementResult {
    const { statement, isReader } = this.#prepare(sql);
    // Read to its end: a statement that stops in the middle would hold on to an old state of the database.
    if (isReader) return { rows: statement.all(parameters), changes: 0 };
    return { rows: [], changes: statement.run(parameters).changes };
  }

  /** On a thread of libsql's own: for what waits for the disk or for another process. */
  async executeInBackground(sql: string): Promise<void> {
    // libsql ends the whole process when it is asked on its other thread after it was closed.
    if (!this.#isOpen) throw new Error("The database is closed.");
    // Both flavours of libsql keep the same native handle; the one that waits is borrowed for this.
    await Reflect.apply(BackgroundDatabase.prototype.exec, this.#database, [sql]);
  }

  /**
   * Reads on a thread of libsql's own, however long it takes. One at a time: libsql hands out the rows in the calling
   * thread, which would wait for whatever else this connection does. The answer is worked out whole before its first
   * row, so that handing it out costs next to nothing; its order is not kept.
   */
  async readInBackground(sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
    const statement: BackgroundStatement = await Reflect.apply(
      BackgroundDatabase.prototype.prepare,
      this.#database,
      [`with answer as materialized (${sql}) select * from answer`],
    );
    return statement.all(parameters);
  }

  close(): void {
    this.#isOpen = false;
    this.#prepared.clear();
    this.#database.close();
  }

  /** Statements are kept by their text; the oldest goes when there are many. */
  #prepare(sql: string) {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    const prepared = { statement, isReader: statement.reader };
    const oldest =
      this.#prepared.size >= preparedStatementsMax ? this.#prepared.keys().next().value : undefined;
    if (oldest !== undefined) this.#prepared.delete(oldest);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

/** A connection with what holds for all of them, then with these; a later pragma wins over an earlier one. */
export async function openSqlite(path: string, pragmas: readonly string[]): Promise<SqliteFile> {
  const file = new SqliteFile(path);
  for (const pragma of ["journal_mode = WAL", "cache_size = -16000", ...pragmas]) {
    await file.executeInBackground(`PRAGMA ${pragma}`);
  }
  return file;
}
