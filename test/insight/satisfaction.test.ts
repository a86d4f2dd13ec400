import { joinHooks } from "../../app/insight.js";
import type { HandoffHooks } from "../../handoff/index.js";
import {
  createSatisfaction,
  markAcceptedIn,
  markRequestedIn,
  type Satisfaction,
} from "../../insight/index.js";
import { newId } from "../../store/index.js";
import { openTestDesk, type TestDesk } from "../handoff/test-desk.js";
import { engines } from "../support/stores.js";

const minuteMs = 60_000;

describe.each(engines)("satisfaction on %s", (engine) => {
  let desk: TestDesk;
  let satisfaction: Satisfaction;
  const hooks: HandoffHooks = joinHooks(
    {
      requested: (trx, { attendance }) => markRequestedIn(trx, attendance.row),
      resumed: (trx, { attendance }) => markRequestedIn(trx, attendance.row),
      accepted: (trx, { attendance, now }) => markAcceptedIn(trx, attendance.row, now),
    },
    {
      ended: async (trx, { attendance, now }) => {
        await satisfaction.endedIn(trx, { conversationId: attendance.row.conversation_id, at: now });
      },
    },
  );

  beforeAll(async () => {
    desk = await openTestDesk(engine, { hooks });
    const { store, conversations, clock } = desk;
    satisfaction = createSatisfaction({ store, conversations, now: () => clock.now });
  });
  afterAll(() => desk.discard());

  /** A talk with an agent, ended by the agent. */
  async function attended(groupIds = [desk.groups.desk]) {
    const talk = await desk.waitingTalk({ groupIds });
    const bruno = await desk.addPerson("Bruno", { role: "agent", groupIds });
    await desk.handoff.people.connected(bruno.accountId, newId());
    const { attendanceId } = talk;
    const accepted = await desk.handoff.accept({ attendanceId, agent: bruno, requestId: newId() });
    expect(accepted.status).toBe("accepted");
    const of = { conversationId: talk.conversationId, requesterId: talk.requester.accountId };
    return { ...talk, of, bruno, end: () => desk.handoff.end({ attendanceId, actor: bruno }) };
  }

  it("asks after an attended talk, and not before it has ended", async () => {
    const talk = await attended();
    await expect(satisfaction.read(talk.of)).resolves.toEqual({ status: "closed" });

    await talk.end();

    await expect(satisfaction.read(talk.of)).resolves.toEqual({ status: "open", agentName: "Bruno" });
  });

  it("asks once, also when the talk is taken up again and ends again (chatwoot#10628)", async () => {
    const talk = await attended();
    await talk.end();
    await satisfaction.rate({ ...talk.of, answer: { kind: "skip" } });
    const again = await desk.handoff.resume({ requester: talk.requester, causeId: newId() });
    expect(again.status).toBe("active");

    await expect(satisfaction.read(talk.of)).resolves.toEqual({ status: "closed" });
    const attendanceId = "attendance" in again ? again.attendance.row.id : "";
    await desk.handoff.end({ attendanceId, actor: talk.bruno });

    await expect(satisfaction.read(talk.of)).resolves.toMatchObject({ status: "skipped" });
    const rows = await desk.store.db.selectFrom("survey").selectAll().execute();
    expect(rows.filter((row) => row.conversation_id === talk.conversationId)).toHaveLength(1);
  });

  it("asks once however many end the talk at the same instant (chatwoot#10628)", async () => {
    const talk = await attended();
    const { attendanceId, conversationId, requester, bruno } = talk;

    const outcomes = await Promise.all(
      [requester, bruno, requester, bruno, requester, bruno].map((actor) =>
        desk.handoff.end({ attendanceId, actor }),
      ),
    );

    const rows = await desk.store.db
      .selectFrom("survey")
      .select("attendance_id")
      .where("conversation_id", "=", conversationId)
      .execute();
    expect(rows).toEqual([{ attendance_id: attendanceId }]);
    expect(new Set(outcomes.map(({ status }) => status)).size).toBeLessThanOrEqual(2);
    await expect(satisfaction.read(talk.of)).resolves.toMatchObject({ status: "open" });
  });

  it("keeps one answer of two tabs that rate, skip and comment at once, and both see it", async () => {
    const talk = await attended();
    await talk.end();
    const tabs = await Promise.all([
      satisfaction.rate({ ...talk.of, answer: { kind: "rate", score: 5, comment: "Quick" } }),
      satisfaction.rate({ ...talk.of, answer: { kind: "skip" } }),
      satisfaction.rate({ ...talk.of, answer: { kind: "rate", score: 2, comment: "Slow" } }),
    ]);

    const rows = await desk.store.db
      .selectFrom("survey")
      .select(["score", "comment", "skipped_at"])
      .where("conversation_id", "=", talk.conversationId)
      .execute();
    expect(rows).toHaveLength(1);
    // One answer as a whole, never the score of one and the comment of the other; nobody who rated has skipped.
    expect([
      { score: 5, comment: "Quick", skipped_at: null },
      { score: 2, comment: "Slow", skipped_at: null },
    ]).toContainEqual(rows[0]);
    expect(tabs.map(({ status }) => status)).not.toContain("closed");
    const shown = await satisfaction.read(talk.of);
    expect(shown).toMatchObject({ status: "answered", score: rows[0]?.score, comment: rows[0]?.comment });
  });

  it("does not ask about a wait that was given up", async () => {
    const talk = await desk.waitingTalk();

    await desk.handoff.end({ attendanceId: talk.attendanceId, actor: talk.requester });

    const of = { conversationId: talk.conversationId, requesterId: talk.requester.accountId };
    await expect(satisfaction.rate({ ...of, answer: { kind: "rate", score: 5 } })).rejects.toMatchObject({
      code: "survey/not-found",
    });
  });

  it("asks nothing about a talk an agent has left out (chatwoot#8726)", async () => {
    const talk = await attended();
    const by = talk.bruno.accountId;
    await satisfaction.setToBeAsked(talk.conversationId, { ask: false, by });

    await talk.end();

    await expect(satisfaction.read(talk.of)).resolves.toEqual({ status: "closed" });
  });

  it("follows the setting of the group, and where groups differ the one that asks less", async () => {
    const by = (await desk.addPerson("Admin", { role: "admin" })).accountId;
    const { desk: first, network } = desk.groups;
    await satisfaction.saveSettings({ desk: "all", groups: [{ groupId: network, ask: "off" }] }, by);
    const [quiet, both, loud] = [
      await attended([network]),
      await attended([first, network]),
      await attended(),
    ];

    for (const talk of [quiet, both, loud]) await talk.end();

    const found = await Promise.all([quiet, both, loud].map(({ of }) => satisfaction.read(of)));
    expect(found.map(({ status }) => status)).toEqual(["closed", "closed", "open"]);
    const changes = await desk.store.db
      .selectFrom("change_log")
      .select("changed_by")
      .where("object_type", "=", "survey-settings")
      .execute();
    expect(changes).toEqual([{ changed_by: by }]);
    await satisfaction.saveSettings({ desk: "all", groups: [] }, by);
  });

  it("stores one answer that may be changed for half an hour, and not after", async () => {
    const talk = await attended();
    await talk.end();
    const rate = (score: number, comment?: string) =>
      satisfaction.rate({ ...talk.of, answer: { kind: "rate", score, ...(comment ? { comment } : {}) } });

    await Promise.all([rate(2), rate(2), rate(2)]);
    await expect(rate(4, "Bruno was quick")).resolves.toEqual({
      status: "answered",
      agentName: "Bruno",
      score: 4,
      comment: "Bruno was quick",
    });
    desk.clock.now += 31 * minuteMs;

    await expect(rate(1)).rejects.toMatchObject({ code: "survey/closed" });
    const row = await desk.store.db
      .selectFrom("survey")
      .select(["score", "comment"])
      .where("conversation_id", "=", talk.conversationId)
      .execute();
    expect(row).toEqual([{ score: 4, comment: "Bruno was quick" }]);
  });

  it("shows and takes the answer of nobody but its requester", async () => {
    const talk = await attended();
    await talk.end();
    const stranger = { ...talk.of, requesterId: talk.bruno.accountId };

    for (const attempt of [
      satisfaction.read(stranger),
      satisfaction.rate({ ...stranger, answer: { kind: "rate", score: 5 } }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "survey/not-found" });
    }
  });

  it("asks in the words of a channel without our form, and takes a number, a title or a press for the answer", async () => {
    const requester = await desk.addPerson("Ana");
    const channel = "msteams";
    const open = async () => {
      const opening = { requesterId: requester.accountId, channel, locale: "pt" } as const;
      const { id } = await desk.conversations.open(opening);
      await desk.store.db
        .insertInto("turn")
        .values({
          message_id: newId(),
          conversation_id: id,
          seq: 1,
          at: 1,
          text: "",
          language: "pt",
          outcome: "answered",
          understood_json: "{}",
        })
        .execute();
      await desk.store.db.transaction().execute(async (trx) => {
        const at = ++desk.clock.now;
        const to = { kind: "none" } as const;
        await desk.conversations.moveOwnerIn(trx, { conversationId: id, from: ["assistant"], to, now: at });
        await satisfaction.endedIn(trx, { conversationId: id, at });
      });
      return id;
    };
    const say = (text: string) =>
      satisfaction.rateInChannel({ requesterId: requester.accountId, channel, text, value: undefined });
    const words = async (id: string) => (await desk.conversations.after(id, 0)).messages;

    const first = await open();
    const [question] = await words(first);
    expect(question?.actions?.map(({ title }) => title)).toEqual([
      "1 – Muito ruim",
      "2 – Ruim",
      "3 – Regular",
      "4 – Boa",
      "5 – Muito boa",
    ]);

    expect(await say("A impressora parou de novo")).toBe(false);
    expect(await say("4 – Boa")).toBe(true);
    // The channel sends it once more: it is the same answer, and no new talk.
    expect(await say("4 – Boa")).toBe(true);
    expect((await words(first)).map(({ text }) => text)).toEqual([
      "Como foi esta conversa? Escolha de 1 a 5.",
      "Obrigado pela sua resposta.",
    ]);
    const second = await open();
    expect(await say("5")).toBe(true);
    const rows = await desk.store.db
      .selectFrom("survey")
      .select(["conversation_id", "score"])
      .where("conversation_id", "in", [first, second])
      .orderBy("conversation_id")
      .execute();
    expect(rows).toEqual([
      { conversation_id: first, score: 4 },
      { conversation_id: second, score: 5 },
    ]);
  });
});
