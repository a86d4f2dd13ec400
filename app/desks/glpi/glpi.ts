import type { z } from "zod";
import { toSimpleHtml } from "../plain-text.js";
import { parseAnswer, type Rest } from "../rest.js";
import {
  type DeskComment,
  DeskError,
  type DeskNews,
  type DeskTicket,
  type DeskTicketRef,
  type NewDeskComment,
  type OtherTicketDesk,
} from "../ticket-desk.js";
import { type GlpiGet, toRequester } from "./requester.js";
import { createGlpiSession, type GlpiLogin } from "./session.js";
import {
  type Actors,
  actorsSchema,
  assignedType,
  categoriesSchema,
  columns,
  createdSchema,
  documentsSchema,
  priorities,
  requesterType,
  searchSchema,
  shiftTime,
  states,
  ticketSchema,
  ticketsSchema,
  toName,
  toTicketInput,
  toWords,
  updatedSchema,
  userSchema,
  type Written,
  writtenSchema,
} from "./words.js";

const pageSize = 200;
const pagesMost = 20;
/** Read again at each look: a change may be stored later than its own time says. */
const overlapMs = 30_000;
const beginning = "1970-01-01 00:00:00";
const everything = { range: "0-999" };

export interface GlpiParts {
  readonly rest: Rest;
  readonly url: string;
  readonly login: GlpiLogin;
}

/**
 * GLPI 10 and later over its REST API (apirest.md of its source), with the user token of an account that may work on
 * tickets. A ticket carries our reference as its external id.
 */
export function createGlpi({ rest, url, login }: GlpiParts): OtherTicketDesk {
  const base = url.replace(/\/+$/, "").replace(/\/(apirest|api)\.php(\/v1)?$/, "");
  const { ask, whoAmI, close } = createGlpiSession({ rest, login });
  const names = new Map<number, string>();

  const get: GlpiGet = async (path, schema, query = {}) =>
    parseAnswer(schema, await ask({ method: "GET", path, query }));

  async function add(itemtype: string, input: Record<string, unknown>): Promise<number> {
    const called = await ask({ method: "POST", path: `/${itemtype}`, json: { input } });
    return parseAnswer(createdSchema, called).id;
  }

  async function nameOf(userId: number): Promise<string> {
    const known = names.get(userId);
    if (known !== undefined) return known;
    const name = toName(await get(`/User/${userId}`, userSchema));
    names.set(userId, name);
    return name;
  }

  const toRef = (id: number): DeskTicketRef => ({
    id: String(id),
    number: String(id),
    url: `${base}/front/ticket.form.php?id=${id}`,
  });

  async function toComment(kind: string, written: Written, people: Actors): Promise<DeskComment> {
    const isOwn = written.users_id === (await whoAmI()).id;
    return {
      id: `${kind}${written.id}`,
      author: isOwn ? "" : await nameOf(written.users_id).catch(() => ""),
      text: toWords(written.content),
      isInternal: written.is_private === 1,
      isOwn,
      isRequesters: people.some(
        ({ type, users_id }) => type === requesterType && users_id === written.users_id,
      ),
      files: [],
    };
  }

  /** What technicians write when they solve a ticket stands beside the follow-ups. */
  async function readComments(id: string, people: Actors): Promise<DeskComment[]> {
    const comments: DeskComment[] = [];
    const followups = await get(`/Ticket/${id}/ITILFollowup`, writtenSchema, everything);
    const solutions = await get(`/Ticket/${id}/ITILSolution`, writtenSchema, everything);
    const all = [
      ...followups.map((written) => ({ kind: "", written })),
      ...solutions.map((written) => ({ kind: "solution:", written })),
    ].sort((a, b) => compare(a.written.date_creation, b.written.date_creation));
    for (const { kind, written } of all) comments.push(await toComment(kind, written, people));
    return comments;
  }

  async function toAssignee(people: Actors): Promise<string | undefined> {
    const assigned = people.filter(({ type, users_id }) => type === assignedType && users_id > 0);
    const told: string[] = [];
    for (const { users_id } of assigned) told.push(await nameOf(users_id).catch(() => String(users_id)));
    return told.length === 0 ? undefined : told.join(", ");
  }

  return {
    check: async () => {
      const { name } = await whoAmI();
      // A version without external ids refuses this: tickets could then be opened twice.
      await get("/Ticket", ticketsSchema, { "searchText[externalid]": "^-$", range: "0-0" });
      const categories = await get("/ITILCategory", categoriesSchema, everything).catch(onlyWhenRefused);
      const places = categories.map(({ id, completename, name: short }) => ({
        value: String(id),
        label: completename || short || String(id),
      }));
      return { account: name, states, priorities, places };
    },
    open: async (wish) =>
      toRef(
        await add("Ticket", toTicketInput(wish, await toRequester({ get, add, whoAmI }, wish.requester))),
      ),
    find: async (reference) => {
      const query = { "searchText[externalid]": `^${reference}$`, range: "0-9" };
      const found = (await get("/Ticket", ticketsSchema, query)).find((one) => one.externalid === reference);
      return found === undefined ? undefined : toRef(found.id);
    },
    read: async (id): Promise<DeskTicket> => {
      const ticket = await get(`/Ticket/${id}`, ticketSchema);
      if (ticket.is_deleted === 1) throw new DeskError("gone", "The ticket lies in the dustbin there.");
      const people = await get(`/Ticket/${id}/Ticket_User`, actorsSchema, everything);
      return {
        ...toRef(ticket.id),
        state: String(ticket.status),
        priority: String(ticket.priority),
        assignee: await toAssignee(people),
        updated: ticket.date_mod,
        comments: await readComments(id, people),
      };
    },
    comment: async (id, { text, isInternal }: NewDeskComment) => {
      const content = toSimpleHtml(text);
      const on = { itemtype: "Ticket", items_id: Number(id) };
      return String(await add("ITILFollowup", { ...on, content, is_private: isInternal ? 1 : 0 }));
    },
    change: async (id, { state, priority }) => {
      const input = {
        ...(state === undefined ? {} : { status: Number(state) }),
        ...(priority === undefined ? {} : { priority: Number(priority) }),
      };
      const called = await ask({ method: "PUT", path: `/Ticket/${id}`, json: { input } });
      const [result] = parseAnswer(updatedSchema, called);
      if (result?.[id] !== true) throw new DeskError("refused", result?.message || "GLPI changed nothing.");
    },
    attach: async (id, file) => {
      const input = { name: file.caption, _filename: [file.name], itemtype: "Ticket", items_id: Number(id) };
      const form = new FormData();
      form.set("uploadManifest", JSON.stringify({ input }));
      form.set("filename[0]", new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
      const { id: documentId } = parseAnswer(
        createdSchema,
        await ask({ method: "POST", path: "/Document", form }),
      );
      return `document:${documentId}`;
    },
    // Its API deletes no person, and a ticket only into a bin that others empty.
    forget: async () => ({ state: "remains", reason: "not-offered" }),
    findAttached: async (_id, { caption }) => {
      const query = { "searchText[name]": `^${caption}$`, range: "0-9" };
      const found = (await get("/Document", documentsSchema, query)).find(({ name }) => name === caption);
      return found === undefined ? undefined : `document:${found.id}`;
    },
    news: async (lookedTo) => (lookedTo === undefined ? standing() : readNews(lookedTo)),
    close,
  };

  function search(more: Record<string, string>) {
    const shown = {
      "forcedisplay[0]": columns.id,
      "forcedisplay[1]": columns.changed,
      sort: columns.changed,
    };
    return get("/search/Ticket", searchSchema, { ...shown, ...more });
  }

  /** The time of the newest change is where the next look begins: its clock need not be ours. */
  async function standing(): Promise<DeskNews> {
    const { data = [] } = await search({ order: "DESC", range: "0-0" });
    return { changed: [], lookedTo: String(data[0]?.[columns.changed] ?? beginning) };
  }

  async function readNews(lookedTo: string): Promise<DeskNews> {
    const changed: { id: string; updated: string }[] = [];
    for (let page = 0; page < pagesMost; page++) {
      const from = page * pageSize;
      const { data = [], totalcount } = await search({
        "criteria[0][field]": columns.changed,
        "criteria[0][searchtype]": "morethan",
        "criteria[0][value]": shiftTime(lookedTo, -overlapMs),
        order: "ASC",
        range: `${from}-${from + pageSize - 1}`,
      });
      changed.push(
        ...data.map((row) => ({ id: String(row[columns.id]), updated: String(row[columns.changed]) })),
      );
      if (from + pageSize >= totalcount) break;
    }
    const newest = changed
      .map(({ updated }) => updated)
      .sort()
      .at(-1);
    return { changed, lookedTo: newest !== undefined && newest > lookedTo ? newest : lookedTo };
  }
}

function compare(a: string | null | undefined, b: string | null | undefined): number {
  return (a ?? "").localeCompare(b ?? "");
}

function onlyWhenRefused(error: unknown): z.infer<typeof categoriesSchema> {
  if (error instanceof DeskError && error.kind === "refused") return [];
  throw error;
}
