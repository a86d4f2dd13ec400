import { randomUUID } from "node:crypto";
import type { Account, ChatRequest, Group, Interaction } from "../../../contract/index.js";
import type { RunningDesk } from "../../support/desk.js";
import { type DeskClient, Talk } from "../../support/desk-client.js";
import { startTwoDesks, type TwoDesks } from "../../support/two-desks.js";
import { framesOf, say } from "./cast.js";

/** Two nodes on one PostgreSQL and one Redis: what agents share must not depend on which of them they are connected to. */
describe("colleagues on two nodes", () => {
  let desks: TwoDesks;
  let near: RunningDesk;
  let far: RunningDesk;
  let bruno: DeskClient;
  let carla: DeskClient;
  let admin: DeskClient;
  let anaHere: DeskClient;
  let anaThere: DeskClient;
  beforeAll(async () => {
    desks = await startTwoDesks();
    ({ near, far } = desks);
    [bruno, admin, anaHere] = [
      await near.connect("bruno"),
      await near.connect("admin"),
      await near.connect("ana"),
    ];
    [carla, anaThere] = [await far.connect("carla"), await far.connect("ana")];
  });
  afterAll(() => desks.stop());

  const idOf = async (who: DeskClient) =>
    ((await who.rest("GET", "/api/v1/session")).body as { user: Account }).user.id;
  async function talk() {
    const begun = await Talk.begin(anaHere);
    const attendance = await begun.askForPerson();
    const { epoch } = await bruno.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId: randomUUID(),
    });
    return { conversationId: begun.id, attendance, epoch };
  }

  it("read each other's notes at once, and no socket of the requester on either node is sent a word of them (S1-17)", async () => {
    const { conversationId, attendance, epoch } = await talk();
    await carla.get("conversation:open", { conversationId });
    await anaThere.get("conversation:open", { conversationId });
    const canary = `canary-${randomUUID()}`;
    const whisper = `whisper-${randomUUID()}`;
    const note = (text: string, to?: string) => ({
      conversationId,
      clientNoteId: randomUUID(),
      text,
      ...(to === undefined ? { mentions: [] } : { to }),
    });

    await bruno.get("note:post", note(canary));
    const heard = await carla.hear("note:posted", (fact) => fact.note.text === canary);
    await admin.get("note:post", note(whisper, await idOf(bruno)));
    await bruno.hear("note:posted", (fact) => fact.note.text === whisper);
    // What is written after the notes has reached both sockets of the requester: so would they have.
    await say(bruno, conversationId, "Hello Ana", epoch);
    for (const ana of [anaHere, anaThere]) {
      await ana.hear("message:posted", (fact) => fact.message.text === "Hello Ana");
    }

    expect(heard.note.author.name).toBe("Bruno Lima");
    const seen = [
      framesOf(anaHere),
      framesOf(anaThere),
      JSON.stringify(await anaThere.get("conversation:sync", { conversationId, afterSeq: 0 })),
      JSON.stringify(await anaThere.rest("GET", `/api/v1/tickets/${attendance.ticketNumber}/timeline`)),
      JSON.stringify(await anaHere.rest("GET", `/api/v1/conversations/${conversationId}/team`)),
    ];
    for (const secret of [canary, whisper, heard.note.id])
      expect(seen.filter((text) => text.includes(secret))).toEqual([]);
    const team = await carla.rest("GET", `/api/v1/conversations/${conversationId}/team`);
    expect(JSON.stringify(team.body)).toContain(canary);
    await bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("are told of a request on the node they are on, once, though both look for who is to be told (S3-10, S3-12)", async () => {
    const groups = (await admin.rest("GET", "/api/v1/groups")).body as { items: Group[] };
    const groupId = groups.items.find(({ name }) => name === "Service Desk")?.id ?? "";
    const [brunoId, carlaId] = [await idOf(bruno), await idOf(carla)];
    const everyDay = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    const shift = { weekdays: everyDay, from: "00:00", to: "00:00", timeZone: "UTC" };
    const shifts = [{ ...shift, primary: brunoId, backups: [carlaId], escalateMinutes: 1 }];
    expect((await admin.rest("PUT", `/api/v1/groups/${groupId}/rota`, { shifts })).status).toBe(200);
    const attendance = await (await Talk.begin(anaThere)).askForPerson();
    const isThis = (fact: { attendanceId: string }) => fact.attendanceId === attendance.id;
    const countedBy = (who: DeskClient) =>
      who.heard.filter(({ name, fact }) => name === "desk:notified" && isThis(fact as never)).length;

    await bruno.hear("desk:notified", isThis);
    expect(countedBy(carla)).toBe(0);
    // A minute passes: the request is that much older.
    const { db } = near.app.domains.store;
    await db
      .updateTable("attendance_record")
      .set((eb) => ({ tell_since: eb("tell_since", "-", 60_000), tell_next_at: 1 }))
      .where("attendance_id", "=", attendance.id)
      .execute();
    await Promise.all([near, far].map((node) => node.app.domains.notify.sweep()));

    await carla.hear("desk:notified", isThis);
    const told = await db
      .selectFrom("attendance_told")
      .select("account_id")
      .where("attendance_id", "=", attendance.id)
      .orderBy("told_at")
      .execute();
    expect(told.map((row) => row.account_id)).toEqual([brunoId, carlaId]);
    expect([bruno, carla].map(countedBy)).toEqual([1, 1]);
    await admin.rest("PUT", `/api/v1/groups/${groupId}/rota`, { shifts: [] });
    await anaThere.get("attendance:cancel", { attendanceId: attendance.id });
  });

  it("work on one interaction: of two saves at once one is told what the other wrote (S1-12)", async () => {
    const { attendance } = await talk();
    const { related } = (await carla.rest("GET", `/api/v1/chat-requests/${attendance.id}`))
      .body as ChatRequest & {
      related: Interaction[];
    };
    const path = `/api/v1/interactions/${related[0]?.number}`;

    const answers = await Promise.all([
      bruno.rest("PUT", path, { version: 1, solution: "near" }),
      carla.rest("PUT", path, { version: 1, solution: "far" }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200)?.body as Interaction;
    const lost = answers.find(({ status }) => status === 409)?.body;
    expect(lost).toMatchObject({
      error: { code: "interaction/changed", details: { present: { version: 2, solution: won.solution } } },
    });
    expect((await admin.rest("GET", path)).body).toMatchObject({ version: 2, solution: won.solution });
    await bruno.get("attendance:end", { attendanceId: attendance.id });
  });
});
