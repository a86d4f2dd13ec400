import { z } from "zod";
import type { Called } from "../../outgoing/index.js";
import { sameWords, toPlainText } from "../plain-text.js";
import { failureOf, parseAnswer, type Rest, type RestRequest } from "../rest.js";
import {
  type DeskComment,
  DeskError,
  type DeskFile,
  type DeskNews,
  type DeskOffer,
  type DeskTicket,
  type DeskTicketRef,
  type NewDeskComment,
  type OtherTicketDesk,
} from "../ticket-desk.js";
import { forgetCustomer } from "./forget.js";
import {
  type Article,
  articleSchema,
  type Created,
  createdSchema,
  namesSchema,
  onlyWhenRefused,
  saidBy,
  ticketSchema,
  toChangeJson,
  toChoices,
  toMark,
  toName,
  toSender,
  toTicketJson,
  type User,
  userSchema,
} from "./words.js";

/** Zammad's nobody: tickets without an owner are its. */
const nobodyId = 1;
const closedDoors = /authentication required|maintenance mode|access disabled/i;
const pageSize = 200;
const pagesMost = 20;
/** Read again at each look: a change may be stored later than its own time says. */
const overlapMs = 30_000;

export interface ZammadParts {
  readonly rest: Rest;
  readonly url: string;
  readonly now: () => number;
}

/**
 * Zammad over its REST API (docs.zammad.org/en/latest/api), with an access token that may work on tickets
 * (`ticket.agent`). A reference stands at the end of a ticket's title: tickets are found by it in the database, not in
 * the search index, which lags behind.
 */
export function createZammad({ rest, url, now }: ZammadParts): OtherTicketDesk {
  const base = url.replace(/\/+$/, "");
  const names = new Map<number, string>();
  let me: Promise<User> | undefined;

  async function ask(request: RestRequest): Promise<Called> {
    const called = await rest({ ...request, path: `/api/v1${request.path}` });
    if (called.status >= 200 && called.status < 300) return called;
    const said = saidBy(called);
    // Nobody is let in then, whatever they ask for.
    if (called.status === 403 && closedDoors.test(said)) throw new DeskError("away", said);
    throw failureOf(called, said, request.method !== "GET");
  }

  const get = async <T>(path: string, schema: z.ZodType<T>, query?: Record<string, string>): Promise<T> =>
    parseAnswer(schema, await ask({ method: "GET", path, ...(query === undefined ? {} : { query }) }));

  function whoAmI() {
    me ??= get("/users/me", userSchema);
    return me;
  }

  async function nameOf(userId: number): Promise<string> {
    const known = names.get(userId);
    if (known !== undefined) return known;
    const name = toName(await get(`/users/${userId}`, userSchema));
    names.set(userId, name);
    return name;
  }

  function search(condition: Record<string, string>, page: number) {
    const query = { ...condition, expand: "true", page: String(page), per_page: String(pageSize) };
    return get("/tickets/search", z.array(ticketSchema), query);
  }

  const toRef = ({ id, number }: Created): DeskTicketRef => ({
    id: String(id),
    number,
    url: `${base}/#ticket/zoom/${id}`,
  });

  async function toComment(article: Article): Promise<DeskComment> {
    const isHtml = article.content_type?.includes("html") ?? false;
    const isOwn = article.created_by_id === (await whoAmI()).id;
    return {
      id: String(article.id),
      author: isOwn ? "" : await nameOf(article.created_by_id).catch(() => toSender(article.from)),
      text: isHtml ? toPlainText(article.body) : article.body.trim(),
      isInternal: article.internal,
      isOwn,
      isRequesters: article.sender === "Customer",
      files: (article.attachments ?? []).map(({ filename }) => filename),
    };
  }

  async function write(ticketId: string, article: Record<string, unknown>): Promise<string> {
    const json = { ticket_id: Number(ticketId), content_type: "text/plain", type: "note", ...article };
    const { id } = parseAnswer(
      z.looseObject({ id: z.int() }),
      await ask({ method: "POST", path: "/ticket_articles", json }),
    );
    return String(id);
  }

  return {
    check: async (): Promise<DeskOffer> => {
      const account = await whoAmI();
      const [states, priorities, places] = [
        await get("/ticket_states", namesSchema),
        await get("/ticket_priorities", namesSchema),
        // Not every agent may list the groups; their names can be typed then.
        await get("/groups", namesSchema).catch(onlyWhenRefused),
      ];
      return {
        account: toName(account),
        states: toChoices(states),
        priorities: toChoices(priorities),
        places: toChoices(places),
      };
    },
    open: async (wish) => {
      const { id } = await whoAmI();
      return toRef(parseAnswer(createdSchema, await ask({ ...newTicket, json: toTicketJson(wish, id) })));
    },
    find: async (reference) => {
      const mark = toMark(reference);
      const condition = {
        "condition[ticket.title][operator]": "contains",
        "condition[ticket.title][value]": mark,
      };
      const found = (await search(condition, 1)).find(({ title }) => title.includes(mark));
      return found === undefined ? undefined : toRef(found);
    },
    read: async (id): Promise<DeskTicket> => {
      const ticket = await get(`/tickets/${id}`, ticketSchema, { expand: "true" });
      const articles = await get(`/ticket_articles/by_ticket/${id}`, z.array(articleSchema));
      const comments: DeskComment[] = [];
      for (const article of articles) comments.push(await toComment(article));
      return {
        ...toRef(ticket),
        state: ticket.state,
        priority: ticket.priority,
        assignee: ticket.owner_id === nobodyId ? undefined : await nameOf(ticket.owner_id),
        updated: ticket.updated_at,
        comments,
      };
    },
    comment: async (id, { text, isInternal, isRequesters }: NewDeskComment) => {
      const sender = isRequesters && !isInternal ? "Customer" : "Agent";
      return write(id, { body: text, internal: isInternal, sender });
    },
    change: async (id, change) => {
      await ask({ method: "PUT", path: `/tickets/${id}`, json: toChangeJson(change, now()) });
    },
    attach: async (id, file: DeskFile) => {
      const attachment = { filename: file.name, data: file.bytes.toString("base64"), "mime-type": file.type };
      return write(id, { body: file.caption, internal: false, sender: "Agent", attachments: [attachment] });
    },
    findAttached: async (id, file) => {
      const articles = await get(`/ticket_articles/by_ticket/${id}`, z.array(articleSchema));
      const found = articles.find(
        ({ body, attachments }) =>
          sameWords(body, file.caption) && attachments?.some(({ filename }) => filename === file.name),
      );
      return found === undefined ? undefined : String(found.id);
    },
    news: async (lookedTo) => {
      // Its own clock says from where on to read.
      if (lookedTo === undefined) return { changed: [], lookedTo: await clockThere() };
      return readNews(lookedTo);
    },
    forget: (ids) => forgetCustomer({ get, ask, whoAmI }, ids),
    close: async () => undefined,
  };

  async function clockThere(): Promise<string> {
    const { headers } = await ask({ method: "GET", path: "/users/me" });
    const at = Date.parse(String(headers.date));
    return new Date(Number.isNaN(at) ? now() : at).toISOString();
  }

  async function readNews(lookedTo: string): Promise<DeskNews> {
    const from = new Date(Date.parse(lookedTo) - overlapMs).toISOString();
    const condition = {
      "condition[ticket.updated_at][operator]": "after (absolute)",
      "condition[ticket.updated_at][value]": from,
      sort_by: "updated_at",
      order_by: "asc",
    };
    const changed: { id: string; updated: string }[] = [];
    for (let page = 1; page <= pagesMost; page++) {
      const tickets = await search(condition, page);
      changed.push(...tickets.map(({ id, updated_at }) => ({ id: String(id), updated: updated_at })));
      if (tickets.length < pageSize) break;
    }
    const newest = changed
      .map(({ updated }) => updated)
      .sort()
      .at(-1);
    return { changed, lookedTo: newest !== undefined && newest > lookedTo ? newest : lookedTo };
  }
}

const newTicket = { method: "POST", path: "/tickets" } as const;
