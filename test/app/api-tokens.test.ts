import { io } from "socket.io-client";
import { apiAreas } from "../../contract/index.js";
import { scopeOf } from "../../http/scope.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import type { DeskClient } from "../support/desk-client.js";

describe("tokens of programs for the API (issue 8)", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.connect("admin");
  });
  afterAll(() => desk.stop());

  interface Made {
    readonly token: string;
    readonly item: { readonly id: string; readonly actsAs?: { readonly name: string } };
  }
  const make = async (scopes: string[], accountId?: string) => {
    const form = { name: "Shop", scopes, ...(accountId === undefined ? {} : { accountId }) };
    return (await admin.rest("POST", "/api/v1/api-tokens", form)).body as Made;
  };
  const ask = async (token: string, method: string, path: string, body?: unknown) => {
    const response = await fetch(desk.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>,
    };
  };
  const idOf = async (username: string) => {
    const { body } = await admin.rest("GET", `/api/v1/accounts?q=${username}`);
    const { items } = body as { items: { id: string; username: string }[] };
    return String(items.find((one) => one.username === username)?.id);
  };

  it("opens the doors of its scopes, and no others", async () => {
    const { token, item } = await make(["tickets:read", "settings:read"]);

    expect(item.actsAs?.name).toBeTruthy();
    expect((await ask(token, "GET", "/api/v1/tickets")).status).toBe(200);
    expect((await ask(token, "GET", "/api/v1/parameters")).status).toBe(200);
    expect(await ask(token, "GET", "/api/v1/session")).toMatchObject({ status: 200 });
    for (const [method, path, needed] of [
      ["PUT", "/api/v1/parameters/316", "settings:write"],
      ["POST", "/api/v1/tickets", "tickets:write"],
      ["GET", "/api/v1/accounts", "people:read"],
      ["GET", "/api/v1/reports", "reports:read"],
      ["GET", "/api/v1/attendances", "talks:read"],
      ["GET", "/api/v1/knowledge/articles", "knowledge:read"],
    ] as const) {
      expect(await ask(token, method, path, method === "GET" ? undefined : {})).toMatchObject({
        status: 403,
        body: { error: { code: "token/scope", details: { needed } } },
      });
    }
  });

  it("opens nothing that guards the desk itself, whatever its scopes", async () => {
    const all = apiAreas.flatMap((area) => [`${area}:read`, `${area}:write`]);
    const { token } = await make(all);

    for (const [method, path] of [
      ["GET", "/api/v1/api-tokens"],
      ["POST", "/api/v1/api-tokens"],
      ["GET", "/api/v1/audit"],
      ["GET", "/api/v1/privacy"],
      ["GET", "/api/v1/webhooks"],
      ["DELETE", "/api/v1/session"],
    ] as const) {
      expect(await ask(token, method, path, method === "POST" ? {} : undefined)).toMatchObject({
        status: 403,
        body: { error: { code: "token/scope" } },
      });
    }
  });

  it("is never more than the account it acts as: its role, its groups, its being there", async () => {
    const rui = await idOf("rui");
    const { token } = await make(["settings:read", "settings:write", "tickets:read"], rui);
    expect((await ask(token, "GET", "/api/v1/tickets")).status).toBe(200);
    expect(await ask(token, "GET", "/api/v1/parameters")).toMatchObject({
      status: 403,
      body: { error: { code: "access/denied" } },
    });

    const { body } = await admin.rest("GET", `/api/v1/accounts?q=rui`);
    const account = (body as { items: Record<string, unknown>[] }).items.find(({ id }) => id === rui);
    const { name, email, role, groupIds, capacity } = account ?? {};
    const form = { name, email, role, groupIds, capacity };
    const off = await admin.rest("PUT", `/api/v1/accounts/${rui}`, { ...form, active: false });
    expect(off.status).toBe(200);

    expect((await ask(token, "GET", "/api/v1/tickets")).status).toBe(401);
    expect(
      await admin.rest("POST", "/api/v1/api-tokens", { name: "x", scopes: ["tickets:read"], accountId: rui }),
    ).toMatchObject({
      status: 422,
      body: { error: { code: "token/refused" } },
    });
  });

  it("opens no socket, and nothing once it is revoked", async () => {
    const { token, item } = await make(["tickets:read"]);
    const socket = io(desk.url, { auth: { token }, transports: ["websocket"], reconnection: false });
    const outcome = await new Promise((resolve) => {
      socket.once("connect", () => resolve("connected"));
      socket.once("connect_error", ({ message }) => resolve(message));
    });
    socket.close();
    expect(outcome).toBe("session/required");

    expect((await ask(token, "GET", "/api/v1/tickets")).status).toBe(200);
    const listed = (await admin.rest("GET", "/api/v1/api-tokens")).body;
    expect(JSON.stringify(listed)).not.toContain(token);
    expect(listed).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ id: item.id, lastUsedAt: expect.any(Number) }),
      ]),
    });
    await admin.rest("DELETE", `/api/v1/api-tokens/${item.id}`);
    expect((await ask(token, "GET", "/api/v1/tickets")).status).toBe(401);
  });

  it("is named in the record of what administrators did", async () => {
    const { token, item } = await make(["settings:write"]);
    const done = await ask(token, "PUT", "/api/v1/parameters/453", { value: "Type menu, please" });
    expect(done.status).toBe(200);

    const { body } = await admin.rest("GET", "/api/v1/audit?text=parameters");
    expect(body).toMatchObject({
      items: [{ object: { number: "453", program: item.id }, outcome: "done" }],
    });
  });

  it("knows for every door of the API which scope it takes, or that it takes none", async () => {
    const { paths } = (await (await fetch(`${desk.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const closed = Object.keys(paths)
      .filter((path) => path.startsWith("/api/v1/") && scopeOf({ method: "get", path }) === undefined)
      .map((path) => path.split("/")[3]);

    const shut = ["api-tokens", "audit", "language-model", "mailbox", "notices", "other-desk", "privacy"];
    expect([...new Set(closed)].sort()).toEqual(
      [...shut, "push", "single-sign-on", "webhook-deliveries", "webhooks"].filter((name) =>
        closed.includes(name),
      ),
    );
  });
});

describe("requests of programs (issue 8)", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.connect("admin");
  });
  afterAll(() => desk.stop());

  const send = (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
    token = admin.token,
  ) =>
    fetch(desk.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it("that carry an Idempotency-Key make one thing, however often they come", async () => {
    const ana = await desk.connect("ana");
    const form = { description: "my chair squeaks", direct: true };
    const headers = { "Idempotency-Key": "chair-1" };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send("POST", "/api/v1/tickets", headers, form, ana.token)),
    );
    const made = answers.filter(({ status }) => status === 201);
    const numbers = await Promise.all(
      made.map(async (one) => ((await one.json()) as { number: string }).number),
    );
    const again = await send("POST", "/api/v1/tickets", headers, form, ana.token);

    expect(new Set(numbers).size).toBe(1);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.json()).toMatchObject({ number: numbers[0] });
    const other = await send("POST", "/api/v1/tickets", headers, { ...form, description: "x" }, ana.token);
    expect([other.status, ((await other.json()) as { error: { code: string } }).error.code]).toEqual([
      422,
      "request/key-reused",
    ]);
    const bad = await send("POST", "/api/v1/tickets", { "Idempotency-Key": "a b" }, form, ana.token);
    expect(bad.status).toBe(400);
  });

  it("are answered with 304 where nothing changed, and with 412 where something did", async () => {
    const made = await send(
      "POST",
      "/api/v1/webhooks",
      {},
      {
        name: "Shop",
        url: "https://example.com/hook",
        events: ["ticket.opened"],
        groupIds: [],
        isActive: false,
      },
    );
    const { item } = (await made.json()) as { item: { id: string; version: number; name: string } };
    const path = `/api/v1/webhooks/${item.id}`;
    const first = await send("GET", path, {});
    const etag = String(first.headers.get("etag"));
    const {
      id: _id,
      createdAt: _made,
      updatedAt: _changed,
      waiting: _waiting,
      dead: _dead,
      ...form
    } = (await first.json()) as Record<string, unknown>;

    const unchanged = await send("GET", path, { "If-None-Match": `"other", W/${etag}` });
    expect([unchanged.status, await unchanged.text(), unchanged.headers.get("etag")]).toEqual([
      304,
      "",
      etag,
    ]);

    const changed = await send("PUT", path, { "If-Match": etag }, { ...form, name: "Shop 2" });
    expect(changed.status).toBe(200);
    const late = await send("PUT", path, { "If-Match": etag }, { ...form, version: 2, name: "Shop 3" });
    expect([late.status, ((await late.json()) as { error: { code: string } }).error.code]).toEqual([
      412,
      "request/outdated",
    ]);
    expect((await send("GET", path, { "If-None-Match": etag })).status).toBe(200);
    expect((await send("DELETE", path, { "If-Match": etag })).status).toBe(412);
    expect((await send("DELETE", path, { "If-Match": "*" })).status).toBe(204);
  });

  it("that change the same thing under the same tag: one wins", async () => {
    const form = {
      name: "Race",
      url: "https://example.com/",
      events: ["ticket.opened"],
      groupIds: [],
      isActive: false,
    };
    const { item } = (await (await send("POST", "/api/v1/webhooks", {}, form)).json()) as {
      item: { id: string };
    };
    const path = `/api/v1/webhooks/${item.id}`;
    const etag = String((await send("GET", path, {})).headers.get("etag"));

    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        send("PUT", path, { "If-Match": etag }, { ...form, name: `Race ${at}`, version: 1 }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
  });
});
