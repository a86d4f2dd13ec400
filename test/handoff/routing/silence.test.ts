import { createGroupHours } from "../../../app/group-hours.js";
import type { Principal } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { engines } from "../../support/stores.js";
import { createNode, type Node } from "../test-desk.js";
import { openPushDesk, type PushDesk } from "./push-desk.js";

const minuteMs = 60_000;
const workdays = [{ from: "09:00", to: "18:00" }];
const office = {
  timeZone: "UTC",
  weekly: {
    monday: workdays,
    tuesday: workdays,
    wednesday: workdays,
    thursday: workdays,
    friday: [],
    saturday: [],
    sunday: [],
  },
  holidays: [],
};

describe.each(engines)("an agent who accepts and stays silent on %s (F20, chatwoot#14508)", (engine) => {
  let desk: PushDesk;
  let bruno: Principal;
  let carla: Principal;
  const calendarId = newId();
  beforeEach(async () => {
    const get = (id: string) => (id === calendarId ? { name: "Office", ...office } : undefined);
    desk = await openPushDesk(engine, { hoursOf: createGroupHours({ get }) });
    await desk.route({ firstAnswerSeconds: 120, laterAnswerSeconds: 300 });
    bruno = await desk.addAgent("Bruno");
    carla = await desk.addAgent("Carla");
  });
  afterEach(async () => {
    await desk.discard();
    expect(desk.failures).toEqual([]);
  });

  async function accepted(agent = bruno, options?: Parameters<PushDesk["waitingTalk"]>[0]) {
    const talk = await desk.waitingTalk(options);
    const requestId = newId();
    const outcome = await desk.handoff.accept({ attendanceId: talk.attendanceId, agent, requestId });
    if (outcome.status !== "accepted") throw new Error(outcome.status);
    return { ...talk, epoch: outcome.epoch };
  }
  const write = (
    kind: "agent" | "requester",
    person: Principal,
    talk: { conversationId: string; epoch: number },
    node: Node = desk,
  ) =>
    node.conversations.append({
      conversationId: talk.conversationId,
      clientMessageId: newId(),
      sender: { kind, id: person.accountId, name: person.name },
      text: "a word",
      ...(kind === "agent" ? { epoch: talk.epoch } : {}),
    });
  const sweepAfter = async (ms: number, node: Node = desk) => {
    desk.clock.now += ms;
    await node.handoff.sweep();
    await node.handoff.settled();
  };
  const rowOf = async (id: string) => (await desk.handoff.reads.record(id))?.row;

  it("loses the talk, which waits at its old place under a new epoch; a late word is refused", async () => {
    const talk = await accepted();
    const before = await rowOf(talk.attendanceId);
    const later = await desk.waitingTalk();
    const lost: unknown[] = [];
    desk.handoff.events.on("ownership-lost", (loss) => lost.push(loss));

    await sweepAfter(119_000);
    expect(await rowOf(talk.attendanceId)).toMatchObject({ phase: "accepted" });
    await sweepAfter(1000);

    expect(await rowOf(talk.attendanceId)).toMatchObject({
      phase: "logged",
      status: "pending",
      agent_id: null,
      accepted_at: null,
      waiting_since: before?.waiting_since,
      last_agent_id: bruno.accountId,
    });
    const { conversationId, epoch } = talk;
    expect(await desk.owner(conversationId)).toEqual({
      owner_kind: "queue",
      owner_id: null,
      epoch: epoch + 1,
    });
    expect(await write("agent", bruno, talk)).toMatchObject({ status: "stale", epoch: epoch + 1 });
    expect(lost).toEqual([
      { conversationId, accountId: bruno.accountId, epoch: epoch + 1, reason: "silent" },
    ]);
    expect(await desk.notices(conversationId)).toEqual([
      "attendance-waiting",
      "attendance-accepted",
      "attendance-reclaimed",
    ]);
    const waiting = await desk.handoff.reads.waitingFor(carla);
    expect(waiting.map(({ id }) => id)).toEqual([talk.attendanceId, later.attendanceId]);
    const next = { attendanceId: talk.attendanceId, agent: carla, requestId: newId() };
    expect(await desk.handoff.accept(next)).toMatchObject({ status: "accepted", epoch: epoch + 2 });
  });

  it("is passed over when the desk offers it to the next one, and is asked again when nobody else is there", async () => {
    await desk.route({ giving: "push", firstAnswerSeconds: 60 });
    const talk = await desk.waitingTalk();
    const isBruno = (await desk.offers()).get(talk.attendanceId) === bruno.accountId;
    const [silent, other] = isBruno ? [bruno, carla] : [carla, bruno];
    const wish = { attendanceId: talk.attendanceId, requestId: newId() };
    await desk.handoff.accept({ ...wish, agent: silent });

    await sweepAfter(60_001);

    expect(await desk.offers()).toEqual(new Map([[talk.attendanceId, other.accountId]]));
    await desk.handoff.decline({ attendanceId: talk.attendanceId, agentId: other.accountId });
    expect(await desk.offers()).toEqual(new Map([[talk.attendanceId, silent.accountId]]));
  });

  it("keeps the talk with a word of their own or of a colleague who takes part", async () => {
    const [own, shared] = [await accepted(), await accepted()];
    await desk.store.db
      .insertInto("participant")
      .values({
        conversation_id: shared.conversationId,
        account_id: carla.accountId,
        added_by: bruno.accountId,
        joined_at: 1,
        left_at: null,
      })
      .execute();

    expect(await write("agent", bruno, own)).toMatchObject({ status: "stored" });
    expect(await write("agent", carla, shared)).toMatchObject({ status: "stored" });
    await sweepAfter(24 * 60 * minuteMs);

    for (const { attendanceId } of [own, shared])
      expect(await rowOf(attendanceId)).toMatchObject({ phase: "accepted", agent_id: bruno.accountId });
  });

  it("loses it later too, when the requester writes and nobody answers; from the first unanswered word on", async () => {
    const talk = await accepted();
    await write("agent", bruno, talk);
    desk.clock.now += 60 * minuteMs;
    await write("requester", talk.requester, talk);
    desk.clock.now += 4 * minuteMs;
    await write("requester", talk.requester, talk);

    await sweepAfter(minuteMs - 1000);
    expect(await rowOf(talk.attendanceId)).toMatchObject({ phase: "accepted" });
    await sweepAfter(1000);

    expect(await rowOf(talk.attendanceId)).toMatchObject({ phase: "logged" });
  });

  it("keeps everything where the group sets no limit, or where one through which they have it sets none", async () => {
    await desk.route({});
    const free = await accepted();
    await sweepAfter(24 * 60 * minuteMs);
    expect(await rowOf(free.attendanceId)).toMatchObject({ phase: "accepted" });

    await desk.route({ firstAnswerSeconds: 60 });
    await desk.route({}, desk.groups.network);
    const both = [desk.groups.desk, desk.groups.network];
    const diego = await desk.addAgent("Diego", { groupIds: both });
    const patient = await accepted(diego, { groupIds: both });
    const strict = await accepted(carla, { groupIds: both });
    await sweepAfter(60_001);

    expect(await rowOf(patient.attendanceId)).toMatchObject({ phase: "accepted" });
    expect(await rowOf(strict.attendanceId)).toMatchObject({ phase: "logged" });
    expect(await rowOf(free.attendanceId)).toMatchObject({ phase: "logged" });
  });

  it("loses nothing while the doors are closed, and has the time anew when they open", async () => {
    await desk.route({ calendarId, firstAnswerSeconds: 600 });
    desk.clock.now = Date.parse("2027-03-01T17:55:00Z");
    const talk = await accepted();

    await sweepAfter(30 * minuteMs);
    expect(await rowOf(talk.attendanceId)).toMatchObject({ phase: "accepted" });
    desk.clock.now = Date.parse("2027-03-02T09:09:00Z");
    await sweepAfter(1);
    expect(await rowOf(talk.attendanceId)).toMatchObject({ phase: "accepted" });
    await sweepAfter(minuteMs);

    expect(await rowOf(talk.attendanceId)).toMatchObject({ phase: "logged" });
  });

  it("is left in peace after three talks in a row, and their status stays what they set", async () => {
    const pauses: [string, string][] = [];
    desk.handoff.events.on("offers-paused", ({ accountId, giving }) => pauses.push([accountId, giving]));
    for (let at = 0; at < 3; at += 1) await accepted(bruno);

    await sweepAfter(120_001);

    // The desk gives them nothing out, and says so: there are no offers that could be paused.
    expect(pauses).toEqual([[bruno.accountId, "pull"]]);
    await desk.route({ giving: "push" });
    expect([...(await desk.offers()).values()]).toEqual([carla.accountId]);
    expect(await desk.handoff.people.statusOf([bruno.accountId])).toMatchObject([{ status: "available" }]);
    await desk.handoff.people.setAvailability(bruno.accountId, "available");
    await desk.pass(1);
    expect(new Set((await desk.offers()).values())).toEqual(new Set([carla.accountId, bruno.accountId]));
  });

  it("is not given up for having waited before: its time in the queue counts anew, the place does not", async () => {
    await desk.route({ firstAnswerSeconds: 120, waitLimitSeconds: 300 });
    const talk = await desk.waitingTalk();
    desk.clock.now += 250_000;
    await desk.handoff.accept({ attendanceId: talk.attendanceId, agent: bruno, requestId: newId() });

    await sweepAfter(120_001);
    await desk.pass(200_000);
    expect(await rowOf(talk.attendanceId)).toMatchObject({ phase: "logged" });

    const why = await desk.handoff.routing.why(talk.attendanceId, carla);
    const at = (await rowOf(talk.attendanceId))?.reclaimed_at ?? 0;
    expect(why).toMatchObject({ reclaimed: { agent: "Bruno", at }, givesUpAt: at + 300_000 });
    await desk.pass(100_000);
    expect(await rowOf(talk.attendanceId)).toMatchObject({ phase: "closed", reason: "wait-limit" });
  });

  it("is found by a node that has just started, and by one of many only", async () => {
    const talks = [await accepted(), await accepted(), await accepted()];
    const nodes = [1, 2, 3].map(() => createNode(desk.store, desk.clock));

    desk.clock.now += 120_001;
    await Promise.all(nodes.map((node) => node.handoff.sweep()));

    for (const { attendanceId, conversationId, epoch } of talks) {
      expect(await rowOf(attendanceId)).toMatchObject({ phase: "logged", version: 3 });
      expect(await desk.owner(conversationId)).toMatchObject({ epoch: epoch + 1 });
      const notices = await desk.notices(conversationId);
      expect(notices.filter((kind) => kind === "attendance-reclaimed")).toHaveLength(1);
    }
    expect(nodes.flatMap((node) => node.failures)).toEqual([]);
  });

  it("answers at the same instant: the word stands and they keep it, or it is refused and they lose it", async () => {
    const [left, right] = [createNode(desk.store, desk.clock), createNode(desk.store, desk.clock)];
    await desk.route({ firstAnswerSeconds: 120, laterAnswerSeconds: 120 });
    const team: Principal[] = [];
    for (let at = 0; at < 8; at += 1) team.push(await desk.addAgent(`Agent ${at}`, { capacity: 3 }));
    for (let round = 0; round < 3; round += 1) {
      const talks: Awaited<ReturnType<typeof accepted>>[] = [];
      for (const agent of team) talks.push(await accepted(agent));
      desk.clock.now += 120_001;

      const sweeps = Promise.all([left.handoff.sweep(), right.handoff.sweep()]);
      const answers = [];
      for (const [at, talk] of talks.entries()) {
        // Spread over the time the sweeps take.
        if (at % 2 === 1) await left.conversations.after(talk.conversationId, 0);
        answers.push(write("agent", team[at] ?? bruno, talk, at % 4 < 2 ? left : right));
      }
      const results = await Promise.all(answers);
      await sweeps;

      for (const [at, { attendanceId, conversationId, epoch }] of talks.entries()) {
        const isKept = results[at]?.status === "stored";
        expect(results[at]?.status).toBe(isKept ? "stored" : "stale");
        expect(await rowOf(attendanceId)).toMatchObject({ phase: isKept ? "accepted" : "logged" });
        expect(await desk.owner(conversationId)).toMatchObject({
          owner_kind: isKept ? "agent" : "queue",
          epoch: isKept ? epoch : epoch + 1,
        });
        const { messages } = await desk.conversations.after(conversationId, 0);
        expect(messages.filter(({ sender }) => sender.kind === "agent")).toHaveLength(isKept ? 1 : 0);
        await desk.handoff.end({ attendanceId, actor: { ...bruno, role: "admin" } });
      }
    }
    expect([...left.failures, ...right.failures]).toEqual([]);
  });

  it("keeps the limits where nodes of the version before can read the other settings", async () => {
    const row = await desk.store.db
      .selectFrom("assignment_group")
      .select(["routing_json", "first_answer_seconds", "later_answer_seconds"])
      .where("id", "=", desk.groups.desk)
      .executeTakeFirstOrThrow();

    expect(row).toMatchObject({ first_answer_seconds: 120, later_answer_seconds: 300 });
    expect(row.routing_json).not.toMatch(/AnswerSeconds/);
    const groups = await desk.handoff.routing.groups();
    expect(groups.find(({ id }) => id === desk.groups.desk)?.routing).toMatchObject({
      firstAnswerSeconds: 120,
      laterAnswerSeconds: 300,
    });
  });
});
