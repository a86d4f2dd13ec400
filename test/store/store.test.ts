import { isUniqueViolation, migrate, newId } from "../../store/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("the store on %s", (engine) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.discard());

  it("can be migrated again without a change", async () => {
    await migrate(store);

    await store.ping();
  });

  it("keeps times as whole milliseconds", async () => {
    const at = 1_790_000_000_123;

    await store.db.insertInto("counter").values({ name: newId(), value: at }).execute();

    const rows = await store.db.selectFrom("counter").select("value").execute();
    expect(rows.map((row) => row.value)).toContain(at);
  });

  it("takes back a whole transaction when one statement fails", async () => {
    const name = newId();

    const failed = store.db.transaction().execute(async (trx) => {
      await trx.insertInto("counter").values({ name, value: 1 }).execute();
      await trx.insertInto("counter").values({ name, value: 2 }).execute();
    });

    await expect(failed).rejects.toThrow();
    const rows = await store.db.selectFrom("counter").selectAll().where("name", "=", name).execute();
    expect(rows).toEqual([]);
  });

  it("tells a doubled key from other faults", async () => {
    const name = newId();
    await store.db.insertInto("counter").values({ name, value: 1 }).execute();

    const error = await store.db
      .insertInto("counter")
      .values({ name, value: 2 })
      .execute()
      .catch((reason: unknown) => reason);

    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(new Error("UNIQUE"))).toBe(false);
  });

  it("counts the rows a conditional update touched", async () => {
    const name = newId();
    await store.db.insertInto("counter").values({ name, value: 1 }).execute();

    const first = await store.db
      .updateTable("counter")
      .set({ value: 2 })
      .where("name", "=", name)
      .where("value", "=", 1)
      .executeTakeFirst();
    const second = await store.db
      .updateTable("counter")
      .set({ value: 2 })
      .where("name", "=", name)
      .where("value", "=", 1)
      .executeTakeFirst();

    expect([first.numUpdatedRows, second.numUpdatedRows]).toEqual([1n, 0n]);
  });
});
