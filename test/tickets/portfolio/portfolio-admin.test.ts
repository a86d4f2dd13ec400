import { newId, readChanges } from "../../../store/index.js";
import {
  createAgreementAdmin,
  createPortfolioAdmin,
  type PortfolioAdmin,
  type PortfolioItem,
} from "../../../tickets/index.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";
import { openDesk, type TestDesk, text } from "../desk.js";

describe.each(engines)("the portfolio's administration on %s", (engine) => {
  let store: TestStore;
  let desk: TestDesk;
  let portfolio: PortfolioAdmin;
  beforeAll(async () => {
    store = await openTestStore(engine);
    desk = await openDesk(store);
    portfolio = createPortfolioAdmin({
      store,
      now: () => desk.clock.now,
      changed: () => desk.catalog.changed(),
    });
  });
  beforeEach(() => desk.reset());
  afterAll(() => store.discard());

  const by = () => desk.bruno.accountId;
  const offered = async () =>
    (await desk.catalog.available(desk.ana, "en")).flatMap(({ services }) =>
      services.flatMap(({ activities }) => activities.map(({ name }) => name)),
    );
  const present = <T extends { readonly id: string }>(items: readonly T[], id: string): T => {
    const found = items.find((one) => one.id === id);
    if (found === undefined) throw new Error(`${id} is not there`);
    return found;
  };
  const service = async () => present((await portfolio.read()).services, desk.ids.service);
  const catalog = async () => present((await portfolio.read()).catalogs, desk.ids.catalog);
  const common = { description: text("About it"), viaChat: true, position: 9, groupIds: [] };
  const newActivity = (): Extract<PortfolioItem, { type: "activity" }> => ({
    type: "activity",
    id: newId(),
    form: {
      ...common,
      name: text("Borrow a camera"),
      serviceId: desk.ids.service,
      kind: "request",
      status: "active",
      fields: [],
      samples: { en: ["i need a camera"] },
    },
  });

  it("offers a new activity at once, and takes it away at once when it is not via chat (S0-4)", async () => {
    const item = newActivity();

    await portfolio.create(item, by());
    expect(await offered()).toContain("Borrow a camera");
    await portfolio.update({ ...item, form: { ...item.form, viaChat: false } }, by());

    expect(await offered()).not.toContain("Borrow a camera");
  });

  it("takes a catalog or service that becomes obsolete, and an activity that becomes inactive, out (S0-8)", async () => {
    const { id, ...form } = await service();

    await portfolio.update({ type: "service", id, form: { ...form, phase: "obsolete" } }, by());

    expect(await offered()).toEqual([]);
    expect((await portfolio.read()).services).toContainEqual(
      expect.objectContaining({ id, phase: "obsolete" }),
    );
  });

  it("links to a service only groups that are linked to its catalog (S0-5)", async () => {
    const { id, ...form } = await service();
    const { id: catalogId, ...catalogForm } = await catalog();
    const groupIds = [desk.groups.employees];
    const save = () => portfolio.update({ type: "service", id, form: { ...form, groupIds } }, by());

    await expect(save()).rejects.toMatchObject({
      code: "portfolio/refused",
      details: { problems: [{ at: "groupIds", code: "group-not-of-catalog" }] },
    });
    await portfolio.update({ type: "catalog", id: catalogId, form: { ...catalogForm, groupIds } }, by());
    await save();

    expect((await service()).groupIds).toEqual(groupIds);
  });

  it("takes a group that leaves a catalog from its services too, and records both (S0-5, S0-24)", async () => {
    const groupIds = [desk.groups.employees];
    const { id: catalogId, ...catalogForm } = await catalog();
    const { id, ...form } = await service();
    await portfolio.update({ type: "catalog", id: catalogId, form: { ...catalogForm, groupIds } }, by());
    await portfolio.update({ type: "service", id, form: { ...form, groupIds } }, by());

    await portfolio.update({ type: "catalog", id: catalogId, form: { ...catalogForm, groupIds: [] } }, by());

    expect((await service()).groupIds).toEqual([]);
    const [change] = await readChanges(store.db, { objectId: id, limit: 1 });
    expect(change).toMatchObject({ before: { groupIds }, after: { groupIds: [] } });
  });

  it("records who changed what and when, only what differs, and nothing when nothing does (S0-24)", async () => {
    const item = newActivity();
    await portfolio.create(item, by());
    desk.clock.now += 1000;

    await portfolio.update({ ...item, form: { ...item.form, status: "inactive" } }, by());
    await portfolio.update({ ...item, form: { ...item.form, status: "inactive" } }, by());
    await portfolio.remove("activity", item.id, by());

    const changes = await readChanges(store.db, { objectId: item.id, limit: 10 });
    expect(changes.map(({ action }) => action)).toEqual(["deleted", "updated", "created"]);
    expect(changes[1]).toMatchObject({
      objectType: "activity",
      name: "Borrow a camera",
      before: { status: "active" },
      after: { status: "inactive" },
      changedAt: desk.clock.now,
      changedBy: "Bruno Lima",
    });
  });

  it.each([
    ["a choice without options", { type: "choice" as const }, "options-needed"],
    ["a length of what is no text", { type: "date" as const, maxChars: 5 }, "length-misplaced"],
  ])("refuses %s", async (_, wrong, code) => {
    const item = newActivity();
    const field = { name: "when", label: text("When"), ask: text("When?"), required: true, ...wrong };

    const saving = portfolio.create({ ...item, form: { ...item.form, fields: [field] } }, by());

    await expect(saving).rejects.toMatchObject({
      code: "portfolio/refused",
      details: { problems: [{ code }] },
    });
  });

  it("refuses two fields of one name, a group and a service that are not there, and a key that is taken", async () => {
    const item = newActivity();
    const field = {
      name: "when",
      label: text("When"),
      ask: text("When?"),
      type: "date" as const,
      required: true,
    };
    await portfolio.create({ ...newActivity(), form: { ...item.form, key: "camera" } }, by());
    const wrong = {
      ...item.form,
      key: "camera",
      fields: [field, field],
      serviceId: newId(),
      groupId: newId(),
    };

    const saving = portfolio.create({ ...item, form: wrong }, by());

    const problems = ["key-taken", "not-there", "not-there", "name-taken"].map((code) =>
      expect.objectContaining({ code }),
    );
    await expect(saving).rejects.toMatchObject({ details: { problems } });
  });

  it("removes what nothing uses", async () => {
    const item = newActivity();
    await portfolio.create(item, by());

    await portfolio.remove("activity", item.id, by());

    expect((await portfolio.read()).activities.map(({ id }) => id)).not.toContain(item.id);
    await expect(portfolio.remove("activity", item.id, by())).rejects.toMatchObject({
      code: "portfolio/not-found",
      status: 404,
    });
  });

  it("keeps what is used, and tells by what", async () => {
    await desk.tickets.open({
      person: desk.ana,
      activityId: desk.ids.request,
      description: "d",
      causeId: newId(),
      locale: "en",
    });
    await store.db
      .insertInto("parameter")
      .values({ number: 317, value: desk.ids.incident, updated_at: 0 })
      .execute();
    const refusal = (type: PortfolioItem["type"], id: string) =>
      portfolio.remove(type, id, by()).catch((error: unknown) => error);

    const inUse = (use: object) => ({ code: "portfolio/in-use", status: 409, details: { uses: [use] } });
    expect(await refusal("catalog", desk.ids.catalog)).toMatchObject(
      inUse({ by: "services", count: 1, names: ["Devices"] }),
    );
    expect(await refusal("service", desk.ids.service)).toMatchObject(inUse({ by: "activities" }));
    expect(await refusal("activity", desk.ids.request)).toMatchObject(inUse({ by: "tickets", count: 1 }));
    expect(await refusal("activity", desk.ids.incident)).toMatchObject(
      inUse({ by: "parameters", names: ["317"] }),
    );
    expect(await refusal("origin", desk.ids.origin)).toMatchObject(inUse({ by: "tickets" }));
    expect(await refusal("contract", desk.ids.contract)).toMatchObject(inUse({ by: "tickets" }));
    await store.db.deleteFrom("parameter").execute();
  });

  it("names the agreements, offerings and rules that use it, in place of failing at a key (S3-7, S3-9)", async () => {
    const agreements = createAgreementAdmin({ store, now: () => desk.clock.now });
    const [free, other] = [{ ...(await service()), id: newId() }, newActivity()];
    const { id: serviceId, ...serviceForm } = free;
    await portfolio.create({ type: "service", id: serviceId, form: serviceForm }, by());
    await portfolio.create(other, by());
    const gold = await agreements.agreements.create(
      { name: "Gold", isActive: true, isChatEnabled: true, serviceIds: [serviceId], targets: {} },
      by(),
    );
    const offering = await agreements.offerings.create(
      { activityId: other.id, defaultServiceId: serviceId, agreementIds: [gold.id] },
      by(),
    );
    const { version } = await agreements.rules();
    const condition = { field: "activity" as const, operator: "is-not" as const, values: [other.id] };
    const rules = [{ name: "Not cameras", agreementId: gold.id, conditions: [condition] }];
    await agreements.saveRules({ version, rules }, by());
    const refusal = (type: PortfolioItem["type"], id: string) =>
      portfolio.remove(type, id, by()).catch((error: unknown) => error);

    expect(await refusal("service", serviceId)).toMatchObject({
      code: "portfolio/in-use",
      message: expect.stringContaining("agreements: Gold and offerings: Borrow a camera."),
      details: {
        uses: [
          { by: "agreements", names: ["Gold"] },
          { by: "offerings", count: 1 },
        ],
      },
    });
    expect(await refusal("activity", other.id)).toMatchObject({
      code: "portfolio/in-use",
      details: {
        uses: [
          { by: "offerings", names: ["Borrow a camera"] },
          { by: "agreement rules", names: ["Not cameras"] },
        ],
      },
    });

    await agreements.saveRules({ version: version + 1, rules: [] }, by());
    await agreements.offerings.remove(offering.id, by());
    await agreements.agreements.remove(gold.id, by());
    await portfolio.remove("activity", other.id, by());
    await portfolio.remove("service", serviceId, by());
    expect((await portfolio.read()).services.map(({ id }) => id)).not.toContain(serviceId);
  });
});
