import { hashPassword } from "../../config/index.js";
import { groupIds } from "../../config/demo/people.js";
import { connectStore, migrate, migrationNames } from "../../store/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";
import { newSchema, type TestSchema } from "../support/postgres.js";

/** What people met who installed or upgraded another desk: steps by hand that one had to know. */
describe("a start", () => {
  let schema: TestSchema;
  let desk: RunningDesk | undefined;
  beforeEach(async () => {
    schema = await newSchema();
  });
  afterEach(async () => {
    await desk?.stop();
    await schema.drop();
  });

  const start = async () => {
    desk = await startDesk({ DATABASE_URL: schema.url, DATABASE_SCHEMA: schema.name });
    return desk;
  };
  const open = () => connectStore({ databaseUrl: schema.url, schema: schema.name });

  it("chatwoot#1142: on a database with nothing in it makes its tables and serves, without a further command", async () => {
    const { url, connect } = await start();

    const ready = await fetch(`${url}/readyz`);
    const talk = await Talk.begin(await connect("ana"));

    expect(ready.status).toBe(200);
    expect((await talk.say("my mailbox is full")).sender.kind).toBe("assistant");
  });

  it("chatwoot#11738: serves the chat to pages of other sites, talks at once, and what was deleted stays deleted through a restart", async () => {
    const { url, connect } = await start();
    const admin = await connect("admin");
    const { body } = await admin.rest("GET", "/api/v1/completion-codes");
    const [code] = (body as { items: { id: string }[] }).items;
    const script = await fetch(`${url}/widget.js`, { headers: { origin: "https://shop.example" } });
    const bruno = await connect("bruno");
    const wish = await (await Talk.begin(await connect("ana"))).askForPerson();
    await bruno.hear("attendance:changed", (fact) => fact.attendance.id === wish.id);

    expect((await admin.rest("DELETE", `/api/v1/completion-codes/${code?.id}`)).status).toBeLessThan(300);
    await desk?.stop();
    const again = await start();

    expect(script.status).toBe(200);
    expect(script.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const left = (await (await again.connect("admin")).rest("GET", "/api/v1/completion-codes")).body;
    expect((left as { items: { id: string }[] }).items.map(({ id }) => id)).not.toContain(code?.id);
  });

  it("chatwoot#12390: two nodes on one database, with nothing that carries news between them, talk without a page loaded anew", async () => {
    const [near, far] = [await start(), await start()];
    const [ana, bruno] = [await near.connect("ana"), await far.connect("bruno")];
    const talk = await Talk.begin(ana);
    const { id: attendanceId } = await talk.askForPerson();

    await bruno.hear("attendance:changed", (fact) => fact.attendance.id === attendanceId);
    const { epoch } = await bruno.get("attendance:accept", { attendanceId, requestId: "accept" });
    await talk.send("It smokes");
    await bruno.hear("message:posted", ({ message }) => message.text === "It smokes");
    const conversationId = talk.id;
    await bruno.get("message:send", { conversationId, clientMessageId: "his", text: "Unplug it", epoch });
    await ana.hear("message:posted", ({ message }) => message.text === "Unplug it");

    expect((await ana.get("conversation:open", { conversationId })).conversation.attendance).toMatchObject({
      status: "active",
    });
    await near.stop();
  });

  it("chatwoot#10218, chatwoot#13926: on the database of an older version brings it up by itself and keeps what is there", async () => {
    const older = migrationNames.at(-6);
    const before = open();
    await migrate(before, older);
    const group = { id: "01999d00-0000-7000-8000-000000000999", name: "Kept", chat_requester: 1 };
    await before.db
      .insertInto("assignment_group")
      .values({ ...group, takes_attendances: 1, created_at: 1 })
      .execute();
    await before.close();

    const { connect } = await start();
    const admin = await connect("admin");
    const { body } = await admin.rest("GET", "/api/v1/groups/details");

    expect((body as { items: { name: string }[] }).items.map(({ name }) => name)).toContain("Kept");
  });

  it("chatwoot#5267: after an upgrade people log in as before, and nobody had to be told of a command", async () => {
    const before = open();
    await migrate(before, migrationNames.at(-6));
    const [password, id] = ["kept-through-the-upgrade", "01999d00-0000-7000-8000-000000000998"];
    const person = { id, username: "olga", name: "Olga Older", role: "agent", capacity: 3, created_at: 1 };
    await before.db
      .insertInto("account")
      .values({
        ...person,
        availability: "available",
        active: 1,
        password_hash: await hashPassword(password),
      })
      .execute();
    await before.close();

    const { url, connect } = await start();
    const olga = await connect("olga", password);
    const wrong = await fetch(`${url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: "olga", password: "another" }),
    });

    expect((await olga.rest("GET", "/api/v1/session")).body).toMatchObject({ user: { id, role: "agent" } });
    expect(wrong.status).toBe(401);
  });

  it("Rocket.Chat#18835: leaves every agent as they had set themselves, and gives to who is there", async () => {
    const before = await start();
    const admin = await before.connect("admin");
    const path = `/api/v1/routing/groups/${groupIds.serviceDesk}`;
    expect((await admin.rest("PUT", path, { giving: "push" })).status).toBe(200);
    await (await before.connect("carla")).get("presence:set", { status: "away" });
    await (await before.connect("bruno")).get("presence:set", { status: "busy" });
    await (await before.connect("bruno")).get("presence:set", { status: "available" });
    await before.stop();
    desk = undefined;

    const { connect } = await start();
    const [ana, bruno] = [await connect("ana"), await connect("bruno")];
    await connect("carla");
    const { body } = await bruno.rest("GET", "/api/v1/agents");
    const { id } = await (await Talk.begin(ana)).askForPerson();

    const agents = (body as { items: { name: string; status: string }[] }).items;
    const statusOf = (name: RegExp) => agents.find((agent) => name.test(agent.name))?.status;
    expect([statusOf(/Bruno/), statusOf(/Carla/)]).toEqual(["available", "away"]);
    await bruno.hear("attendance:offered", (fact) => fact.attendanceId === id);
  });

  it("LHC#1285: one process with no helper beside it tells an agent's page of a new request at once", async () => {
    const { connect } = await start();
    const [ana, bruno] = [await connect("ana"), await connect("bruno")];

    const { id } = await (await Talk.begin(ana)).askForPerson();

    const { attendance } = await bruno.hear("attendance:changed", (fact) => fact.attendance.id === id);
    expect(attendance.status).toBe("pending");
  });
});
