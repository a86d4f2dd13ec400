import { randomUUID } from "node:crypto";
import type { Attendance } from "../../contract/index.js";
import { type Connector, openConnector } from "../faults/stage/connector.js";
import { until } from "../faults/until.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import type { DeskClient } from "../support/desk-client.js";

/** What users of the Bot Framework asked for and reported: a person behind the bot, in the same talk, each word once. */
describe("a channel of the Bot Framework", () => {
  let desk: RunningDesk;
  let connector: Connector;
  let bruno: DeskClient;
  beforeAll(async () => {
    [desk, connector] = await Promise.all([startDesk(), openConnector()]);
    bruno = await desk.connect("bruno");
  });
  afterAll(async () => {
    await desk.stop();
    await connector.close();
  });

  const toldIn = (conversation: string) => connector.taken.get(conversation) ?? [];
  const told = (conversation: string, what: RegExp | string) =>
    until(`the channel is told ${what}`, () =>
      toldIn(conversation).some((text) => (typeof what === "string" ? text === what : what.test(text))),
    );
  const write = async (conversation: string, text: string, id?: string) => {
    const { status } = await connector.write(desk.url, { conversation, text, ...(id ? { id } : {}) });
    expect(status).toBeLessThan(300);
  };
  async function waits(conversation: string): Promise<Attendance> {
    await write(conversation, "my flux capacitor hums in B flat");
    await until("the assistant has answered", () => toldIn(conversation).length > 0);
    const known = new Set(attendancesHeard().map(({ id }) => id));
    await write(conversation, "Talk to an attendant");
    let found: Attendance | undefined;
    await until("it waits", () => {
      found = attendancesHeard().find(({ id, status }) => status === "pending" && !known.has(id));
      return found !== undefined;
    });
    if (found === undefined) throw new Error("Nobody waits.");
    return found;
  }
  const attendancesHeard = (): Attendance[] =>
    bruno.heard.flatMap(({ name, fact }) =>
      name === "attendance:changed" ? [(fact as { attendance: Attendance }).attendance] : [],
    );
  const accept = ({ id }: Attendance) =>
    bruno.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
  const speak = (conversationId: string, epoch: number, text: string) =>
    bruno.get("message:send", { conversationId, clientMessageId: randomUUID(), text, epoch });

  it("BotBuilder-Samples#1133, BotBuilder-Samples#1415, BotBuilder-Samples#1424, BotBuilder-Samples#1750, BotBuilder-Samples#3041, BotBuilder-Samples#3135, botbuilder-js#313, BotFramework-WebChat#3680, Bot-HandOff#38, botframework-sdk#2303, botframework-sdk#3987: hands over to a person and back in the same talk, with the hub in it", async () => {
    const talk = randomUUID();
    const attendance = await waits(talk);
    const { epoch, conversationId } = await accept(attendance);

    await speak(conversationId, epoch, "Bruno here, what hums?");
    await told(talk, /Bruno here, what hums\?/);
    await write(talk, "the flux capacitor");
    await bruno.hear("message:posted", ({ message }) => message.text === "the flux capacitor");
    await bruno.get("attendance:transfer", { attendanceId: attendance.id, to: { kind: "assistant" } });
    const before = toldIn(talk).length;
    await write(talk, "my mailbox is full");

    await until("the assistant answers again", () => toldIn(talk).length > before + 1);
    expect(toldIn(talk).at(-1)).not.toContain("Bruno");
  });

  it("human-handoff-bot#1, handoff-to-human-sample#2, botframework-human-handoff#1, amazon-connect-chatjs#227, BotBuilder-Samples#2164: shows who takes it all that was said with the bot, whole and in order", async () => {
    const talk = randomUUID();
    await write(talk, "my mailbox is full");
    await until("the assistant has answered", () => toldIn(talk).length > 0);
    const attendance = await waits(talk);

    const { conversationId } = await accept(attendance);
    const { messages, complete } = await bruno.get("conversation:sync", { conversationId, afterSeq: 0 });

    expect(complete).toBe(true);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
    const said = messages.filter(({ sender }) => sender.kind === "requester").map(({ text }) => text);
    expect(said).toEqual(["my mailbox is full", "my flux capacitor hums in B flat", "Talk to an attendant"]);
    expect(messages.some(({ sender }) => sender.kind === "assistant")).toBe(true);
    expect(attendance.context).toMatchObject({ question: "my flux capacitor hums in B flat" });
    await bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("botpress/v12#1326: keeps the bot out of a channel's talk that a person has, and shows the person every word of it", async () => {
    const talk = randomUUID();
    const attendance = await waits(talk);
    const { conversationId } = await accept(attendance);
    await desk.app.domains.bot.idle();
    const before = await bruno.get("conversation:sync", { conversationId, afterSeq: 0 });

    for (const text of ["my mailbox is full", "yes", "menu"]) await write(talk, text);
    await bruno.hear("message:posted", ({ message }) => message.text === "menu");
    await desk.app.domains.bot.idle();

    const { messages } = await bruno.get("conversation:sync", { conversationId, afterSeq: before.upTo });
    expect(messages.map(({ sender, text }) => [sender.kind, text])).toEqual([
      ["requester", "my mailbox is full"],
      ["requester", "yes"],
      ["requester", "menu"],
    ]);
    await bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("DirectLineJS#242, BotFramework-Services#149: takes an activity that comes several times for one, and answers it once", async () => {
    const [talk, id] = [randomUUID(), randomUUID()];
    const words = `flux capacitor ${id} hums`;

    await Promise.all(Array.from({ length: 5 }, () => write(talk, words, id)));
    await until("the assistant has answered", () => toldIn(talk).length > 0);
    await write(talk, words, id);
    await write(talk, "my mailbox is full");
    await until("the next one is answered", () => toldIn(talk).length > 1);
    await desk.app.domains.bot.idle();

    const { db } = desk.app.domains.store;
    const stored = await db
      .selectFrom("message")
      .select("conversation_id")
      .where("text", "=", words)
      .execute();
    const turns = await db
      .selectFrom("turn")
      .select("text")
      .where("conversation_id", "=", stored[0]?.conversation_id ?? "")
      .orderBy("seq")
      .execute();
    expect(stored).toHaveLength(1);
    expect(turns.map(({ text }) => text)).toEqual([words, "my mailbox is full"]);
  });

  it("chatwoot#11901, chatwoot#13144: brings what an agent writes very fast once each, in order", async () => {
    const talk = randomUUID();
    const attendance = await waits(talk);
    const { conversationId, epoch } = await accept(attendance);
    const said = Array.from({ length: 30 }, (_, index) => `line ${index + 1} of thirty`);

    await Promise.all(said.map((text) => speak(conversationId, epoch, text)));
    await told(talk, /line 30 of thirty/);

    const heard = toldIn(talk).flatMap((text) => /line \d+ of thirty/.exec(text) ?? []);
    expect(heard).toEqual(said);
    await bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("chatwoot#15920: what the channel's service does not take in time or refuses for now is sent again, not dropped", async () => {
    const talk = randomUUID();
    const attendance = await waits(talk);
    const { conversationId, epoch } = await accept(attendance);
    connector.behave("500");
    await speak(conversationId, epoch, "first while it fails");
    connector.behave("429");
    await speak(conversationId, epoch, "second while it is busy");

    connector.behave("takes");
    await told(talk, /second while it is busy/);

    const heard = toldIn(talk).flatMap((text) => /(first|second) while/.exec(text)?.[1] ?? []);
    expect(heard).toEqual(["first", "second"]);
    await bruno.get("attendance:end", { attendanceId: attendance.id });
  });
});
