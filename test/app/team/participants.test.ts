import { randomUUID } from "node:crypto";
import { type Cast, openCast, say } from "./cast.js";

describe("participants", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await openCast();
  });
  afterAll(() => cast.desk.stop());

  it("are added by one who takes part, told to all with the list, and may write (S1-30)", async () => {
    const { ana, bruno, diego } = cast;
    const { conversationId, epoch } = await cast.talk();
    expect(await say(diego, conversationId, "too early", epoch)).toMatchObject({ ok: false });

    const { participants } = await bruno.get("participant:add", {
      conversationId,
      accountId: cast.id(diego),
    });

    expect(participants.map((person) => person.id)).toEqual([cast.id(bruno), cast.id(diego)]);
    const told = await diego.hear("participants:changed", (fact) => fact.conversationId === conversationId);
    expect(told.participants).toEqual(participants);
    await ana.hear("message:posted", ({ message }) => message.notice?.kind === "participant-added");
    expect((await diego.get("conversation:open", { conversationId })).conversation.owner).toMatchObject({
      id: cast.id(bruno),
    });
    expect(await say(diego, conversationId, "I can help", epoch)).toMatchObject({ ok: true });
    expect(await say(bruno, conversationId, "so do I", epoch)).toMatchObject({ ok: true });
    const { message } = await ana.hear("message:posted", (fact) => fact.message.text === "I can help");
    expect(message.sender).toMatchObject({ kind: "agent", id: cast.id(diego) });
  });

  it("cannot be added by somebody else, and a requester cannot be one (S1-30)", async () => {
    const { ana, bruno, carla, diego } = cast;
    const { conversationId } = await cast.talk();
    const add = { conversationId, accountId: cast.id(diego) };

    expect(await carla.ask("participant:add", add)).toMatchObject({ error: { code: "access/denied" } });
    expect(await ana.ask("participant:add", add)).toMatchObject({
      error: { code: "conversation/not-found" },
    });
    expect(await bruno.ask("participant:add", { conversationId, accountId: cast.id(ana) })).toMatchObject({
      error: { code: "participant/refused" },
    });
  });

  it("who quits hears no more, the others are told and the record stays (S1-29)", async () => {
    const { ana, bruno, diego } = cast;
    const { conversationId, epoch } = await cast.talk();
    await bruno.get("participant:add", { conversationId, accountId: cast.id(diego) });
    await diego.get("conversation:open", { conversationId });

    await diego.get("participant:quit", { conversationId });
    const heard = diego.heard.length;
    const canary = randomUUID();
    await say(bruno, conversationId, canary, epoch);
    await ana.hear("message:posted", (fact) => fact.message.text === canary);
    await diego.get("conversation:open", {});

    await ana.hear(
      "message:posted",
      ({ message }) =>
        message.conversationId === conversationId && message.notice?.kind === "participant-left",
    );
    expect(JSON.stringify(diego.heard.slice(heard))).not.toContain(canary);
    expect(await say(diego, conversationId, "back", epoch)).toMatchObject({ ok: false });
    const { messages } = await diego.get("conversation:sync", { conversationId, afterSeq: 0 });
    expect(messages.map((message) => message.text)).toContain(canary);
  });

  it("a message is stored before the quit or refused after it, never between (S1-29)", async () => {
    const { bruno, diego } = cast;
    const { conversationId, epoch } = await cast.talk();
    await bruno.get("participant:add", { conversationId, accountId: cast.id(diego) });

    const writes = Array.from({ length: 30 }, (_, at) => say(diego, conversationId, `race ${at}`, epoch));
    const [, ...answers] = await Promise.all([
      diego.get("participant:quit", { conversationId }),
      ...writes,
      ...Array.from({ length: 30 }, (_, at) => say(diego, conversationId, `late ${at}`, epoch)),
    ]);

    const { messages } = await bruno.get("conversation:sync", { conversationId, afterSeq: 0 });
    const left = messages.find((message) => message.notice?.kind === "participant-left")?.seq ?? 0;
    const his = messages.filter((message) => message.sender.id === cast.id(diego));
    expect(his.filter((message) => message.seq > left)).toEqual([]);
    expect(his.length).toBe(answers.filter((answer) => answer.ok).length);
  });

  it("the owner who quits passes the talk to one who remains; alone the owner cannot go (S1-29)", async () => {
    const { bruno, diego } = cast;
    const { conversationId, epoch } = await cast.talk();
    expect(await bruno.ask("participant:quit", { conversationId })).toMatchObject({
      error: { code: "participant/refused" },
    });
    await bruno.get("participant:add", { conversationId, accountId: cast.id(diego) });

    await bruno.get("participant:quit", { conversationId });

    const { conversation } = await diego.get("conversation:open", { conversationId });
    expect(conversation).toMatchObject({ owner: { kind: "agent", id: cast.id(diego) }, epoch: epoch + 1 });
    expect(await say(bruno, conversationId, "still me", conversation.epoch)).toMatchObject({ ok: false });
  });

  it("nobody writes under an epoch that is over, participant or not", async () => {
    const { bruno, carla, diego } = cast;
    const { conversationId, attendance, epoch } = await cast.talk();
    await bruno.get("participant:add", { conversationId, accountId: cast.id(diego) });

    await bruno.get("attendance:transfer", {
      attendanceId: attendance.id,
      to: { kind: "agent", id: cast.id(carla) },
    });

    expect(await say(diego, conversationId, "old", epoch)).toMatchObject({
      error: { code: "conversation/stale-epoch" },
    });
    expect(await say(diego, conversationId, "new", epoch + 1)).toMatchObject({ ok: true });
    expect(await say(bruno, conversationId, "gone", epoch + 1)).toMatchObject({ ok: false });
  });
});
