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
