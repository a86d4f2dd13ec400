import { sql } from "kysely";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("long reads on %s", (engine) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.discard());

  const countTo = (most: number) => sql<{ n: number }>`with recursive c(x) as (
      select 1 union all select x + 1 from c where x < ${sql.lit(most)})
    select x % 3 as rest, count(*) as n from c where x > ${1} group by x % 3`;

  it("let the thread go on with its work while they run", async () => {
    let isDone = false;
    const reading = countTo(400_000)
      .execute(store.longReads)
      .finally(() => {
        isDone = true;
      });
    let turns = 0;
    while (!isDone) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      turns += 1;
    }

    const { rows } = await reading;
    expect(rows.map(({ n }) => Number(n)).sort()).toEqual([133_333, 133_333, 133_333]);
    // A read in the calling thread would have been done before the first turn of the loop.
    expect(turns).toBeGreaterThan(10);
  });

  it("are answered each its own when many are asked at once, also when one of them is wrong", async () => {
    const asked = [countTo(10), sql`select * from nowhere`, countTo(20_000)];

    const answers = await Promise.allSettled(asked.map((one) => one.execute(store.longReads)));

    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("see what is committed and change nothing", async () => {
    await store.db.insertInto("counter").values({ name: "seen", value: 7 }).execute();

    const row = await store.longReads
      .selectFrom("counter")
      .select("value")
      .where("name", "=", "seen")
      .executeTakeFirst();

    expect(row).toEqual({ value: 7 });
    const write = store.longReads.updateTable("counter").set({ value: 8 }).execute();
    await expect(write).rejects.toThrow();
  });
});
