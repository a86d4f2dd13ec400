import { randomUUID } from "node:crypto";
import { EventFactory } from "botbuilder";
import { type FakeCloud, startFakeCloud } from "../../bot/channel/fake-cloud.js";
import { until } from "../../faults/until.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { makeSecret } from "../../support/direct-line.js";
import { ForeignBot } from "../../support/foreign-bot.js";

describe("the hand-off protocol of the Bot Framework", () => {
  let desk: RunningDesk;
  let cloud: FakeCloud;
  let bruno: DeskClient;
  let secret: string;
  const bots: ForeignBot[] = [];

  beforeAll(async () => {
    cloud = await startFakeCloud();
    desk = await startDesk();
    ({ secret } = await makeSecret(desk));
    bruno = await desk.connect("bruno");
    await bruno.get("presence:set", { status: "available" });
  });
  afterEach(() => {
    for (const bot of bots.splice(0)) bot.close();
  });
  afterAll(async () => {
    await desk.stop();
    await cloud.close();
  });

  function openBot(): ForeignBot {
    const bot = new ForeignBot({ url: desk.url, secret });
    bots.push(bot);
    return bot;
  }
  async function waiting(name: string) {
    const { attendance } = await bruno.hear(
      "attendance:changed",
      (fact) => fact.attendance.requester.name === name && fact.attendance.status === "pending",
    );
    return attendance;
  }
  async function accept(name: string) {
    const { id: attendanceId } = await waiting(name);
    const requestId = randomUUID();
    const { conversationId, epoch } = await bruno.get("attendance:accept", { attendanceId, requestId });
    await bruno.get("conversation:open", { conversationId });
    const say = (text: string) =>
      bruno.get("message:send", { conversationId, clientMessageId: randomUUID(), text, epoch });
    return { attendanceId, conversationId, say };
  }

  it("takes over from a plain botbuilder bot with its context and transcript, and tells it how it goes", async () => {
    const bot = openBot();

    await bot.adapter.send("my printer eats paper").startTest();
    await bot.adapter.send("a human, please").startTest();
    const attendance = await waiting("Petra of the shop");
    const why = JSON.stringify(attendance.context);
    const agent = await accept("Petra of the shop");
    await until("the first status", () => bot.statuses.length === 1);
    await agent.say("Which printer is it?");
    await until("the attendant's words", () =>
      bot.shown().some((text) => text.includes("Which printer is it?")),
    );
    await bot.adapter.send("the one in room 4").startTest();
    await bruno.hear("message:posted", ({ message }) => message.text === "the one in room 4");
    await bruno.get("attendance:end", { attendanceId: agent.attendanceId });
    await until("the second status", () => bot.statuses.length === 2);
    await bot.adapter.send("hello again").startTest();

    expect(bot.statuses.map(({ state }) => state)).toEqual(["accepted", "completed"]);
    expect(attendance.question).toBe("my printer eats paper");
    expect(why).toContain("printers");
    expect(why).toContain("my printer eats paper");
    expect(why).toContain("You said: my printer eats paper");
    expect(bot.shown()).toContain("You said: hello again");
  });

  it("says failed where nobody can be asked, and the bot keeps its user", async () => {
    const admin = await desk.connect("admin");
    await admin.rest("PUT", "/api/v1/modes/desk/override", { mode: "automatic", until: "revoked" });
    const bot = openBot();

    await bot.adapter.send("a human, now").startTest();
    await until("the first status", () => bot.statuses.length === 1);
    await admin.rest("DELETE", "/api/v1/modes/desk/override");
    await bot.adapter.send("well then").startTest();

    expect(bot.statuses[0]).toMatchObject({
      state: "failed",
      message: expect.stringMatching(/switched off/),
    });
    expect(bot.shown()).toContain("You said: well then");
  });

  it("takes the event on a Bot Framework channel too, once however often it comes, and answers there", async () => {
    const conversation = { id: randomUUID() };
    const activity = {
      type: "event",
      name: "handoff.initiate",
      id: randomUUID(),
      channelId: "emulator",
      serviceUrl: `${cloud.url}/`,
      conversation,
      from: { id: "user-1", name: "Emil" },
      recipient: { id: "desk", name: "Desk" },
      value: { reason: "angry" },
      attachments: [
        {
          name: "Transcript",
          contentType: "application/json",
          content: {
            activities: [
              { type: "message", text: "where is my parcel?", from: { id: "u", role: "user" } },
              7,
            ],
          },
        },
      ],
    };
    const post = () =>
      fetch(`${desk.url}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(activity),
      });

    const answers = await Promise.all([post(), post(), post()]);
    const { attendanceId } = await accept("Emil");
    await bruno.get("attendance:end", { attendanceId });
    const events = () => cloud.posted.map((one) => one.activity).filter(({ type }) => type === "event");
    await until("two events", () => events().length === 2);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const statuses = (["accepted", "completed"] as const).map((state) => {
      const { name, type, value } = EventFactory.createHandoffStatus(conversation as never, state, "x");
      return { name, type, value: { ...value, message: expect.any(String) } };
    });
    expect(events()).toMatchObject(statuses);
    expect(
      (
        await desk.app.domains.store.db
          .selectFrom("attendance")
          .select("id")
          .where("question", "=", "where is my parcel?")
          .execute()
      ).length,
    ).toBe(1);
  });
});
