import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { WebSocket } from "ws";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { type Activity, choicesOf, directLineAt, Line, makeSecret } from "../../support/direct-line.js";
import { pdf, png, program } from "../../support/sample-files.js";

const question = "How do I reset my password?";
const nonsense = "my flux capacitor hums in B flat";
const isBot = ({ from, type }: Activity) => from.role === "bot" && type === "message";

describe("Direct Line 3.0 on the desk's own log", () => {
  let desk: RunningDesk;
  let direct: ReturnType<typeof directLineAt>;
  let secret: string;
  const lines: Line[] = [];

  beforeAll(async () => {
    desk = await startDesk({ ALLOWED_ORIGINS: "https://shop.example.com" });
    direct = directLineAt(desk.url);
    ({ secret } = await makeSecret(desk));
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });
  afterAll(() => desk.stop());

  async function open(url: string): Promise<Line> {
    const line = await Line.open(url);
    lines.push(line);
    return line;
  }
  async function begin(user?: object) {
    const { token } = await direct.generate(secret, user === undefined ? undefined : { user });
    const began = await direct.start(token, { user: { id: "me" }, locale: "en-US" });
    return { ...began, line: await open(began.streamUrl) };
  }

  it("makes a token for one conversation, begins it with a greeting, and answers over the line", async () => {
    const made = await direct.call("POST", "/tokens/generate", { credential: secret });
    expect(made).toMatchObject({ status: 200, body: { expires_in: 1800 } });
    const { token, conversationId } = made.body as { token: string; conversationId: string };

    const started = await direct.call("POST", "/conversations", { credential: token, body: {} });
    const again = await direct.call("POST", "/conversations", { credential: token, body: {} });
    expect([started.status, again.status]).toEqual([201, 200]);
    expect(started.body).toMatchObject({ conversationId, expires_in: 1800 });
    const { streamUrl } = started.body as { streamUrl: string };
    const line = await open(streamUrl);
    const greeting = await line.hear(isBot);
    const { id } = await direct.say(token, conversationId, question);
    const answer = await line.hear((one) => isBot(one) && one.id > id);

    expect(greeting).toMatchObject({ id: `${conversationId}|0000001`, channelId: "directline" });
    expect(id).toBe(`${conversationId}|0000002`);
    expect(answer.suggestedActions?.actions[0]).toMatchObject({ type: "messageBack" });
    expect(answer.attachments?.[0]?.contentType).toBe("application/vnd.microsoft.card.adaptive");
    const set = await direct.read(token, conversationId);
    expect(set.activities.map((one) => one.id)).toEqual(line.activities.map((one) => one.id));
    expect(set.watermark).toBe(line.watermark);
    expect(await direct.read(token, conversationId, set.watermark)).toEqual({
      activities: [],
      watermark: set.watermark,
    });
  });

  it("stores what is posted twice under one name once, and echoes that name (D1, D2)", async () => {
    const { token, conversationId, line } = await begin();
    const channelData = { clientActivityID: randomUUID() };

    const ids = await Promise.all(
      [1, 2, 3].map(() => direct.say(token, conversationId, "hello there", { channelData })),
    );
    const echo = await line.hear(({ from }) => from.role === "user");

    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    expect(echo).toMatchObject({ id: ids[0]?.id, channelData, from: { id: "me" } });
    const { activities } = await direct.read(token, conversationId);
    expect(activities.filter(({ from }) => from.role === "user")).toHaveLength(1);
  });

  it("does what a chosen button stands for, and refuses nothing it does not know by a fault (S29)", async () => {
    const { token, conversationId, line } = await begin();
    await direct.say(token, conversationId, question);
    const found = await line.hear((one) => choicesOf(one).length > 0);
    const article = choicesOf(found).find(({ value }) => value.kind === "open-article");

    await direct.say(token, conversationId, "", { value: article?.value });
    const opened = await line.hear(({ text }) => text?.includes("Did this help?") ?? false);
    const odd = await direct.call("POST", `/conversations/${conversationId}/activities`, {
      credential: token,
      body: { type: "message", value: { kind: "open-article", articleId: { $ne: 1 } } },
    });

    expect(choicesOf(opened).map(({ value }) => value.kind)).toEqual([
      "article-feedback",
      "article-feedback",
    ]);
    expect(line.activities.find(({ text }) => text === article?.title)?.from.role).toBe("user");
    expect(odd).toMatchObject({ status: 400, body: { error: { code: "MissingProperty" } } });
  });

  it("goes on where the watermark says: nothing lost, nothing twice, over broken lines (D8, D10)", async () => {
    const { token, conversationId, line } = await begin();
    await line.hear(isBot);
    const seen = [...line.activities];
    let watermark = line.watermark;
    line.close();

    for (const text of ["one", "two", "three"]) {
      await direct.say(token, conversationId, `my printer number ${text}`);
      const next = await direct.reconnect(token, conversationId, watermark);
      const other = await open(next.streamUrl);
      await other.hear((one) => isBot(one) && !seen.some(({ id }) => id === one.id));
      seen.push(...other.activities);
      watermark = other.watermark;
      other.close();
    }
    const late = await open((await direct.reconnect(token, conversationId, watermark)).streamUrl);
    await direct.say(token, conversationId, "thanks");
    await late.hear((one) => one.text === "thanks");
    const whole = await direct.read(token, conversationId);

    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const read = whole.activities.map(({ id }) => id);
    expect(read.slice(0, ids.length)).toEqual(ids);
  });

  it("brings people in: the attendant's words arrive, the rating is taken, and the talk goes on after the end", async () => {
    const { token, conversationId, line } = await begin({ id: "dl_marta", name: "Marta" });
    await direct.say(token, conversationId, nonsense);
    const fallback = await line.hear((one) => choicesOf(one).length > 1);
    const kinds = choicesOf(fallback).map(({ value }) => value.kind);
    expect(kinds).toEqual(expect.arrayContaining(["talk-to-attendant", "resume-attendance"]));

    await direct.say(token, conversationId, "Talk to an attendant", { value: { kind: "talk-to-attendant" } });
    const bruno = await desk.connect("bruno");
    const { attendanceId, epoch, deskId } = await acceptFrom(bruno, "Marta");
    const say = { conversationId: deskId, clientMessageId: randomUUID(), text: "Let me look at it.", epoch };
    await bruno.get("typing:set", { conversationId: deskId, on: true });
    await line.hear(({ type }) => type === "typing");
    await bruno.get("message:send", say);
    await line.hear(({ text }) => text === "Bruno Lima: Let me look at it.");
    await direct.say(token, conversationId, "thank you");
    await bruno.hear("message:posted", ({ message }) => message.text === "thank you");
    await bruno.get("attendance:end", { attendanceId });
    const survey = await line.hear(({ text }) => text?.startsWith("How was this conversation?") ?? false);
    const best = choicesOf(survey).at(-1);

    const channelData = { clientActivityID: randomUUID() };
    await direct.say(token, conversationId, String(best?.title), { value: best?.value, channelData });
    await line.hear(({ text }) => text === "Thank you for your answer.");
    const echo = await line.hear((one) => one.channelData?.clientActivityID === channelData.clientActivityID);
    const next = await direct.say(token, conversationId, question);
    await line.hear((one) => isBot(one) && one.id > next.id);

    expect(echo).toMatchObject({ text: best?.title, from: { id: "dl_marta", role: "user" } });
    expect(next.id).toBe(`${conversationId}|1.0000001`);
    const whole = await direct.read(token, conversationId);
    expect(whole.watermark).toMatch(/^\d+(\.\d+)?$/);
    const behind = await open((await direct.reconnect(token, conversationId, whole.watermark)).streamUrl);
    await behind.hear(isBot);
    expect([...whole.activities, ...behind.activities].map(({ id }) => id)).toEqual(
      line.activities.filter(({ id, type }) => type !== "typing" && id !== echo.id).map(({ id }) => id),
    );
  });

  async function acceptFrom(agent: DeskClient, name: string) {
    await agent.get("presence:set", { status: "available" });
    const { attendance } = await agent.hear(
      "attendance:changed",
      (fact) => fact.attendance.requester.name === name && fact.attendance.status === "pending",
    );
    const accepted = await agent.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId: randomUUID(),
    });
    await agent.get("conversation:open", { conversationId: accepted.conversationId });
    return { attendanceId: attendance.id, epoch: accepted.epoch, deskId: accepted.conversationId };
  }

  it("takes files in both forms with the desk's own checks, and gives them back by a link (S6)", async () => {
    const { token, conversationId, line } = await begin();
    const form = new FormData();
    const activity = {
      type: "message",
      from: { id: "me" },
      text: "see this",
      channelData: { clientActivityID: "f1" },
    };
    form.append(
      "activity",
      new Blob([JSON.stringify(activity)], { type: "application/vnd.microsoft.activity" }),
    );
    form.append("file", new Blob([new Uint8Array(png)], { type: "text/html" }), "shot.png");
    form.append("file", new Blob([new Uint8Array(pdf)]), "manual.pdf");

    const upload = (body: FormData | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      fetch(`${desk.url}/v3/directline/conversations/${conversationId}/upload?userId=me`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, ...headers },
        body,
      });
    const sent = await upload(form);
    const alone = await upload(new Uint8Array(png), {
      "content-type": "image/png",
      "content-disposition": 'name="file"; filename="alone.png"',
    });
    const refused = await upload(new Uint8Array(program), {
      "content-type": "image/png",
      "content-disposition": 'name="file"; filename="x.png"',
    });
    const echo = await line.hear(({ text }) => text === "see this");
    const second = await line.hear(({ attachments = [] }) => attachments[0]?.name === "alone.png");

    expect([sent.status, alone.status]).toEqual([200, 200]);
    expect(await sent.json()).toEqual({ id: echo.id });
    expect(echo).toMatchObject({ channelData: { clientActivityID: "f1" } });
    expect(echo.attachments?.map(({ contentType, name }) => [contentType, name])).toEqual([
      ["image/png", "shot.png"],
      ["application/pdf", "manual.pdf"],
    ]);
    expect(second.from).toMatchObject({ role: "user" });
    const file = await fetch(echo.attachments?.[0]?.contentUrl ?? "");
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(file.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from(png));
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: { code: "BadArgument" } }]);
  });

  it("knows who is vouched for in every talk, and takes nobody's word for who they are (S10)", async () => {
    const requesterOf = async (id: string) =>
      desk.app.domains.store.db
        .selectFrom("channel_link")
        .innerJoin("conversation", "conversation.id", "channel_link.conversation_id")
        .select("requester_id")
        .where("external_id", "like", `%/${id}`)
        .executeTakeFirstOrThrow();
    const [one, other] = [await begin({ id: "dl_rosa" }), await begin({ id: "dl_rosa" })];
    const claimed = await direct.generate(secret);
    const forged = await direct.call("POST", "/conversations", {
      credential: claimed.token,
      body: { user: { id: "dl_rosa" } },
    });
    const named = await direct.start(claimed.token, { user: { id: "rosa" } });
    const twin = await direct.start((await direct.generate(secret)).token, { user: { id: "rosa" } });

    expect(forged).toMatchObject({ status: 400, body: { error: { code: "BadArgument" } } });
    expect(await requesterOf(one.conversationId)).toEqual(await requesterOf(other.conversationId));
    expect(await requesterOf(named.conversationId)).not.toEqual(await requesterOf(twin.conversationId));
  });

  it("refuses in the protocol's own words: no credential, a forged or foreign one, another's talk", async () => {
    const { token, conversationId } = await begin();
    const stranger = await begin();
    const to = (credential: string | undefined, path: string, method = "GET") =>
      direct.call(method, path, credential === undefined ? {} : { credential });

    expect(await to(undefined, "/conversations", "POST")).toMatchObject({
      status: 401,
      body: { error: { code: "BadArgument", message: "Missing token or secret" } },
    });
    for (const credential of ["dsk_wrong", "nonsense", `${token.slice(0, -4)}AAAA`, desk.url]) {
      expect(await to(credential, `/conversations/${conversationId}`)).toMatchObject({
        status: 403,
        body: { error: { code: "BadArgument", message: "Invalid token or secret" } },
      });
    }
    expect(await to(stranger.token, `/conversations/${conversationId}/activities`)).toMatchObject({
      status: 404,
      body: { error: { code: "ConversationNotFound" } },
    });
    const { secret: otherSecret } = await makeSecret(desk, "Other");
    expect((await to(otherSecret, `/conversations/${conversationId}`)).status).toBe(404);
    expect((await to(secret, `/conversations/${conversationId}`)).status).toBe(200);
    expect((await to(token, "/tokens/generate", "POST")).status).toBe(403);
  });

  it("answers every malformed post with a refusal and goes on (F28, S23)", async () => {
    const { token, conversationId } = await begin();
    const post = (body: unknown) =>
      direct.call("POST", `/conversations/${conversationId}/activities`, { credential: token, body });

    const answers = await Promise.all(
      [
        [],
        "x",
        { text: "x" },
        { type: 123 },
        { type: "message" },
        { type: "message", text: "x".repeat(70_000) },
      ].map(post),
    );
    const long = await post({ type: "message", text: "y".repeat(20_000) });
    const typing = await post({ type: "typing", from: { id: "me" } });

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
    for (const { body } of answers) expect(body).toMatchObject({ error: { code: expect.any(String) } });
    expect(long).toMatchObject({ status: 413, body: { error: { code: "MessageSizeTooBig" } } });
    expect(typing.status).toBe(200);
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
  });

  it("opens lines on its own path alone, and to nobody without a right (reliability, finding 1)", async () => {
    const { streamUrl, conversationId, token } = await begin();
    const base = desk.url.replace("http", "ws");
    const refusalOf = async (url: string, headers: Record<string, string> = {}) => {
      const socket = new WebSocket(url, { headers });
      const [, response] = (await once(socket, "unexpected-response")) as [unknown, { statusCode: number }];
      socket.on("error", () => undefined);
      socket.terminate();
      return response.statusCode;
    };

    expect(await refusalOf(`${base}/`)).toBe(404);
    expect(await refusalOf(`${base}/api/messages`)).toBe(404);
    expect(await refusalOf(`${base}/v3/directline/conversations/${conversationId}/stream`)).toBe(401);
    expect(await refusalOf(`${base}/v3/directline/conversations/${conversationId}/stream?t=x`)).toBe(403);
    expect(await refusalOf(`${base}/v3/directline/conversations/other/stream?t=${token}`)).toBe(404);
    expect(await refusalOf(streamUrl, { origin: "https://evil.example.com" })).toBe(403);
    const line = await Line.open(streamUrl, { origin: "https://shop.example.com" });
    lines.push(line);
    await line.hear(isBot);
    // Who talks on a line that only tells is cut off, and nothing is read into memory.
    line.socket.send("x".repeat(10_000));
    expect([1006, 1009]).toContain(await line.closed());
  });

  it("counts a token on the origins its site has named, and tells browsers what they may send", async () => {
    const { token } = await direct.generate(secret, { trustedOrigins: ["https://shop.example.com"] });
    const from = (origin: string) =>
      direct.call("POST", "/conversations", { credential: token, body: {}, headers: { origin } });

    expect((await from("https://elsewhere.example.com")).status).toBe(403);
    const known = await from("https://shop.example.com");
    expect(known.status).toBe(201);
    expect(known.headers.get("access-control-allow-origin")).toBe("https://shop.example.com");
    const asked = await fetch(`${desk.url}/v3/directline/conversations`, {
      method: "OPTIONS",
      headers: { origin: "https://shop.example.com", "access-control-request-headers": "x-ms-bot-agent" },
    });
    expect(asked.headers.get("access-control-allow-headers")).toContain("x-ms-bot-agent");
  });

  it("shuts out a revoked secret with all its tokens and lines at once (S15)", async () => {
    const { id, secret: gone } = await makeSecret(desk, "Gone");
    const { token } = await direct.generate(gone);
    const { streamUrl, conversationId } = await direct.start(token);
    const line = await open(streamUrl);
    await line.hear(isBot);

    await (await desk.connect("admin")).rest("DELETE", `/api/v1/api-tokens/${id}`);

    expect(await line.closed()).toBe(1008);
    expect((await direct.call("GET", `/conversations/${conversationId}`, { credential: token })).status).toBe(
      403,
    );
    expect((await direct.call("POST", "/tokens/generate", { credential: gone })).status).toBe(403);
  });
});
