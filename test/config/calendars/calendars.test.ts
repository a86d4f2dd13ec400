import { createCalendars } from "../../../config/index.js";
import { type CalendarForm, calendarFormSchema } from "../../../contract/index.js";
import { type Bell, readChanges } from "../../../store/index.js";
import { addAccount } from "../../support/desks.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";

const office: CalendarForm = calendarFormSchema.parse({
  name: "Office",
  timeZone: "Europe/Madrid",
  weekly: { monday: [{ from: "08:00", to: "18:00" }] },
  holidays: [{ date: "12-25", name: "Christmas" }],
});

describe.each(engines)("calendars on %s", (engine) => {
  let store: TestStore;
  let by: string;

  beforeAll(async () => {
    store = await openTestStore(engine);
    by = await addAccount(store, { role: "admin", name: "Alice" });
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    await store.db.deleteFrom("calendar").execute();
  });

  const open = () => createCalendars({ store, now: () => 7 });

  it("are kept by name, and every change is recorded with what stood before", async () => {
    const calendars = open();
    const made = await calendars.create(office, by);

    await calendars.update(made.id, { ...office, timeZone: "Europe/Lisbon" }, by);

    expect(await calendars.list()).toMatchObject([{ name: "Office", updatedBy: "Alice", updatedAt: 7 }]);
    expect(calendars.get(made.id)?.timeZone).toBe("Europe/Lisbon");
    const [change] = await readChanges(store.db, { objectId: made.id, limit: 5 });
    expect(change).toMatchObject({
      objectType: "calendar",
      action: "updated",
      before: { timeZone: "Europe/Madrid" },
      after: { timeZone: "Europe/Lisbon" },
      changedBy: "Alice",
    });
  });

  it("are known to the other node when the bell rings", async () => {
    const heard: ((payload: string) => void)[] = [];
    const on: Bell["on"] = (_, hear) => {
      heard.push(hear);
      return () => undefined;
    };
    const bell = { ring: () => undefined, on };
    const other = createCalendars({ store, now: () => 7, bell });
    const changed = new Promise<void>((done) => void other.onChanged(done));

    const { id } = await open().create(office, by);
    for (const hear of heard) hear("");
    await changed;

    expect(other.get(id)).toEqual(office);
  });

  it("cannot be removed while something uses them, and say what", async () => {
    const calendars = open();
    const { id } = await calendars.create(office, by);
    let users = ["the desk's schedule"];
    calendars.usedBy(async () => users);

    await expect(calendars.remove(id, by)).rejects.toMatchObject({
      code: "calendar/in-use",
      details: { uses: ["the desk's schedule"] },
    });
    expect(await calendars.list()).toMatchObject([{ usedBy: ["the desk's schedule"] }]);

    users = [];
    await calendars.remove(id, by);
    expect(calendars.get(id)).toBeUndefined();
  });

  it("refuse a name that is taken, an hour that is none, a date that is none, and a zone that is none", async () => {
    const calendars = open();
    await calendars.create(office, by);

    await expect(calendars.create(office, by)).rejects.toMatchObject({ code: "calendar/refused" });
    const wrong: unknown[] = [
      { ...office, weekly: { monday: [{ from: "25:00", to: "26:00" }] } },
      { ...office, holidays: [{ date: "2026-02-30", name: "None" }] },
      { ...office, timeZone: "Mars/Base" },
    ];
    expect(wrong.map((form) => calendarFormSchema.safeParse(form).success)).toEqual([false, false, false]);
  });
});
