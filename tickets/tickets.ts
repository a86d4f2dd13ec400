import {
  AppError,
  isStaff,
  type Locale,
  type Principal,
  type Ticket,
  type TicketChange,
  type TicketNote,
  type TicketPriority,
  type TicketState,
  type TimelineEntry,
} from "../contract/index.js";
import type { Db, Store } from "../store/index.js";
import { createTicketClock, roundTheClock, type TicketClock } from "./agreements/index.js";
import {
  type Acceptance,
  acceptedIn,
  assignIn,
  linkConversationIn,
  requireAgent,
  setGroupIn,
  setPriorityIn,
  setStateIn,
} from "./change-ticket.js";
import { editTicketIn } from "./edit-ticket.js";
import { type Actor, eventIn, type TicketEvent } from "./events.js";
import { listTickets, type TicketQuery } from "./list-tickets.js";
import { plainNumber } from "./number.js";
import { type OpenedTicket, openTicketIn, type TicketRequest } from "./open-ticket.js";
import { readTickets } from "./read-tickets.js";
import { requireAttendanceSettings, type TicketSettings } from "./settings.js";
import { readTimeline } from "./timeline.js";

export type TicketReader = Pick<Principal, "accountId" | "role" | "groupIds" | "name">;

/**
 * Tickets, scoped by the reader: a requester sees the own ones, staff all of them, and anybody else's ticket is
 * `ticket/not-found` like one that does not exist. What ends in `In` runs in the caller's transaction.
 */
export interface Tickets {
  /** See `TicketRequest`. Call it before anything that locks a conversation in the same transaction. */
  openIn(trx: Db, request: TicketRequest): Promise<OpenedTicket>;
  open(request: TicketRequest): Promise<Ticket>;
  /** Throws `attendance/not-configured` naming each parameter that is missing or points at nothing (S0-3). */
  requireAttendance(): Promise<void>;
  byNumber(person: TicketReader, number: string, locale: Locale): Promise<Ticket>;
  /** For the parts of the desk that act on a ticket they already know; not scoped. */
  byId(id: string, locale: Locale): Promise<Ticket | undefined>;
  list(
    person: TicketReader,
    query: TicketQuery,
    locale: Locale,
  ): Promise<{ readonly items: readonly Ticket[]; readonly next?: string | undefined }>;
  timeline(person: TicketReader, number: string, locale: Locale): Promise<TimelineEntry[]>;
  setState(person: TicketReader, number: string, state: TicketState, locale: Locale): Promise<Ticket>;
  /** To an active attendant, or to nobody. */
  assign(person: TicketReader, number: string, agentId: string | undefined, locale: Locale): Promise<Ticket>;
  /** What staff change at once; throws `ticket/changed` with the present ticket for an older version. */
  edit(person: TicketReader, number: string, form: TicketChange, locale: Locale): Promise<Ticket>;
  /** A memo by staff; the requester never sees a private one, whichever door they try. */
  addNote(person: TicketReader, number: string, note: TicketNote): Promise<void>;
  acceptedIn(trx: Db, acceptance: Acceptance): Promise<void>;
  setStateIn(
    trx: Db,
    change: {
      readonly ticketId: string;
      readonly actor: Actor;
      readonly at: number;
      readonly state: TicketState;
    },
  ): Promise<"changed" | "same">;
  setPriorityIn(
    trx: Db,
    change: {
      readonly ticketId: string;
      readonly actor: Actor;
      readonly at: number;
      readonly priority: TicketPriority;
    },
  ): Promise<"changed" | "same">;
  /** A person has answered the requester; the first time stops the clock of the response (S3-17). */
  respondedIn: TicketClock["respondedIn"];
  responseDueIn: TicketClock["responseDueIn"];
  assignIn: typeof assignIn;
  setGroupIn: typeof setGroupIn;
  linkConversationIn: typeof linkConversationIn;
  eventIn(trx: Db, event: TicketEvent): Promise<string>;
}

export function createTickets(options: {
  readonly store: Store;
  readonly now: () => number;
  readonly settings: TicketSettings;
  /** Told after the commit that a ticket was opened or changed here. */
  readonly changed?: (ticketId: string) => void;
}): Tickets {
  const { store, now, settings, changed = () => undefined } = options;
  const { db } = store;
  const clock = createTicketClock(settings.workingTime ?? roundTheClock);

  function openIn(trx: Db, request: TicketRequest): Promise<OpenedTicket> {
    return openTicketIn(trx, request, { settings, clock, now: now() });
  }

  function readFor(person: Pick<TicketReader, "role">, ids: readonly string[], locale: Locale) {
    return readTickets(db, ids, { locale, now: now(), audience: isStaff(person) ? "staff" : "requester" });
  }

  async function readById(id: string, locale: Locale): Promise<Ticket | undefined> {
    return (await readTickets(db, [id], { locale, now: now(), audience: "requester" }))[0];
  }

  async function byNumber(person: TicketReader, number: string, locale: Locale): Promise<Ticket> {
    const found = await findVisible(db, person, number);
    const [ticket] = await readFor(person, [found.id], locale);
    if (ticket === undefined) throw notFound();
    return ticket;
  }

  /** A change by staff: finds the ticket, changes it in one transaction, answers with what it is now. */
  async function change(
    person: TicketReader,
    number: string,
    run: (trx: Db, base: { ticketId: string; actor: Actor; at: number }) => Promise<unknown>,
  ): Promise<string> {
    if (!isStaff(person)) throw new AppError("access/denied", "Only attendants may change a ticket.");
    const { id: ticketId } = await findVisible(db, person, number);
    const actor = { kind: "agent", id: person.accountId, name: person.name };
    await db.transaction().execute((trx) => run(trx, { ticketId, actor, at: now() }));
    changed(ticketId);
    return ticketId;
  }

  return {
    openIn,
    open: async (request) => {
      const opened = await db.transaction().execute((trx) => openIn(trx, request));
      changed(opened.id);
      const ticket = await readById(opened.id, request.locale);
      if (ticket === undefined) throw notFound();
      return ticket;
    },
    requireAttendance: async () => {
      await requireAttendanceSettings(db, settings);
    },
    byNumber,
    byId: readById,
    list: async (person, query, locale) => {
      const { ids, next } = await listTickets(db, person, { ...query, now: now() });
      return { items: await readFor(person, ids, locale), next };
    },
    timeline: async (person, number, locale) => {
      const ticket = await findVisible(db, person, number);
      return readTimeline(db, ticket, { locale, withNotes: isStaff(person) });
    },
    setState: async (person, number, state, locale) => {
      await change(person, number, (trx, base) => setStateIn(trx, { ...base, state, clock }));
      return byNumber(person, number, locale);
    },
    assign: async (person, number, agentId, locale) => {
      await change(person, number, async (trx, base) => {
        const assignee = agentId === undefined ? undefined : await requireAgent(trx, agentId);
        await assignIn(trx, { ...base, assignee });
      });
      return byNumber(person, number, locale);
    },
    edit: async (person, number, form, locale) => {
      const outcome: { value?: "changed" | "stale" } = {};
      await change(person, number, async (trx, base) => {
        outcome.value = await editTicketIn(trx, { ...base, form, locale, clock });
      });
      const ticket = await byNumber(person, number, locale);
      if (outcome.value === "stale") throw changedMeanwhile(ticket);
      return ticket;
    },
    addNote: async (person, number, { text, visibility }) => {
      await change(person, number, async (trx, base) => {
        if (visibility === "private") return eventIn(trx, { ...base, kind: "note", text });
        await clock.respondedIn(trx, base.ticketId, base.at);
        await trx
          .updateTable("ticket")
          .set({ updated_at: base.at })
          .where("id", "=", base.ticketId)
          .execute();
        return eventIn(trx, { ...base, kind: "memo", text });
      });
    },
    acceptedIn: (trx, acceptance) => acceptedIn(trx, { ...acceptance, clock }),
    setStateIn: (trx, wish) => setStateIn(trx, { ...wish, clock }),
    setPriorityIn: (trx, wish) => setPriorityIn(trx, { ...wish, clock }),
    respondedIn: clock.respondedIn,
    responseDueIn: clock.responseDueIn,
    assignIn,
    setGroupIn,
    linkConversationIn,
    eventIn,
  };
}

/** Authorised by lookup: what is not the person's cannot be told from what is not there (reliability S10). */
async function findVisible(db: Db, person: TicketReader, number: string) {
  let query = db
    .selectFrom("ticket")
    .select(["id", "conversation_id"])
    .where("number", "=", plainNumber(number));
  if (!isStaff(person)) query = query.where("requester_id", "=", person.accountId);
  const row = await query.executeTakeFirst();
  if (row === undefined) throw notFound();
  return { id: row.id, conversationId: row.conversation_id ?? undefined };
}

function changedMeanwhile(present: Ticket): AppError {
  const message =
    "Somebody else has changed this ticket meanwhile. Nothing of yours was saved; look and save again.";
  return new AppError("ticket/changed", message, { details: { present } });
}

function notFound(): AppError {
  return new AppError("ticket/not-found", "There is no ticket with this number among yours.");
}
