import { randomUUID } from "node:crypto";
import type { TalkTeam } from "../../../contract/team/index.js";
import { type Cast, framesOf, openCast, say } from "./cast.js";

describe("notes of colleagues", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await openCast();
  });
  afterAll(() => cast.desk.stop());

  const post = (conversationId: string, text: string, mentions: string[] = []) =>
    cast.bruno.get("note:post", { conversationId, clientNoteId: randomUUID(), text, mentions });

  it("reach colleagues and never the requester: no frame, no number, no REST, no timeline (S1-17)", async () => {
    const { ana, bruno, carla } = cast;
    const { conversationId, attendance, epoch } = await cast.talk();
    const canary = `canary-${randomUUID()}`;
    await carla.get("conversation:open", { conversationId });
    const before = (await ana.get("conversation:open", { conversationId })).lastSeq;

    const { note } = await post(conversationId, canary);
    await carla.hear("note:posted", (fact) => fact.note.text === canary);
    await say(bruno, conversationId, "Hello Ana", epoch);

    const { message } = await ana.hear("message:posted", (fact) => fact.message.text === "Hello Ana");
    expect(message.seq).toBe(before + 1);
    expect(note).toMatchObject({ afterSeq: before, author: { name: expect.stringMatching(/Bruno/) } });
    const synced = await ana.get("conversation:sync", { conversationId, afterSeq: 0 });
    const timeline = await ana.rest("GET", `/api/v1/tickets/${attendance.ticketNumber}/timeline`);
    const ownTeam = await ana.rest("GET", `/api/v1/conversations/${conversationId}/team`);
    const seen = [framesOf(ana), JSON.stringify(synced), JSON.stringify(timeline), JSON.stringify(ownTeam)];
    expect(seen.filter((text) => text.includes(canary) || text.includes(note.id))).toEqual([]);
    expect(ownTeam.status).toBe(403);
    const { body } = await carla.rest("GET", `/api/v1/conversations/${conversationId}/team`);
    expect((body as TalkTeam).notes.map((one) => one.text)).toContain(canary);
  });

  it("refuse requesters and agents whom the talk does not concern", async () => {
    const { ana, diego } = cast;
    const { conversationId } = await cast.talk();
    const note = { conversationId, clientNoteId: "n", text: "may I" };

    expect(await ana.ask("note:post", note)).toMatchObject({ error: { code: "conversation/not-found" } });
    expect(await diego.ask("note:post", note)).toMatchObject({ error: { code: "conversation/not-found" } });
  });

  it("tell a colleague who is named, who may read the talk from then on", async () => {
    const { ana, diego } = cast;
    const { conversationId } = await cast.talk();
    const strange = { conversationId, clientNoteId: "x", text: "psst", mentions: [cast.id(ana)] };

    expect(await cast.bruno.ask("note:post", strange)).toMatchObject({
      error: { code: "participant/refused" },
    });
    await post(conversationId, "@Diego do you know this?", [cast.id(diego)]);

    const { note } = await diego.hear("note:posted", (fact) => fact.note.conversationId === conversationId);
    expect(note.mentions).toMatchObject([{ id: cast.id(diego) }]);
    expect(await diego.ask("conversation:open", { conversationId })).toMatchObject({ ok: true });
  });

  it("are stored once, however often they are sent", async () => {
    const { conversationId } = await cast.talk();
    const note = { conversationId, clientNoteId: "same", text: "once" };

    const answers = await Promise.all([1, 2, 3].map(() => cast.bruno.get("note:post", note)));

    expect(new Set(answers.map((answer) => answer.note.id)).size).toBe(1);
  });
});
