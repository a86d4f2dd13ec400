import { type Catalog, type OtherDesk, usualMappings } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { Talk } from "../../support/desk-client.js";
import { openFakeGlpi, techId } from "../../support/desks/fake-glpi.js";
import { chrisId, openFakeZammad } from "../../support/desks/fake-zammad.js";

const path = "/api/v1/other-desk";

describe("a desk whose tickets live elsewhere too (issue 8)", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let ana: DeskClient;
  beforeEach(async () => {
    desk = await startDesk({ WEBHOOKS_TO_PRIVATE: "on" });
    admin = await desk.connect("admin");
    ana = await desk.connect("ana");
  });
  afterEach(() => desk.stop());

  const set = (more: Record<string, unknown>, version = 0) =>
    admin.rest("PUT", path, { isActive: true, version, ...more });
  /** By an activity, so that the talk stays with the assistant. */
  const open = async (): Promise<string> => {
    const { body } = await ana.rest("GET", "/api/v1/catalog");
    const activities = (body as { items: Catalog[] }).items.flatMap(({ services }) =>
      services.flatMap((service) => service.activities),
    );
    const activity = activities.find(({ fields }) => fields.every(({ type }) => type === "text"));
    const fields = Object.fromEntries((activity?.fields ?? []).map(({ name }) => [name, "third floor"]));
    const wish = { activityId: activity?.id, description: "The lift is stuck.", fields };
    const opened = await ana.rest("POST", "/api/v1/tickets", wish);
    expect(opened.status).toBe(201);
    return (opened.body as { number: string }).number;
  };

  it("tells the requester in the chat what Zammad's people write, as soon as its webhook says so", async () => {
    const zammad = await openFakeZammad();
    const mapping = { ...usualMappings.zammad, place: "Users" };
    await set({ kind: "zammad", name: "Zammad", url: zammad.url, token: zammad.token, mapping });
    const { body: made } = await admin.rest("POST", `${path}/hook-secret`, {});
    const { secret } = made as { secret: string };
    const talk = await Talk.begin(ana);
    const number = await open();
    await ana.hear(
      "message:posted",
      ({ message }) => message.text === `Ticket ${number} has number 22019 at Zammad.`,
    );

    zammad.write(19, chrisId, { body: "Somebody is on the way." });
    const { body, headers } = zammad.hook(19, secret);
    const { body: state } = await admin.rest("GET", path);
    const { hookPath } = (state as { desk: OtherDesk }).desk;
    const hooked = await fetch(desk.url + hookPath, { method: "POST", headers, body });
    const forged = await fetch(desk.url + hookPath, { method: "POST", headers, body: `${body} ` });

    expect([hooked.status, forged.status]).toEqual([204, 401]);
    const { message } = await ana.hear("message:posted", (one) => one.message.text.includes("on the way"));
    expect(message).toMatchObject({
      conversationId: talk.id,
      text: `Christopher Miller on ticket ${number}: Somebody is on the way.`,
    });
    // The number of the other desk is as good as ours.
    expect((await talk.say("22019", { kind: "ticket-status", ticketNumber: "22019" })).text).toContain(
      `Ticket ${number}`,
    );
    await zammad.close();
  });

  it("keeps tickets at GLPI, and says in the audit what was set without the tokens", async () => {
    const glpi = await openFakeGlpi();
    const mapping = { ...usualMappings.glpi, place: "3" };
    const login = { token: glpi.userToken, appToken: glpi.appToken };
    const form = { kind: "glpi", name: "GLPI", url: glpi.url, mapping };
    const tried = await admin.rest("POST", `${path}/try`, { kind: "glpi", url: glpi.url, ...login });
    expect(tried.body).toMatchObject({ ok: true, account: "Deskhand" });

    const saved = await set({ ...form, ...login });
    expect(saved).toMatchObject({ status: 200, body: { hasAppToken: true, version: 1 } });
    const number = await open();
    await glpi.hear((asked) => asked.path.endsWith("/Ticket_User") && glpi.items.Ticket.length > 0);
    await ana.hear("ticket:changed", ({ ticketNumber }) => ticketNumber === number);

    expect(glpi.items.Ticket).toEqual([
      expect.objectContaining({ itilcategories_id: 3, status: 1, priority: 3 }),
    ]);
    expect(String(glpi.items.Ticket[0]?.externalid)).toMatch(new RegExp(`^DH-[0-9a-f]{6}-${number}$`));
    const said = JSON.stringify([
      saved.body,
      (await admin.rest("GET", path)).body,
      (await admin.rest("GET", "/api/v1/audit")).body,
    ]);
    expect(said).not.toContain(glpi.userToken);
    expect(said).not.toContain(glpi.appToken);
    expect(said).toContain("/api/v1/other-desk");
    expect(techId).toBeGreaterThan(0);
    await glpi.close();
  });

  it("refuses what is older than what was saved, another kind, and addresses it may not reach", async () => {
    const mapping = { ...usualMappings.zammad, place: "Users" };
    const form = { kind: "zammad", name: "Z", url: "https://desk.example", token: "t", mapping };
    expect((await set(form, 3)).status).toBe(404);
    expect((await set(form)).status).toBe(200);

    expect((await set({ ...form, name: "Y" }, 1)).body).toMatchObject({ version: 2, name: "Y" });
    expect(await set({ ...form, name: "X" }, 1)).toMatchObject({
      status: 409,
      body: { error: { code: "other-desk/changed", details: { present: { name: "Y" } } } },
    });
    expect((await set({ ...form, kind: "glpi" }, 2)).status).toBe(422);
    expect((await set({ ...form, url: "https://me:secret@desk.example" }, 2)).status).toBe(422);
    expect((await admin.rest("DELETE", path)).status).toBe(204);
    expect((await admin.rest("GET", path)).body).toEqual({});
  });
});

describe("without leave to call private addresses (attack S21)", () => {
  it("neither keeps nor tries an other desk on this machine", async () => {
    const desk = await startDesk();
    const admin = await desk.connect("admin");
    const mapping = { ...usualMappings.zammad, place: "Users" };
    const form = { kind: "zammad", name: "Z", url: "https://127.0.0.1:1/", token: "t" };

    const saved = await admin.rest("PUT", path, { ...form, mapping, isActive: true, version: 0 });
    const { name: _name, ...login } = form;
    const tried = await admin.rest("POST", `${path}/try`, login);

    expect([saved.status, tried.status]).toEqual([422, 422]);
    await desk.stop();
  });
});
