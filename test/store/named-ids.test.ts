import { newId, readNamedIds } from "../../store/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("the names of ids on %s", (engine) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.discard());

  it("are those of now, wherever in the values an id stands, else those of the last change (S0-24)", async () => {
    const [group, calendar, gone, unknown] = [newId(), newId(), newId(), newId()];
    await store.db
      .insertInto("assignment_group")
      .values({
        id: group,
        name: "Network",
        chat_requester: 0,
        takes_attendances: 1,
        created_at: 1,
        routing_json: null,
      })
      .execute();
    await store.db
      .insertInto("calendar")
      .values({
        ...{
          id: calendar,
          name: "Lisbon",
          time_zone: "Europe/Lisbon",
          weekly_json: "[]",
          holidays_json: "[]",
        },
        ...{ created_at: 1, updated_at: 1, updated_by: null },
      })
      .execute();
    for (const [at, name] of ["Old article", "Last article"].entries())
      await store.db
        .insertInto("change_log")
        .values({
          id: newId(),
          object_type: "article",
          object_id: gone,
          object_name: name,
          action: "deleted",
          before_json: "{}",
          after_json: "{}",
          changed_at: at,
          changed_by: null,
        })
        .execute();

    const names = await readNamedIds(store.db, [
      { calendarId: calendar, groupIds: [group], text: "no id" },
      { [gone]: { of: unknown } },
    ]);

    expect(names).toEqual({ [calendar]: "Lisbon", [group]: "Network", [gone]: "Last article" });
    expect(await readNamedIds(store.db, undefined)).toEqual({});
  });
});
