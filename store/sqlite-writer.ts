import type { SqliteFile, StatementResult } from "./sqlite-file.js";
import type { SqliteKeeper } from "./sqlite-keeper.js";

/** How many transactions share one COMMIT at most, and how long the first of them waits for the others. */
const groupMax = 256;
const groupMs = 5;

/** Transactions that are made durable by the same COMMIT. */
interface Group {
  readonly startedAt: number;
  size: number;
  readonly committed: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The one writer of a SQLite file. Transactions run one after the other, each in a savepoint of its own, and those
 * that wait in line when one ends run before the COMMIT that makes them all durable: a wait for the disk is shared by
 * all that came meanwhile. `commit` resolves after that COMMIT, never before; when it fails, all of them have failed.
 */
export class SqliteWriter {
  readonly #file: SqliteFile;
  readonly #keeper: SqliteKeeper;
  readonly #line: (() => void)[] = [];
  #isTaken = false;
  #group: Group | undefined;

  constructor(file: SqliteFile, keeper: SqliteKeeper) {
    this.#file = file;
    this.#keeper = keeper;
  }

  /** Resolves when it is this caller's turn and its transaction has begun. */
  async begin(): Promise<void> {
    await this.#turn();
    try {
      await this.#joinGroup();
      this.#file.execute("SAVEPOINT one");
    } catch (error) {
      await this.#passOn();
      throw error;
    }
  }

  execute(sql: string, parameters: readonly unknown[]): StatementResult {
    return this.#file.execute(sql, parameters);
  }

  async commit(): Promise<void> {
    const group = this.#group;
    try {
      this.#file.execute("RELEASE one");
    } finally {
      await this.#passOn();
    }
    await group?.committed;
  }

  async rollback(): Promise<void> {
    try {
      // After a full disk SQLite has already taken back everything, savepoints included.
      if (this.#file.inTransaction) {
        this.#file.execute("ROLLBACK TO one");
        this.#file.execute("RELEASE one");
      }
    } finally {
      await this.#passOn();
    }
  }

  async #turn(): Promise<void> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      return;
    }
    await new Promise<void>((resolve) => this.#line.push(resolve));
  }

  /** `IMMEDIATE` takes the write lock first, so that a transaction never fails half-way with SQLITE_BUSY. */
  async #joinGroup(): Promise<void> {
    if (this.#group === undefined) {
      await this.#file.executeInBackground("BEGIN IMMEDIATE");
      this.#group = createGroup();
    }
    this.#group.size += 1;
  }

  /** Gives the turn to the next in line; first the COMMIT, when nobody waits or the group is full. */
  async #passOn(): Promise<void> {
    const group = this.#group;
    if (group !== undefined && (this.#line.length === 0 || isFull(group) || !this.#file.inTransaction)) {
      await this.#commitGroup(group);
    }
    const next = this.#line.shift();
    if (next === undefined) this.#isTaken = false;
    else next();
  }

  async #commitGroup(group: Group): Promise<void> {
    try {
      await this.#file.executeInBackground("COMMIT");
      group.resolve();
      this.#keeper.committed();
    } catch (error) {
      group.reject(error);
      if (this.#file.inTransaction) await this.#file.executeInBackground("ROLLBACK");
    } finally {
      this.#group = undefined;
    }
  }
}

function isFull(group: Group): boolean {
  return group.size >= groupMax || performance.now() - group.startedAt >= groupMs;
}

function createGroup(): Group {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const committed = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  // Those who wait hear of a failure; a group of which nobody does (all rolled back) is no unhandled rejection.
  committed.catch(() => undefined);
  return { startedAt: performance.now(), size: 0, committed, resolve, reject };
}
