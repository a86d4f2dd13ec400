/** The store has more to do than it can take; what was asked was not begun. */
export class StoreBusyError extends Error {
  override readonly name = "StoreBusyError";
}

/** PostgreSQL: connection exceptions, no connection or memory or disk left, shut down or cancelled, deadlock. */
const passingStates = /^(08...|53...|57P0[1-3]|57014|25P03|40001|40P01)$/;
/** SQLite: another process writes, the disk is full or refuses, the file cannot be opened just now. */
const passingSqlite = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN)/;
const passingSystem =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EMFILE|ENFILE|ENOSPC)$/;
/** What pg tells in words only. */
const passingWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/**
 * Whether this says that the store cannot be reached or takes nothing just now, rather than that something was wrong with
 * the question: whoever asked may ask the same again (reliability F12, F13, F14).
 */
export function isStoreAway(error: unknown): boolean {
  if (error instanceof StoreBusyError) return true;
  if (error instanceof AggregateError) return error.errors.some(isStoreAway);
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  const isKnown = [passingStates, passingSqlite, passingSystem].some((pattern) => pattern.test(code));
  return isKnown || passingWords.test(error.message) || isStoreAway(error.cause);
}
