import { randomUUID } from "node:crypto";
import { openScaledDesk, type ScaledDesk } from "../../faults/scaled-desk.js";
import { until } from "../../faults/until.js";
import { DeskClient } from "../../support/desk-client.js";
import { type Activity, choicesOf, directLineAt, Line, makeSecret } from "../../support/direct-line.js";
import { ForeignBot } from "../../support/foreign-bot.js";

const nonsense = "my flux capacitor hums in B flat";
const isBot = ({ from, type }: Activity) => from.role === "bot" && type === "message";
const idsOf = (activities: readonly Activity[]) => activities.map(({ id }) => id);

describe("Direct Line on two nodes on PostgreSQL and Redis", () => {
  let desk: ScaledDesk;
  let secret: string;
  let secretId: string;
  let near: ReturnType<typeof directLineAt>;
  let far: ReturnType<typeof directLineAt>;
  const people: DeskClient[] = [];
  const lines: Line[] = [];

  beforeAll(async () => {
    desk = await openScaledDesk({ ALLOWED_ORIGINS: "https://shop.example.com" });
    const [one, other] = desk.nodes;
    [near, far] = [directLineAt(one.url), directLineAt(other.url)];
    ({ id: secretId, secret } = await makeSecret({ connect: (name) => connect(one.url, name) }));
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });
  afterAll(async () => {
    for (const one of people) one.close();
    await desk.close();
  });

  async function connect(url: string, username: string): Promise<DeskClient> {
    const person = await DeskClient.connect(url, username);
    people.push(person);
    return person;
  }
  async function open(api: typeof near, token: string, id: string, watermark = ""): Promise<Line> {
    const line = await Line.open((await api.reconnect(token, id, watermark)).streamUrl);
    lines.push(line);
    return line;
  }
  /** Begun on the first node, with a line to each. */
  async function begin(user?: object) {
    const { token } = await near.generate(secret, user === undefined ? undefined : { user });
    const { conversationId: id } = await near.start(token, { user: { id: "me" }, locale: "en" });
    const here = await open(near, token, id);
    const there = await open(far, token, id);
    return { token, id, here, there };
  }
  /** When the assistant has answered all: the whole talk, and the lines that have heard as much of it. */
  async function readWhole(api: typeof near, of: { readonly token: string; readonly id: string }) {
    const isAnswered = async () => {
      const parts = await desk.store.db
        .selectFrom("channel_link")
        .innerJoin("conversation", "conversation.id", "channel_link.conversation_id")
        .select(["asked_seq", "answered_seq"])
        .where("external_id", "like", `%/${of.id}`)
        .execute();
      return parts.every(({ asked_seq: asked, answered_seq: answered }) => answered >= asked);
    };
    await until("all is answered", isAnswered);
    const activities: Activity[] = [];
    for (let watermark = ""; ; ) {
      const page = await api.read(of.token, of.id, watermark);
      if (page.activities.length === 0) return { activities, watermark: page.watermark };
      activities.push(...page.activities);
      watermark = page.watermark;
    }
  }
  const heardAll = (line: Line, watermark: string) =>
    until("the line has heard all", () => line.watermark === watermark);
  async function accept(agent: DeskClient, name: string) {
    const { attendance } = await agent.hear(
      "attendance:changed",
      (fact) => fact.attendance.requester.name === name && fact.attendance.status === "pending",
    );
    const asked = { attendanceId: attendance.id, requestId: randomUUID() };
    const { conversationId, epoch } = await agent.get("attendance:accept", asked);
    await agent.get("conversation:open", { conversationId });
    const say = (text: string) =>
      agent.get("message:send", { conversationId, clientMessageId: randomUUID(), text, epoch });
    return { attendanceId: attendance.id, conversationId, say };
  }

  it("tells what is posted to either at both, once and in the order of the log (D1, D3, D10)", async () => {
    const { token, id, here, there } = await begin();
    await there.hear(isBot);

    const texts = Array.from({ length: 20 }, (_, at) => `my printer number ${at}`);
    for (let at = 0; at < texts.length; at += 4) {
      const burst = texts.slice(at, at + 4);
      await Promise.all(burst.map((text, one) => (one % 2 === 0 ? near : far).say(token, id, text)));
    }
    await far.say(token, id, "that was all");
    const whole = await readWhole(near, { token, id });
    for (const line of [here, there]) await heardAll(line, whole.watermark);

    const [one, other] = [here, there].map((line) => idsOf(line.activities));
    expect(one).toEqual(idsOf(whole.activities));
    expect(other).toEqual(one);
    expect(new Set(one).size).toBe(one?.length);
    expect([...(one ?? [])].sort()).toEqual(one);
    const said = whole.activities.filter(({ from }) => from.role === "user").map(({ text }) => text);
    expect([...said].sort()).toEqual([...texts, "that was all"].sort());
    expect(await readWhole(far, { token, id })).toEqual(whole);
  });

  it("renews a token of one on the other, and stores what both are told under one name once (D2)", async () => {
    const { token, id, there } = await begin();

    const renewed = await far.call("POST", "/tokens/refresh", { credential: token });
    const { token: next } = renewed.body as { token: string };
    const channelData = { clientActivityID: randomUUID() };
    const ids = await Promise.all(
      [near, far, near, far].map((api) => api.say(next, id, "hello both", { channelData })),
    );
    await there.hear((one) => isBot(one) && one.id > (ids[0]?.id ?? ""));

    expect(renewed).toMatchObject({ status: 200, body: { conversationId: id, expires_in: 1800 } });
    expect(new Set(idsOf(ids as Activity[])).size).toBe(1);
    const { activities } = await near.read(token, id);
    expect(activities.filter(({ text }) => text === "hello both")).toHaveLength(1);
  });

  it("begins a talk once though both are asked at the same moment", async () => {
    const { token, conversationId } = await near.generate(secret);

    const began = await Promise.all(
      [near, far, near, far].map((api) =>
        api.call("POST", "/conversations", { credential: token, body: {} }),
      ),
    );

    expect(began.map(({ status }) => status).every((status) => status < 300)).toBe(true);
    const { activities } = await far.read(token, conversationId);
    expect(activities).toHaveLength(1);
  });

  it("shows who types across them, to the other side alone, and keeps it nowhere", async () => {
    const { token, id, here, there } = await begin({ id: "dl_tia", name: "Tia" });
    const bruno = await connect(desk.nodes[1].url, "bruno");
    await bruno.get("presence:set", { status: "available" });
    await near.say(token, id, nonsense);
    await there.hear((one) => choicesOf(one).length > 1);
    await near.say(token, id, "Talk to an attendant", { value: { kind: "talk-to-attendant" } });
    const { attendanceId, conversationId, say } = await accept(bruno, "Tia");
    const before = await far.read(token, id);

    const typed = await near.call("POST", `/conversations/${id}/activities`, {
      credential: token,
      body: { type: "typing", from: { id: "dl_tia" } },
    });
    const heard = await bruno.hear("typing:changed", (fact) => fact.conversationId === conversationId);
    await say("Yes?");
    await there.hear(({ text }) => text === "Bruno Lima: Yes?");
    await bruno.get("typing:set", { conversationId, on: true });
    await here.hear(({ type }) => type === "typing");
    await say("I am here.");
    await here.hear(({ text }) => text === "Bruno Lima: I am here.");

    expect(typed.status).toBe(200);
    expect(heard).toMatchObject({ name: "Tia", on: true });
    const signs = [here, there].map((line) => line.activities.filter(({ type }) => type === "typing"));
    expect(signs.map((some) => some.map(({ from }) => from.role))).toEqual([["bot"], ["bot"]]);
    const after = await near.read(token, id);
    expect(after.activities.length).toBe(before.activities.length + 2);
    await bruno.get("attendance:end", { attendanceId });
  });

  it("takes a rating on one and echoes it on the other, and the talk goes on there (D8)", async () => {
    const { token, id, here, there } = await begin({ id: "dl_rui", name: "Rui" });
    const bruno = await connect(desk.nodes[0].url, "bruno");
    await bruno.get("presence:set", { status: "available" });
    await far.say(token, id, nonsense);
    await far.say(token, id, "Talk to an attendant", { value: { kind: "talk-to-attendant" } });
    const { attendanceId } = await accept(bruno, "Rui");
    await bruno.get("attendance:end", { attendanceId });
    const survey = await there.hear(({ text }) => text?.startsWith("How was this conversation?") ?? false);
    const best = choicesOf(survey).at(-1);

    const channelData = { clientActivityID: randomUUID() };
    await far.say(token, id, String(best?.title), { value: best?.value, channelData });
    const isEcho = (one: Activity) => one.channelData?.clientActivityID === channelData.clientActivityID;
    await Promise.all([here, there].map((line) => line.hear(isEcho)));
    const next = await far.say(token, id, "How do I reset my password?");
    for (const line of [here, there]) await line.hear((one) => isBot(one) && one.id > next.id);

    expect(next.id).toBe(`${id}|1.0000001`);
    const { activities, watermark } = await readWhole(near, { token, id });
    for (const line of [here, there]) await heardAll(line, watermark);
    const kept = (line: Line) =>
      idsOf(line.activities.filter((one) => !isEcho(one) && one.type !== "typing"));
    expect(kept(here)).toEqual(idsOf(activities));
    expect(kept(there)).toEqual(idsOf(activities));
    expect(watermark).toMatch(/^\d+\.\d+$/);
  });

  it("hands over from a bot on one to an attendant on the other, once, and tells it how it goes", async () => {
    const bruno = await connect(desk.nodes[1].url, "bruno");
    await bruno.get("presence:set", { status: "available" });
    const bot = new ForeignBot({ url: desk.nodes[0].url, secret });
    await bot.adapter.send("my printer eats paper").startTest();
    await bot.adapter.send("a human, please").startTest();

    const agent = await accept(bruno, "Petra of the shop");
    await until("the first status", () => bot.statuses.length === 1);
    await agent.say("Which printer is it?");
    await until("the attendant's words", () => bot.shown().some((text) => text.includes("Which printer")));
    await bot.adapter.send("the one in room 4").startTest();
    await bruno.hear("message:posted", ({ message }) => message.text === "the one in room 4");
    await bruno.get("attendance:end", { attendanceId: agent.attendanceId });
    await until("the second status", () => bot.statuses.length === 2);
    bot.close();

    expect(bot.statuses.map(({ state }) => state)).toEqual(["accepted", "completed"]);
  });

  it("makes one attendance of an initiation that is posted to both at once", async () => {
    const { token, id, there } = await begin({ id: "dl_eco", name: "Eco" });
    const body = { type: "event", name: "handoff.initiate", id: randomUUID(), value: { Skill: "printers" } };

    const told = await Promise.all(
      [near, far, near, far].map((api) =>
        api.call("POST", `/conversations/${id}/activities`, { credential: token, body }),
      ),
    );
    const bruno = await connect(desk.nodes[0].url, "bruno");
    const { attendanceId } = await accept(bruno, "Eco");
    await there.hear(({ value }) => (value as { state?: string } | undefined)?.state === "accepted");
    await bruno.get("attendance:end", { attendanceId });
    await there.hear(({ value }) => (value as { state?: string } | undefined)?.state === "completed");

    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const rows = await desk.store.db
      .selectFrom("attendance")
      .innerJoin("channel_link", "channel_link.conversation_id", "attendance.conversation_id")
      .select("attendance.id")
      .where("external_id", "like", `%/${id}`)
      .execute();
    expect(rows).toHaveLength(1);
    const statuses = there.activities.filter(({ name }) => name === "handoff.status");
    expect(statuses).toHaveLength(2);
  });

  it("comes back on the other by its watermark when its node dies: nothing lost, nothing twice (D8, D10, F18)", async () => {
    const [first] = desk.nodes;
    const { token, id, here } = await begin();
    await here.hear(isBot);
    const texts = Array.from({ length: 30 }, (_, at) => `my screen number ${at}`);
    const names = new Map(texts.map((text) => [text, randomUUID()]));
    const post = (api: typeof near, text: string) =>
      api.say(token, id, text, { channelData: { clientActivityID: names.get(text) } });
    const posting = texts.map((text) =>
      post(near, text).then(
        ({ id: given }) => given !== undefined,
        () => false,
      ),
    );
    await here.hear(({ from }) => from.role === "user");

    const gone = here.closed();
    await first.kill();
    await gone;
    const taken = await Promise.all(posting);
    const there = await open(far, token, id, here.watermark);
    // A client that got no answer cannot know: it posts again, under the same name.
    for (const [at, text] of texts.entries()) if (taken[at] === false) await post(far, text);
    await far.say(token, id, "thanks");
    const whole = await readWhole(far, { token, id });
    await heardAll(there, whole.watermark);
    await first.start();

    expect(taken).toContain(false);
    const seen = [...idsOf(here.activities), ...idsOf(there.activities)];
    expect(seen).toEqual(idsOf(whole.activities));
    const said = whole.activities.filter(({ from }) => from.role === "user").map(({ text }) => text);
    expect([...said].sort()).toEqual([...texts, "thanks"].sort());
    expect(await readWhole(near, { token, id })).toEqual(whole);
  });

  it("gives one browser the same session on both, and none to a page of no trusted origin", async () => {
    const { token } = await near.generate(secret);
    const ask = (api: typeof near, headers: Record<string, string>) =>
      api.call("GET", "/session/getsessionid", { credential: token, headers });
    const origin = "https://shop.example.com";

    const first = await ask(near, { origin });
    const cookie = first.headers.get("set-cookie") ?? "";
    const again = await ask(far, { origin, cookie: cookie.split(";")[0] ?? "" });
    const stranger = await ask(far, { origin });

    expect(first).toMatchObject({ status: 200, body: { sessionId: expect.stringMatching(/^[\da-f]{64}$/) } });
    expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=None$/);
    expect(first.headers.get("access-control-allow-credentials")).toBe("true");
    expect(again.body).toEqual(first.body);
    expect(stranger.body).not.toEqual(first.body);
    for (const headers of [{ origin: "https://evil.example.com" }, {}])
      expect(await ask(near, headers as Record<string, string>)).toMatchObject({
        status: 400,
        body: { error: { code: "BadArgument" } },
      });
  });

  it("ends the lines of both when the secret is revoked on one (S15)", async () => {
    const { here, there } = await begin();
    const admin = await connect(desk.nodes[1].url, "admin");

    const closed = Promise.all([here.closed(), there.closed()]);
    await admin.rest("DELETE", `/api/v1/api-tokens/${secretId}`);

    expect(await closed).toEqual([1008, 1008]);
  });
});
