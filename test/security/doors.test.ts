import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { requestSchemas } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import type { DeskClient } from "../support/desk-client.js";
import { startStopwatch } from "../support/slowness.js";

const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
const deepObject = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
const naughtyBodies = [
  '{"text":"x"}',
  '{"type":123}',
  "[]",
  "null",
  '"text"',
  "{",
  "",
  "\u0000",
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  deep,
  deepObject,
  '{"username":["ana"],"password":{"$ne":""}}',
];

const knocksAtOnce = 100;

/** They take no body: whatever comes along is not read. */
const withoutBody = [
  "/api/v1/understanding/train",
  "/api/v1/understanding/gold/runs",
  "/api/v1/other-desk/send-again",
];
/** What is well-formed after all, by chance or because everything may be left out. */
const wellFormed = [
  '/api/v1/understanding/try {"text":"x"}',
  "/api/v1/routing/what-if ",
  "/api/v1/routing/what-if null",
];

describe("every door", () => {
  let desk: RunningDesk;
  let operations: { method: string; path: string; audience: string }[];
  beforeAll(async () => {
    desk = await startDesk();
    const description = (await (await fetch(`${desk.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { "x-audience": string }>>;
    };
    operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path.replace(/\{\w+\}/g, "1"),
        audience: operation["x-audience"],
      })),
    );
  });
  afterAll(() => desk.stop());
  afterEach(async () => {
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(desk.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });

  it("describes itself: no route is forgotten here", () => {
    expect(operations.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/api/v1/session", "/api/messages", "/api/v1/tickets", "/api/v1/parameters/1"]),
    );
  });

  it("answers malformed bodies with an error that has a code (S23, F28)", async () => {
    const { token } = await desk.connect("admin");
    const knock = async ({ method, path }: (typeof operations)[number], body: string) => {
      const response = await fetch(desk.url + path, {
        method,
        body,
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      });
      // SCIM has errors of its own form, without a code of ours.
      const answer = (await response.json()) as { error?: { code?: string }; status?: string };
      const code = answer.error?.code ?? answer.status;
      return { path, body: body.slice(0, 30), status: response.status, code };
    };
    const statuses: Awaited<ReturnType<typeof knock>>[] = [];
    const knocks = operations
      .filter(({ method }) => method === "POST" || method === "PUT" || method === "PATCH")
      .flatMap((door) => naughtyBodies.map((body) => ({ door, body })));
    // Not all at once: a thousand connections would try the backlog, not the doors.
    for (let at = 0; at < knocks.length; at += knocksAtOnce) {
      const some = knocks.slice(at, at + knocksAtOnce);
      statuses.push(...(await Promise.all(some.map(({ door, body }) => knock(door, body)))));
    }

    const isTaken = ({ path, body }: (typeof statuses)[number]) =>
      withoutBody.includes(path) || wellFormed.includes(`${path} ${body}`);
    const refusals = statuses.filter((answer) => answer.status >= 500 || !isTaken(answer));
    expect(refusals.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
    expect(refusals.filter(({ code }) => code === undefined)).toEqual([]);
  });

  it("takes lists and objects in a query for what they are not, at every door, and lives on (S11, S23)", async () => {
    const names = ["locale", "q", "limit", "after", "view", "key", "name"];
    const shapes = names.flatMap((name) => [
      ...[`${name}[a]=b`, `${name}[]=a&${name}[]=b`, `${name}=a&${name}=b`],
      ...[`${name}[slice]=1`, `${name}[__proto__][a]=b`, `${name}[toString]=1`, `${name}[length]=9`],
    ]);
    const query = shapes.filter((_, at) => at % names.length === 0).join("&");
    const { token } = await desk.connect("admin");
    const failed: string[] = [];
    for (const { method, path } of operations.filter((one) => one.method === "GET")) {
      for (const headers of [undefined, { authorization: `Bearer ${token}` }]) {
        const { status } = await fetch(`${desk.url}${path}?${query}`, { method, headers });
        if (status >= 500) failed.push(`${status} ${path}`);
      }
    }
    for (const shape of shapes) {
      for (const path of ["/api/v1/chat", "/api/v1/session", "/nowhere", "/", "/socket.io/?EIO=4&"]) {
        const { status } = await fetch(`${desk.url}${path}${path.includes("?") ? "" : "?"}${shape}`);
        if (status >= 500) failed.push(`${status} ${path} ${shape}`);
      }
    }

    expect(failed.filter((one) => !one.startsWith("503"))).toEqual([]);
  });

  it("refuses 60 MB of JSON without reading it whole (S26)", async () => {
    const huge = `{"text":"${"x".repeat(60 * 1024 * 1024)}"}`;

    for (const path of ["/api/v1/session", "/api/messages"]) {
      // The server may end the connection before all of it is sent: that is a refusal too.
      const status = await post(path, huge).then(
        (response) => response.status,
        () => 413,
      );
      expect(status).toBe(413);
    }
  });

  it("survives a bare WebSocket upgrade on any path", async () => {
    for (const path of ["/", "/api/messages", "/socket.io/?EIO=4&transport=websocket", "/nowhere"]) {
      await upgrade(desk.url, path);
    }
  });

  it("asks for a log-in wherever a person is needed, and for the role (S40)", async () => {
    const { token } = await desk.connect("ana");
    const without: string[] = [];
    const asRequester: string[] = [];
    for (const { method, path, audience } of operations) {
      if (audience === "anyone") continue;
      const anonymous = await fetch(desk.url + path, { method });
      if (anonymous.status !== 401) without.push(`${method} ${path} ${anonymous.status}`);
      if (audience === "person") continue;
      const requester = await fetch(desk.url + path, {
        method,
        headers: { authorization: `Bearer ${token}` },
      });
      if (requester.status !== 403) asRequester.push(`${method} ${path} ${requester.status}`);
    }

    expect(without).toEqual([]);
    expect(asRequester).toEqual([]);
  });

  it("lets no other site act with the cookie (S18)", async () => {
    const { token } = await desk.connect("admin");
    const response = await fetch(`${desk.url}/api/v1/parameters/316`, {
      method: "PUT",
      headers: {
        cookie: `deskhand_session=${token}`,
        origin: "https://evil.example",
        "sec-fetch-site": "cross-site",
        "content-type": "application/json",
      },
      body: '{"value":"N"}',
    });

    expect(response.status).toBe(401);
  });

  it("opens no socket to a page of another site (S17)", async () => {
    const token = (await desk.connect("ana")).token;
    const response = await fetch(`${desk.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: "https://evil.example", cookie: `deskhand_session=${token}` },
    });

    expect(response.status).toBe(403);
  });

  it("sends headers that keep scripts of others out", async () => {
    const headers = (await fetch(`${desk.url}/`)).headers;

    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe-inline");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("answers every socket request that is not as expected with a code (S11, S13, S25)", async () => {
    const client = await desk.connect("bruno");
    const id = randomUUID();
    const naughty: unknown[] = [
      undefined,
      null,
      7,
      "text",
      [],
      {},
      { conversationId: 1 },
      { conversationId: [id] },
      { conversationId: { $ne: "" } },
      { conversationId: id, role: "admin" },
      JSON.parse('{"__proto__":{"ok":true}}'),
      JSON.parse(deep.slice(19_000, -19_000)),
      { attendanceId: id, requestId: "a b" },
      { attendanceId: true, requestId: null },
    ];
    const answers = await Promise.all(
      Object.keys(requestSchemas).flatMap((name) => naughty.map((payload) => emit(client, name, payload))),
    );

    const allowed = answers.filter((answer) => answer.ok === true);
    expect(allowed.map((answer) => Object.keys(answer))).toEqual(
      allowed.map(() => ["ok", "conversation", "lastSeq"]),
    );
    expect(answers.filter((answer) => answer.ok === false && answer.error?.code === undefined)).toEqual([]);
    expect(await emit(client, "no:such-thing", {})).toMatchObject({
      ok: false,
      error: { code: "request/malformed" },
    });
  });

  it("lives on after deep and large frames on a socket", async () => {
    const client = await desk.connect("rui");
    const deepAnswer = emit(client, "conversation:open", JSON.parse(deep)).catch(() => "closed");
    await deepAnswer;
    const other = await desk.connect("rui");
    const ended = new Promise((resolve) => other.socket.once("disconnect", resolve));
    other.socket.emit(
      "message:send",
      { conversationId: randomUUID(), clientMessageId: "x", text: "y".repeat(2_000_000) },
      () => undefined,
    );

    await ended;
  });

  it("hides the talks of others: they do not exist (S10)", async () => {
    const ana = await desk.connect("ana");
    const { conversation } = await ana.get("conversation:open", {});
    const rui = await desk.connect("rui");
    const diego = await desk.connect("diego");

    for (const stranger of [rui, diego]) {
      const answers = [
        await stranger.ask("conversation:open", { conversationId: conversation.id }),
        await stranger.ask("conversation:sync", { conversationId: conversation.id, afterSeq: 0 }),
        await stranger.ask("message:send", {
          conversationId: conversation.id,
          clientMessageId: randomUUID(),
          text: "hi",
          epoch: 1,
        }),
        await stranger.ask("message:read", { conversationId: conversation.id, upToSeq: 1 }),
        await stranger.ask("typing:set", { conversationId: conversation.id, on: true }),
        await stranger.ask("conversation:close", { conversationId: conversation.id }),
      ];
      expect(new Set(answers.map((answer) => !answer.ok && answer.error.code))).toEqual(
        new Set(["conversation/not-found"]),
      );
    }
  });

  it("ends the sockets of a session within a second of its log-out (S15)", async () => {
    const client = await desk.connect("rui");
    const watch = startStopwatch();
    const ended = new Promise<number>((resolve) =>
      client.socket.once("disconnect", () => resolve(watch.ms())),
    );

    await client.rest("DELETE", "/api/v1/session");

    expect(await ended).toBeLessThan(1000);
  });

  it("answers an unknown name and a wrong password alike (S32)", async () => {
    const answers = await Promise.all(
      [
        { username: "nobody", password: "demo" },
        { username: "ana", password: "wrong" },
      ].map(async (body) => {
        const response = await post("/api/v1/session", JSON.stringify(body));
        return { status: response.status, body: await response.json() };
      }),
    );

    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 401, body: { error: { code: "session/wrong-credentials" } } });
  });

  it("writes no token and no password into its log (S37)", async () => {
    const { token } = await desk.connect("ana");
    await post("/api/v1/session", '{"username":"ana","password":"hunter2-secret"}');

    const log = desk.log.join("\n");
    expect(log).not.toContain(token);
    expect(log).not.toContain("hunter2-secret");
  });
});

function emit(
  client: DeskClient,
  name: string,
  payload: unknown,
): Promise<{ ok?: boolean; error?: { code?: string } }> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer to ${name}`)), 60_000);
    Reflect.apply(client.socket.emit, client.socket, [
      name,
      payload,
      (answer: { ok?: boolean }) => {
        clearTimeout(timer);
        resolve(answer);
      },
    ]);
  });
}

/** Sends the head of an upgrade and nothing else, and waits until the server is done with it. */
function upgrade(url: string, path: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once("close", () => resolve());
    socket.once("error", () => resolve());
    socket.on("data", () => socket.end());
    socket.setTimeout(1500, () => socket.destroy());
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    );
  });
}
