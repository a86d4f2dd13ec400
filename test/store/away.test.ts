import { sql } from "kysely";
import { isOwnStoreAway, isStoreAway, StoreBusyError } from "../../store/index.js";
import { openTestStore } from "../support/stores.js";

const coded = (code: string, message = "no") => Object.assign(new Error(message), { code });

describe("an error of the store", () => {
  it.each([
    [coded("ECONNREFUSED")],
    [coded("57P01", "terminating connection due to administrator command")],
    [coded("53300", "sorry, too many clients already")],
    [coded("53100", "could not extend file: No space left on device")],
    [coded("40P01", "deadlock detected")],
    [coded("SQLITE_BUSY", "database is locked")],
    [coded("SQLITE_FULL", "database or disk is full")],
    [coded("SQLITE_IOERR_WRITE", "disk I/O error")],
    [new Error("Connection terminated unexpectedly")],
    [new Error("timeout exceeded when trying to connect")],
    [new StoreBusyError("Too many wait.")],
    [new AggregateError([coded("ECONNREFUSED"), coded("ECONNREFUSED")])],
    [new Error("It failed.", { cause: coded("ECONNRESET") })],
  ])("is passing when the same may be asked again: %s (F12, F13, F14)", (error) => {
    expect(isStoreAway(error)).toBe(true);
  });

  it("is known as SQLite itself throws it: a file that may grow no further, in a statement (F14)", async () => {
    const store = await openTestStore("sqlite");
    await sql`pragma max_page_count = 1`.execute(store.db);
    const value = { name: "large", value_json: `"${"x".repeat(100_000)}"`, version: 1 };
    const refused = await store.db
      .insertInto("desk_setting")
      .values({ ...value, updated_at: 1, updated_by: "nobody" })
      .execute()
      .catch((error: unknown) => error);
    await store.discard();

    expect(refused).toMatchObject({ code: "SQLITE_FULL" });
    expect([isStoreAway(refused), isOwnStoreAway(refused)]).toEqual([true, true]);
  });

  it.each([
    [coded("23505", "duplicate key value violates unique constraint")],
    [coded("42P01", 'relation "nothing" does not exist')],
    [coded("SQLITE_CONSTRAINT_UNIQUE", "UNIQUE constraint failed")],
    [coded("SQLITE_CORRUPT", "database disk image is malformed")],
    [new TypeError("undefined is not a function")],
    ["Connection terminated unexpectedly"],
    [undefined],
  ])("is a fault when asking again cannot help: %s", (error) => {
    expect(isStoreAway(error)).toBe(false);
  });
});
