import { randomUUID } from "node:crypto";
import type { Talk as ShownTalk } from "../../web/chat/talk.js";
import { type Cast, openCast, say } from "../app/team/cast.js";
import { until } from "../faults/until.js";
import { Talk } from "../support/desk-client.js";
import { type Front, openFront } from "../support/front.js";
import { openScreen, type Screen } from "./screens.js";

/** The desk asks every 25 s whether a line still lives, and a page waits 20 s more for that; then it connects again. */
const silentForMs = 60_000;

/** What users of other desks reported about screens that stood still, with the code of our pages on real sockets. */
describe("a screen whose line was away", () => {
  let cast: Cast;
  let line: Front;
  const screens: Screen[] = [];
  beforeAll(async () => {
    cast = await openCast();
    line = await openFront(Number(new URL(cast.desk.url).port));
  });
  afterEach(() => {
    line.heal();
    for (const screen of screens.splice(0)) screen.close();
  });
  afterAll(async () => {
    await line.close();
    await cast.desk.stop();
  });

  const open = async (name: string): Promise<Screen> => {
    const screen = await openScreen(line.url, name);
    screens.push(screen);
    return screen;
  };
  const wordsOf = (talk: ShownTalk, among: readonly string[]): string[] =>
    talk
      .getSnapshot()
      .items.flatMap((item) => (item.kind === "posted" ? [item.message.text] : []))
      .filter((text) => among.includes(text));
  const shows = (talk: ShownTalk, text: string) =>
    until(`the screen shows "${text}"`, () => wordsOf(talk, [text]).length > 0);
  const isOnline = ({ client }: Screen) => client.connection.getSnapshot().status === "online";
  const cut = async (screen: Screen): Promise<void> => {
    line.cut();
    await until("the line is lost", () => !isOnline(screen));
  };

  it("chatwoot#14934, chatwoot#995, chatwoot#8888: shows a colleague's reply before anything is answered twice", async () => {
    const { ana, bruno, carla } = cast;
    const { conversationId, epoch } = await cast.talk();
    await bruno.get("participant:add", { conversationId, accountId: cast.id(carla) });
    const screen = await open("carla");
    const talk = screen.talk(conversationId);
    const [asked, answered, mine] = [randomUUID(), randomUUID(), randomUUID()];
    await say(ana, conversationId, asked);
    await shows(talk, asked);

    await cut(screen);
    await say(bruno, conversationId, answered, epoch);
    talk.send(mine);
    line.heal();
    await shows(talk, mine);

    expect(wordsOf(talk, [asked, answered, mine])).toEqual([asked, answered, mine]);
  });

  it("chatwoot#6411, chatwoot#7663, chatwoot#5182: connects again by itself, however often the line goes", async () => {
    const { ana } = cast;
    const { conversationId } = await cast.talk();
    const screen = await open("bruno");
    const talk = screen.talk(conversationId);
    const said = [randomUUID(), randomUUID(), randomUUID()];
    await until("the page is there", () => isOnline(screen));

    for (const text of said) {
      await cut(screen);
      await say(ana, conversationId, text);
      line.heal();
      await shows(talk, text);
    }

    expect(wordsOf(talk, said)).toEqual(said);
  });

  it("chatwoot PR#14683: knows that its talk was taken, and later that it has ended", async () => {
    const { bruno } = cast;
    const { conversationId, attendance } = await cast.wait();
    const screen = await open("ana");
    const talk = screen.talk(conversationId);
    const owner = () => talk.getSnapshot().conversation?.owner.kind;
    await until("the wait is shown", () => owner() === "queue");

    await cut(screen);
    await bruno.get("attendance:accept", { attendanceId: attendance.id, requestId: randomUUID() });
    line.heal();
    await until("the attendant is shown", () => owner() === "agent");
    await cut(screen);
    await bruno.get("attendance:end", { attendanceId: attendance.id, reason: "Solved" });
    line.heal();

    await until("the end is shown", () => owner() === "none");
  });

  it("amazon-connect-chat-ui-examples#52, #58, #210, LHC#1362, zopim-chat-web-sdk-sample-app#19: a page loaded anew has the same talk, place and attendant", async () => {
    const { bruno } = cast;
    const { conversationId, attendance } = await cast.wait();
    const load = async () => {
      const page = await open("ana");
      await until("the page is there", () => isOnline(page));
      const opened = await page.client.request("conversation:open", { locale: "en" });
      if (!opened.ok) throw new Error(opened.error.code);
      return { ...opened, page };
    };

    const waiting = await load();
    waiting.page.close();
    const { epoch } = await bruno.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId: randomUUID(),
    });
    const text = randomUUID();
    await say(bruno, conversationId, text, epoch);
    const held = await load();
    const talk = held.page.talk(conversationId);
    await shows(talk, text);

    expect(waiting.conversation).toMatchObject({
      id: conversationId,
      owner: { kind: "queue" },
      attendance: { id: attendance.id, waitingSince: attendance.waitingSince },
    });
    expect(held.conversation).toMatchObject({
      id: conversationId,
      owner: { kind: "agent", id: cast.id(bruno) },
    });
  });

  it("DirectLineJS#81, #179, #338, BotFramework-Services#289, #319: a reader who comes back is told only what is new", async () => {
    const { ana, bruno, desk } = cast;
    const { conversationId, epoch } = await cast.talk();
    const old = randomUUID();
    await say(bruno, conversationId, old, epoch);
    await ana.hear("message:posted", (fact) => fact.message.text === old);
    const { lastSeq } = await ana.get("conversation:open", { conversationId });

    const again = await desk.connect("ana");
    await again.get("conversation:open", { conversationId });
    const nothing = await again.get("conversation:sync", { conversationId, afterSeq: lastSeq });
    const fresh = randomUUID();
    await say(bruno, conversationId, fresh, epoch);
    const { message } = await again.hear("message:posted", (fact) => fact.message.text === fresh);
    const news = await again.get("conversation:sync", { conversationId, afterSeq: lastSeq });

    expect(nothing).toMatchObject({ messages: [], upTo: lastSeq, complete: true });
    expect(message.seq).toBe(lastSeq + 1);
    expect(news.messages.map(({ text }) => text)).toEqual([fresh]);
    expect(JSON.stringify(again.heard)).not.toContain(old);
  });

  it("Rocket.Chat#36023, Rocket.Chat#36076: a visitor whose line carries only what they say sees by itself what the agent writes, and each word of both stands there once", async () => {
    const { ana, bruno } = cast;
    const { conversationId, epoch } = await cast.talk();
    const screen = await open("ana");
    const talk = screen.talk(conversationId);
    await until("the page shows the talk", () => talk.getSnapshot().conversation !== undefined);
    const { round } = screen.client.connection.getSnapshot();
    const [hers, his] = [randomUUID(), randomUUID()];

    line.deafen();
    talk.send(hers);
    await bruno.hear("message:posted", ({ message }) => message.text === hers);
    await say(bruno, conversationId, his, epoch);
    await until("the page shows the answer", () => wordsOf(talk, [his]).length > 0, silentForMs);
    await shows(talk, hers);

    expect(screen.client.connection.getSnapshot().round).toBeGreaterThan(round);
    expect(wordsOf(talk, [hers, his])).toEqual([hers, his]);
    const { messages } = await ana.get("conversation:sync", { conversationId, afterSeq: 0 });
    expect(messages.filter(({ text }) => text === hers)).toHaveLength(1);
  }, 90_000);

  it("a visitor whose line died without a word sees by itself what the agent wrote, and may write on", async () => {
    const { bruno } = cast;
    const { conversationId, epoch } = await cast.talk();
    const screen = await open("ana");
    const talk = screen.talk(conversationId);
    await until("the page shows the talk", () => talk.getSnapshot().conversation !== undefined);
    const { round } = screen.client.connection.getSnapshot();
    const [unseen, answer] = [randomUUID(), randomUUID()];

    line.freeze();
    await say(bruno, conversationId, unseen, epoch);
    talk.send(answer);
    await until("the page shows it", () => wordsOf(talk, [unseen]).length > 0, silentForMs);
    await shows(talk, answer);

    expect(screen.client.connection.getSnapshot().round).toBeGreaterThan(round);
    expect(wordsOf(talk, [unseen, answer])).toEqual([unseen, answer]);
  }, 90_000);

  it("botpress#1610, botpress/v12#1287: both screens show every word of a lively talk, in one order, without being loaded anew", async () => {
    const { conversationId } = await cast.talk();
    const [ana, bruno] = [await open("ana"), await open("bruno")];
    const [hers, his] = [ana.talk(conversationId), bruno.talk(conversationId)];
    await until("both are there", () => isOnline(ana) && isOnline(bruno));
    for (const talk of [hers, his])
      await until("the page shows the talk", () => talk.getSnapshot().conversation !== undefined);
    const said = Array.from({ length: 40 }, () => randomUUID());

    for (const [index, text] of said.entries()) (index % 2 === 0 ? hers : his).send(text);
    for (const talk of [hers, his])
      await until("the screen shows all", () => wordsOf(talk, said).length === said.length);

    expect(wordsOf(hers, said)).toEqual(wordsOf(his, said));
    expect(wordsOf(hers, said).sort()).toEqual([...said].sort());
  });

  it("BotFramework-Services#283: whoever opens the chat is greeted, every time and once", async () => {
    const { ana } = cast;
    for (let visit = 0; visit < 10; visit += 1) {
      const { id } = await Talk.begin(ana);
      const { messages } = await ana.get("conversation:sync", { conversationId: id, afterSeq: 0 });

      expect(messages.map(({ seq, sender }) => [seq, sender.kind])).toEqual([[1, "assistant"]]);
      await ana.get("conversation:close", { conversationId: id });
    }
  });
});
