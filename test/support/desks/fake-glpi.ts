import { type Asked, type FakeServer, openFakeServer, type Said } from "./fake-server.js";

/*
 * What GLPI answers, after its public documentation and source:
 * - sessions, items, sub items, search, adding, updating, error codes: glpi-project/glpi, apirest.md
 * - statuses 201, 206, `Content-Range`, uploads by `uploadManifest`: src/Api/APIRest.php
 * - a list of `[code, words]` for errors, 400 for a body in a GET request: apirest.md, sections "Important" and "Errors"
 * - `externalid` of tickets: pull request 19390
 */

type Item = Record<string, unknown> & { readonly id: number };

export interface FakeGlpi extends FakeServer {
  readonly appToken: string;
  readonly userToken: string;
  readonly items: Record<
    "Ticket" | "ITILFollowup" | "ITILSolution" | "User" | "Ticket_User" | "Document" | "ITILCategory",
    Item[]
  >;
  /** Takes from the account the right to make what is of this type. */
  readonly forbidden: Set<string>;
  /** What a technician does on its pages. */
  change(ticketId: number, change: Record<string, unknown>): void;
  write(ticketId: number, userId: number, content: string, isPrivate?: boolean): Item;
  solve(ticketId: number, userId: number, content: string): void;
  assign(ticketId: number, userId: number): void;
  /** Ends every session, as its own time limit does. */
  endSessions(): void;
}

export const techId = 7;
export const glpiRobotId = 9;
/** Its clock is three hours behind ours, and its times say nothing of it. */
const zoneMs = -3 * 3_600_000;

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const columns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Ticket: { "1": "name", "2": "id", "19": "date_mod" },
  User: { "1": "name", "2": "id", "5": "email" },
};
const ticketFields = [
  ...["name", "content", "type", "status", "priority", "externalid", "itilcategories_id"],
  ...["_users_id_requester", "_users_id_requester_notif"],
];

export async function openFakeGlpi(now: () => number = Date.now): Promise<FakeGlpi> {
  const appToken = "app-token";
  const userToken = "user-token";
  const sessions = new Set<string>();
  const forbidden = new Set<string>();
  const items: FakeGlpi["items"] = {
    Ticket: [],
    ITILFollowup: [],
    ITILSolution: [],
    User: [
      { id: techId, name: "tech", realname: "Dupont", firstname: "Marie", email: "marie@example.com" },
      { id: glpiRobotId, name: "deskhand", realname: "", firstname: "", email: "deskhand@example.com" },
    ],
    Ticket_User: [],
    Document: [],
    ITILCategory: [
      { id: 2, name: "Hardware", completename: "Hardware" },
      { id: 3, name: "Laptops", completename: "Hardware > Laptops" },
    ],
  };
  const stamp = () => new Date(now() + zoneMs).toISOString().slice(0, 19).replace("T", " ");
  let lastId = 40;

  function listOf(type: string): Item[] {
    const list = (items as Record<string, Item[]>)[type];
    if (list === undefined)
      throw new Refused(
        400,
        "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
        "resource not found or not an instance of CommonDBTM",
      );
    return list;
  }

  function find(type: string, id: number): Item {
    const item = listOf(type).find((one) => one.id === id);
    if (item === undefined) throw new Refused(404, "ERROR_ITEM_NOT_FOUND", "Item not found");
    return item;
  }

  function touch(ticketId: number): void {
    Object.assign(find("Ticket", ticketId), { date_mod: stamp() });
  }

  function add(type: string, input: Record<string, unknown>): Item {
    if (forbidden.has(type))
      throw new Refused(403, "ERROR_RIGHT_MISSING", "You don't have permission to perform this action.");
    const failed = (message: string) => new Refused(400, "ERROR_GLPI_ADD", message);
    if (type === "Ticket") {
      const strange = Object.keys(input).filter((key) => !ticketFields.includes(key));
      if (strange.length > 0) throw failed(`Unknown fields ${strange.join(", ")}`);
      if (typeof input.name !== "string" || typeof input.content !== "string")
        throw failed("Mandatory fields are not filled. Please correct: Title, Description");
      if (![1, 2].includes(Number(input.type))) throw failed("type");
      if (!(Number(input.status) >= 1 && Number(input.status) <= 6)) throw failed("status");
      if (
        input.itilcategories_id !== undefined &&
        !items.ITILCategory.some(({ id }) => id === input.itilcategories_id)
      )
        throw failed("Mandatory fields are not filled. Please correct: Category");
    }
    if (type === "ITILFollowup") {
      if (input.itemtype !== "Ticket" || typeof input.content !== "string")
        throw failed("itemtype, items_id and content are mandatory");
      if (find("Ticket", Number(input.items_id)).status === 6) throw failed("The ticket is closed");
    }
    if (type === "User" && items.User.some(({ name }) => name === input.name)) {
      throw failed("Unable to add. The user already exists.");
    }
    const { _users_id_requester: requester, ...fields } = input;
    const by = { users_id: glpiRobotId, date_creation: stamp() };
    const extra = type === "Ticket" ? { date_mod: stamp(), is_deleted: 0 } : type === "User" ? {} : by;
    const email = Array.isArray(input._useremails) ? { email: input._useremails[0] } : {};
    const item = { ...fields, ...extra, ...email, id: ++lastId };
    listOf(type).push(item);
    if (type === "Ticket" && Number(requester) > 0) {
      items.Ticket_User.push({ id: ++lastId, tickets_id: item.id, users_id: Number(requester), type: 1 });
    }
    if (type === "ITILFollowup") touch(Number(input.items_id));
    return item;
  }

  /** As its own `makeTextSearchValue`: `^` and `$` bind the ends. */
  function matches(text: unknown, wanted: string): boolean {
    const bare = wanted.replace(/^\^|\$$/g, "").toLowerCase();
    const value = String(text ?? "").toLowerCase();
    const [isStart, isEnd] = [wanted.startsWith("^"), wanted.endsWith("$")];
    if (isStart && isEnd) return value === bare;
    return isStart ? value.startsWith(bare) : isEnd ? value.endsWith(bare) : value.includes(bare);
  }

  function page(
    found: readonly Item[],
    query: URLSearchParams,
  ): { readonly part: Item[]; readonly range: string } {
    const [from = 0, to = 49] = (query.get("range") ?? "0-49").split("-").map(Number);
    if (from > 0 && from >= found.length) {
      throw new Refused(
        400,
        "ERROR_RANGE_EXCEED_TOTAL",
        `Provided range exceed total count of data: ${found.length}`,
      );
    }
    return {
      part: found.slice(from, to + 1),
      range: `${from}-${Math.min(to, found.length - 1)}/${found.length}`,
    };
  }

  function getItems(type: string, query: URLSearchParams): Said {
    let found = [...listOf(type)];
    for (const [key, value] of query) {
      const [, field] = /^searchText\[(\w+)\]$/.exec(key) ?? [];
      if (field !== undefined) found = found.filter((one) => matches(one[field], value));
    }
    const { part, range } = page(found, query);
    return {
      status: part.length < found.length ? 206 : 200,
      json: part,
      headers: { "Content-Range": range },
    };
  }

  function search(type: string, query: URLSearchParams): Said {
    const names = columns[type] ?? {};
    let found = [...listOf(type)];
    for (let index = 0; query.has(`criteria[${index}][field]`); index++) {
      const name = names[query.get(`criteria[${index}][field]`) ?? ""] ?? "";
      const value = query.get(`criteria[${index}][value]`) ?? "";
      const kind = query.get(`criteria[${index}][searchtype]`);
      if (kind === "morethan") found = found.filter((one) => String(one[name]) > value);
      else if (kind === "contains") found = found.filter((one) => matches(one[name], value));
      else throw new Refused(400, "ERROR", `wrong searchtype ${kind}`);
    }
    const sort = names[query.get("sort") ?? "1"] ?? "name";
    found.sort((a, b) => String(a[sort]).localeCompare(String(b[sort])));
    if (query.get("order") === "DESC") found.reverse();
    const { part, range } = page(found, query);
    const data = part.map((one) =>
      Object.fromEntries(Object.entries(names).map(([at, name]) => [at, one[name]])),
    );
    const json = {
      totalcount: found.length,
      count: part.length,
      sort: [],
      order: [],
      "content-range": range,
    };
    return {
      status: part.length < found.length ? 206 : 200,
      json: { ...json, ...(data.length === 0 ? {} : { data }) },
    };
  }

  function readInput({ headers, body }: Asked): Record<string, unknown> {
    const type = headers["content-type"] ?? "";
    const text = type.startsWith("multipart/form-data") ? readManifest(body) : body.toString();
    const { input } = JSON.parse(text) as { input?: Record<string, unknown> };
    if (input === undefined)
      throw new Refused(400, "ERROR_BAD_ARRAY", "input parameter must be an array of objects");
    return input;
  }

  function readManifest(body: Buffer): string {
    const [, manifest] = /name="uploadManifest"\r\n\r\n([^\r]*)\r\n/.exec(body.toString()) ?? [];
    if (manifest === undefined || !body.includes('name="filename[0]"')) {
      throw new Refused(400, "ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE", "The file seems too big");
    }
    return manifest;
  }

  function answer(asked: Asked): Said {
    try {
      return route(asked);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const hint = `view documentation in your browser at http://glpi/apirest.php/#${error.code}`;
      return { status: error.status, json: [error.code, `${error.message}; ${hint}`] };
    }
  }

  function route(asked: Asked): Said {
    const { method, path, query, headers } = asked;
    const [, kind = "", second, third] = path.replace(/^\/apirest\.php/, "").split("/");
    if (!path.startsWith("/apirest.php/")) return { status: 404, json: undefined };
    if (method === "GET" && asked.body.length > 0) {
      throw new Refused(
        400,
        "ERROR_JSON_PAYLOAD_FORBIDDEN",
        "GET Request should not have json payload (http body)",
      );
    }
    if (headers["app-token"] !== appToken) {
      throw new Refused(400, "ERROR_WRONG_APP_TOKEN_PARAMETER", "parameter app_token seems wrong");
    }
    if (kind === "initSession") {
      if (headers.authorization !== `user_token ${userToken}`) {
        throw new Refused(401, "ERROR_GLPI_LOGIN_USER_TOKEN", "parameter user_token seems invalid");
      }
      const session = `session-${sessions.size + 1}-${Math.random()}`;
      sessions.add(session);
      return { status: 200, json: { session_token: session } };
    }
    const session = String(headers["session-token"]);
    if (!sessions.has(session)) {
      throw new Refused(401, "ERROR_SESSION_TOKEN_INVALID", "session_token seems invalid");
    }
    if (kind === "killSession") {
      sessions.delete(session);
      return { status: 200, json: undefined };
    }
    if (kind === "getFullSession") {
      return {
        status: 200,
        json: { session: { glpiID: glpiRobotId, glpiname: "deskhand", glpifriendlyname: "Deskhand" } },
      };
    }
    if (kind === "search") return search(second ?? "", query);
    if (method === "POST") return { status: 201, json: { id: add(kind, readInput(asked)).id, message: "" } };
    const id = Number(second);
    if (method === "PUT") {
      Object.assign(find(kind, id), readInput(asked), { date_mod: stamp() });
      return { status: 200, json: [{ [String(id)]: true, message: "" }] };
    }
    if (second === undefined) return getItems(kind, query);
    if (third === undefined) return { status: 200, json: find(kind, id) };
    const key = third === "Ticket_User" ? "tickets_id" : "items_id";
    find(kind, id);
    const { part } = page(
      listOf(third).filter((one) => Number(one[key]) === id),
      query,
    );
    return { status: 200, json: part };
  }

  const server = await openFakeServer(answer, now);
  return Object.assign(server, {
    ...{ appToken, userToken, items, forbidden },
    change: (ticketId: number, change: Record<string, unknown>) => {
      Object.assign(find("Ticket", ticketId), change, { date_mod: stamp() });
    },
    write: (ticketId: number, userId: number, content: string, isPrivate = false) => {
      const item = add("ITILFollowup", {
        itemtype: "Ticket",
        items_id: ticketId,
        content,
        is_private: isPrivate ? 1 : 0,
      });
      return Object.assign(item, { users_id: userId });
    },
    solve: (ticketId: number, userId: number, content: string) => {
      items.ITILSolution.push({
        id: ++lastId,
        items_id: ticketId,
        users_id: userId,
        content,
        date_creation: stamp(),
      });
      Object.assign(find("Ticket", ticketId), { status: 5, date_mod: stamp() });
    },
    assign: (ticketId: number, userId: number) => {
      items.Ticket_User.push({ id: ++lastId, tickets_id: ticketId, users_id: userId, type: 2 });
      touch(ticketId);
    },
    endSessions: () => sessions.clear(),
  });
}
