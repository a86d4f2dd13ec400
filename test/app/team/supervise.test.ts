import { randomUUID } from "node:crypto";
import type { Change } from "../../../contract/index.js";
import type { Wall } from "../../../contract/team/index.js";
import { type Cast, framesOf, openCast, say } from "./cast.js";

describe("supervisors", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await openCast();
  });
  afterAll(() => cast.desk.stop());

  it("sendingtk/chatwoot#20: watch a talk that nobody in it is told of, and the change log keeps it", async () => {
    const { ana, bruno, sara, admin } = cast;
    const { conversationId, epoch } = await cast.talk();
    await bruno.get("conversation:open", { conversationId });
    const [heardByAna, heardByBruno] = [ana.heard.length, bruno.heard.length];

    await sara.get("talk:watch", { conversationId });
    await sara.get("conversation:sync", { conversationId, afterSeq: 0 });
    await sara.get("message:read", { conversationId, upToSeq: 99 });
    await sara.get("typing:set", { conversationId, on: true });
    await say(bruno, conversationId, "still alone?", epoch);

    await sara.hear("message:posted", (fact) => fact.message.text === "still alone?");
    await ana.hear("message:posted", (fact) => fact.message.text === "still alone?");
    const since = JSON.stringify([ana.heard.slice(heardByAna), bruno.heard.slice(heardByBruno)]);
    expect(since).not.toContain(cast.id(sara));
    expect(since).not.toContain("Sara");
    expect(since).not.toMatch(/typing:changed|message:was-read|viewing:changed/);
    const { body } = await admin.rest("GET", `/api/v1/changes?objectId=${conversationId}`);
    expect((body as { items: Change[] }).items).toMatchObject([
      { objectType: "watched-talk", changedBy: "Sara Watch" },
    ]);
  });

  it("whisper to the agent alone", async () => {
    const { ana, bruno, sara, carla } = cast;
    const { conversationId } = await cast.talk();
    const text = `whisper-${randomUUID()}`;
    const note = { conversationId, clientNoteId: randomUUID(), text, to: cast.id(bruno) };

    expect(await carla.ask("note:post", note)).toMatchObject({ error: { code: "access/denied" } });
    await sara.get("note:post", note);

    const heard = await bruno.hear("note:posted", (fact) => fact.note.text === text);
    expect(heard.note.to).toMatchObject({ id: cast.id(bruno) });
    await ana.get("conversation:sync", { conversationId, afterSeq: 0 });
    expect(framesOf(ana)).not.toContain(text);
  });

  it("of two who take over at once one wins, and who had it is told and writes no more (S1-10)", async () => {
    const { ana, bruno, sara, sven } = cast;
    const { conversationId, attendance, epoch } = await cast.talk();
    const ask = (person: typeof sara) =>
      person.ask("attendance:take-over", { attendanceId: attendance.id, requestId: randomUUID(), epoch });

    const answers = await Promise.all([ask(sara), ask(sven)]);

    const [won, lost] = [answers.filter((one) => one.ok), answers.filter((one) => !one.ok)];
    expect([won.length, lost.length]).toEqual([1, 1]);
    expect(lost).toMatchObject([{ error: { code: "attendance/taken", details: { holder: {} } } }]);
    await bruno.hear("ownership:lost", (fact) => fact.conversationId === conversationId);
    expect(await say(bruno, conversationId, "mine", epoch)).toMatchObject({ ok: false });
    await ana.hear(
      "message:posted",
      ({ message }) =>
        message.conversationId === conversationId && message.notice?.kind === "attendance-transferred",
    );
    expect(await ask(answers[0]?.ok ? sara : sven)).toMatchObject({ ok: true });
  });

  it("are told that their capacity is used up, and take over beyond it by saying so (Q4)", async () => {
    const { bruno, admin } = cast;
    const { conversationId, attendance, epoch } = await cast.talk();
    const wish = { attendanceId: attendance.id, requestId: randomUUID(), epoch };

    expect(await admin.ask("attendance:take-over", wish)).toMatchObject({
      error: { code: "attendance/at-capacity", details: { capacity: 0, mayGoBeyond: true } },
    });
    expect(await bruno.ask("attendance:take-over", { ...wish, beyondCapacity: true })).toMatchObject({
      error: { code: "access/denied" },
    });
    const taken = await admin.get("attendance:take-over", { ...wish, beyondCapacity: true });

    expect(taken.conversation.owner).toMatchObject({ kind: "agent", id: cast.id(admin) });
    expect(await say(admin, conversationId, "I help you now", taken.epoch)).toMatchObject({ ok: true });
    await admin.get("attendance:end", { attendanceId: attendance.id });
  });

  it("alone see the wall and take over; others are refused by the server", async () => {
    const { ana, bruno } = cast;
    const { conversationId, attendance, epoch } = await cast.talk();
    const takeOver = { attendanceId: attendance.id, requestId: "r", epoch };

    for (const person of [ana, bruno]) {
      expect((await person.rest("GET", "/api/v1/wall")).status).toBe(403);
      expect(await person.ask("wall:follow", { on: true })).toMatchObject({
        error: { code: "access/denied" },
      });
      expect(await person.ask("talk:watch", { conversationId })).toMatchObject({
        error: { code: "access/denied" },
      });
      expect(await person.ask("attendance:take-over", takeOver)).toMatchObject({
        error: { code: "access/denied" },
      });
    }
    expect(framesOf(bruno)).not.toContain("wall:changed");
  });

  it("see the desk live: who waits, who has whom, how loaded they are", async () => {
    const { bruno, sara } = cast;
    const { wall: first } = await sara.get("wall:follow", { on: true });

    const { attendance } = await cast.wait();
    const waiting = await sara.hear("wall:changed", (fact) =>
      fact.talks.some((talk) => talk.id === attendance.id && talk.phase === "logged"),
    );
    await bruno.get("attendance:accept", { attendanceId: attendance.id, requestId: randomUUID() });
    const accepted = await sara.hear("wall:changed", (fact) =>
      fact.talks.some((talk) => talk.id === attendance.id && talk.agentId === cast.id(bruno)),
    );
    await bruno.get("attendance:end", { attendanceId: attendance.id });
    await sara.hear("wall:changed", (fact) => fact.gone.includes(attendance.id));

    expect(waiting.waiting).toBeGreaterThan(0);
    expect(accepted.agents?.find((agent) => agent.id === cast.id(bruno))?.active).toBeGreaterThan(0);
    expect((first as Wall).groups.length).toBeGreaterThan(1);
  });
});
