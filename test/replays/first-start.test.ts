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

  it("chatwoot#10218, chatwoot#11738, chatwoot#13926: on the database of an older version brings it up by itself and keeps what is there", async () => {
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
