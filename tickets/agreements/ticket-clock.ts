import {
  finishedStates,
  localeSchema,
  type TicketState,
  ticketKinds,
  ticketPriorities,
} from "../../contract/index.js";
import { type Db, fromJson, type Row, toJson } from "../../store/index.js";
import { nameSchema } from "../catalog/index.js";
import { readAgreements, readBook } from "./read-book.js";
import { type Level, resolveLevel } from "./resolve-level.js";
import type { WorkingTime } from "./working-time.js";

const minuteMs = 60_000;

/** What agreements do to a ticket; everything runs in the caller's transaction. */
export interface TicketClock {
  /** Finds the ticket's agreement anew and sets its due times; call it when what rules look at has changed. */
  decideIn(trx: Db, ticketId: string, at: number): Promise<void>;
  /** Stops, pauses or goes on with the clocks; call it with the change of the state. */
  stateChangedIn(
    trx: Db,
    change: { readonly ticketId: string; readonly state: TicketState; readonly at: number },
  ): Promise<void>;
  /** When somebody who begins to wait now must have been answered. */
  responseDueIn(trx: Db, ticketId: string, from: number): Promise<number | undefined>;
  /** The first answer of a person (S3-17); later ones change nothing. Answers whether it was the first. */
  respondedIn(trx: Db, ticketId: string, at: number): Promise<boolean>;
}

export function createTicketClock(time: WorkingTime): TicketClock {
  return {
    decideIn: async (trx, ticketId, at) => {
      const ticket = await readTicket(trx, ticketId);
      if (ticket === undefined) return;
      const { agreementId, chat } = await decide(trx, ticket, at);
      const dues = await findDues(trx, time, { ...ticket, agreement_id: agreementId ?? null });
      await trx
        .updateTable("ticket")
        .set({ ...dues, agreement_id: agreementId ?? null, level_json: toJson(chat) })
        .where("id", "=", ticketId)
        .execute();
    },
    stateChangedIn: async (trx, { ticketId, state, at }) => {
      const ticket = await readTicket(trx, ticketId);
      if (ticket === undefined) return;
      const isPaused = state === "pending-customer";
      const isSettled = finishedStates.includes(state);
      if (isSettled && ticket.settled_at !== null) return;
      const agreement = (await readAgreements(trx)).find(({ id }) => id === ticket.agreement_id);
      // Time that a finished ticket lay is nobody's working time either.
      const stoodSince = ticket.paused_at ?? ticket.settled_at;
      const stood = stoodSince === null ? 0 : time.between(agreement?.calendarId, stoodSince, at);
      const moved = { ...ticket, paused_ms: ticket.paused_ms + stood };
      await trx
        .updateTable("ticket")
        .set({
          paused_ms: moved.paused_ms,
          paused_at: isPaused ? at : null,
          settled_at: isSettled ? at : null,
          ...(stood === 0 ? {} : await findDues(trx, time, moved)),
        })
        .where("id", "=", ticketId)
        .execute();
    },
    responseDueIn: async (trx, ticketId, from) => {
      const ticket = await readTicket(trx, ticketId);
      if (ticket === undefined || ticket.agreement_id === null) return undefined;
      const { response_due_at } = await findDues(trx, time, { ...ticket, created_at: from, paused_ms: 0 });
      return response_due_at ?? undefined;
    },
    respondedIn: async (trx, ticketId, at) => {
      const { numUpdatedRows } = await trx
        .updateTable("ticket")
        .set({ responded_at: at })
        .where("id", "=", ticketId)
        .where("responded_at", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

type TicketRow = Row<"ticket"> & { readonly activity_service_id: string };

function readTicket(trx: Db, id: string): Promise<TicketRow | undefined> {
  return trx
    .selectFrom("ticket")
    .innerJoin("activity", "activity.id", "ticket.activity_id")
    .selectAll("ticket")
    .select("activity.service_id as activity_service_id")
    .where("ticket.id", "=", id)
    .executeTakeFirst();
}

async function decide(trx: Db, ticket: TicketRow, at: number) {
  const book = await readBook(trx, ticket.activity_id);
  const groups = await trx
    .selectFrom("membership")
    .select("group_id")
    .where("account_id", "=", ticket.requester_id)
    .execute();
  const facts = {
    activityId: ticket.activity_id,
    serviceId: ticket.service_id ?? book.offering?.defaultServiceId ?? ticket.activity_service_id,
    kind: ticketKinds.find((kind) => kind === ticket.kind) ?? "request",
    priority: priorityOf(ticket),
    language: localeSchema.catch("en").parse(ticket.locale),
    requesterGroupIds: groups.map((group) => group.group_id),
    groupId: ticket.group_id ?? undefined,
    at,
  };
  const level = resolveLevel(facts, book);
  return { ...level, chat: { ...level.chat, ...(await coveredService(trx, level, facts.serviceId)) } };
}

/** The service that was looked at: the offering's may be another one than the activity's. */
async function coveredService(trx: Db, { chat }: Level, serviceId: string) {
  if (chat.via !== "service") return {};
  const service = await trx
    .selectFrom("service")
    .select("name_json")
    .where("id", "=", serviceId)
    .executeTakeFirst();
  return service === undefined ? {} : { service: fromJson(nameSchema, service.name_json) };
}

/** Counted from the opening, with the time added during which the clocks stood still. */
async function findDues(trx: Db, time: WorkingTime, ticket: TicketRow) {
  const agreement =
    ticket.agreement_id === null
      ? undefined
      : (await readAgreements(trx)).find(({ id }) => id === ticket.agreement_id);
  const target = agreement?.targets[priorityOf(ticket)];
  const dueIn = (minutes: number | undefined) =>
    minutes === undefined
      ? null
      : (time.add(agreement?.calendarId, ticket.created_at, minutes * minuteMs + ticket.paused_ms) ?? null);
  return {
    response_due_at: dueIn(target?.responseMinutes),
    resolve_due_at: dueIn(target?.resolutionMinutes),
  };
}

function priorityOf({ priority }: Pick<TicketRow, "priority">) {
  return ticketPriorities.find((known) => known === priority) ?? "medium";
}
