import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { personFormSchema } from "../../contract/index.js";
import { createPost } from "../../app/webhooks/index.js";
import { isAllowed } from "../../config/push/push.js";
import { type Cast, openCast } from "../app/team/cast.js";
import { directLineAt, makeSecret } from "../support/direct-line.js";

/** Every way to write "this machine" and "the cloud's own addresses" that has got past somebody's check. */
const inside = (port: number): readonly string[] =>
  [
    ...["127.0.0.1", "localhost", "127.1", "0", "0.0.0.0", "2130706433", "0x7f000001", "0177.0.0.1"],
    ...[
      "0x7f.1",
      "017700000001",
      "[::1]",
      "[::]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
      "[0:0:0:0:0:0:0:1]",
    ],
    ...["１２７.0.0.1", "①②⑦.0.0.1", "127。0。0。1", "LOCALHOST", "localhost.", "127.0.0.1.", "%6cocalhost"],
    ...["user@127.0.0.1", "example.com@127.0.0.1", "127.0.0.1#@example.com", "127.0.0.1\\@example.com"],
  ].flatMap((host) => ["http", "https"].map((scheme) => withPort(`${scheme}://${host}`, port)));

function withPort(origin: string, port: number): string {
  const at = origin.search(/[#\\](?!.*\/\/)/);
  return at > 8 ? `${origin.slice(0, at)}:${port}/c${origin.slice(at)}` : `${origin}:${port}/c`;
}

describe("making the desk call what only the desk reaches (S20)", () => {
  let cast: Cast;
  let canary: Server;
  let port: number;
  /** Everything that knocked at the canary's door, also what never became a request. */
  const hits: string[] = [];
  beforeAll(async () => {
    canary = createServer((request, response) => {
      hits.push(`${request.method} ${request.url} ${request.headers["user-agent"]}`);
      response.end("internal");
    });
    canary.on("connection", () => hits.push("connection"));
    await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
    port = (canary.address() as AddressInfo).port;
    cast = await openCast();
  });
  afterEach(() => {
    expect(hits.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await cast.desk.stop();
    canary.closeAllConnections();
    canary.close();
  });

  it("has a canary that would tell", async () => {
    await (await fetch(`http://127.0.0.1:${port}/c`)).text();

    expect(hits.splice(0).length).toBeGreaterThan(0);
  });

  it("does not work by a webhook: each address is refused when it is set, changed or tried", async () => {
    const form = { name: "x", events: ["ticket.opened"], groupIds: [], isActive: true };
    const good = await cast.admin.rest("POST", "/api/v1/webhooks", { ...form, url: "https://example.com/" });
    const { item } = good.body as { item: { id: string; version: number } };
    for (const url of inside(port)) {
      const made = await cast.admin.rest("POST", "/api/v1/webhooks", { ...form, url });
      const changed = await cast.admin.rest("PUT", `/api/v1/webhooks/${item.id}`, {
        ...form,
        url,
        version: 99,
      });
      // A name can only be looked up when something is sent.
      if (made.status === 201) {
        const { id } = (made.body as { item: { id: string } }).item;
        expect([url, /localhost|%6c/i.test(url)]).toEqual([url, true]);
        const tried = await cast.admin.rest("POST", `/api/v1/webhooks/${id}/ping`);
        expect([url, tried.body]).toMatchObject([url, { ok: false }]);
        await cast.admin.rest("DELETE", `/api/v1/webhooks/${id}`);
      } else expect([url, made.status, changed.status >= 400]).toEqual([url, 422, true]);
    }
    await cast.admin.rest("DELETE", `/api/v1/webhooks/${item.id}`);
  });

  it("does not work by a redirect of a receiver that may be called", async () => {
    const outside = createServer((_request, response) => {
      response.statusCode = 308;
      response.setHeader("location", `http://127.0.0.1:${port}/c`);
      response.end();
    });
    await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", resolve));
    const { port: outsidePort } = outside.address() as AddressInfo;
    const posted = await createPost({ mayBePrivate: true })({
      url: `http://127.0.0.1:${outsidePort}/`,
      headers: {},
      body: "{}",
    });
    outside.close();

    expect(posted).toMatchObject({ isTaken: false, status: 308 });
  });

  it("does not work by a browser that wants to be notified", async () => {
    const keys = { p256dh: "a".repeat(40), auth: "b".repeat(22) };
    for (const endpoint of inside(port)) {
      const { status } = await cast.bruno.rest("POST", "/api/v1/push/subscriptions", {
        endpoint,
        keys,
        locale: "en",
      });
      expect([endpoint, status >= 400 && status < 500]).toEqual([endpoint, true]);
    }
    for (const endpoint of [
      `https://fcm.googleapis.com:${port}/x`,
      "https://fcm.googleapis.com.evil.example/x",
      "https://evil.example/fcm.googleapis.com",
      "https://me@fcm.googleapis.com/x",
    ]) {
      expect([endpoint, isAllowed(endpoint, [])]).toEqual([endpoint, false]);
    }
    // What is told is told to nobody here.
    await cast.wait();
  });

  it("does not work by what is written: nobody fetches a preview", async () => {
    const { conversationId, epoch } = await cast.talk();
    for (const url of inside(port)) {
      for (const [client, under] of [
        [cast.ana, {}],
        [cast.bruno, { epoch }],
      ] as const) {
        await client.get("message:send", {
          conversationId,
          clientMessageId: randomUUID(),
          text: `look ${url} ![x](${url}) <img src="${url}">`,
          ...under,
        });
      }
    }
    await cast.bruno.get("note:post", {
      conversationId,
      clientNoteId: randomUUID(),
      text: `http://127.0.0.1:${port}/c`,
    });
    const article = {
      title: "Internal pictures",
      language: "en",
      folder: "x",
      body: `![x](http://127.0.0.1:${port}/c)`,
      visibility: "public",
      state: "published",
    };
    expect((await cast.admin.rest("POST", "/api/v1/knowledge/articles", article)).status).toBe(201);
    await cast.desk.app.domains.follower.look();
  });

  it("does not work by files that channels keep: the desk does not fetch them", async () => {
    const { secret } = await makeSecret(cast.desk);
    const direct = directLineAt(cast.desk.url);
    const { token } = await direct.generate(secret);
    const { conversationId } = await direct.start(token, { user: { id: "me" }, locale: "en-US" });
    const contentUrl = `http://127.0.0.1:${port}/c`;
    const attachments = [{ contentType: "image/png", contentUrl, thumbnailUrl: contentUrl, name: "x.png" }];
    const activity = { type: "message", from: { id: "me", iconUrl: contentUrl }, text: "see", attachments };
    await direct.call("POST", `/conversations/${conversationId}/activities`, {
      credential: token,
      body: activity,
    });
    const program = await cast.admin.rest("POST", "/api/v1/api-tokens", {
      name: "x",
      scopes: ["rest-channel"],
    });
    const said = await fetch(`${cast.desk.url}/webhooks/rest/webhook`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${(program.body as { token: string }).token}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ sender: "x", message: contentUrl }),
    });
    expect(said.status).toBeLessThan(500);
    await fetch(`${cast.desk.url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        type: "message",
        id: "1",
        channelId: "msteams",
        serviceUrl: "http://169.254.169.254/",
        from: { id: "u" },
        recipient: { id: "b" },
        conversation: { id: "c" },
        text: "hi",
        attachments,
      }),
    });
  });

  it("does not work by the picture of an account", async () => {
    const { items } = (await cast.admin.rest("GET", "/api/v1/accounts?q=rui")).body as {
      items: Record<string, unknown>[];
    };
    const names = Object.keys(personFormSchema.shape);
    const form = Object.fromEntries(Object.entries(items[0] ?? {}).filter(([name]) => names.includes(name)));
    for (const photoUrl of [`http://127.0.0.1:${port}/c`, `//127.0.0.1:${port}/c`]) {
      await cast.admin.rest("PUT", `/api/v1/accounts/${items[0]?.id}`, { ...form, photoUrl });
    }
    await cast.admin.rest("GET", "/api/v1/accounts?q=rui");
  });

  it("does not work by headers that name a host", async () => {
    const host = `127.0.0.1:${port}`;
    const headers = {
      "x-forwarded-host": host,
      forwarded: `host=${host}`,
      "x-original-url": `http://${host}/c`,
      referer: `http://${host}/c`,
      "x-wap-profile": `http://${host}/c`,
    };
    for (const path of ["/", "/api/v1/chat", "/openapi.json", "/widget.js"]) {
      const text = await (await fetch(cast.desk.url + path, { headers })).text();
      expect([path, text.includes(host)]).toEqual([path, false]);
    }
  });
});
