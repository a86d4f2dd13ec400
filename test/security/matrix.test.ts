import { requestSchemas } from "../../contract/index.js";
import { access, type Role, roles } from "./access.js";
import { fill, queries } from "./fill.js";
import { socketAccess } from "./socket-access.js";
import { canary, openWorld, type World } from "./world.js";

const closed: readonly number[] = [401, 403, 404];
const closedCodes =
  /\/(?:not-found|denied|refused|required|not-in-group|not-invited|not-originator|not-owner|gone|stale-epoch)$/;

describe("who may do what (attacks S10, S13, S14, S16, S39, S40)", () => {
  let world: World;
  let doors: string[];
  beforeAll(async () => {
    world = await openWorld();
    const { paths } = (await (await fetch(`${world.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    doors = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  });
  afterAll(() => world.close());

  it("is said for every door of the API: a new one cannot be forgotten", () => {
    expect(doors.filter((door) => !(door in access))).toEqual([]);
    expect(Object.keys(access).filter((door) => !doors.includes(door))).toEqual([]);
  });

  it("is said for every request over a socket", () => {
    expect(Object.keys(socketAccess(world.ids)).sort()).toEqual(Object.keys(requestSchemas).sort());
  });

  async function knock(
    door: string,
    role: Role,
    token = world.tokens[role],
  ): Promise<{ status: number; text: string }> {
    const [method = "", path = ""] = door.split(" ");
    const { body } = access[door] ?? {};
    const isRaw = door === "POST /api/v1/conversations/{id}/files";
    const response = await fetch(world.url + fill(path, world.ids) + (queries[door] ?? ""), {
      method,
      redirect: "manual",
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(isRaw ? { body: "x" } : {}),
    });
    return { status: response.status, text: await response.text() };
  }

  it.each(roles)(
    "closes every door to %s that is not theirs, and lets nothing through the keyhole",
    async (role) => {
      const leaks: string[] = [];
      for (const door of doors) {
        const rule = access[door];
        if (rule === undefined || rule.who.includes(role)) continue;
        const { status, text } = await knock(door, role);
        if (!closed.includes(status) || text.includes(canary))
          leaks.push(`${door} ${status} ${text.slice(0, 80)}`);
      }

      expect(leaks).toEqual([]);
    },
  );

  it.each(roles)("opens to %s every door to look through that is theirs", async (role) => {
    const shut: string[] = [];
    for (const door of doors) {
      if (!door.startsWith("GET") || !access[door]?.who.includes(role)) continue;
      const { status } = await knock(door, role);
      if (closed.includes(status) || status >= 500) shut.push(`${door} ${status}`);
    }

    expect(shut.filter((door) => !nothingThere.some((prefix) => door.startsWith(prefix)))).toEqual([]);
  });

  it("opens to a token of the admin that may read tickets what reads tickets, and nothing else", async () => {
    const own = /^GET \/api\/v1\/(?:session$|(?:tickets|catalog|tags|interactions|completion-codes)(?:\/|$))/;
    const wrong: string[] = [];
    for (const door of doors) {
      const who = access[door]?.who ?? [];
      if (who.includes("nobody") || door.endsWith("/webhooks/rest/webhook")) continue;
      const { status, text } = await knock(door, "admin", world.key);
      const isOpen = own.test(door) && who.includes("admin");
      if (isOpen ? status !== 200 : ![401, 403].includes(status) || text.includes(canary))
        wrong.push(`${door} ${status}`);
    }

    expect(wrong).toEqual([]);
  });

  it.each(roles)("refuses over sockets what is not for %s", async (role) => {
    const client = world.clients[role];
    if (client === undefined) {
      const { io } = await import("socket.io-client");
      const token = world.tokens[role];
      const socket = io(world.url, {
        auth: { token },
        transports: ["websocket"],
        forceNew: true,
        reconnection: false,
      });
      const outcome = await new Promise<string>((resolve) => {
        socket.once("connect", () => resolve("connected"));
        socket.once("connect_error", ({ message }) => resolve(message));
      });
      socket.close();
      expect(outcome).toBe("session/required");
      return;
    }
    const before = client.heard.length;
    const leaks: string[] = [];
    for (const [name, rule] of Object.entries(socketAccess(world.ids))) {
      if (rule.who.includes(role)) continue;
      const answer = (await client.ask(name as never, rule.payload as never)) as {
        ok: boolean;
        error?: { code: string };
      };
      const isShut = !answer.ok && closedCodes.test(answer.error?.code ?? "");
      if (!isShut || JSON.stringify(answer).includes(canary))
        leaks.push(`${name} ${JSON.stringify(answer).slice(0, 120)}`);
    }

    expect(leaks).toEqual([]);
    if (["guest", "stranger", "outsider"].includes(role)) {
      expect(JSON.stringify(client.heard.slice(before))).not.toContain(canary);
    }
  });

  it("never told anybody outside the talk a word of it", () => {
    for (const role of ["guest", "stranger", "outsider"] as const) {
      expect(JSON.stringify(world.clients[role]?.heard)).not.toContain(canary);
    }
    // A note of colleagues is not for the requester, whoever talks to whom.
    expect(JSON.stringify(world.clients.owner?.heard)).not.toContain(`note ${canary}`);
  });
});

/** Open, but this desk has nothing behind it. */
const nothingThere = ["GET /api/v1/widget/logo 404", "GET /api/v1/photos/{name} 404"];
