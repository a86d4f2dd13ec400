import { type ExpressionBuilder, sql } from "kysely";
import { z } from "zod";
import { AppError, finishedStates, isStaff, type Principal } from "../contract/index.js";
import type { Db, Tables } from "../store/index.js";
import { nearMs } from "./agreements/index.js";
import { plainNumber } from "./number.js";

export type TicketView = "mine" | "queue" | "progress" | "all";

export interface TicketQuery {
  readonly view: TicketView;
  /** Exhibition (S0-22); all when left out. */
  readonly show?: "all" | "chat" | "critical" | undefined;
  /** Part of a number, the number at another desk, part of the description, of the requester's name, or for staff the beginning of a tag. */
  readonly q?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface TicketPage {
  readonly ids: readonly string[];
  readonly next: string | undefined;
}

type Reader = Pick<Principal, "accountId" | "role" | "groupIds">;
type TicketExpressions = ExpressionBuilder<Tables & { requester: Tables["account"] }, "ticket" | "requester">;

/**
 * One page of tickets a person may see. `mine`: those the person asked for; `all`: every ticket, for staff; both newest
 * first. `progress`: those whose attendance this agent accepted (S2-51), newest first. `queue`: those whose attendance
 * waits in one of the agent's groups (S2-50), in the order they will be served. Pages neither repeat nor skip a ticket
 * when others are added meanwhile. Throws `access/denied`, and `request/malformed` for a cursor of another list.
 */
export async function listTickets(
  db: Db,
  person: Reader,
  query: TicketQuery & { readonly now: number },
): Promise<TicketPage> {
  if (query.view !== "mine" && !isStaff(person)) {
    throw new AppError("access/denied", "Only attendants see this list.");
  }
  return query.view === "queue" ? listQueue(db, person, query) : listNewest(db, person, query);
}

async function listNewest(
  db: Db,
  person: Reader,
  query: TicketQuery & { readonly now: number },
): Promise<TicketPage> {
  let select = db
    .selectFrom("ticket")
    .innerJoin("account as requester", "requester.id", "ticket.requester_id")
    .select("ticket.id")
    .where((eb) => matches(eb, query))
    .where((eb) => isShown(eb, query))
    .orderBy("ticket.id", "desc")
    .limit(query.limit + 1);
  if (query.view === "mine") select = select.where("ticket.requester_id", "=", person.accountId);
  if (query.view === "progress") {
    select = select.where((eb) =>
      eb.exists(
        eb
          .selectFrom("attendance")
          .select("attendance.id")
          .whereRef("attendance.ticket_id", "=", "ticket.id")
          .where("attendance.phase", "=", "accepted")
          .where("attendance.agent_id", "=", person.accountId),
      ),
    );
    // A ticket that is closed or cancelled is no longer in progress, whatever its talk does (S2-55).
    select = select.where("ticket.state", "not in", ["closed", "canceled"]);
  }
  if (query.after !== undefined) select = select.where("ticket.id", "<", parseCursor(z.uuid(), query.after));
  const rows = await select.execute();
  return toPage(rows, query.limit, (row) => row.id);
}

const queueCursorSchema = z.templateLiteral([z.int(), ".", z.int().nonnegative(), ".", z.uuid()]);

async function listQueue(
  db: Db,
  person: Reader,
  query: TicketQuery & { readonly now: number },
): Promise<TicketPage> {
  let select = db
    .selectFrom("attendance")
    .innerJoin("ticket", "ticket.id", "attendance.ticket_id")
    .innerJoin("account as requester", "requester.id", "ticket.requester_id")
    .select(["ticket.id", "attendance.priority", "attendance.waiting_since"])
    .where("attendance.phase", "=", "logged")
    .where((eb) => matches(eb, query))
    .where((eb) => isShown(eb, query))
    .orderBy("attendance.priority")
    .orderBy("attendance.waiting_since")
    .orderBy("ticket.id")
    .limit(query.limit + 1);
  if (person.role === "agent") {
    const groupIds = person.groupIds.length === 0 ? [""] : person.groupIds;
    select = select.where((eb) =>
      eb.exists(
        eb
          .selectFrom("attendance_group")
          .select("attendance_group.group_id")
          .whereRef("attendance_group.attendance_id", "=", "attendance.id")
          .where("attendance_group.group_id", "in", groupIds),
      ),
    );
  }
  if (query.after !== undefined) {
    const [priority, since, id = ""] = parseCursor(queueCursorSchema, query.after).split(".");
    select = select.where((eb) =>
      eb(
        eb.refTuple("attendance.priority", "attendance.waiting_since", "ticket.id"),
        ">",
        eb.tuple(Number(priority), Number(since), id),
      ),
    );
  }
  const rows = await select.execute();
  return toPage(rows, query.limit, (row) => [row.priority, row.waiting_since, row.id].join("."));
}

/** Urgent: of the highest priority, or near to or past a due time while its clock runs. */
function isShown(eb: TicketExpressions, { show, now }: TicketQuery & { readonly now: number }) {
  if (show === "chat") return eb("ticket.conversation_id", "is not", null);
  if (show !== "critical") return eb.lit(true);
  const soon = now + nearMs;
  const isRunning = eb("ticket.paused_at", "is", null);
  return eb.and([
    eb("ticket.settled_at", "is", null),
    eb("ticket.state", "not in", [...finishedStates]),
    eb.or([
      eb("ticket.priority", "=", "critical"),
      eb.and([isRunning, eb("ticket.responded_at", "is", null), eb("ticket.response_due_at", "<=", soon)]),
      eb.and([isRunning, eb("ticket.resolve_due_at", "<=", soon)]),
    ]),
  ]);
}

/** Case does not matter; the wildcards of SQL stand for themselves. */
function matches(eb: TicketExpressions, { q, view }: TicketQuery) {
  const text = q?.trim().toLowerCase() ?? "";
  if (text === "") return eb.lit(true);
  const part = `%${escapeLike(text)}%`;
  return eb.or([
    sql<boolean>`ticket.number like ${`${escapeLike(plainNumber(text))}%`} escape '!'`,
    eb.exists(
      eb
        .selectFrom("desk_link")
        .select("desk_link.ticket_id")
        .whereRef("desk_link.ticket_id", "=", "ticket.id")
        .where("desk_link.remote_number", "=", plainNumber(text)),
    ),
    sql<boolean>`lower(ticket.description) like ${part} escape '!'`,
    sql<boolean>`lower(requester.name) like ${part} escape '!'`,
    // What colleagues call a ticket is none of its requester's business, who could try words out.
    view === "mine" ? eb.lit(false) : hasTag(eb, text),
  ]);
}

/** Its own tags, and those of the talk it came from, by how they begin. */
function hasTag(eb: TicketExpressions, beginning: string) {
  return eb.exists(
    eb
      .selectFrom("tag")
      .select("tag.name")
      .where(sql<boolean>`tag.name like ${`${escapeLike(beginning)}%`} escape '!'`)
      .where((of) =>
        of.or([
          of.and([of("tag.object_type", "=", "ticket"), of("tag.object_id", "=", of.ref("ticket.id"))]),
          of.and([
            of("tag.object_type", "=", "conversation"),
            of("tag.object_id", "=", of.ref("ticket.conversation_id")),
          ]),
        ]),
      ),
  );
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, "!$&");
}

function parseCursor<S extends z.ZodType>(schema: S, text: string): z.infer<S> {
  const cursor = schema.safeParse(text);
  if (!cursor.success) throw new AppError("request/malformed", "`after` must be the `next` of this list.");
  return cursor.data;
}

function toPage<T extends { readonly id: string }>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => string,
): TicketPage {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorOf(last) : undefined;
  return { ids: page.map((row) => row.id), next };
}
