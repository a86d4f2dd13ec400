import type { Principal } from "../../contract/index.js";
import { newId } from "../../store/index.js";
import { engines } from "../support/stores.js";
import { openTestDesk, type Talk, type TestDesk } from "./test-desk.js";

describe.each(engines)("resume attendance on %s (S0-18)", (engine) => {
  let desk: TestDesk;
  let bruno: Principal;
  beforeAll(async () => {
    desk = await openTestDesk(engine);
  });
  beforeEach(async () => {
    bruno = await desk.addPerson("Bruno", { role: "agent", groupIds: [desk.groups.desk], capacity: 1 });
    await desk.handoff.people.connected(bruno.accountId, newId());
  });
  afterEach(() => expect(desk.failures).toEqual([]));
  afterAll(() => desk.discard());

  const resume = (requester: Principal, ticketNumber?: string) =>
    desk.handoff.resume({ requester, ticketNumber, causeId: newId() });

  async function endedTalk(): Promise<Talk & { attendanceId: string }> {
    const talk = await desk.waitingTalk();
    await desk.handoff.accept({ agent: bruno, attendanceId: talk.attendanceId, requestId: newId() });
    await desk.handoff.end({ attendanceId: talk.attendanceId, actor: bruno });
    return talk;
  }

  it("brings the requester straight back to the agent who had it", async () => {
    const { requester, conversationId } = await endedTalk();

    const outcome = await resume(requester);

    expect(outcome).toMatchObject({ status: "active", conversationId, repeat: false });
    expect(await desk.owner(conversationId)).toMatchObject({
      owner_kind: "agent",
      owner_id: bruno.accountId,
      epoch: 5,
    });
    expect(await desk.handoff.reads.heldBy(bruno.accountId)).toMatchObject([
      { context: { reason: "resume" } },
    ]);
  });

  it.each(["full", "away", "offline", "disconnected"] as const)(
    "takes the old place in the queue when that agent is %s",
    async (why) => {
      const { requester, conversationId } = await endedTalk();
      const later = await desk.waitingTalk();
      if (why === "full") {
        const other = await desk.waitingTalk();
        await desk.handoff.accept({ agent: bruno, attendanceId: other.attendanceId, requestId: newId() });
      } else if (why === "disconnected") {
        bruno = await desk.addPerson("Nobody");
        await desk.store.db
          .updateTable("attendance")
          .set({ agent_id: bruno.accountId })
          .where("conversation_id", "=", conversationId)
          .execute();
      } else await desk.handoff.people.setAvailability(bruno.accountId, why);

      const outcome = await resume(requester);

      if (outcome.status !== "waiting") throw new Error(`It was ${outcome.status}.`);
      const [resumed, newer] = await desk.handoff.reads
        .views([outcome.attendance.row.id, later.attendanceId].toSorted(), "staff")
        .then((both) => both.toSorted((a, b) => a.waitingSince - b.waitingSince));
      expect(resumed).toMatchObject({ id: outcome.attendance.row.id, phase: "logged" });
      expect(newer?.position).toBe((resumed?.position ?? 0) + 1);
      expect(outcome.attendance.row.last_agent_id).toBe(bruno.accountId);
      expect(await desk.owner(conversationId)).toMatchObject({ owner_kind: "queue" });
      await desk.handoff.cancel({ attendanceId: outcome.attendance.row.id, actor: requester });
      await desk.handoff.cancel({ attendanceId: later.attendanceId, actor: later.requester });
    },
  );

  it("resumes once when it is asked for many times at once", async () => {
    const { requester } = await endedTalk();

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => resume(requester)));

    expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(5).fill("active"));
    expect(await desk.handoff.reads.heldBy(bruno.accountId)).toHaveLength(1);
  });

  it("answers with the attendance that still waits", async () => {
    const { requester, attendanceId } = await desk.waitingTalk();

    const outcome = await resume(requester);

    expect(outcome).toMatchObject({
      status: "waiting",
      repeat: true,
      attendance: { row: { id: attendanceId } },
    });
  });

  it("lets an assistant's conversation that began meanwhile go", async () => {
    const { requester, conversationId } = await endedTalk();
    const opening = { requesterId: requester.accountId, channel: "web", locale: "en" } as const;
    const meanwhile = await desk.conversations.open(opening);

    const outcome = await resume(requester);

    expect(outcome).toMatchObject({ status: "active", conversationId });
    expect(await desk.owner(meanwhile.id)).toMatchObject({ owner_kind: "none" });
  });

  it("has nothing for a requester who has none, nor for a ticket that is not theirs", async () => {
    const stranger = await desk.addPerson("Rui");
    const { requester } = await endedTalk();

    expect(await resume(stranger)).toEqual({ status: "none" });
    expect(await resume(requester, "R-1")).toEqual({ status: "none" });
    expect(await desk.handoff.resumable({ requester: stranger })).toEqual([]);
    expect(await desk.handoff.resumable({ requester })).toHaveLength(1);
  });
});
