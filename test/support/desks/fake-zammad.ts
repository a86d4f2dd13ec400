import { createHmac } from "node:crypto";
import { type Asked, type FakeServer, openFakeServer, type Said } from "./fake-server.js";

/*
 * What Zammad answers, after its public documentation and source:
 * - tickets, articles, states, priorities: zammad/zammad-documentation, api/ticket/index.rst, articles.rst, states.rst
 * - permission, `expand`, paging: api/intro.rst
 * - customer as an object, 201, `guess:`: zammad/zammad, app/controllers/tickets_controller.rb
 * - articles need a body, attachments name, type and base64: app/controllers/concerns/creates_ticket_articles.rb
 * - errors and their statuses: app/controllers/application_controller/handles_errors.rb and authenticates.rb
 * - search by condition goes to the database: app/models/concerns/can_search.rb
 * - deleting a user: app/models/data_privacy_task.rb and data_privacy_task/validation.rb; admin documentation, system/data-privacy
 * - webhooks: app/jobs/trigger_webhook_job.rb, and lib/user_agent.rb for their signature
 */

interface User {
  readonly id: number;
  readonly login: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly email: string;
  readonly roles?: readonly string[];
}

/** What is to be deleted with a user, as it is told when the task is made. */
interface PrivacyTask {
  readonly id: number;
  readonly deletable_id: number;
  readonly preferences: { readonly customer_tickets: string[]; readonly owner_tickets: string[] };
}

interface Ticket {
  readonly id: number;
  readonly number: string;
  title: string;
  group: string;
  state: string;
  priority: string;
  owner_id: number;
  readonly customer_id: number;
  pending_time: string | null;
  readonly created_at: string;
  updated_at: string;
}

interface Article {
  readonly id: number;
  readonly ticket_id: number;
  readonly body: string;
  readonly content_type: string;
  readonly internal: boolean;
  readonly sender: string;
  readonly type: string;
  readonly created_by_id: number;
  readonly attachments: readonly {
    id: number;
    filename: string;
    preferences: Record<string, string>;
    data: string;
  }[];
}

export interface FakeZammad extends FakeServer {
  readonly token: string;
  readonly users: User[];
  readonly groups: string[];
  readonly tickets: Ticket[];
  readonly articles: Article[];
  readonly privacyTasks: PrivacyTask[];
  /** Whether the token has `admin.data_privacy`. */
  mayErase: boolean;
  /** Tickets in groups that our account does not see. */
  readonly hidden: Set<number>;
  /** What its scheduler does: the users of all tasks go, with their tickets. */
  carryOutTasks(): void;
  /** What an agent does on its pages. */
  change(ticketId: number, change: Partial<Pick<Ticket, "state" | "priority" | "owner_id">>): void;
  write(ticketId: number, userId: number, article: Partial<Article> & { readonly body: string }): Article;
  /** The body and the headers its webhook posts. */
  hook(ticketId: number, secret: string): { readonly body: string; readonly headers: Record<string, string> };
}

/** Of the agent Chris and the account of the token. */
export const chrisId = 3;
export const robotId = 4;

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const states = ["new", "open", "pending reminder", "pending close", "closed", "merged"];
const priorities = ["1 low", "2 normal", "3 high"];

export async function openFakeZammad(now: () => number = Date.now): Promise<FakeZammad> {
  const token = "zammad-token";
  const users: User[] = [
    { id: 1, login: "-", firstname: "-", lastname: "", email: "" },
    {
      id: chrisId,
      login: "chris@chrispresso.com",
      firstname: "Christopher",
      lastname: "Miller",
      email: "chris@chrispresso.com",
    },
    { id: robotId, login: "deskhand", firstname: "Deskhand", lastname: "", email: "deskhand@example.com" },
  ];
  const groups = ["Users", "2nd Level"];
  const tickets: Ticket[] = [];
  const articles: Article[] = [];
  const privacyTasks: PrivacyTask[] = [];
  const hidden = new Set<number>();
  const iso = () => new Date(now()).toISOString();

  function find(id: string | number): Ticket {
    const ticket = tickets.find((one) => one.id === Number(id));
    if (ticket === undefined) throw new Refused(404, `Couldn't find Ticket with 'id'=${id}`);
    return ticket;
  }

  function lookUp(name: string, value: unknown, known: readonly string[]): string {
    if (typeof value === "string" && known.includes(value)) return value;
    throw new Refused(422, `No lookup value found for '${name}': ${JSON.stringify(value)}`);
  }

  function customerOf(body: Record<string, unknown>): number {
    if (typeof body.customer_id === "number") return body.customer_id;
    const customer = body.customer as Partial<User> | undefined;
    if (typeof customer !== "object" || typeof customer.email !== "string") {
      throw new Refused(422, "Attribute 'customer_id' required!");
    }
    const email = customer.email.toLowerCase();
    const known = users.find((user) => user.email === email);
    if (known !== undefined) return known.id;
    const { firstname = "", lastname = "" } = customer;
    const user = { id: users.length + 10, login: email, firstname, lastname, email };
    users.push(user);
    return user.id;
  }

  function addArticle(ticketId: number, body: Record<string, unknown>, by: number): Article {
    if (typeof body.body !== "string") throw new Refused(422, 'Need at least article: { body: "some text" }');
    lookUp("type", body.type ?? "note", ["note", "web", "phone", "email"]);
    lookUp("sender", body.sender ?? "Agent", ["Agent", "Customer", "System"]);
    const given = (body.attachments ?? []) as Record<string, string>[];
    const attachments = given.map((one, index) => {
      for (const key of ["mime-type", "filename", "data"]) {
        if (one[key] === undefined) {
          throw new Refused(422, `Attachment needs '${key}' param for attachment with index '${index}'`);
        }
      }
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(one.data ?? "")) {
        throw new Refused(422, `Invalid base64 for attachment with index '${index}'`);
      }
      return {
        id: articles.length * 10 + index + 1,
        filename: one.filename ?? "",
        preferences: { "Mime-Type": one["mime-type"] ?? "" },
        data: one.data ?? "",
      };
    });
    const article = {
      id: 100 + articles.length,
      ticket_id: ticketId,
      body: body.body,
      content_type: String(body.content_type ?? "text/plain"),
      internal: body.internal === true,
      sender: String(body.sender ?? "Agent"),
      type: String(body.type ?? "note"),
      created_by_id: by,
      attachments,
    };
    articles.push(article);
    find(ticketId).updated_at = iso();
    return article;
  }

  function checkPending(state: string, pendingTime: unknown): string | null {
    if (!state.startsWith("pending")) return null;
    if (typeof pendingTime === "string" && !Number.isNaN(Date.parse(pendingTime))) return pendingTime;
    throw new Refused(422, "Missing required value for field 'pending_time'!");
  }

  function createTicket(body: Record<string, unknown>): Ticket {
    if (typeof body.title !== "string") throw new Refused(422, "Attribute 'title' required!");
    if (body.title.length > 250) throw new Refused(422, "Title is too long");
    if (body.group === undefined) throw new Refused(422, "Attribute 'group_id' required!");
    const group = lookUp("group", body.group, groups);
    const state = lookUp("state", body.state ?? "new", states);
    const priority = lookUp("priority", body.priority ?? "2 normal", priorities);
    const ticket: Ticket = {
      id: 19 + tickets.length,
      number: String(22_019 + tickets.length),
      title: body.title,
      ...{ group, state, priority, owner_id: 1, customer_id: customerOf(body) },
      pending_time: checkPending(state, body.pending_time),
      ...{ created_at: iso(), updated_at: iso() },
    };
    tickets.push(ticket);
    if (body.article !== undefined) addArticle(ticket.id, body.article as Record<string, unknown>, robotId);
    return ticket;
  }

  function updateTicket(ticket: Ticket, body: Record<string, unknown>): Ticket {
    if (body.state !== undefined) {
      const state = lookUp("state", body.state, states);
      ticket.pending_time = checkPending(state, body.pending_time);
      ticket.state = state;
    }
    if (body.priority !== undefined) ticket.priority = lookUp("priority", body.priority, priorities);
    ticket.updated_at = iso();
    return ticket;
  }

  /** Relations by id, and with `expand` by name too. */
  function show(ticket: Ticket, isExpanded: boolean): Record<string, unknown> {
    const { group, state, priority, ...rest } = ticket;
    const owner = users.find(({ id }) => id === ticket.owner_id)?.login;
    const customer = users.find(({ id }) => id === ticket.customer_id)?.login;
    return {
      ...rest,
      group_id: groups.indexOf(group) + 1,
      state_id: states.indexOf(state) + 1,
      priority_id: priorities.indexOf(priority) + 1,
      ...{ note: null, close_at: null, preferences: {}, article_count: 1 },
      ...(isExpanded ? { group, state, priority, owner, customer } : {}),
    };
  }

  function showArticle(article: Article): Record<string, unknown> {
    const author = users.find(({ id }) => id === article.created_by_id);
    const from = `${author?.firstname} ${author?.lastname} <${author?.email}>`;
    const attachments = article.attachments.map(({ data: _data, ...one }) => one);
    return { ...article, attachments, from, to: "", cc: "", subject: "", created_by: author?.login };
  }

  function search(query: URLSearchParams): Said {
    const condition = (name: string, part: string) => query.get(`condition[ticket.${name}][${part}]`);
    if (query.get("query") === null && ![...query.keys()].some((key) => key.startsWith("condition["))) {
      throw new Refused(422, "query or condition is required");
    }
    let found = [...tickets];
    const title = condition("title", "value");
    if (title !== null) {
      if (condition("title", "operator") !== "contains") throw new Refused(422, "Invalid operator");
      found = found.filter((one) => one.title.includes(title));
    }
    const customer = condition("customer_id", "value");
    if (customer !== null) {
      if (condition("customer_id", "operator") !== "is") throw new Refused(422, "Invalid operator");
      found = found.filter((one) => one.customer_id === Number(customer));
    }
    found = found.filter(({ id }) => !hidden.has(id));
    const after = condition("updated_at", "value");
    if (after !== null) {
      if (condition("updated_at", "operator") !== "after (absolute)")
        throw new Refused(422, "Invalid operator");
      found = found.filter((one) => Date.parse(one.updated_at) >= Date.parse(after));
    }
    if (query.get("sort_by") === "updated_at") found.sort((a, b) => a.updated_at.localeCompare(b.updated_at));
    const size = Math.min(Number(query.get("per_page") ?? 50), 200);
    const from = (Number(query.get("page") ?? 1) - 1) * size;
    return {
      status: 200,
      json: found.slice(from, from + size).map((one) => show(one, query.get("expand") === "true")),
    };
  }

  function answer(asked: Asked): Said {
    if (asked.headers.authorization !== `Token token=${token}`) {
      return { status: 401, json: { error: "Can't find User for Token" } };
    }
    if (
      ["POST", "PUT"].includes(asked.method) &&
      !asked.headers["content-type"]?.startsWith("application/json")
    ) {
      return { status: 415, json: { error: "Unsupported Media Type" } };
    }
    try {
      return route(asked);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { status: error.status, json: { error: error.message, error_human: error.message } };
    }
  }

  function route({ method, path, query, body }: Asked): Said {
    const json = body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>);
    const [, ticketId] = /^\/api\/v1\/tickets\/(\d+)$/.exec(path) ?? [];
    const [, articlesOf] = /^\/api\/v1\/ticket_articles\/by_ticket\/(\d+)$/.exec(path) ?? [];
    const [, userId] = /^\/api\/v1\/users\/(\d+)$/.exec(path) ?? [];
    const isExpanded = query.get("expand") === "true";
    const named = (names: readonly string[]): Said => ({
      status: 200,
      json: names.map((name, index) => ({ id: index + 1, name, active: true })),
    });
    if (method === "GET") {
      if (path === "/api/v1/users/me") return { status: 200, json: users.find(({ id }) => id === robotId) };
      if (path === "/api/v1/ticket_states") return named(states);
      if (path === "/api/v1/ticket_priorities") return named(priorities);
      if (path === "/api/v1/groups") return named(groups);
      if (path === "/api/v1/tickets/search") return search(query);
      if (ticketId !== undefined) return { status: 200, json: show(find(ticketId), isExpanded) };
      if (userId !== undefined) {
        const user = users.find(({ id }) => id === Number(userId));
        if (user === undefined) throw new Refused(404, `Couldn't find User with 'id'=${userId}`);
        const { roles = ["Customer"], ...rest } = user;
        return { status: 200, json: isExpanded ? { ...rest, roles } : rest };
      }
      if (articlesOf !== undefined) {
        find(articlesOf);
        const own = articles.filter((one) => one.ticket_id === Number(articlesOf));
        return { status: 200, json: own.map(showArticle) };
      }
    }
    if (method === "POST" && path === "/api/v1/tickets") {
      return { status: 201, json: show(createTicket(json), false) };
    }
    if (method === "POST" && path === "/api/v1/ticket_articles") {
      const { id } = find(Number(json.ticket_id));
      return { status: 201, json: showArticle(addArticle(id, json, robotId)) };
    }
    if (path.startsWith("/api/v1/data_privacy_tasks")) return answerTask(method, path, json);
    if (method === "PUT" && ticketId !== undefined) {
      return { status: 200, json: show(updateTicket(find(ticketId), json), false) };
    }
    throw new Refused(404, "No route matches");
  }

  function answerTask(method: string, path: string, json: Record<string, unknown>): Said {
    if (!server.mayErase) throw new Refused(403, "Not authorized (user)!");
    const id = Number(path.split("/").at(-1));
    if (method === "DELETE") {
      privacyTasks.splice(
        privacyTasks.findIndex((task) => task.id === id),
        1,
      );
      return { status: 200, json: {} };
    }
    const user = users.find((one) => one.id === json.deletable_id);
    if (json.deletable_type !== "User" || user === undefined) {
      throw new Refused(422, "Validation failed: Deletable is not a User");
    }
    if (user.id === robotId) throw new Refused(422, "Validation failed: Deletable is your current account");
    if (privacyTasks.some((task) => task.deletable_id === user.id)) {
      throw new Refused(422, "Validation failed: Deletable has an existing DataPrivacyTask queued");
    }
    const numbers = (key: "customer_id" | "owner_id") =>
      tickets.filter((one) => one[key] === user.id).map(({ number }) => number);
    const preferences = { customer_tickets: numbers("customer_id"), owner_tickets: numbers("owner_id") };
    const task = { id: privacyTasks.length + 1, deletable_id: user.id, preferences };
    privacyTasks.push(task);
    return { status: 201, json: { ...task, deletable_type: "User", state: "in process" } };
  }

  const server: FakeZammad = Object.assign(await openFakeServer(answer, now), {
    ...{ token, users, groups, tickets, articles, privacyTasks, hidden, mayErase: false },
    carryOutTasks: () => {
      const gone = privacyTasks.splice(0).map((task) => task.deletable_id);
      for (const list of [users as { id: number; customer_id?: number }[], tickets]) {
        const kept = list.filter((one) => !gone.includes(one.customer_id ?? one.id));
        list.splice(0, list.length, ...(kept as never[]));
      }
    },
    change: (ticketId: number, change: Parameters<FakeZammad["change"]>[1]) => {
      Object.assign(find(ticketId), change, { updated_at: iso() });
    },
    write: (ticketId: number, userId: number, article: Partial<Article> & { readonly body: string }) =>
      addArticle(ticketId, { ...article }, userId),
    hook: (ticketId: number, secret: string) => {
      const body = JSON.stringify({ ticket: show(find(ticketId), true), article: articles.at(-1) ?? {} });
      const signature = createHmac("sha1", secret).update(body).digest("hex");
      return {
        body,
        headers: {
          "Content-Type": "application/json; charset=utf-8",
          "User-Agent": "Zammad User Agent",
          "X-Zammad-Trigger": "Tell the desk",
          "X-Zammad-Delivery": String(ticketId),
          "X-Hub-Signature": `sha1=${signature}`,
        },
      };
    },
  });
  return server;
}
