import { randomUUID } from "node:crypto";
import { demoDesk } from "../../config/demo/desk.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { newSchema } from "../support/postgres.js";
import { spawnRedis } from "../support/redis.js";
import { startStopwatch } from "../support/slowness.js";

const [serviceDesk, network] = demoDesk.groups.map(({ id }) => id);
const idOf = (username: string) =>
  demoDesk.accounts.find((account) => account.username === username)?.id ?? "";

interface Desks {
  /** Where admins work. */
  readonly one: RunningDesk;
  /** Where agents hold their sockets. */
  readonly other: RunningDesk;
  close(): Promise<void>;
}

async function startOne(): Promise<Desks> {
  const desk = await startDesk();
  return { one: desk, other: desk, close: desk.stop };
}

/** Two nodes on one PostgreSQL: with a bell between them, or each finding out for itself. */
async function startTwo(hasBell: boolean): Promise<Desks> {
  const [redis, schema] = await Promise.all([spawnRedis(), newSchema()]);
  const environment = {
    ...(hasBell ? { REDIS_URL: `redis://127.0.0.1:${redis.port}`, REDIS_PREFIX: "moved:" } : {}),
    DATABASE_URL: schema.url,
    DATABASE_SCHEMA: schema.name,
    SESSION_SECRET: "0123456789abcdef0123456789abcdef",
  };
  const one = await startDesk(environment);
  const other = await startDesk(environment);
  const close = async () => {
    await Promise.all([one.stop(), other.stop()]);
    await Promise.all([redis.close(), schema.drop()]);
  };
  return { one, other, close };
}

const places = [
  { where: "one node on SQLite", start: startOne },
  { where: "two nodes on PostgreSQL and Redis", start: () => startTwo(true) },
  { where: "two nodes on PostgreSQL that no bell reaches", start: () => startTwo(false) },
];

describe.each(places)("people who are moved between groups, $where", ({ start }) => {
  let desks: Desks;
  let admin: DeskClient;
  let ana: DeskClient;
  let talk: Talk;
  beforeAll(async () => {
    desks = await start();
    admin = await desks.one.connect("admin");
    ana = await desks.other.connect("ana");
  });
  beforeEach(async () => {
    talk = await Talk.begin(ana);
  });
  afterAll(() => desks.close());

  async function move(username: string, change: object): Promise<void> {
    const { body } = await admin.rest("GET", `/api/v1/accounts/${idOf(username)}`);
    const { name, email, role, locale, capacity, groupIds, active } = body as Record<string, unknown>;
    const form = { name, email, role, locale, capacity, groupIds, active, ...change };
    const { status } = await admin.rest("PUT", `/api/v1/accounts/${idOf(username)}`, form);
    expect(status).toBe(200);
  }

  const heardOf = (client: DeskClient, since: number) =>
    client.heard.slice(since).map(({ name, fact }) => ({ name, fact: JSON.stringify(fact) }));
  /** What was told before the answer has arrived with it. */
  const flush = (client: DeskClient) => client.get("presence:set", { status: "available" });
  const hears = async (client: DeskClient, groupIds: readonly (string | undefined)[]) => {
    const watch = startStopwatch();
    await client.hear("groups:changed", (fact) => fact.groupIds.join() === groupIds.toSorted().join());
    return watch.ms();
  };

  it("who is taken out hears the queue and its talks no more, within a second and on every node (S12, S39)", async () => {
    const bruno = await desks.other.connect("bruno");
    const carla = await desks.other.connect("carla");
    const { id } = await talk.askForPerson();
    await carla.hear("attendance:changed", ({ attendance }) => attendance.id === id);
    await bruno.get("conversation:open", { conversationId: talk.id });
    await talk.send("Only for who may read it");
    await bruno.hear("message:posted", ({ message }) => message.text.includes("may read"));

    await move("bruno", { groupIds: [network] });
    expect(await hears(bruno, [network])).toBeLessThan(1000);

    const since = bruno.heard.length;
    await talk.send("The canary of the queue");
    await carla.get("conversation:open", { conversationId: talk.id });
    await carla.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    await carla.hear("attendance:changed", ({ attendance }) => attendance.phase === "accepted");
    await flush(bruno);
    const heard = heardOf(bruno, since).filter(({ name }) => name !== "presence:changed");
    expect(heard).toEqual([]);
    await carla.get("attendance:end", { attendanceId: id });
    bruno.close();
    carla.close();
  });

  it("who is put in hears the queue without connecting anew, and who holds a talk keeps it (S1-7)", async () => {
    const bruno = await desks.other.connect("bruno");
    await move("bruno", { groupIds: [serviceDesk, network] });
    await hears(bruno, [serviceDesk, network]);

    const { id } = await talk.askForPerson();
    await bruno.hear("attendance:changed", ({ attendance }) => attendance.id === id);
    await bruno.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    await move("bruno", { groupIds: [network] });
    await hears(bruno, [network]);
    await talk.send("Are you still there?");
    await bruno.hear("message:posted", ({ message }) => message.text === "Are you still there?");

    await move("bruno", { groupIds: [serviceDesk, network] });
    await bruno.get("attendance:end", { attendanceId: id });
    bruno.close();
  });

  it("what is asked over an open socket is answered by the groups of now (S39)", async () => {
    const carla = await desks.other.connect("carla");
    await move("carla", { groupIds: [] });
    await hears(carla, []);
    const { id } = await talk.askForPerson();

    expect(await carla.ask("conversation:open", { conversationId: talk.id })).toMatchObject({ ok: false });
    await ana.get("attendance:cancel", { attendanceId: id });
    await move("carla", { groupIds: [serviceDesk] });
    carla.close();
  });

  it("whose role is changed has to come in anew, on every node (S15)", async () => {
    const bruno = await desks.other.connect("bruno");
    await move("bruno", { role: "requester" });

    const { reason } = await bruno.hear("session:ended");

    expect(reason).toMatch(/logged-out|expired/);
    await move("bruno", { role: "agent", groupIds: [serviceDesk, network] });
  });
});
