import { randomUUID } from "node:crypto";
import { groupIds } from "../../config/demo/people.js";
import type { Attendance, Message } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

const never = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

const requesterOnly = ["requester", "requester", "requester", "requester"];

/** What users of other desks reported about assistants that talk when they should not, or say too little. */
describe("the assistant beside people", () => {
  let desk: RunningDesk;
  let [ana, bruno, admin]: DeskClient[] = [];
  beforeAll(async () => {
    desk = await startDesk();
    [ana, bruno, admin] = [
      await desk.connect("ana"),
      await desk.connect("bruno"),
      await desk.connect("admin"),
    ];
  });
  afterAll(() => desk.stop());

  const the = (client: DeskClient | undefined): DeskClient => {
    if (client === undefined) throw new Error("The desk has not started.");
    return client;
  };
  const endedByBruno = async (): Promise<Attendance> => {
    const talk = await Talk.begin(the(ana));
    const attendance = await talk.askForPerson();
    await the(bruno).get("attendance:accept", { attendanceId: attendance.id, requestId: randomUUID() });
    await the(bruno).get("attendance:end", { attendanceId: attendance.id, reason: "Solved" });
    return attendance;
  };
  const isOffer = ({ actions = [] }: Message, kind: string) =>
    actions.some(({ value }) => value.kind === kind);

  it("chatwoot#13880: answers who writes again after a solved talk, and calls nobody by itself", async () => {
    const before = await endedByBruno();
    const talk = await Talk.begin(the(ana));

    const answer = await talk.say("my mailbox is full");

    const { conversation } = await the(ana).get("conversation:open", { conversationId: talk.id });
    expect(talk.id).not.toBe(before.conversationId);
    expect(answer.sender.kind).toBe("assistant");
    expect(conversation.owner.kind).toBe("assistant");
    const queue = await the(bruno).rest("GET", "/api/v1/attendances?view=queue");
    expect(queue.body).toMatchObject({ items: [] });
  });

  it("chatwoot#9293, chatwoot#5764: answers as always when the desk is closed, without a word about hours", async () => {
    await closeDesk(true);
    const open = await Talk.begin(the(ana));

    const answer = await open.say("my mailbox is full");
    await closeDesk(false);
    const usual = await Talk.begin(the(ana));

    expect(answer.text).toBe((await usual.say("my mailbox is full")).text);
  });

  it("tiledesk-chatbot#2, fazer-ai/agents#153, chatwoot#6010: tells who asks for a person that nobody is there, and takes the request", async () => {
    await closeDesk(true);
    const talk = await Talk.begin(the(ana));
    await talk.send("Talk to an attendant", { kind: "talk-to-attendant" });
    const { message } = await the(ana).hear(
      "message:posted",
      (fact) => fact.message.conversationId === talk.id && isOffer(fact.message, "new-ticket"),
    );

    const { conversation } = await the(ana).get("conversation:open", { conversationId: talk.id });
    expect(message.sender.kind).toBe("assistant");
    expect(message.text).toMatch(/closed|back|nobody|not there/i);
    expect(conversation.owner.kind).toBe("assistant");
    await closeDesk(false);
  });

  it("chatwoot#14876, chatwoot#15438, chatwoot#14870: an agent may note but not speak while the assistant has the talk, and whoever takes it has it alone", async () => {
    const talk = await Talk.begin(the(ana));
    const { id } = await talk.askForPerson();
    const first = await accept(id);
    await the(bruno).get("attendance:transfer", { attendanceId: id, to: { kind: "assistant" } });
    const speak = (epoch: number) =>
      the(bruno).ask("message:send", {
        conversationId: talk.id,
        clientMessageId: randomUUID(),
        text: "Me too",
        epoch,
      });
    const { conversation } = await the(ana).get("conversation:open", { conversationId: talk.id });

    const [late, guessed] = [await speak(first.epoch), await speak(conversation.epoch)];
    const note = { conversationId: talk.id, clientNoteId: randomUUID(), text: "I look on" };
    const noted = await the(bruno).ask("note:post", note);
    const again = await askAgain(talk, id);
    const taken = await accept(again);
    await talk.send("is the assistant still there?");
    await desk.app.domains.bot.idle();

    expect(conversation.owner.kind).toBe("assistant");
    expect([late.ok, guessed.ok, noted.ok]).toEqual([false, false, true]);
    expect((await lastOf(talk)).text).toBe("is the assistant still there?");
    expect(taken.conversation.owner.kind).toBe("agent");
    await the(bruno).get("attendance:end", { attendanceId: again });
  });

  it("botpress#1050, rasa#3683: is silent from the wish on, also to a pressed button, to commands and to questions it knows", async () => {
    const talk = await Talk.begin(the(ana));
    await talk.say("my mailbox is full");
    const { id } = await talk.askForPerson();
    const said = async () => {
      await talk.send("my mailbox is full");
      await talk.send("Yes", { kind: "yes" });
      await talk.send("menu");
      await talk.send("New request", { kind: "new-ticket" });
      await desk.app.domains.bot.idle();
      const { messages } = await the(ana).get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });
      return messages.slice(-4).map(({ sender }) => sender.kind);
    };

    const [waiting, , attended] = [await said(), await accept(id), await said()];

    expect([waiting, attended]).toEqual([requesterOnly, requesterOnly]);
    await the(bruno).get("attendance:end", { attendanceId: id });
  });

  it("chatwoot#10455, Rocket.Chat#13527, Apps.Rasa#28: by day and by night the same assistant answers; only the door to people follows the hours, and says when", async () => {
    await closeDesk(true);
    const night = await Talk.begin(the(ana));
    const answered = await night.say("my mailbox is full");
    await night.send("Talk to an attendant", { kind: "talk-to-attendant" });
    const { message } = await the(ana).hear("message:posted", (fact) => isOffer(fact.message, "new-ticket"));
    const queue = await the(bruno).rest("GET", "/api/v1/attendances?view=queue");
    await closeDesk(false);
    const day = await Talk.begin(the(ana));
    const usual = await day.say("my mailbox is full");
    const { id } = await day.askForPerson();

    expect(answered.text).toBe(usual.text);
    expect(isOffer(message, "talk-to-attendant")).toBe(false);
    expect(queue.body).toMatchObject({ items: [] });
    await the(ana).get("attendance:cancel", { attendanceId: id });
  });

  async function accept(attendanceId: string) {
    return the(bruno).get("attendance:accept", { attendanceId, requestId: randomUUID() });
  }

  async function askAgain(talk: Talk, before: string): Promise<string> {
    await talk.send("Talk to an attendant", { kind: "talk-to-attendant" });
    const { attendance } = await the(ana).hear(
      "attendance:changed",
      (fact) =>
        fact.attendance.conversationId === talk.id &&
        fact.attendance.id !== before &&
        fact.attendance.status === "pending",
    );
    return attendance.id;
  }

  async function lastOf({ id }: Talk): Promise<Message> {
    const { messages } = await the(ana).get("conversation:sync", { conversationId: id, afterSeq: 0 });
    const last = messages.at(-1);
    if (last === undefined) throw new Error("Nothing was said.");
    return last;
  }

  async function closeDesk(closed: boolean): Promise<void> {
    const calendar = closed
      ? await the(admin).rest("POST", "/api/v1/calendars", {
          name: `Never ${randomUUID()}`,
          timeZone: "UTC",
          weekly: never,
          holidays: [],
        })
      : undefined;
    const calendarId = (calendar?.body as { id: string } | undefined)?.id;
    const routing = calendarId === undefined ? {} : { calendarId };
    const path = `/api/v1/routing/groups/${groupIds.serviceDesk}`;
    expect((await the(admin).rest("PUT", path, routing)).status).toBe(200);
  }
});
