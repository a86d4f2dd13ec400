import { type Catalog, type Erasure, type OtherDeskKind, usualMappings } from "../../../contract/index.js";
import { until } from "../../faults/until.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { openFakeGlpi } from "../../support/desks/fake-glpi.js";
import { chrisId, type FakeZammad, openFakeZammad, robotId } from "../../support/desks/fake-zammad.js";
import { newSchema, type TestSchema } from "../../support/postgres.js";
import { engines } from "../../support/stores.js";

describe.each(engines)("who is erased here and has tickets at another desk, on %s", (engine) => {
  let schema: TestSchema | undefined;
  let desk: RunningDesk;
  let admin: DeskClient;
  let ana: DeskClient;
  let zammad: FakeZammad;
  beforeEach(async () => {
    schema = engine === "postgres" ? await newSchema() : undefined;
    const place: Record<string, string> =
      schema === undefined ? {} : { DATABASE_URL: schema.url, DATABASE_SCHEMA: schema.name };
    desk = await startDesk({ ...place, WEBHOOKS_TO_PRIVATE: "on" });
    [admin, ana] = [await desk.connect("admin"), await desk.connect("ana")];
    zammad = await openFakeZammad();
    zammad.mayErase = true;
  });
  afterEach(async () => {
    await desk.stop();
    await zammad.close();
    await schema?.drop();
  });

  async function keepAt(kind: OtherDeskKind, url: string, login: Record<string, string>) {
    const mapping = { ...usualMappings[kind], place: kind === "zammad" ? "Users" : "3" };
    const name = kind === "zammad" ? "Zammad" : "GLPI";
    const form = { isActive: true, version: 0, kind, name, url, mapping, ...login };
    expect((await admin.rest("PUT", "/api/v1/other-desk", form)).status).toBe(200);
  }
  async function open(): Promise<string> {
    const { body } = await ana.rest("GET", "/api/v1/catalog");
    const activities = (body as { items: Catalog[] }).items.flatMap(({ services }) =>
      services.flatMap((service) => service.activities),
    );
    const activity = activities.find(({ fields }) => fields.every(({ type }) => type === "text"));
    const fields = Object.fromEntries((activity?.fields ?? []).map(({ name }) => [name, "third floor"]));
    const wish = { activityId: activity?.id, description: "The lift is stuck.", fields };
    const opened = await ana.rest("POST", "/api/v1/tickets", wish);
    return (opened.body as { number: string }).number;
  }
  async function openThere(count: number): Promise<void> {
    await keepAt("zammad", zammad.url, { token: zammad.token });
    for (let left = count; left > 0; left -= 1) await open();
    const sent = () =>
      desk.app.domains.store.db
        .selectFrom("desk_link")
        .select("ticket_id")
        .where("remote_id", "is not", null)
        .execute();
    await until("the tickets are there", async () => (await sent()).length === count);
  }
  async function eraseAna(): Promise<Erasure> {
    const wish = { username: "ana" };
    expect((await admin.rest("POST", await pathOfAna(), wish)).status).toBe(202);
    await desk.app.domains.privacy.sweepErasures();
    let erasure: Erasure | undefined;
    await until("the other desk was asked", async () => {
      [erasure] = await desk.app.domains.privacy.erasures();
      return erasure?.elsewhere.every(({ state }) => state !== "waiting") ?? false;
    });
    if (erasure === undefined) throw new Error("Nobody was erased.");
    return erasure;
  }
  async function pathOfAna(): Promise<string> {
    const { db } = desk.app.domains.store;
    const { id } = await db
      .selectFrom("account")
      .select("id")
      .where("username", "=", "ana")
      .executeTakeFirstOrThrow();
    return `/api/v1/privacy/people/${id}/erase`;
  }
  const link = (id: number): string => `${zammad.url}/#ticket/zoom/${id}`;

  it("is named with tickets and links on the page and in the audit, and Zammad is asked to delete them", async () => {
    await openThere(2);

    const { elsewhere } = await eraseAna();

    expect(elsewhere).toEqual([
      { desk: "Zammad", number: "22019", url: link(19), state: "asked" },
      { desk: "Zammad", number: "22020", url: link(20), state: "asked" },
    ]);
    const customer = zammad.tickets[0]?.customer_id;
    expect(zammad.privacyTasks).toMatchObject([
      { deletable_id: customer, preferences: { customer_tickets: ["22019", "22020"] } },
    ]);
    const { body } = await admin.rest("GET", "/api/v1/audit");
    const said = JSON.stringify(body);
    expect(said).toContain(`Zammad 22019 ${link(19)}`);
    expect(said).toContain(`Zammad 22020 ${link(20)}`);
  });

  it.each([
    ["has a ticket there that is not ours", (): void => void addTicket(zammad)],
    ["has one that our account does not see", (): void => void zammad.hidden.add(addTicket(zammad))],
    ["works there too", (): void => setRoles(zammad, ["Agent", "Customer"])],
  ] as const)("is not deleted at Zammad where that is more than ours: %s", async (_, change) => {
    await openThere(1);
    change();

    const { elsewhere } = await eraseAna();

    expect(elsewhere).toEqual([
      { desk: "Zammad", number: "22019", url: link(19), state: "remains", reason: "more-there" },
    ]);
    expect(zammad.privacyTasks).toEqual([]);
  });

  it("says so where a task that would delete more cannot be taken back", async () => {
    await openThere(1);
    zammad.hidden.add(addTicket(zammad));
    zammad.fault = ({ method }) => (method === "DELETE" ? { status: 500, json: {} } : undefined);

    expect((await eraseAna()).elsewhere).toMatchObject([{ state: "remains", reason: "undo-there" }]);
  });

  it("remains there plainly where our account has no right, or the ticket stands in its own name", async () => {
    zammad.mayErase = false;
    await openThere(1);
    expect((await eraseAna()).elsewhere).toMatchObject([{ state: "remains", reason: "no-right" }]);

    const { db } = desk.app.domains.store;
    Object.assign(zammad.tickets[0] ?? {}, { customer_id: robotId });
    await db.updateTable("left_elsewhere").set({ state: "waiting", reason: null }).execute();
    await until("it was asked again", async () => {
      const rows = await db.selectFrom("left_elsewhere").select("reason").execute();
      return rows[0]?.reason === "nobody-there";
    });
    expect(zammad.privacyTasks).toEqual([]);
  });

  it("is asked for when Zammad is there again, and once though somebody there was quicker", async () => {
    await openThere(1);
    const customer = zammad.tickets[0]?.customer_id ?? 0;
    zammad.privacyTasks.push({
      id: 7,
      deletable_id: customer,
      preferences: { customer_tickets: ["22019"], owner_tickets: [] },
    });
    let isAway = true;
    zammad.fault = ({ path }) =>
      isAway && path.startsWith("/api/v1/data_privacy_tasks") ? { status: 503, json: {} } : undefined;
    const wish = { username: "ana" };
    await admin.rest("POST", await pathOfAna(), wish);
    await desk.app.domains.privacy.sweepErasures();
    await zammad.hear(({ path }) => path.startsWith("/api/v1/data_privacy_tasks"));
    const [before] = await desk.app.domains.privacy.erasures();
    isAway = false;
    await desk.app.domains.store.db.updateTable("other_desk").set({ try_at: 0 }).execute();
    await until("Zammad was asked", async () => {
      const [erasure] = await desk.app.domains.privacy.erasures();
      return erasure?.elsewhere[0]?.state === "asked";
    });

    expect(before?.elsewhere).toMatchObject([{ state: "waiting" }]);
    expect(zammad.privacyTasks).toHaveLength(1);
  });

  it("remains at GLPI, which offers no way", async () => {
    const glpi = await openFakeGlpi();
    await keepAt("glpi", glpi.url, { token: glpi.userToken, appToken: glpi.appToken });
    const number = await open();
    await ana.hear("ticket:changed", ({ ticketNumber }) => ticketNumber === number);
    await until("the ticket is there", async () => {
      const { db } = desk.app.domains.store;
      const rows = await db.selectFrom("desk_link").select("remote_id").execute();
      return rows.some(({ remote_id }) => remote_id !== null);
    });

    const { elsewhere } = await eraseAna();

    expect(elsewhere).toMatchObject([{ desk: "GLPI", state: "remains", reason: "not-offered" }]);
    expect(elsewhere[0]?.url).toContain(glpi.url);
    await glpi.close();
  });
});

function addTicket({ tickets }: FakeZammad): number {
  const [first] = tickets;
  if (first === undefined) throw new Error("There is no ticket.");
  tickets.push({ ...first, id: 90, number: "22090", title: "By telephone", owner_id: chrisId });
  return 90;
}

function setRoles({ users, tickets }: FakeZammad, roles: readonly string[]): void {
  Object.assign(users.find(({ id }) => id === tickets[0]?.customer_id) ?? {}, { roles });
}
