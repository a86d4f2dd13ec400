import type { SqliteFile } from "./sqlite-file.js";

/**
 * What was written is moved into the database file in a pause of this length, or after so many commits: the disk has
 * then much to do at once, and a commit that comes meanwhile waits for it, so that it had better be rare.
 */
const pauseMs = 200;
const commitsBetween = 512;

/**
 * Moves what was committed from the log (WAL) into the database file, on a connection and a thread of its own: SQLite
 * by itself does that within a COMMIT, and whoever waits for that one waits for the disk many times over. `PASSIVE`
 * holds up nobody; what it leaves over while others write, the writer moves when the log has grown long
 * (https://www.sqlite.org/wal.html#avoiding_excessively_large_wal_files).
 */
export class SqliteKeeper {
  readonly #file: SqliteFile;
  #commits = 0;
  readonly #pause: NodeJS.Timeout;
  /** Settles when the log is not being moved; never rejects. */
  #moving: Promise<void> | undefined;

  constructor(file: SqliteFile) {
    this.#file = file;
    this.#pause = setTimeout(() => this.#move(), pauseMs).unref();
  }

  /** Something was committed. */
  committed(): void {
    this.#commits += 1;
    this.#pause.refresh();
    if (this.#commits >= commitsBetween) this.#move();
  }

  #move(): void {
    if (this.#commits === 0 || this.#moving !== undefined) return;
    this.#commits = 0;
    // What fails here is done by the writer's next long log, and told by it.
    this.#moving = this.#file
      .executeInBackground("PRAGMA wal_checkpoint(PASSIVE)")
      .catch(() => undefined)
      .finally(() => {
        this.#moving = undefined;
      });
  }

  async close(): Promise<void> {
    clearTimeout(this.#pause);
    await this.#moving;
    this.#file.close();
  }
}
