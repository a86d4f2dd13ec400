import { randomUUID } from "node:crypto";
import { type Cast, openCast } from "../app/team/cast.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { png } from "../support/sample-files.js";
import { guestsOn, saveWidget } from "../support/widget-settings.js";
import type { Role } from "./access.js";

/** Stands in everything that is not for everybody, and nowhere else. */
export const canary = "canary-7f3a9c";

const forged = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"role":"admin"}').toString("base64url")}.`;

export interface World {
  readonly cast: Cast;
  readonly url: string;
  /** What each shows at the door; nothing is shown by nobody. */
  readonly tokens: Readonly<Record<Role, string | undefined>>;
  /** Those who can open a socket. */
  readonly clients: Readonly<Partial<Record<Role, DeskClient>>>;
  /** Of a program that acts as the admin, to read tickets alone. */
  readonly key: string;
  readonly ids: {
    readonly webhook: string;
    /** The first of each of these lists. */
    readonly kept: Readonly<Record<string, string>>;
    readonly conversation: string;
    readonly attendance: string;
    readonly epoch: number;
    /** Waits for somebody of the service desk. */
    readonly waiting: string;
    readonly ticket: string;
    readonly file: string;
    readonly article: string;
    readonly articleVersion: number;
    readonly consult: string;
    readonly interaction: string;
    readonly reply: string;
    readonly agent: string;
    readonly group: string;
  };
  close(): Promise<void>;
}

/** One talk between a requester and an agent, with everything that hangs on it, and everybody who might look. */
export async function openWorld(environment: Readonly<Record<string, string>> = {}): Promise<World> {
  const cast = await openCast(environment);
  const { desk, ana, bruno, carla, diego, sara, admin } = cast;
  await saveWidget(admin, { guest: guestsOn });
  const guestSession = await post(desk.url, "/api/v1/session/guest", { locale: "en" });
  const guest = await DeskClient.connectWith(desk.url, String(guestSession.token));
  const rui = await desk.connect("rui");
  const key = await admin.rest("POST", "/api/v1/api-tokens", { name: "k", scopes: ["tickets:read"] });
  const webhook = await admin.rest("POST", "/api/v1/webhooks", {
    name: "x",
    url: "https://example.com/",
    events: ["ticket.opened"],
    groupIds: [],
    isActive: false,
  });
  const program = await admin.rest("POST", "/api/v1/api-tokens", { name: "x", scopes: ["rest-channel"] });

  const { conversationId, attendance, epoch } = await cast.talk();
  const file = await upload(desk.url, ana.token, conversationId);
  await ana.get("message:send", {
    conversationId,
    clientMessageId: randomUUID(),
    text: `my secret is ${canary}`,
    attachments: [file],
  });
  await bruno.get("note:post", { conversationId, clientNoteId: randomUUID(), text: `note ${canary}` });
  const ticket = String((attendance as { ticketNumber?: string }).ticketNumber ?? "");
  const { consult } = await bruno.get("consult:start", {
    requestId: randomUUID(),
    title: canary,
    accountIds: [cast.id(carla)],
    groupIds: [],
  });
  await carla.get("consult:accept", { conversationId: consult.id });
  const waiting = await waitAs(cast);
  const records = (await bruno.rest("GET", "/api/v1/interactions")).body as { items: { number: string }[] };
  const interaction =
    records.items[0]?.number ??
    (
      (
        await bruno.rest("POST", "/api/v1/interactions", {
          attendanceId: attendance.id,
          requestId: randomUUID(),
        })
      ).body as { number: string }
    ).number;
  const article = await writeArticle(admin);
  const reply = await bruno.rest("POST", "/api/v1/canned-replies", {
    shortcut: "mine",
    title: canary,
    texts: { en: canary },
    scope: { kind: "own" },
  });

  return {
    cast,
    url: desk.url,
    tokens: {
      nobody: undefined,
      forged,
      program: (program.body as { token: string }).token,
      bot: forged.replace(/\.$/, ".c2lnbmF0dXJl"),
      guest: guest.token,
      stranger: rui.token,
      owner: ana.token,
      attending: bruno.token,
      colleague: carla.token,
      outsider: diego.token,
      supervisor: sara.token,
      admin: admin.token,
    },
    clients: {
      guest,
      stranger: rui,
      owner: ana,
      attending: bruno,
      colleague: carla,
      outsider: diego,
      supervisor: sara,
      admin,
    },
    key: (key.body as { token: string }).token,
    ids: {
      kept: await firstOfEach(admin),
      webhook: (webhook.body as { item: { id: string } }).item.id,
      conversation: conversationId,
      attendance: attendance.id,
      epoch,
      waiting,
      ticket,
      file,
      article: article.id,
      articleVersion: article.version,
      consult: consult.id,
      interaction,
      reply: String((reply.body as { id?: string }).id ?? ""),
      agent: cast.id(carla),
      group: String(
        ((await bruno.rest("GET", "/api/v1/groups")).body as { items: { id: string }[] }).items[0]?.id,
      ),
    },
    close: async () => {
      guest.close();
      await desk.stop();
    },
  };
}

async function waitAs({ desk, admin }: Cast): Promise<string> {
  const { items } = (await admin.rest("GET", "/api/v1/accounts?limit=100")).body as {
    items: { username: string; groupIds: string[] }[];
  };
  const groupIds = items.find(({ username }) => username === "ana")?.groupIds ?? [];
  const form = { username: "waits", name: "Waits", role: "requester", capacity: 1, groupIds };
  await admin.rest("POST", "/api/v1/accounts", { ...form, password: "correct horse" });
  const client = await desk.connect("waits", "correct horse");
  return (await (await Talk.begin(client)).askForPerson()).id;
}

const keptLists = ["email-templates", "calendars", "agreements", "offerings", "completion-codes"];

async function firstOfEach(admin: DeskClient): Promise<Record<string, string>> {
  await admin.rest("POST", "/api/v1/calendars", { name: "x", timeZone: "UTC", weekly: {} });
  const found: Record<string, string> = {};
  for (const name of keptLists) {
    const { items } = (await admin.rest("GET", `/api/v1/${name}`)).body as { items: { id: string }[] };
    found[name] = String(items[0]?.id);
  }
  const { body } = await admin.rest("GET", "/api/v1/portfolio");
  for (const [name, [first]] of Object.entries(body as Record<string, { id: string }[]>)) {
    found[name] = String(first?.id);
  }
  return found;
}

async function writeArticle(admin: DeskClient): Promise<{ id: string; version: number }> {
  const { body } = await admin.rest("POST", "/api/v1/knowledge/articles", {
    title: `Internal ${canary}`,
    language: "en",
    folder: "Agents",
    body: canary,
    visibility: "internal",
    state: "published",
  });
  return body as { id: string; version: number };
}

async function upload(url: string, token: string, conversationId: string): Promise<string> {
  const path = `/api/v1/conversations/${conversationId}/files?name=${canary}.png&requestId=${randomUUID()}`;
  const response = await fetch(url + path, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: new Uint8Array(png),
  });
  return ((await response.json()) as { fileId: string }).fileId;
}

async function post(url: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}
