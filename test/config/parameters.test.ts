import { type Accounts, createAccounts, createLogInLimits, createParameters } from "../../config/index.js";
import { definitions } from "../../config/parameters/definitions/index.js";
import { locales } from "../../contract/index.js";
import { newId } from "../../store/index.js";
import { startStopwatch } from "../support/slowness.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("parameters on %s", (engine) => {
  let store: TestStore;
  let admin: { accountId: string; role: "admin" };
  let clock = 1_790_000_000_000;
  const ids = { origin: newId(), contract: newId(), group: newId(), activity: newId() };

  beforeAll(async () => {
    store = await openTestStore(engine);
    const limits = createLogInLimits({ prefix: "test:", failures: 10, perMinute: 10 });
    const accounts: Accounts = createAccounts({ store, now: () => clock, sessionMs: () => 1000, limits });
    const account = await accounts.createAccount({ username: "admin", name: "Alice Admin", role: "admin" });
    admin = { accountId: account.id, role: "admin" };
    await accounts.createGroup({ id: ids.group, name: "Service Desk" });
    await store.db.insertInto("origin").values({ id: ids.origin, name: "Chat" }).execute();
    await store.db.insertInto("contract").values({ id: ids.contract, name: "Internal" }).execute();
    await insertActivity();
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    await store.db.deleteFrom("parameter").execute();
    await store.db.deleteFrom("parameter_change").execute();
  });

  async function insertActivity(): Promise<void> {
    const [catalog, service] = [newId(), newId()];
    const text = { name_json: '{"en":"Help","pt":"Ajuda"}', description_json: '{"en":"Help"}' };
    const common = { ...text, via_chat: 1, position: 0 };
    await store.db
      .insertInto("catalog")
      .values({ ...common, id: catalog, phase: "catalog" })
      .execute();
    const serviceRow = { ...common, id: service, catalog_id: catalog, phase: "catalog" };
    await store.db.insertInto("service").values(serviceRow).execute();
    const rest = { kind: "request", status: "active", group_id: null, fields_json: "[]", samples_json: "{}" };
    const activity = { ...common, ...rest, id: ids.activity, service_id: service };
    await store.db.insertInto("activity").values(activity).execute();
  }

  async function open(bell?: Parameters<typeof createParameters>[0]["bell"]) {
    const parameters = createParameters({ store, now: () => clock, bell });
    await parameters.reload();
    return parameters;
  }

  it("has the chat parameters of the documents, each explained in every language (S2-2)", async () => {
    const numbers = definitions.map(({ number }) => number);

    expect(numbers).toEqual([
      118, 293, 299, 300, 315, 316, 317, 388, 389, 390, 402, 423, 441, 442, 447, 449, 450, 453, 9001, 9002,
    ]);
    for (const { name, help } of definitions) {
      for (const locale of locales) expect([name[locale], help[locale]]).not.toContain(undefined);
    }
  });

  it("starts with chat off and with no value where the vendor documents none (S0-2, S2-7)", async () => {
    const parameters = await open();

    expect(parameters.mode()).toBe("off");
    expect([118, 315, 317, 423, 450].map(parameters.get)).toEqual(["", "", "", "", ""]);
    expect([293, 299, 300, 316].map(parameters.get)).toEqual(["N", "N", "N", "N"]);
    const unready = await parameters.unready("en");
    expect(unready.map(({ number, problem }) => `${number} ${problem}`)).toEqual([
      "118 missing",
      "315 missing",
      "317 missing",
    ]);
  });

  it.each([
    [{ 316: "N", 423: "Y", 450: "Y" }, "off"],
    [{ 316: "Y" }, "manual"],
    [{ 316: "Y", 423: "N" }, "manual"],
    [{ 316: "Y", 423: "Y" }, "both"],
    [{ 316: "Y", 450: "Y" }, "both"],
    [{ 316: "Y", 423: "N", 450: "Y" }, "manual"],
    [{ 316: "Y", 423: "Y", 450: "N" }, "manual"],
    [{ 316: "Y", 423: "Y", 450: "Y", 9001: "N" }, "automatic"],
    [{ 316: "Y", 423: "N", 9001: "N" }, "manual"],
  ])("with %j is in mode %s (S2-3 to S2-8)", async (values, mode) => {
    const parameters = await open();
    for (const [number, value] of Object.entries(values)) await parameters.set(Number(number), value, admin);

    expect(parameters.mode()).toBe(mode);
  });

  it.each([
    [true, "Y"],
    ["S", "Y"],
    ["y", "Y"],
    ["true", "Y"],
    [false, "N"],
    ["n", "N"],
    ["não", "N"],
  ])("takes %j for the flag %s", async (value, stored) => {
    const parameters = await open();

    const item = await parameters.set(299, value, admin);

    expect(item).toMatchObject({ number: 299, type: "flag", value: stored });
  });

  it.each([
    [316, "perhaps"],
    [316, 2],
    [315, newId()],
    [315, 5],
    [317, "' or 1=1"],
    [118, "__proto__"],
    [389, newId()],
    [388, newId()],
    [447, newId()],
    [447, "1"],
    [449, 4],
    [449, "12h"],
    [402, "javascript:alert(1)"],
    [453, '{"pt":"sem inglês"}'],
    [453, "{broken"],
  ])("refuses for %i the value %j with the reason, and writes nothing (422)", async (number, value) => {
    const parameters = await open();

    const refused = parameters.set(number, value, admin);

    await expect(refused).rejects.toMatchObject({ code: "parameter/refused", status: 422 });
    await expect(refused).rejects.toHaveProperty("details.reason");
    expect(await store.db.selectFrom("parameter").selectAll().execute()).toEqual([]);
    expect(await parameters.history()).toEqual([]);
  });

  it("takes ids that point at something, and names the choices in the reader's language", async () => {
    const parameters = await open();
    await parameters.set(118, ids.contract, admin);
    await parameters.set(315, ids.origin, admin);
    await parameters.set(317, ids.activity, admin);
    await parameters.set(389, ids.group, admin);

    const items = await parameters.list("pt");

    expect(await parameters.unready("en")).toEqual([]);
    const chosen = items.find(({ number }) => number === 317);
    expect(chosen?.options).toEqual([{ id: ids.activity, name: "Ajuda" }]);
    expect(chosen).toMatchObject({ value: ids.activity, updatedAt: clock, updatedBy: "Alice Admin" });
  });

  it("takes for 447 a template that exists, and offers the templates by name (S2-2, 447)", async () => {
    const parameters = await open();
    const [id, at] = [newId(), 1];
    const row = { id, name: "Absence", subject_json: '{"en":"a"}', text_json: '{"en":"b"}' };
    const rest = { created_at: at, updated_at: at, updated_by: null };
    await store.db
      .insertInto("email_template")
      .values({ ...row, ...rest })
      .execute();

    const item = await parameters.set(447, id, admin);

    expect(item).toMatchObject({ value: id, options: [{ id, name: "Absence" }] });
    expect(parameters.idOf(447)).toBe(id);
  });

  it("says when an id points at something that went away (S0-3)", async () => {
    const parameters = await open();
    const gone = newId();
    await store.db
      .insertInto("parameter")
      .values({ number: 315, value: gone, updated_at: 1, updated_by: null })
      .execute();
    await parameters.reload();

    const unready = await parameters.unready("es");

    expect(unready).toContainEqual(expect.objectContaining({ number: 315, problem: "dangling" }));
  });

  it("records every save with time and person, the same value too (S0-24)", async () => {
    const parameters = await open();
    await parameters.set(316, "Y", admin);
    clock += 5;
    await parameters.set(316, "Y", admin);
    await parameters.set(316, null, admin);

    const history = await parameters.history(316);

    expect(history.map(({ oldValue, value }) => [oldValue, value])).toEqual([
      ["Y", ""],
      ["Y", "Y"],
      ["", "Y"],
    ]);
    expect(history[0]).toMatchObject({ changedAt: clock, changedBy: "Alice Admin" });
    expect(parameters.get(316)).toBe("N");
  });

  it("records a whole chain of values when many save at once (S0-24)", async () => {
    const parameters = await open();
    const minutes = Array.from({ length: 20 }, (_, at) => String(10 + at));

    await Promise.all(minutes.map((value) => parameters.set(449, value, admin)));

    const lines = (await parameters.history(449)).map(({ oldValue, value }) => ({ oldValue, value }));
    const [present] = await store.db.selectFrom("parameter").selectAll().where("number", "=", 449).execute();
    const befores = lines.map(({ oldValue }) => oldValue).sort();
    const expected = ["", ...minutes.filter((value) => value !== present?.value)].sort();
    expect(befores).toEqual(expected);
    expect(parameters.get(449)).toBe(present?.value);
  });

  it("holds here when the call returns, however many readings run beside it", async () => {
    const parameters = await open();

    for (const value of ["Y", "N", "Y", "N"]) {
      const saved = parameters.set(316, value, admin);
      const readings = Promise.all(Array.from({ length: 5 }, () => parameters.reload()));

      expect(await saved).toMatchObject({ value });
      expect(parameters.get(316)).toBe(value);
      await readings;
    }
  });

  it.each(["requester", "agent", "supervisor"] as const)(
    "lets no %s change anything (S0-24)",
    async (role) => {
      const parameters = await open();

      const refused = parameters.set(316, "Y", { accountId: admin.accountId, role });

      await expect(refused).rejects.toMatchObject({ code: "access/denied", status: 403 });
      expect(parameters.get(316)).toBe("N");
    },
  );

  it("knows no other numbers", async () => {
    const parameters = await open();

    for (const number of [0, -1, 448, 316.5, Number.NaN]) {
      await expect(parameters.set(number, "Y", admin)).rejects.toMatchObject({ code: "parameter/not-found" });
    }
  });

  it("tells listeners what changed, once, and other nodes by the bell", async () => {
    const rung: ((id: string) => void)[] = [];
    const bell = {
      ring: (_: string, id: string) => {
        for (const listener of rung) listener(id);
      },
      on: (_: string, listener: (id: string) => void) => {
        rung.push(listener);
        return () => undefined;
      },
    };
    const [here, there] = [await open(bell), await open(bell)];
    const told: string[] = [];
    here.onChanged(({ number, oldValue, value }) => told.push(`${number} ${oldValue} ${value}`));
    const heard = new Promise((resolve) => there.onChanged(resolve));

    await here.set(316, "Y", admin);

    expect(await heard).toEqual({ number: 316, oldValue: "N", value: "Y" });
    expect(told).toEqual(["316 N Y"]);
    expect(there.mode()).toBe("manual");
  });

  it("sees a change of another node without a bell within two seconds", async () => {
    const [here, there] = [await open(), await open()];
    const stop = new AbortController();
    await there.start(stop.signal);
    const heard = new Promise((resolve) => there.onChanged(resolve));
    const watch = startStopwatch();

    await here.set(316, "Y", admin);
    await heard;
    const tookMs = watch.ms();

    stop.abort();
    expect(tookMs).toBeLessThan(2000);
    expect(there.isOn(316)).toBe(true);
  });

  it("has a fallback text in each language that names the menu, until an admin writes another (453)", async () => {
    const parameters = await open();
    const texts = locales.map(parameters.fallbackText);
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toContain("menu");

    await parameters.set(453, "Type menu.", admin);
    expect(locales.map(parameters.fallbackText)).toEqual(["Type menu.", "Type menu.", "Type menu."]);

    await parameters.set(453, '{"en":"Type menu.","pt":"Digite menu."}', admin);
    expect(locales.map(parameters.fallbackText)).toEqual(["Type menu.", "Type menu.", "Digite menu."]);
  });

  it("keeps the last known values while the database is away", async () => {
    const closing = await openTestStore(engine);
    const parameters = createParameters({ store: closing, now: () => clock });
    await closing.db
      .insertInto("parameter")
      .values({ number: 316, value: "Y", updated_at: 1, updated_by: null })
      .execute();
    await parameters.reload();
    await closing.discard();

    await expect(parameters.reload()).rejects.toThrow();

    expect(parameters.mode()).toBe("manual");
  });
});
