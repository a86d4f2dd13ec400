import { randomBytes, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { DeskClient, logIn, Talk } from "../support/desk-client.js";
import { directLineAt, makeSecret } from "../support/direct-line.js";
import { type Cast, openCast } from "../app/team/cast.js";
import { openReceiver, type Receiver } from "../support/receiver.js";
import { png } from "../support/sample-files.js";

const sessionSecret = randomBytes(24).toString("hex");
const metricsToken = `metrics-${randomUUID()}`;
const word = `canary-log-${randomUUID().slice(0, 8)}`;

/** A whole story, told to the log in every detail. What must not stand there is gathered as it goes. */
describe("secrets in the log of a whole story, at level trace (S37)", () => {
  let cast: Cast;
  let receiver: Receiver;
  const secrets = new Map<string, string>([
    ["the secret of the desk", sessionSecret],
    ["the token of the metrics", metricsToken],
  ]);
  const keep = (name: string, secret: string | undefined) => {
    if (secret === undefined || secret.length < 8) throw new Error(`There is no ${name}.`);
    secrets.set(name, secret);
    return secret;
  };

  beforeAll(async () => {
    receiver = await openReceiver();
    cast = await openCast({
      LOG_LEVEL: "trace",
      SESSION_SECRET: sessionSecret,
      METRICS_TOKEN: metricsToken,
      WEBHOOKS_TO_PRIVATE: "on",
      SMTP_URL: `smtp://desk:${keep("the password of the mail server", `smtp-${randomUUID()}`)}@127.0.0.1:1`,
      MAIL_FROM: "Deskhand <desk@example.com>",
    });
  });
  afterAll(async () => {
    await cast.desk.stop();
    await receiver.close();
  });

  const call = async (path: string, init: RequestInit & { json?: unknown } = {}) => {
    const { json, ...rest } = init;
    const response = await fetch(cast.desk.url + path, {
      ...rest,
      ...(json === undefined
        ? {}
        : { body: JSON.stringify(json), headers: { ...rest.headers, "content-type": "application/json" } }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  async function comeIn(): Promise<void> {
    for (const client of [cast.ana, cast.bruno, cast.sara, cast.admin])
      keep(`token ${client.token}`, client.token);
    const password = keep("a password", `correct-horse-${randomUUID()}`);
    const form = { username: "kept", name: "Kept", role: "requester", capacity: 1, groupIds: [], password };
    expect((await cast.admin.rest("POST", "/api/v1/accounts", form)).status).toBe(201);
    const kept = keep("a token", await logIn(cast.desk.url, "kept", password));
    await call("/api/v1/session", {
      headers: { cookie: `deskhand_session=${kept}`, "sec-fetch-site": "same-origin" },
    });
    await call("/api/v1/session", {
      method: "POST",
      json: { username: "kept", password: keep("a wrong password", `wrong-${randomUUID()}`) },
    });
    const { items } = (await cast.admin.rest("GET", "/api/v1/accounts?q=kept")).body as {
      items: { id: string }[];
    };
    const again = keep("a new password", `battery-staple-${randomUUID()}`);
    await cast.admin.rest("PUT", `/api/v1/accounts/${items[0]?.id}/password`, { password: again });
    // Where they do not belong: in addresses, headers and bodies that are refused.
    await call(`/api/v1/session?token=${keep("a token in an address", randomUUID())}`);
    await call(`/api/v1/files/${randomUUID()}?key=${keep("a key in an address", randomUUID())}`);
    await call("/api/v1/tickets", {
      headers: { authorization: `Bearer ${keep("a forged token", randomUUID())}` },
    });
    await call("/api/v1/session", {
      method: "POST",
      body: `{"password":"${keep("half a body", randomUUID())}"`,
    });
    const stranger = await DeskClient.connectWith(cast.desk.url, keep("a strange token", randomUUID())).catch(
      () => undefined,
    );
    expect(stranger).toBeUndefined();
  }

  async function talk(): Promise<void> {
    const { conversationId, talk: anas, attendance, epoch } = await cast.talk();
    await anas.send(`my words ${keep("the words of a requester", word)}`);
    const send = { conversationId, clientMessageId: randomUUID(), text: `answer ${word}`, epoch };
    await cast.bruno.get("message:send", send);
    await cast.bruno.ask("message:send", { ...send, clientMessageId: randomUUID(), epoch: 99 });
    await cast.bruno.get("note:post", { conversationId, clientNoteId: randomUUID(), text: `note ${word}` });
    const path = `/api/v1/conversations/${conversationId}/files?name=${word}.png&requestId=${randomUUID()}`;
    await call(path, {
      method: "POST",
      headers: { authorization: `Bearer ${cast.ana.token}` },
      body: new Uint8Array(png),
    });
    await cast.ana.ask("message:send", { conversationId, text: word } as never);
    await cast.sara.ask("talk:watch", { conversationId });
    await cast.bruno.get("attendance:end", { attendanceId: attendance.id });
    const alone = await Talk.begin(cast.ana);
    await alone.say(`what about ${word}?`);
    await cast.ana.rest("GET", `/api/v1/tickets?q=${word}`);
  }

  async function integrate(): Promise<void> {
    const { secret } = await makeSecret(cast.desk);
    keep("the secret of a channel", secret);
    const direct = directLineAt(cast.desk.url);
    const { token } = await direct.generate(secret);
    keep("the token of a line", token);
    const began = await direct.start(token, { user: { id: "me" }, locale: "en-US" });
    await direct.say(token, began.conversationId, word);
    const program = await cast.admin.rest("POST", "/api/v1/api-tokens", {
      name: "x",
      scopes: ["tickets:read"],
    });
    const key = keep("the token of a program", (program.body as { token: string }).token);
    await call("/api/v1/tickets", { headers: { authorization: `Bearer ${key}` } });
    await call("/api/v1/accounts", { headers: { authorization: `Bearer ${key}` } });
    const hook = { name: "x", url: receiver.url, events: ["message.posted"], groupIds: [], isActive: true };
    const made = await cast.admin.rest("POST", "/api/v1/webhooks", hook);
    const { secret: signing, item } = made.body as { secret: string; item: { id: string } };
    keep("the secret of a webhook", signing);
    await cast.admin.rest("POST", `/api/v1/webhooks/${item.id}/ping`);
    const renewed = await cast.admin.rest("POST", `/api/v1/webhooks/${item.id}/secret`);
    keep("the new secret of a webhook", (renewed.body as { secret: string }).secret);
    receiver.behave = (_received, response) => response.destroy();
    await cast.admin.rest("POST", `/api/v1/webhooks/${item.id}/ping`);
    const portal = await cast.admin.rest("POST", "/api/v1/widget/keys", { formerForHours: 1 });
    const signed = new SignJWT({ name: word }).setProtectedHeader({ alg: "HS256" }).setSubject("p1");
    const identity = await signed
      .setIssuer("portal")
      .setAudience(cast.desk.url)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(Buffer.from(keep("the key of a portal", (portal.body as { secret: string }).secret)));
    await call("/api/v1/session/identity", {
      method: "POST",
      json: { token: keep("an identity", identity) },
    });
    await call("/metrics", { headers: { authorization: `Bearer ${metricsToken}` } });
    await cast.bruno.rest("POST", "/api/v1/push/subscriptions", {
      endpoint: `https://fcm.googleapis.com/fcm/send/${keep("the address of a browser", randomUUID())}`,
      keys: {
        p256dh: "a".repeat(40),
        auth: keep("the key of a browser", randomBytes(16).toString("base64url")),
      },
      locale: "en",
    });
  }

  /** Answers without code, of a kind that only a fault of ours brings. */
  async function fail(): Promise<void> {
    const { store } = cast.desk.app.domains;
    await store.db.schema.alterTable("canned_reply").renameTo("canned_reply_gone").execute();
    const answer = await call("/api/v1/canned-replies", {
      method: "POST",
      headers: { authorization: `Bearer ${cast.bruno.token}` },
      json: { shortcut: "x", title: word, texts: { en: word }, scope: { kind: "own" } },
    });
    await store.db.schema.alterTable("canned_reply_gone").renameTo("canned_reply").execute();
    expect(answer.status).toBeGreaterThanOrEqual(500);
  }

  it("are none: no token, no password, no key, and nothing of what people wrote", async () => {
    await comeIn();
    await talk();
    await integrate();
    await fail();
    await cast.ana.rest("DELETE", "/api/v1/session");

    const log = cast.desk.log.join("\n");
    expect(cast.desk.log.length).toBeGreaterThan(5);
    expect([...secrets].filter(([, secret]) => log.includes(secret)).map(([name]) => name)).toEqual([]);
    // Nor in another dress.
    const dressed = [...secrets].filter(
      ([, secret]) =>
        log.includes(encodeURIComponent(secret)) ||
        log.includes(Buffer.from(secret).toString("base64")) ||
        log.includes(Buffer.from(`desk:${secret}`).toString("base64")),
    );
    expect(dressed.map(([name]) => name)).toEqual([]);
  });

  it("stand in no address the desk sends a browser to", async () => {
    const page = await call("/", { headers: { authorization: `Bearer ${cast.bruno.token}` } });

    expect(page.text).not.toContain(cast.bruno.token);
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  });
});
