import type { Principal } from "../../contract/index.js";
import { newId } from "../../store/index.js";
import { engines } from "../support/stores.js";
import { openTestDesk, type TestDesk, wish } from "./test-desk.js";

describe.each(engines)("an attendance on %s", (engine) => {
  let desk: TestDesk;
  let bruno: Principal;
  let carla: Principal;
  let boss: Principal;
  beforeAll(async () => {
    desk = await openTestDesk(engine);
  });
  beforeEach(async () => {
    bruno = await desk.addPerson("Bruno", { role: "agent", groupIds: [desk.groups.desk] });
    carla = await desk.addPerson("Carla", {
      role: "agent",
      groupIds: [desk.groups.desk, desk.groups.network],
    });
    boss = await desk.addPerson("Sofia", { role: "supervisor" });
  });
  afterEach(() => expect(desk.failures).toEqual([]));
  afterAll(() => desk.discard());

  const accept = (agent: Principal, attendanceId: string, requestId: string = newId()) =>
    desk.handoff.accept({ agent, attendanceId, requestId });

  describe("request", () => {
    it("puts the conversation into the queue and says so in the talk (S1-25)", async () => {
      const talk = await desk.talk();

      const outcome = await desk.handoff.request(wish(talk, [desk.groups.desk]));

      expect(outcome).toMatchObject({ status: "requested", repeat: false });
      expect(await desk.owner(talk.conversationId)).toEqual({
        owner_kind: "queue",
        owner_id: null,
        epoch: 2,
      });
      expect(await desk.notices(talk.conversationId)).toEqual(["attendance-waiting"]);
    });

    it("makes one attendance however often the same turn runs", async () => {
      const talk = await desk.talk();
      const same = wish(talk, [desk.groups.desk]);

      const outcomes = await Promise.all(Array.from({ length: 5 }, () => desk.handoff.request(same)));

      const ids = outcomes.map((one) => (one.status === "requested" ? one.attendance.row.id : one.status));
      expect(new Set(ids).size).toBe(1);
      expect(outcomes.filter((one) => one.status === "requested" && !one.repeat)).toHaveLength(1);
    });

    it("answers a second wish with the open attendance (Q5)", async () => {
      const { attendanceId, ...talk } = await desk.waitingTalk();

      const outcome = await desk.handoff.request(wish(talk, [desk.groups.network]));

      expect(outcome).toMatchObject({
        status: "requested",
        repeat: true,
        attendance: { row: { id: attendanceId } },
      });
    });

    it("refuses a turn whose ownership has passed, and leaves nothing behind (Q3)", async () => {
      const talk = await desk.talk();

      const outcome = await desk.handoff.request({ ...wish(talk, [desk.groups.desk]), epoch: 7 });

      expect(outcome).toMatchObject({ status: "stale", epoch: 1 });
      expect(await desk.handoff.reads.ofConversation(talk.conversationId, "staff")).toBeUndefined();
    });

    it("refuses when no group takes attendances, or the conversation does not exist", async () => {
      const talk = await desk.talk();

      const closed = await desk.handoff.request(wish(talk, [desk.groups.closed, newId()]));
      const missing = await desk.handoff.request(
        wish({ ...talk, conversationId: newId() }, [desk.groups.desk]),
      );

      expect([closed, missing]).toEqual([{ status: "not-configured" }, { status: "missing" }]);
    });
  });

  describe("accept", () => {
    it("gives the conversation to the agent under a new epoch (S1-8, S2-52)", async () => {
      const { attendanceId, conversationId } = await desk.waitingTalk();

      const outcome = await accept(bruno, attendanceId);

      expect(outcome).toMatchObject({ status: "accepted", conversationId, epoch: 3, repeat: false });
      expect(await desk.owner(conversationId)).toMatchObject({
        owner_kind: "agent",
        owner_id: bruno.accountId,
      });
      expect(await desk.notices(conversationId)).toEqual(["attendance-waiting", "attendance-accepted"]);
      expect(await desk.handoff.reads.heldBy(bruno.accountId)).toMatchObject([
        { id: attendanceId, phase: "accepted", status: "active", agent: { name: "Bruno" } },
      ]);
    });

    it("answers the same request the same again (Q2)", async () => {
      const { attendanceId, conversationId } = await desk.waitingTalk();
      const first = await accept(bruno, attendanceId, "once");

      const again = await accept(bruno, attendanceId, "once");

      expect(first).toMatchObject({ status: "accepted", epoch: 3 });
      expect(again).toMatchObject({ status: "accepted", epoch: 3, repeat: true });
      expect(await desk.notices(conversationId)).toHaveLength(2);
    });

    it("tells a loser who has it (S1-10)", async () => {
      const { attendanceId } = await desk.waitingTalk();
      await accept(bruno, attendanceId);

      const outcome = await accept(carla, attendanceId);

      expect(outcome).toEqual({ status: "taken", holder: { id: bruno.accountId, name: "Bruno" } });
    });

    it("is for agents of its groups only (S1-3)", async () => {
      const { attendanceId } = await desk.waitingTalk({ groupIds: [desk.groups.network] });
      const stranger = await desk.addPerson("Rui");

      expect(await accept(bruno, attendanceId)).toEqual({ status: "not-in-group" });
      expect(await accept(stranger, attendanceId)).toEqual({ status: "not-in-group" });
      expect(await accept(carla, attendanceId)).toMatchObject({ status: "accepted" });
      expect(await accept(bruno, attendanceId)).toEqual({ status: "not-in-group" });
    });

    it("refuses an agent who is offline, and leaves it in its place", async () => {
      const { attendanceId } = await desk.waitingTalk();
      await desk.handoff.people.setAvailability(bruno.accountId, "offline");

      expect(await accept(bruno, attendanceId)).toEqual({ status: "offline" });
      expect((await desk.handoff.reads.byId(attendanceId, carla))?.position).toBeDefined();
    });

    it("refuses an agent who has as many as they can take (Q4)", async () => {
      const single = await desk.addPerson("Diego", {
        role: "agent",
        groupIds: [desk.groups.desk],
        capacity: 1,
      });
      const [first, second] = [await desk.waitingTalk(), await desk.waitingTalk()];
      await accept(single, first.attendanceId);

      expect(await accept(single, second.attendanceId)).toEqual({ status: "at-capacity", capacity: 1 });

      await desk.handoff.end({ attendanceId: first.attendanceId, actor: single });
      expect(await accept(single, second.attendanceId)).toMatchObject({ status: "accepted" });
    });

    it("says that it is gone when it was cancelled, and missing when it never was", async () => {
      const { attendanceId, requester } = await desk.waitingTalk();
      await desk.handoff.cancel({ attendanceId, actor: requester });

      expect(await accept(bruno, attendanceId)).toEqual({ status: "gone" });
      expect(await accept(bruno, newId())).toEqual({ status: "missing" });
    });
  });

  describe("cancel", () => {
    it("gives the conversation back to the assistant (S1-27, S3-16)", async () => {
      const { attendanceId, conversationId, requester } = await desk.waitingTalk();

      const outcome = await desk.handoff.cancel({ attendanceId, actor: requester });

      expect(outcome).toMatchObject({
        status: "closed",
        attendance: { row: { phase: "closed", status: "abandoned" } },
      });
      expect(await desk.owner(conversationId)).toMatchObject({ owner_kind: "assistant", epoch: 3 });
      expect(await desk.handoff.cancel({ attendanceId, actor: requester })).toMatchObject({ repeat: true });
    });

    it("comes too late once an agent has it", async () => {
      const { attendanceId, requester } = await desk.waitingTalk();
      await accept(bruno, attendanceId);

      const outcome = await desk.handoff.cancel({ attendanceId, actor: requester });

      expect(outcome).toMatchObject({ status: "taken", holder: { name: "Bruno" } });
    });

    it("does not exist for people it is not for", async () => {
      const { attendanceId } = await desk.waitingTalk({ groupIds: [desk.groups.network] });
      const stranger = await desk.addPerson("Rui");

      expect(await desk.handoff.cancel({ attendanceId, actor: stranger })).toEqual({ status: "missing" });
      expect(await desk.handoff.cancel({ attendanceId, actor: bruno })).toEqual({ status: "missing" });
      expect(await desk.handoff.cancel({ attendanceId, actor: carla })).toMatchObject({
        attendance: { row: { status: "ended" } },
      });
    });
  });

  describe("end", () => {
    it.each(["agent", "requester", "supervisor"] as const)(
      "closes the conversation when the %s ends it (S1-28)",
      async (who) => {
        const { attendanceId, conversationId, requester } = await desk.waitingTalk();
        await accept(bruno, attendanceId);
        const actor = { agent: bruno, requester, supervisor: boss }[who];

        const outcome = await desk.handoff.end({ attendanceId, actor, reason: "solved" });

        expect(outcome).toMatchObject({
          attendance: { row: { phase: "closed", status: "ended", reason: "solved" } },
        });
        expect(await desk.owner(conversationId)).toMatchObject({ owner_kind: "none", epoch: 4 });
        expect(await desk.notices(conversationId)).toContain("attendance-ended");
      },
    );

    it("is not for a colleague", async () => {
      const { attendanceId } = await desk.waitingTalk();
      await accept(bruno, attendanceId);

      expect(await desk.handoff.end({ attendanceId, actor: carla })).toEqual({ status: "denied" });
    });
  });

  describe("transfer", () => {
    it("passes it to a colleague who is there, and tells the former agent it is lost (Q10)", async () => {
      const { attendanceId, conversationId } = await desk.waitingTalk();
      await accept(bruno, attendanceId);
      await desk.handoff.people.connected(carla.accountId, newId());
      const lost: unknown[] = [];
      const stop = desk.handoff.events.on("ownership-lost", (loss) => lost.push(loss));

      const outcome = await desk.handoff.transfer({
        attendanceId,
        actor: bruno,
        to: { kind: "agent", id: carla.accountId },
        note: "speaks Spanish",
      });
      stop();

      expect(outcome).toMatchObject({ status: "transferred", epoch: 4 });
      expect(await desk.owner(conversationId)).toMatchObject({ owner_id: carla.accountId });
      expect(lost).toEqual([{ conversationId, accountId: bruno.accountId, epoch: 4 }]);
      expect(await desk.handoff.reads.byId(attendanceId, carla)).toMatchObject({
        reason: "speaks Spanish",
        context: { reason: "transfer" },
      });
    });

    it("RC PR#36528: tells the true reason why a colleague cannot take it", async () => {
      const { attendanceId } = await desk.waitingTalk();
      await accept(bruno, attendanceId);
      const to = (id: string) =>
        desk.handoff.transfer({ attendanceId, actor: bruno, to: { kind: "agent", id } });
      const requester = await desk.addPerson("Rui");
      const full = await desk.addPerson("Full", { role: "agent", capacity: 0 });
      await desk.handoff.people.connected(full.accountId, newId());

      expect(await to(newId())).toEqual({ status: "no-target" });
      expect(await to(requester.accountId)).toEqual({ status: "no-target" });
      expect(await to(bruno.accountId)).toEqual({ status: "no-target" });
      expect(await to(carla.accountId)).toEqual({ status: "offline", name: "Carla" });
      expect(await to(full.accountId)).toEqual({ status: "at-capacity", name: "Full", capacity: 0 });
      expect(await desk.handoff.reads.heldBy(bruno.accountId)).toHaveLength(1);
    });

    it("puts it into the queue of another group with the time it has waited", async () => {
      const { attendanceId, conversationId } = await desk.waitingTalk();
      const before = await desk.handoff.reads.byId(attendanceId, boss);
      await accept(bruno, attendanceId);

      await desk.handoff.transfer({
        attendanceId,
        actor: bruno,
        to: { kind: "group", id: desk.groups.network },
      });

      expect(await desk.owner(conversationId)).toMatchObject({ owner_kind: "queue" });
      expect(await desk.handoff.reads.byId(attendanceId, carla)).toMatchObject({
        phase: "logged",
        status: "pending",
        groupIds: [desk.groups.network],
        waitingSince: before?.waitingSince,
        agent: undefined,
      });
      const closed = { kind: "group", id: desk.groups.closed } as const;
      await accept(carla, attendanceId);
      expect(await desk.handoff.transfer({ attendanceId, actor: carla, to: closed })).toEqual({
        status: "no-target",
      });
    });

    it("hands the conversation back to the assistant", async () => {
      const { attendanceId, conversationId } = await desk.waitingTalk();
      await accept(bruno, attendanceId);

      await desk.handoff.transfer({ attendanceId, actor: bruno, to: { kind: "assistant" } });

      expect(await desk.owner(conversationId)).toMatchObject({ owner_kind: "assistant", epoch: 4 });
      expect(await desk.notices(conversationId)).toContain("attendance-handed-back");
    });

    it("is for its agent and supervisors, and only while it is with an agent", async () => {
      const { attendanceId } = await desk.waitingTalk();
      const transfer = (actor: Principal) =>
        desk.handoff.transfer({ attendanceId, actor, to: { kind: "assistant" } });

      expect(await transfer(boss)).toEqual({ status: "gone" });
      await accept(bruno, attendanceId);
      expect(await transfer(carla)).toEqual({ status: "not-owner" });
      expect(await transfer(boss)).toMatchObject({ status: "transferred" });
    });
  });
});
