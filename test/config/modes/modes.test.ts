import { createCalendars, createModes, createParameters, type Modes } from "../../../config/index.js";
import { calendarFormSchema, type ModeSettingForm } from "../../../contract/index.js";
import { type Bell, readChanges } from "../../../store/index.js";
import { addAccount, addGroup } from "../../support/desks.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";

const workdays = [{ from: "08:00", to: "18:00" }];
const office = calendarFormSchema.parse({
  name: "Office",
  timeZone: "Europe/Madrid",
  weekly: { monday: workdays, tuesday: workdays },
  holidays: [{ date: "2026-06-02", name: "Feast" }],
});
/** A Monday, in summer time. */
const monday = (clock: string) => Date.parse(`2026-06-01T${clock}+02:00`);

describe.each(engines)("modes on %s", (engine) => {
  let store: TestStore;
  let by: string;
  let clock = monday("12:00:00");
  const now = () => clock;

  beforeAll(async () => {
    store = await openTestStore(engine);
    by = await addAccount(store, { role: "admin", name: "Alice" });
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    clock = monday("12:00:00");
    for (const table of ["mode_setting", "calendar", "parameter"] as const) {
      await store.db.deleteFrom(table).execute();
    }
  });

  async function open(options: { bell?: Bell; assistantAvailable?: boolean } = {}) {
    const { bell, assistantAvailable = true } = options;
    const parameters = createParameters({ store, now, bell, assistantAvailable });
    const calendars = createCalendars({ store, now, bell });
    const modes = createModes({ store, parameters, calendars, assistantAvailable, now, bell });
    await Promise.all([parameters.reload(), calendars.reload(), modes.reload()]);
    return { parameters, calendars, modes };
  }
  type Node = Awaited<ReturnType<typeof open>>;

  const setBoth = async ({ parameters }: Pick<Node, "parameters">) => {
    for (const number of [316, 423, 450, 9001]) {
      await parameters.set(number, "Y", { accountId: by, role: "admin" });
    }
  };
  /** Both in office hours, the assistant alone at night and on holidays. */
  const officeSchedule = async ({ calendars }: Pick<Node, "calendars">): Promise<ModeSettingForm> => {
    const { id } = await calendars.create(office, by);
    const hours = { kind: "calendar" as const, calendarId: id };
    return { mode: "inherit", schedule: [{ hours, during: "closed", mode: "automatic" }] };
  };
  const modeAt = (modes: Modes, at: number, groupId?: string) => modes.modeFor({ at, groupId }).mode;

  it("follow the schedule to the millisecond, with why and until when (S2-4, S2-5)", async () => {
    const desk = await open();
    await setBoth(desk);
    await desk.modes.save("desk", await officeSchedule(desk), by);
    const { modes } = desk;

    expect(modes.modeFor()).toEqual({ mode: "both", why: { kind: "parameters", scope: "desk" } });
    expect(modes.nextChange()).toMatchObject({ at: monday("18:00:00"), mode: "automatic" });
    expect(modeAt(modes, monday("18:00:00") - 1)).toBe("both");
    expect(modes.modeFor({ at: monday("18:00:00") })).toEqual({
      mode: "automatic",
      why: { kind: "schedule", scope: "desk", calendar: "Office", during: "closed" },
    });
    // The next day is a holiday, so the night lasts until the next Monday.
    expect(modes.nextChange({ at: monday("18:00:00") })?.at).toBe(Date.parse("2026-06-08T08:00:00+02:00"));
  });

  it("of a group go before the desk's, and leave the other groups alone (S2-3, S2-4)", async () => {
    const desk = await open();
    await setBoth(desk);
    const [network, other] = [await addGroup(store), await addGroup(store)];

    await desk.modes.save(network, { mode: "automatic", schedule: [] }, by);

    expect(modeAt(desk.modes, clock, network)).toBe("automatic");
    expect(modeAt(desk.modes, clock, other)).toBe("both");
    expect(modeAt(desk.modes, clock)).toBe("both");
    await desk.parameters.set(316, "N", { accountId: by, role: "admin" });
    expect(modeAt(desk.modes, clock, network)).toBe("off");
  });

  it("are switched by hand before all schedules, until an end or until revoked, and it is recorded", async () => {
    const desk = await open();
    await setBoth(desk);
    await desk.modes.save("desk", await officeSchedule(desk), by);
    const { modes } = desk;

    await modes.override("desk", { mode: "manual", until: "next-change" }, by);
    expect(modes.modeFor()).toMatchObject({ mode: "manual", why: { kind: "override" } });
    expect(modes.settingOf("desk").override).toEqual({
      mode: "manual",
      until: monday("18:00:00"),
      at: clock,
      by: "Alice",
    });
    expect(modeAt(modes, monday("18:00:00") - 1)).toBe("manual");
    expect(modeAt(modes, monday("18:00:00"))).toBe("automatic");

    await modes.override("desk", { mode: "automatic", until: "revoked" }, by);
    expect(modeAt(modes, monday("12:00:00") + 1e12)).toBe("automatic");
    await modes.revoke("desk", by);
    expect(modeAt(modes, clock)).toBe("both");

    const changes = await readChanges(store.db, { objectId: "desk", limit: 2 });
    expect(changes[0]).toMatchObject({ objectType: "mode", changedBy: "Alice", after: { override: null } });
    const late = modes.override("desk", { mode: "manual", until: clock }, by);
    await expect(late).rejects.toMatchObject({ code: "mode/refused" });
  });

  it("hold on the other node as soon as the bell rings", async () => {
    const heard: [string, (payload: string) => void][] = [];
    const bell: Bell = {
      ring: (topic) => {
        for (const [name, hear] of heard) if (name === topic) hear("");
      },
      on: (topic, hear) => {
        heard.push([topic, hear]);
        return () => undefined;
      },
    };
    const here = await open({ bell });
    await setBoth(here);
    const there = await open({ bell });
    const changed = new Promise<void>((done) => void there.modes.onChanged(done));

    await here.modes.override("desk", { mode: "automatic", until: "revoked" }, by);
    await changed;

    expect(there.modes.modeFor()).toMatchObject({ mode: "automatic", why: { kind: "override" } });
  });

  it("without the assistant are manual whatever 423 and 450 say, and the others are refused (S2-6, S2-10)", async () => {
    const desk = await open({ assistantAvailable: false });
    await setBoth(desk);

    expect(desk.parameters.mode()).toBe("manual");
    expect(desk.modes.modeFor()).toEqual({ mode: "manual", why: { kind: "no-assistant", scope: "desk" } });
    await expect(desk.modes.override("desk", { mode: "both", until: "revoked" }, by)).rejects.toMatchObject({
      code: "mode/refused",
      message: expect.stringContaining("no assistant"),
    });
    await expect(
      desk.modes.save(await addGroup(store), { mode: "automatic", schedule: [] }, by),
    ).rejects.toMatchObject({ code: "mode/refused" });
  });

  it("keep their calendar from being removed, and refuse one that is not there", async () => {
    const desk = await open();
    await setBoth(desk);
    const form = await officeSchedule(desk);
    await desk.modes.save("desk", form, by);
    const [calendar] = await desk.calendars.list();

    await expect(desk.calendars.remove(calendar?.id ?? "", by)).rejects.toMatchObject({
      code: "calendar/in-use",
      details: { uses: ["mode: Desk"] },
    });
    const gone = { kind: "calendar" as const, calendarId: by };
    const row = { hours: gone, during: "open" as const, mode: "manual" as const };
    await expect(desk.modes.save("desk", { mode: "inherit", schedule: [row] }, by)).rejects.toMatchObject({
      code: "mode/refused",
    });
  });
});
