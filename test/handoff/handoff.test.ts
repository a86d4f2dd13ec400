import { AppError, type Attendance, type Principal } from "../../contract/index.js";
import { type Bell, createTypedEvents } from "../../conversation/index.js";
import { createHandoffEvents, type HandoffFact } from "../../handoff/index.js";
import { newId } from "../../store/index.js";
import { openTestRedis, type TestRedis } from "../support/redis.js";
import { engines } from "../support/stores.js";
import { createNode, openTestDesk, type TestDesk } from "./test-desk.js";

describe.each(engines)("live attendance on %s", (engine) => {
  let desk: TestDesk;
  let redis: TestRedis;
  let bruno: Principal;
  beforeAll(async () => {
    redis = await openTestRedis();
    desk = await openTestDesk(engine, { redis });
    bruno = await desk.addPerson("Bruno", { role: "agent", groupIds: [desk.groups.desk], capacity: 100 });
  });
  afterEach(() => expect(desk.failures).toEqual([]));
  afterAll(async () => {
    await desk.handoff.settled();
    await desk.discard();
    await redis.close();
  });

  it("shows an agent who waits in their groups, in order, each with its place (S1-1, S1-2, S1-6)", async () => {
    const first = await desk.waitingTalk();
    const second = await desk.waitingTalk();
    const urgent = await desk.waitingTalk({ priority: 0 });
    const foreign = await desk.waitingTalk({ groupIds: [desk.groups.network] });

    const waiting = await desk.handoff.reads.waitingFor(bruno);

    expect(waiting.map(({ id, position }) => [id, position])).toEqual([
      [urgent.attendanceId, 0],
      [first.attendanceId, 1],
      [second.attendanceId, 2],
    ]);
    expect(await desk.handoff.reads.waitingFor(first.requester)).toEqual([]);
    const boss = await desk.addPerson("Sofia", { role: "supervisor" });
    expect((await desk.handoff.reads.waitingFor(boss)).map(({ id }) => id)).toContain(foreign.attendanceId);
    expect(await desk.handoff.reads.counts([desk.groups.desk, desk.groups.network])).toEqual(
      new Map([
        [desk.groups.desk, 3],
        [desk.groups.network, 1],
      ]),
    );
  });

  it("shows why it came to staff and not to the requester, and nothing to strangers (S10)", async () => {
    const { attendanceId, requester } = await desk.waitingTalk();
    const stranger = await desk.addPerson("Rui");

    const [mine, theirs, nobodys] = await Promise.all(
      [requester, bruno, stranger].map((viewer) => desk.handoff.reads.byId(attendanceId, viewer)),
    );

    expect(mine).toMatchObject({ question: "My screen is black", requester: { name: "Ana" } });
    expect(mine?.context).toBeUndefined();
    expect(theirs?.context).toMatchObject({ reason: "fallback" });
    expect(nobodys).toBeUndefined();
  });

  it("tells every change and every queue that became longer or shorter", async () => {
    const facts: unknown[] = [];
    const stops = [
      desk.handoff.events.on("attendance-changed", (id) => facts.push(id)),
      desk.handoff.events.on("queue-changed", ({ groupId, waiting }) => facts.push([groupId, waiting])),
    ];
    await desk.handoff.settled();
    facts.length = 0;
    const before = (await desk.handoff.reads.counts([desk.groups.network])).get(desk.groups.network) ?? 0;

    const { attendanceId, requester } = await desk.waitingTalk({ groupIds: [desk.groups.network] });
    await desk.handoff.settled();
    await desk.handoff.cancel({ attendanceId, actor: requester });
    await desk.handoff.settled();
    for (const stop of stops) stop();

    expect(facts).toEqual([
      attendanceId,
      [desk.groups.network, before + 1],
      attendanceId,
      [desk.groups.network, before],
    ]);
  });

  it("lets another node know by the bell, and by looking when it heard none, once each", async () => {
    const heard = createTypedEvents<Record<string, [payload: string]>>();
    const bell: Bell = { ring: () => undefined, on: (topic, hear) => heard.on(topic, hear) };
    const other = createNode(desk.store, desk.clock, { redis, bell });
    const told: string[] = [];
    await other.handoff.catchUp();
    other.handoff.events.on("attendance-changed", (id) => told.push(id));

    const rung = await desk.waitingTalk();
    heard.emit("attendance", `${rung.attendanceId} 1 ${desk.groups.desk}`);
    const unheard = await desk.waitingTalk();
    await other.handoff.catchUp();
    await other.handoff.catchUp();
    await other.handoff.settled();

    expect(told).toEqual([rung.attendanceId, unheard.attendanceId]);
    expect(other.failures).toEqual([]);
  });

  it("does what hangs on a change in the same transaction, or nothing of both", async () => {
    const facts: HandoffFact[] = [];
    let committed = 0;
    const node = createNode(desk.store, desk.clock, {
      hooks: {
        accepted: async (trx, fact) => {
          facts.push(fact);
          fact.afterCommit(() => {
            committed += 1;
          });
          const counter = { name: fact.attendance.row.id, value: 1 };
          await trx.insertInto("counter").values(counter).execute();
        },
      },
    });
    const { attendanceId, conversationId } = await desk.waitingTalk();
    await desk.store.db.insertInto("counter").values({ name: attendanceId, value: 0 }).execute();

    await expect(node.handoff.accept({ attendanceId, agent: bruno, requestId: newId() })).rejects.toThrow();
    expect(committed).toBe(0);
    expect(await desk.owner(conversationId)).toMatchObject({ owner_kind: "queue", epoch: 2 });

    await desk.store.db.deleteFrom("counter").where("name", "=", attendanceId).execute();
    const outcome = await node.handoff.accept({ attendanceId, agent: bruno, requestId: newId() });
    expect(outcome).toMatchObject({ status: "accepted" });
    expect(facts.at(-1)).toMatchObject({ kind: "accepted", agent: { name: "Bruno" } });
    expect(committed).toBe(1);
  });

  it("closes what was left waiting when its conversation was closed from outside", async () => {
    const { attendanceId, conversationId } = await desk.waitingTalk();
    const to = { kind: "none" } as const;
    await desk.conversations.moveOwnerIn(desk.store.db, { conversationId, to, now: desk.clock.now });

    await desk.handoff.sweep();

    expect(await desk.handoff.reads.byId(attendanceId, bruno)).toMatchObject({
      phase: "closed",
      status: "abandoned",
    });
  });

  describe("the socket events", () => {
    const seen = { id: "view" };
    const events = () =>
      createHandoffEvents({
        handoff: desk.handoff,
        conversationView: async (id) => {
          const row = await desk.conversations.byId(id);
          if (row === undefined) throw new Error("There is no such conversation.");
          return {
            id,
            requester: { id: row.requester_id, name: "Ana" },
            channel: row.channel,
            locale: "en",
            owner: { kind: "agent" },
            epoch: row.epoch,
            lastSeq: row.last_seq,
            online: { requester: false, agent: false },
            readUpTo: { requester: 0, agent: 0 },
            createdAt: row.created_at,
            updatedAt: row.updated_at,
          };
        },
      });
    const caller = (principal: Principal) => ({ principal, socketId: seen.id });
    const refusal = (answer: Promise<unknown>) =>
      answer.then(
        () => undefined,
        (error: unknown) => (error instanceof AppError ? error.toBody() : error),
      );

    it("accept answers with the conversation, its epoch and why it came", async () => {
      const { attendanceId, conversationId } = await desk.waitingTalk();
      const accept = events()["attendance:accept"];

      const answer = await accept.handle({ attendanceId, requestId: "r1" }, caller(bruno));

      expect(answer).toMatchObject({ conversationId, epoch: 3, conversation: { epoch: 3 } });
      expect(answer.attendance).toMatchObject({ phase: "accepted", context: { reason: "fallback" } });
    });

    it("accept tells a loser who was first, and a requester that it is not for them", async () => {
      const { attendanceId, requester } = await desk.waitingTalk();
      const carla = await desk.addPerson("Carla", { role: "agent", groupIds: [desk.groups.desk] });
      const accept = events()["attendance:accept"];
      await accept.handle({ attendanceId, requestId: "r1" }, caller(bruno));

      const loser = await refusal(accept.handle({ attendanceId, requestId: "r2" }, caller(carla)));
      const outsider = await refusal(accept.handle({ attendanceId, requestId: "r3" }, caller(requester)));

      expect(loser).toEqual({
        code: "attendance/taken",
        message: "Bruno has already accepted this attendance.",
        details: { holder: { id: bruno.accountId, name: "Bruno" } },
      });
      expect(outsider).toMatchObject({ code: "access/denied" });
    });

    it("cancel, transfer and end answer with the attendance as it is now", async () => {
      const table = events();
      const first = await desk.waitingTalk();
      const second = await desk.waitingTalk();
      const { attendanceId } = second;
      const to = { kind: "group", id: desk.groups.network } as const;

      const cancelled = await table["attendance:cancel"].handle(
        { attendanceId: first.attendanceId },
        caller(first.requester),
      );
      await table["attendance:accept"].handle({ attendanceId, requestId: "r1" }, caller(bruno));
      const passed = await table["attendance:transfer"].handle({ attendanceId, to }, caller(bruno));
      const late = await refusal(table["attendance:transfer"].handle({ attendanceId, to }, caller(bruno)));
      const ended = await table["attendance:end"].handle({ attendanceId }, caller(second.requester));

      const phases = [cancelled, passed, ended].map(
        ({ attendance }: { attendance: Attendance }) => attendance.phase,
      );
      expect(phases).toEqual(["closed", "logged", "closed"]);
      expect(late).toMatchObject({ code: "attendance/gone" });
    });

    it("RC#23563, RC#19846: presence keeps what an agent set, whatever other devices do (S2-57)", async () => {
      const table = events();
      const told: unknown[] = [];
      const stop = desk.handoff.events.on("presence-changed", (person) => told.push(person));
      const { accountId } = bruno;

      await desk.handoff.people.connected(accountId, "phone");
      await table["presence:set"].handle({ status: "busy" }, caller(bruno));
      await desk.handoff.people.connected(accountId, "desktop");
      await desk.handoff.people.disconnected(accountId, "phone");
      const [before] = await desk.handoff.people.statusOf([accountId]);
      await desk.handoff.people.disconnected(accountId, "desktop");
      stop();

      expect(before).toEqual({ accountId, status: "busy", online: true, isStaff: true });
      expect(told).toEqual([
        { accountId, status: "available", online: true, isStaff: true },
        { accountId, status: "busy", online: true, isStaff: true },
        { accountId, status: "busy", online: false, isStaff: true },
      ]);
      const agents = await desk.handoff.people.agents();
      expect(agents.find(({ id }) => id === accountId)).toMatchObject({
        status: "busy",
        online: false,
        capacity: 100,
        groupIds: [desk.groups.desk],
      });
    });
  });
});
