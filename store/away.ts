import { types } from "node:util";

/** Node's own errors are of another realm in tests, and those of libsql are made by a function, not by `Error` itself. */
function isError(error: unknown): error is Error {
  return error instanceof Error || types.isNativeError(error);
}

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
  if (!isError(error)) return false;
  if ("errors" in error && Array.isArray(error.errors)) return error.errors.some(isStoreAway);
  const code = "code" in error ? String(error.code) : "";
  const isKnown = [passingStates, passingSqlite, passingSystem].some((pattern) => pattern.test(code));
  return isKnown || passingWords.test(error.message) || isStoreAway(error.cause);
}

const mark = Symbol("of the store");

/** For what a driver throws: from then on it is known to come from the store, and not from somebody else's server. */
export function throwAsOfStore(error: unknown): never {
  throw markAsOfStore(error);
}

export function markAsOfStore<E>(error: E): E {
  if (isError(error)) Reflect.defineProperty(error, mark, { value: true });
  return error;
}

/** Whether the store, and nothing else that the desk talks to, is away: its lines are told together then. */
export function isOwnStoreAway(error: unknown): boolean {
  return isStoreAway(error) && isOfStore(error);
}

function isOfStore(error: unknown): boolean {
  if (error instanceof StoreBusyError) return true;
  if (!isError(error)) return false;
  if (Reflect.has(error, mark) || isOfStore(error.cause)) return true;
  return "errors" in error && Array.isArray(error.errors) && error.errors.some(isOfStore);
}
