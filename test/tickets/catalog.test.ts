import { engines, openTestStore, type TestStore } from "../support/stores.js";
import { activityOf, openDesk, type TestDesk, text } from "./desk.js";

describe.each(engines)("the catalog on %s", (engine) => {
  let store: TestStore;
  let desk: TestDesk;
  beforeAll(async () => {
    store = await openTestStore(engine);
    desk = await openDesk(store);
  });
  beforeEach(() => desk.reset());
  afterAll(() => store.discard());

  async function offered(person = desk.ana): Promise<string[]> {
    const catalogs = await desk.catalog.available(person, "en");
    return catalogs.flatMap(({ services }) =>
      services.flatMap(({ activities }) => activities.map(({ name }) => name)),
    );
  }

  async function open(activityId: string, fields?: Record<string, string>) {
    const causeId = `cause-${desk.clock.now}`;
    desk.clock.now += 1;
    return desk.tickets.open({
      person: desk.ana,
      activityId,
      description: "d",
      causeId,
      locale: "en",
      fields,
    });
  }

  const catalogItem = () => ({ id: desk.ids.catalog, name: text("Workplace"), description: text("d") });
  const serviceItem = () => ({
    id: desk.ids.service,
    catalogId: desk.ids.catalog,
    name: text("Devices"),
    description: text("d"),
  });

  it("offers requests and incidents in the reader's language, or in English (S0-7)", async () => {
    const [catalog] = await desk.catalog.available(desk.ana, "pt");

    expect(catalog).toMatchObject({ id: desk.ids.catalog, name: "Trabalho" });
    expect(catalog?.services).toMatchObject([{ name: "Devices" }]);
    const activities = catalog?.services[0]?.activities ?? [];
    expect(activities.map(({ kind }) => kind).sort()).toEqual(["incident", "request"]);
    expect(activities.map(({ name }) => name).sort()).toEqual(["Falha da impressora", "Novo notebook"]);
  });

  it.each(["catalog", "service", "activity"])(
    "neither shows nor opens what is not available by chat on the level of the %s (S0-4)",
    async (level) => {
      const viaChat = level !== "catalog";
      if (level === "catalog")
        await desk.catalog.saveCatalog({ ...catalogItem(), viaChat, phase: "catalog" });
      if (level === "service")
        await desk.catalog.saveService({ ...serviceItem(), viaChat: false, phase: "catalog" });
      if (level === "activity") {
        await desk.catalog.saveActivity({ ...activityOf(desk.ids, "request", undefined), viaChat: false });
      }

      const names = await offered();

      expect(names).toEqual(level === "activity" ? ["Printer fault"] : []);
      expect(await desk.catalog.activityFor(desk.ana, desk.ids.request, "en")).toBeUndefined();
      expect(await desk.catalog.named(desk.ana, "laptop", "en")).toEqual([]);
      await expect(open(desk.ids.request)).rejects.toMatchObject({
        code: "activity/not-available",
        status: 422,
      });
    },
  );

  it.each(["under-analysis", "in-creation", "in-design", "inactive"] as const)(
    "does not offer an activity that is %s (S0-8)",
    async (status) => {
      await desk.catalog.saveActivity({ ...activityOf(desk.ids, "request", undefined), status });

      expect(await offered()).toEqual(["Printer fault"]);
      await expect(open(desk.ids.request)).rejects.toMatchObject({ code: "activity/not-available" });
    },
  );

  it.each(["pipeline", "obsolete"] as const)("does not offer a service in phase %s (S0-8)", async (phase) => {
    await desk.catalog.saveService({ ...serviceItem(), viaChat: true, phase });

    expect(await offered()).toEqual([]);
    await expect(open(desk.ids.request)).rejects.toMatchObject({ code: "activity/not-available" });
  });

  it("asks for a linked group on each of the three levels, but only with parameter 293 on (S0-5)", async () => {
    const { employees, desk: serviceDesk } = desk.groups;
    const { request } = desk.ids;
    expect(await offered()).toContain("New laptop");

    desk.parameters.set(293, "Y");
    expect(await offered()).toEqual([]);
    await desk.catalog.saveCatalog({
      ...catalogItem(),
      viaChat: true,
      phase: "catalog",
      groupIds: [employees],
    });
    await desk.catalog.saveService({
      ...serviceItem(),
      viaChat: true,
      phase: "catalog",
      groupIds: [employees],
    });
    expect(await offered()).toEqual([]);
    await expect(open(request)).rejects.toMatchObject({ code: "activity/not-available" });
    const activity = activityOf(desk.ids, "request", undefined);
    await desk.catalog.saveActivity({ ...activity, groupIds: [serviceDesk] });
    expect(await offered()).toEqual([]);
    await desk.catalog.saveActivity({ ...activity, groupIds: [serviceDesk, employees] });

    expect(await offered()).toEqual(["New laptop"]);
    await expect(open(request)).resolves.toMatchObject({ kind: "request" });
    expect(await offered(desk.bruno)).toEqual([]);
  });

  it("offers nothing to somebody whose groups may not open tickets by chat, and opens nothing (S0-6, S1-34)", async () => {
    const outsider = { ...desk.ana, groupIds: [desk.groups.network] };
    const groupless = { ...desk.ana, groupIds: [] };

    for (const person of [outsider, groupless]) {
      expect(await offered(person)).toEqual([]);
      expect(await desk.catalog.mayOpen(person)).toBe(false);
      const request = {
        person,
        activityId: desk.ids.request,
        description: "d",
        causeId: "c",
        locale: "en" as const,
      };
      await expect(desk.tickets.open(request)).rejects.toMatchObject({ code: "access/denied", status: 403 });
      const direct = desk.tickets.open({ ...request, activityId: undefined, direct: true });
      await expect(direct).rejects.toMatchObject({ code: "access/denied" });
    }
    expect(await desk.catalog.mayOpen(desk.ana)).toBe(true);
  });

  it("finds activities by a part of their name, whatever case and accents (S2-21)", async () => {
    const names = async (part: string) =>
      (await desk.catalog.named(desk.ana, part, "en")).map(({ name }) => name);

    expect(await names("PRINT")).toEqual(["Printer fault"]);
    expect(await names("Impressóra")).toEqual(["Printer fault"]);
    expect(await names("")).toEqual([]);
    expect(await names("%")).toEqual([]);
  });

  it("sees within a second what was changed straight in the database", async () => {
    expect(await offered()).toContain("New laptop");
    await store.db.updateTable("activity").set({ via_chat: 0 }).where("id", "=", desk.ids.request).execute();

    desk.clock.now += 1000;

    expect(await offered()).toEqual(["Printer fault"]);
  });

  it("puts one view together once for all who see the same, and anew after a change", async () => {
    const first = await desk.catalog.available(desk.ana, "en");

    expect(await desk.catalog.available(desk.ana, "en")).toBe(first);
    expect(await desk.catalog.available(desk.ana, "pt")).not.toBe(first);

    await desk.catalog.saveCatalog({
      ...catalogItem(),
      name: text("Offices"),
      viaChat: true,
      phase: "catalog",
    });
    expect((await desk.catalog.available(desk.ana, "en")).map(({ name }) => name)).toEqual(["Offices"]);
  });

  it("tells the assistant names and samples in all languages", async () => {
    const learned = await desk.catalog.activities();

    expect(learned).toContainEqual(
      expect.objectContaining({
        id: desk.ids.incident,
        name: { en: "Printer fault", pt: "Falha da impressora" },
        samples: { en: ["it is broken"], pt: ["está quebrado"] },
      }),
    );
  });
});
