import type { Principal } from "../../contract/index.js";
import { createParticipants, createSilentBell, type Participants } from "../../conversation/index.js";
import { newId } from "../../store/index.js";
import { engines } from "../support/stores.js";
import { openTestDesk, type TestDesk, wish } from "./test-desk.js";

describe.each(engines)("a talk that agents share on %s", (engine) => {
  let desk: TestDesk;
  let participants: Participants;
  let agent: Principal;
  let guest: Principal;
  beforeAll(async () => {
    desk = await openTestDesk(engine);
    const { store, conversations } = desk;
    const now = () => ++desk.clock.now;
    participants = createParticipants({ store, conversations, bell: createSilentBell(), now });
    const staff = { role: "agent", groupIds: [desk.groups.desk], capacity: 50 } as const;
    agent = await desk.addPerson("Bruno", staff);
    guest = await desk.addPerson("Diego", staff);
  });
  afterAll(async () => {
    await desk.handoff.settled();
    await desk.discard();
    expect(desk.failures).toEqual([]);
  });

  const by = (person: Principal) => ({ id: person.accountId, name: person.name, isSupervisor: false });
  const accepted = async () => {
    const talk = await desk.waitingTalk();
    await desk.handoff.accept({ attendanceId: talk.attendanceId, agent, requestId: newId() });
    return talk;
  };
  const write = (person: Principal, conversationId: string, epoch: number) =>
    desk.conversations.append({
      conversationId,
      clientMessageId: newId(),
      sender: { kind: "agent", id: person.accountId, name: person.name },
      text: "a word",
      epoch,
    });

  it("stores nothing of a participant after the line that says they left (S1-29)", async () => {
    const { conversationId } = await accepted();
    const taking = { conversationId, accountId: guest.accountId, by: by(agent) };
    await participants.add(taking);

    const [, ...results] = await Promise.all([
      participants.quit({ ...taking, by: by(guest) }),
      ...Array.from({ length: 40 }, () => write(guest, conversationId, 3)),
    ]);

    const { messages } = await desk.conversations.after(conversationId, 0);
    const left = messages.find(({ notice }) => notice?.kind === "participant-left");
    const his = messages.filter(({ sender }) => sender.id === guest.accountId);
    expect(his.every(({ seq }) => seq < (left?.seq ?? 0))).toBe(true);
    expect(results.filter(({ status }) => status === "stored")).toHaveLength(his.length);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1));
  });

  it("has at most 200 participants (S1-30)", async () => {
    const { conversationId } = await accepted();
    const rows = await Promise.all(
      Array.from({ length: 199 }, (_, at) => desk.addPerson(`Agent ${at}`, { role: "agent" })),
    );
    await desk.store.db
      .insertInto("participant")
      .values(
        rows.map(({ accountId }) => ({
          conversation_id: conversationId,
          account_id: accountId,
          added_by: agent.accountId,
          joined_at: 1,
          left_at: null,
        })),
      )
      .execute();

    const outcome = await participants.add({ conversationId, accountId: guest.accountId, by: by(agent) });

    expect(outcome).toEqual({ status: "full" });
    expect(await participants.of(conversationId)).toHaveLength(200);
  });

  it("ends every part in it when no agent has it any more, and keeps the record", async () => {
    const { conversationId, attendanceId } = await accepted();
    await participants.add({ conversationId, accountId: guest.accountId, by: by(agent) });

    await desk.handoff.end({ attendanceId, actor: agent });

    expect(await participants.of(conversationId)).toEqual([]);
    expect(await write(guest, conversationId, 4)).toMatchObject({ status: "closed" });
    const rows = await desk.store.db
      .selectFrom("participant")
      .select("left_at")
      .where("conversation_id", "=", conversationId)
      .execute();
    expect(rows).toMatchObject([{ left_at: expect.any(Number) }]);
  });

  it("of two supervisors who take over at once one has it and the other is told who", async () => {
    const { conversationId, attendanceId } = await accepted();
    const rivals = await Promise.all(
      ["Sara", "Sven"].map((name) => desk.addPerson(name, { role: "supervisor", capacity: 2 })),
    );

    const outcomes = await Promise.all(
      rivals.map((actor) => desk.handoff.takeOver({ attendanceId, actor, requestId: newId(), epoch: 3 })),
    );

    const winner = rivals.find((_, at) => outcomes[at]?.status === "taken-over");
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["taken", "taken-over"]);
    expect(outcomes.find(({ status }) => status === "taken")).toMatchObject({
      holder: { id: winner?.accountId },
    });
    expect(await desk.owner(conversationId)).toEqual({
      owner_kind: "agent",
      owner_id: winner?.accountId,
      epoch: 4,
    });
    expect(await write(agent, conversationId, 3)).toMatchObject({ status: "stale" });
    const plain = { attendanceId, actor: agent, requestId: newId(), epoch: 4 };
    expect(await desk.handoff.takeOver(plain)).toEqual({ status: "denied" });
  });

  it("a supervisor without a free place takes nothing over unasked, and says so to go beyond it (Q4)", async () => {
    const { attendanceId } = await accepted();
    const actor = await desk.addPerson("Full", { role: "supervisor", capacity: 0 });

    const outcome = await desk.handoff.takeOver({ attendanceId, actor, requestId: newId(), epoch: 3 });

    expect(outcome).toEqual({ status: "at-capacity", capacity: 0 });

    const wish = { attendanceId, actor, requestId: newId(), epoch: 3, beyondCapacity: true };
    expect(await desk.handoff.takeOver(wish)).toMatchObject({ status: "taken-over", epoch: 4 });
    const waiting = await desk.waitingTalk();
    const next = { attendanceId: waiting.attendanceId, actor, requestId: newId(), epoch: 2 };
    expect(await desk.handoff.takeOver(next)).toEqual({ status: "at-capacity", capacity: 0 });
  });

  it("merged into another talk of the requester keeps what came before and refuses what comes after", async () => {
    const first = await accepted();
    const opening = { requesterId: first.requester.accountId, channel: "msteams", locale: "en" } as const;
    const { id } = await desk.conversations.open(opening);
    const talk = { requester: first.requester, conversationId: id };
    const second = await desk.handoff.request(wish(talk, [desk.groups.desk]));
    if (second.status !== "requested") throw new Error(second.status);
    const intoId = second.attendance.row.id;

    const [outcome, ...results] = await Promise.all([
      desk.handoff.merge({ attendanceId: first.attendanceId, intoId, actor: agent }),
      ...Array.from({ length: 30 }, () => write(agent, first.conversationId, 3)),
    ]);

    expect(outcome.status).toBe("merged");
    const { messages } = await desk.conversations.after(first.conversationId, 0);
    const merged = messages.find(({ notice }) => notice?.kind === "attendance-merged");
    const words = messages.filter(({ text }) => text === "a word");
    expect(words.every(({ seq }) => seq < (merged?.seq ?? 0))).toBe(true);
    expect(results.filter(({ status }) => status === "stored")).toHaveLength(words.length);
    expect(await desk.owner(first.conversationId)).toMatchObject({ owner_kind: "none" });
    expect(await desk.notices(id)).toContain("attendance-joined");
    expect(
      await desk.handoff.merge({ attendanceId: first.attendanceId, intoId, actor: agent }),
    ).toMatchObject({ status: "gone" });
  });

  it("is not merged with a talk of somebody else, or by its requester", async () => {
    const [one, other] = [await accepted(), await accepted()];
    const wishOf = (actor: Principal) =>
      desk.handoff.merge({ attendanceId: one.attendanceId, intoId: other.attendanceId, actor });

    expect(await wishOf(agent)).toEqual({ status: "other-requester" });
    expect(["denied", "missing"]).toContain((await wishOf(one.requester)).status);
  });
});
