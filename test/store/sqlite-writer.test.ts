import { connectStore, newId } from "../../store/index.js";
import { openTestStore, type TestStore } from "../support/stores.js";

describe("transactions on SQLite", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore("sqlite");
  });
  afterAll(() => store.discard());

  const add = (name: string, value = 1) =>
    store.db.transaction().execute(async (trx) => {
      await trx.insertInto("counter").values({ name, value }).execute();
    });
  const values = async (names: readonly string[]) =>
    (await store.db.selectFrom("counter").select("value").where("name", "in", names).execute()).map(
      (row) => row.value,
    );

  it("takes back only the one that fails among many that are committed together", async () => {
    const names = Array.from({ length: 30 }, newId);
    const [taken = ""] = names;
    await add(taken);

    const results = await Promise.allSettled(names.map((name) => add(name)));

    expect(results.map((one) => one.status)).toEqual(["rejected", ...names.slice(1).map(() => "fulfilled")]);
    expect(await values(names)).toHaveLength(30);
  });

  it("runs them one after the other, however their steps wait", async () => {
    const name = newId();
    await add(name, 0);
    const raise = () =>
      store.db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom("counter")
          .select("value")
          .where("name", "=", name)
          .executeTakeFirstOrThrow();
        await new Promise((resolve) => setImmediate(resolve));
        await trx
          .updateTable("counter")
          .set({ value: row.value + 1 })
          .where("name", "=", name)
          .execute();
      });

    await Promise.all(Array.from({ length: 40 }, raise));

    expect(await values([name])).toEqual([40]);
  });

  it("shows a read outside of it what is committed, without waiting for it", async () => {
    const name = newId();
    const open: { end: () => void } = { end: () => undefined };
    const held = new Promise<void>((resolve) => {
      open.end = resolve;
    });
    const transaction = store.db.transaction().execute(async (trx) => {
      await trx.insertInto("counter").values({ name, value: 7 }).execute();
      await held;
    });

    const before = await values([name]);
    open.end();
    await transaction;

    expect(before).toEqual([]);
    expect(await values([name])).toEqual([7]);
  });

  it("lets a second connection see a commit as soon as it is told", async () => {
    const other = connectStore(store.options);
    const names = Array.from({ length: 20 }, newId);

    const seen = await Promise.all(
      names.map(async (name) => {
        await add(name);
        return other.db.selectFrom("counter").select("value").where("name", "=", name).executeTakeFirst();
      }),
    );
    await other.close();

    expect(seen.every((row) => row?.value === 1)).toBe(true);
  });

  it("runs single writes beside transactions", async () => {
    const names = Array.from({ length: 20 }, newId);

    await Promise.all(
      names.map((name, index) =>
        index % 2 === 0 ? add(name) : store.db.insertInto("counter").values({ name, value: 1 }).execute(),
      ),
    );

    expect(await values(names)).toHaveLength(20);
  });
});
