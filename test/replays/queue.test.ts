import { randomUUID } from "node:crypto";
import { groupIds } from "../../config/demo/people.js";
import type { Attendance, ListedPerson, Why } from "../../contract/index.js";
import { type Cast, openCast, say } from "../app/team/cast.js";
import { until } from "../faults/until.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

/** What users of other desks reported about chats that wait, go to the wrong one, or to nobody. */
describe("the queue", () => {
  let cast: Cast;
  let rui: DeskClient;
  beforeAll(async () => {
    cast = await openCast();
    rui = await cast.desk.connect("rui");
  });
  afterAll(() => cast.desk.stop());
  afterEach(async () => {
    await route({});
    for (const one of await listed("queue")) await cast.sara.ask("attendance:end", { attendanceId: one.id });
    for (const agent of [cast.bruno, cast.carla]) {
      for (const one of await listed("mine", agent))
        await agent.ask("attendance:end", { attendanceId: one.id });
      await agent.get("presence:set", { status: "available" });
    }
  });

  const accept = (agent: DeskClient, { id }: Attendance) =>
    agent.ask("attendance:accept", { attendanceId: id, requestId: randomUUID() });
  const setAway = () =>
    Promise.all([cast.bruno, cast.carla].map((agent) => agent.get("presence:set", { status: "away" })));
  const offered = (agent: DeskClient, { id }: Attendance) =>
    agent.hear("attendance:offered", (fact) => fact.attendanceId === id);
  const wishOf = async (requester: DeskClient) => (await Talk.begin(requester)).askForPerson();
  async function listed(view: "queue" | "mine", by: DeskClient = cast.sara): Promise<Attendance[]> {
    return ((await by.rest("GET", `/api/v1/attendances?view=${view}`)).body as { items: Attendance[] }).items;
  }
  async function route(routing: object, groupId: string = groupIds.serviceDesk): Promise<void> {
    const path = `/api/v1/routing/groups/${groupId}`;
    expect((await cast.admin.rest("PUT", path, routing)).status).toBe(200);
  }
  const readWhy = async ({ id }: Attendance) =>
    (await cast.sara.rest("GET", `/api/v1/attendances/${id}/why`)).body as Why;
  const openRow = (conversationId: string) => cast.ana.get("conversation:open", { conversationId });
  async function addRequester(username: string): Promise<DeskClient> {
    const person = { name: username, role: "requester", capacity: 0, password: "ask-politely" };
    const form = { ...person, username, groupIds: [groupIds.serviceDesk] };
    expect((await cast.admin.rest("POST", "/api/v1/accounts", form)).status).toBe(201);
    return cast.desk.connect(username, person.password);
  }
  async function setCapacity(agent: DeskClient, capacity: number): Promise<void> {
    const { body } = await cast.admin.rest("GET", "/api/v1/accounts");
    const found = (body as { items: ListedPerson[] }).items.find(({ id }) => id === cast.id(agent));
    if (found === undefined) throw new Error("No such person is listed.");
    const { name, role, active, skills, languages } = found;
    const form = { name, role, active, skills, languages, groupIds: found.groupIds, capacity };
    expect((await cast.admin.rest("PUT", `/api/v1/accounts/${found.id}`, form)).status).toBe(200);
  }

  it("chatwoot#1275: an admin says for each agent how many talks they have, and nobody is asked beyond that", async () => {
    await setCapacity(cast.bruno, 1);
    await setCapacity(cast.carla, 2);
    await route({ giving: "push", offerSeconds: 600 });
    const served: string[] = [];
    for (const requester of [cast.ana, rui, await addRequester("tess")]) {
      const wish = await wishOf(requester);
      const agent = await Promise.race([
        offered(cast.bruno, wish).then(() => cast.bruno),
        offered(cast.carla, wish).then(() => cast.carla),
      ]);
      expect(await accept(agent, wish)).toMatchObject({ ok: true });
      served.push(agent === cast.bruno ? "bruno" : "carla");
    }

    const { groups } = await readWhy(await wishOf(await addRequester("theo")));
    const full = groups.flatMap(({ agents }) => agents).map(({ name, obstacles }) => [name, obstacles]);
    expect(served.sort()).toEqual(["bruno", "carla", "carla"]);
    expect(full).toEqual(
      expect.arrayContaining([
        ["Bruno Lima", expect.arrayContaining([{ kind: "full", held: 1, capacity: 1 }])],
        ["Carla Díaz", expect.arrayContaining([{ kind: "full", held: 2, capacity: 2 }])],
      ]),
    );
    await setCapacity(cast.bruno, 5);
    await setCapacity(cast.carla, 5);
  });

  it("chatwoot#5672: who asks while every agent is offline is in no limbo: the owner of the group is told, the wall shows it, and the first who comes is asked", async () => {
    await route({ giving: "push", ownerId: cast.id(cast.sven) });
    const agents = [cast.bruno, cast.carla];
    await Promise.all(agents.map((agent) => agent.get("presence:set", { status: "offline" })));
    await cast.sara.get("wall:follow", { on: true });

    const wish = await wishOf(cast.ana);
    await cast.sven.hear("desk:notified", (fact) => fact.attendanceId === wish.id);
    await cast.sara.hear("wall:changed", ({ talks }) => talks.some(({ id }) => id === wish.id));

    await cast.carla.get("presence:set", { status: "available" });
    await offered(cast.carla, wish);
    expect(await accept(cast.carla, wish)).toMatchObject({ ok: true });
    await cast.sara.get("wall:follow", { on: false });
  });

  it("Rocket.Chat#18041: who asked while everybody was away is offered as soon as one is back, and can be ended by a supervisor", async () => {
    await route({ giving: "push" });
    await setAway();
    const [first, second] = [await wishOf(cast.ana), await wishOf(rui)];

    await cast.sara.get("attendance:end", { attendanceId: second.id });
    await cast.carla.get("presence:set", { status: "available" });
    await offered(cast.carla, first);

    expect(await accept(cast.carla, first)).toMatchObject({ ok: true });
    expect(await listed("queue")).toEqual([]);
  });

  it("Rocket.Chat#20022: a plain agent takes it from the queue, once, and can write in it", async () => {
    const { attendance, conversationId } = await cast.wait();

    const taken = await accept(cast.bruno, attendance);
    if (!taken.ok) throw new Error(taken.error.code);
    const words = await say(cast.bruno, conversationId, "How can I help?", taken.epoch);

    expect(words).toMatchObject({ ok: true });
    expect((await listed("mine", cast.bruno)).map(({ id }) => id)).toEqual([attendance.id]);
    expect(await listed("queue", cast.bruno)).toEqual([]);
  });

  it("Rocket.Chat#23404: passed on to a group whose agents are full, it is nobody's, the former agent is out of it, and it is given as soon as one has room", async () => {
    await setCapacity(cast.diego, 1);
    await route({ giving: "push", offerSeconds: 600 }, groupIds.applications);
    const to = { kind: "group", id: groupIds.applications } as const;
    const before = await wishOf(rui);
    const taken = await accept(cast.bruno, before);
    await cast.bruno.get("attendance:transfer", { attendanceId: before.id, to });
    await offered(cast.diego, before);
    expect([taken, await accept(cast.diego, before)]).toMatchObject([{ ok: true }, { ok: true }]);
    const { attendance, conversationId, epoch } = await cast.talk();

    await cast.bruno.get("attendance:transfer", { attendanceId: attendance.id, to });

    const { conversation } = await openRow(conversationId);
    expect([conversation.owner.kind, conversation.attendance?.status]).toEqual(["queue", "pending"]);
    expect(await listed("mine", cast.bruno)).toEqual([]);
    const late = await say(cast.bruno, conversationId, "Still here?", epoch);
    expect(late).toMatchObject({ ok: false, error: { code: "conversation/stale-epoch" } });
    await cast.diego.get("attendance:end", { attendanceId: before.id });
    await offered(cast.diego, attendance);
    expect(await accept(cast.diego, attendance)).toMatchObject({ ok: true });
    await cast.diego.get("attendance:end", { attendanceId: attendance.id });
    await route({}, groupIds.applications);
    await setCapacity(cast.diego, 5);
  });

  it("zammad#854: goes round: who has just ended one is asked last, and who has left the group not at all", async () => {
    await route({ giving: "push", offerSeconds: 600 });
    const turns: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      // Somebody new each time: who comes again is given to whoever served them last.
      const wish = await wishOf(await addRequester(`round-${round}`));
      const agent = await Promise.race([
        offered(cast.bruno, wish).then(() => cast.bruno),
        offered(cast.carla, wish).then(() => cast.carla),
      ]);
      await accept(agent, wish);
      await agent.get("attendance:end", { attendanceId: wish.id });
      turns.push(agent === cast.bruno ? "bruno" : "carla");
    }
    expect(turns[0]).not.toBe(turns[1]);
    expect(turns.slice(2)).toEqual(turns.slice(0, 2));
    await cast.carla.get("presence:set", { status: "away" });

    await offered(cast.bruno, await wishOf(cast.ana));
  });

  it("Rocket.Chat#30065: passed on to a group where nobody is, it keeps its place, and its requester is told that nobody is there", async () => {
    const { attendance, conversationId } = await cast.talk();
    const to = { kind: "group", id: groupIds.applications } as const;
    await cast.diego.get("presence:set", { status: "offline" });

    await cast.bruno.get("attendance:transfer", { attendanceId: attendance.id, to });

    const opened = async () => (await openRow(conversationId)).conversation;
    await until("she is told", async () => (await opened()).attendance?.wait?.nobodyHere === true);
    const conversation = await opened();
    expect(conversation.owner.kind).toBe("queue");
    expect(conversation.attendance).toMatchObject({
      waitingSince: attendance.waitingSince,
      groupIds: [groupIds.applications],
      wait: { nobodyHere: true },
    });
    expect((await readWhy(attendance)).groups).toMatchObject([{ agents: [{ isFree: false }] }]);
    await cast.diego.get("presence:set", { status: "available" });
    expect(await accept(cast.diego, attendance)).toMatchObject({ ok: true });
    await cast.diego.get("attendance:end", { attendanceId: attendance.id });
  });

  it("Rocket.Chat#15875: a colleague who is off is no target and the reason names it; their group takes it with the note", async () => {
    const { attendance, conversationId } = await cast.talk();
    await cast.diego.get("presence:set", { status: "offline" });
    const pass = (to: { kind: "agent" | "group"; id: string }) =>
      cast.bruno.ask("attendance:transfer", { attendanceId: attendance.id, to, note: "knows the ERP" });

    const refused = await pass({ kind: "agent", id: cast.id(cast.diego) });
    const { conversation } = await openRow(conversationId);
    const passed = await pass({ kind: "group", id: groupIds.applications });

    expect(refused).toMatchObject({ ok: false, error: { code: "attendance/offline" } });
    expect(JSON.stringify(refused)).toContain("Diego");
    expect(conversation.owner).toMatchObject({ kind: "agent", id: cast.id(cast.bruno) });
    expect(passed).toMatchObject({ ok: true });
    await cast.diego.get("presence:set", { status: "available" });
    const [waiting] = await listed("queue", cast.diego);
    expect(waiting).toMatchObject({ id: attendance.id, reason: "knows the ERP" });
  });

  it("LHC#856: passed on to another group of the same agent it belongs to that group, and the agent may take it there", async () => {
    const { attendance, conversationId } = await cast.talk();
    const to = { kind: "group", id: groupIds.network } as const;

    await cast.bruno.get("attendance:transfer", { attendanceId: attendance.id, to });
    const again = await accept(cast.bruno, attendance);

    expect(again).toMatchObject({ ok: true });
    const { conversation } = await openRow(conversationId);
    expect(conversation.attendance?.groupIds).toEqual([groupIds.network]);
    expect(conversation.owner).toMatchObject({ kind: "agent", id: cast.id(cast.bruno) });
  });

  it("LHC#2250: who asks the assistant for a person while nobody is connected waits, is told so, and staff see of each agent why not", async () => {
    await setAway();
    const wish = await wishOf(cast.ana);
    const waitOf = async () => (await openRow(wish.conversationId)).conversation.attendance?.wait;

    await until("the requester is told", async () => (await waitOf())?.nobodyHere === true);
    const { groups, next } = await readWhy(wish);

    expect(await waitOf()).toMatchObject({ nobodyHere: true, isClosed: false });
    const away = groups.flatMap(({ agents }) => agents).filter(({ name }) => /Bruno|Carla/.test(name));
    expect(away.map(({ obstacles }) => obstacles.map(({ kind }) => kind))).toEqual([["away"], ["away"]]);
    expect(next).toBeDefined();
  });

  it("Rocket.Chat#24112, Rocket.Chat.Livechat#411, LHC#987: what an agent sets is what holds: hours, devices and pages change nothing", async () => {
    await route({ giving: "push" });
    await cast.bruno.get("presence:set", { status: "offline" });
    await cast.carla.get("presence:set", { status: "away" });
    const statusOf = async (agent: DeskClient) => {
      const { body } = await cast.sara.rest("GET", "/api/v1/agents");
      const { items } = body as { items: { id: string; status: string }[] };
      return items.find(({ id }) => id === cast.id(agent))?.status;
    };

    const phone = await cast.desk.connect("bruno");
    const wish = await wishOf(cast.ana);
    await phone.rest("GET", "/api/v1/attendances?view=queue");
    phone.close();
    await cast.desk.app.domains.handoff.route();

    expect([await statusOf(cast.bruno), await statusOf(cast.carla)]).toEqual(["offline", "away"]);
    const isAsked = [cast.bruno, cast.carla, phone].some(({ heard }) =>
      heard.some(({ name, fact }) => name === "attendance:offered" && JSON.stringify(fact).includes(wish.id)),
    );
    expect(isAsked).toBe(false);
    await cast.bruno.get("presence:set", { status: "available" });
    await until("Bruno is available", async () => (await statusOf(cast.bruno)) === "available");
    await offered(cast.bruno, wish);
  });

  it("Rocket.Chat#27753, Rocket.Chat#26350, feature-requests#637: several groups and canned replies are there without a paid edition", async () => {
    const texts = { en: "Hello {requester}", es: "", pt: "" };
    const reply = { scope: { kind: "everybody" }, shortcut: "hello", title: "Hello", texts };
    const saved = await cast.admin.rest("POST", "/api/v1/canned-replies", reply);
    const { body: groups } = await cast.bruno.rest("GET", "/api/v1/groups");
    const { body: replies } = await cast.bruno.rest("GET", "/api/v1/canned-replies");

    expect(saved.status).toBe(201);
    expect((groups as { items: unknown[] }).items.length).toBeGreaterThan(1);
    expect(replies).toMatchObject({ items: [{ shortcut: "hello", texts }] });
  });

  it("LHC#635, chatwoot#10059: tells who waits how many are before them, and again when that changes", async () => {
    const first = await wishOf(cast.ana);
    const second = await wishOf(rui);
    expect([first.position, second.position]).toEqual([0, 1]);

    await accept(cast.bruno, first);

    const moved = await rui.hear(
      "attendance:changed",
      ({ attendance }) => attendance.id === second.id && attendance.position === 0,
    );
    expect(moved.attendance.status).toBe("pending");
  });
});
