import { createReads, newId } from "../../store/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("reads asked often on %s", (engine) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.discard());

  it("answer for other ids each time, and have their text made once for each number of ids", async () => {
    const ids = [newId(), newId(), newId()];
    const rows = ids.map((id, at) => ({ name: id, value: at }));
    await store.db.insertInto("counter").values(rows).execute();
    let made = 0;
    const read = createReads((names) => {
      made += 1;
      return store.db
        .selectFrom("counter")
        .select(["name", "value"])
        .where("value", ">=", 0)
        .where("name", "in", names)
        .orderBy("value")
        .compile();
    });
    const valuesOf = async (least: number, names: readonly string[]) => {
      const answer = await store.db.executeQuery(read(names.length, [least, ...names]));
      return answer.rows.map(({ value }) => Number(value));
    };

    expect(await valuesOf(0, ids.slice(0, 2))).toEqual([0, 1]);
    expect(await valuesOf(0, ids.slice(1))).toEqual([1, 2]);
    expect(await valuesOf(2, ids)).toEqual([2]);
    expect(made).toBe(2);
  });
});
