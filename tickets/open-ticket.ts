import { AppError, type Locale, type Principal } from "../contract/index.js";
import { type Db, newId, toJson } from "../store/index.js";
import type { TicketClock } from "./agreements/index.js";
import { findActivity, requireChatRequester, requireOffered, type TicketActivity } from "./catalog/index.js";
import { type Actor, eventIn } from "./events.js";
import { parseFields, refused } from "./fields/index.js";
import { nextTicketNumber, plainNumber } from "./number.js";
import {
  requireAttendanceSettings,
  requireTicketStamp,
  type TicketSettings,
  type TicketStamp,
} from "./settings.js";

export interface TicketRequest {
  /** The requester. */
  readonly person: Pick<Principal, "accountId" | "groupIds" | "name">;
  /** The chosen activity; without it `direct` must be set. */
  readonly activityId?: string | undefined;
  /** Takes the activity of parameter 317 in place of a chosen one (S0-15, S2-13). */
  readonly direct?: boolean | undefined;
  readonly description: string;
  /** Answers to the fields of the activity, by name. Left out for a direct ticket, which asks nothing. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** Number of a ticket of the requester's own that this is about (S1-14). */
  readonly previousTicket?: string | undefined;
  /** Names what caused the ticket, such as a message: the same cause of the same person opens no second ticket. */
  readonly causeId: string;
  readonly conversationId?: string | undefined;
  readonly locale: Locale;
  /** Who did it on the requester's behalf; the requester when absent. */
  readonly actor?: Actor | undefined;
}

export interface OpenedTicket {
  readonly id: string;
  readonly number: string;
  readonly groupId: string | undefined;
  /** False when the same cause had opened it before. */
  readonly isNew: boolean;
}

const descriptionCharsMax = 8000;

/**
 * Registers a ticket inside the caller's transaction: number, kind by the activity, origin 315, contract 118, group of
 * the activity or else 389, and the first line of its history (S0-14). A repeat of the cause gets the first ticket,
 * whatever else it says. Throws `activity/…`, `ticket/…`, `attendance/not-configured` and `access/denied`; the caller's
 * transaction must then end, and nothing is registered.
 */
export async function openTicketIn(
  trx: Db,
  request: TicketRequest,
  context: { readonly settings: TicketSettings; readonly clock: TicketClock; readonly now: number },
): Promise<OpenedTicket> {
  const causeId = `${request.person.accountId}/${request.causeId}`;
  const before = await findByCause(trx, causeId);
  if (before !== undefined) return before;
  const { activity, stamp } = await checkRequest(trx, request, context.settings);
  const description = checkDescription(request.description);
  const { locale } = request;
  const isDirect = request.direct === true && request.activityId === undefined;
  const fields = isDirect
    ? []
    : parseFields(activity.fields, request.fields ?? {}, { locale, now: context.now });
  const previousId = await findPrevious(trx, request);
  const groupId = activity.groupId ?? context.settings.defaultGroupId();
  const row = {
    id: newId(),
    number: await nextTicketNumber(trx),
    kind: activity.kind,
    state: "open",
    origin_id: stamp.originId,
    contract_id: stamp.contractId,
    activity_id: activity.id,
    requester_id: request.person.accountId,
    group_id: groupId ?? null,
    assignee_id: null,
    description,
    fields_json: toJson(fields),
    conversation_id: request.conversationId ?? null,
    cause_id: causeId,
    previous_ticket_id: previousId ?? null,
    locale,
    created_at: context.now,
    updated_at: context.now,
  };
  const inserted = await trx
    .insertInto("ticket")
    .values(row)
    .onConflict((conflict) => conflict.column("cause_id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted === undefined) return requireByCause(trx, causeId);
  const actor = request.actor ?? { kind: "requester", id: row.requester_id, name: request.person.name };
  await eventIn(trx, { ticketId: row.id, kind: "opened", actor, text: description, at: context.now });
  await context.clock.decideIn(trx, row.id, context.now);
  return { id: row.id, number: row.number, groupId, isNew: true };
}

async function checkRequest(
  trx: Db,
  request: TicketRequest,
  settings: TicketSettings,
): Promise<{ readonly activity: TicketActivity; readonly stamp: TicketStamp }> {
  const { person, activityId } = request;
  await requireChatRequester(trx, person);
  if (activityId === undefined) {
    if (request.direct !== true) throw refused(new Map([["activityId", "required"]]));
    const stamp = await requireAttendanceSettings(trx, settings);
    return { stamp, activity: await findActivity(trx, stamp.directActivityId) };
  }
  const stamp =
    request.direct === true
      ? await requireAttendanceSettings(trx, settings)
      : await requireTicketStamp(trx, settings);
  const isEnforced = settings.groupsEnforced();
  return { stamp, activity: await requireOffered(trx, person, { activityId, isEnforced }) };
}

/** Somebody else's cannot be told from one that is not there. */
async function findPrevious(trx: Db, { previousTicket, person }: TicketRequest): Promise<string | undefined> {
  if (previousTicket === undefined) return undefined;
  const row = await trx
    .selectFrom("ticket")
    .select("id")
    .where("number", "=", plainNumber(previousTicket))
    .where("requester_id", "=", person.accountId)
    .executeTakeFirst();
  if (row === undefined) throw refused(new Map([["previousTicket", "not-found"]]));
  return row.id;
}

function checkDescription(text: string): string {
  const description = text.trim();
  if (description === "") throw refused(new Map([["description", "required"]]));
  if (description.length > descriptionCharsMax) throw refused(new Map([["description", "too-long"]]));
  return description;
}

async function findByCause(trx: Db, causeId: string): Promise<OpenedTicket | undefined> {
  const row = await trx
    .selectFrom("ticket")
    .select(["id", "number", "group_id"])
    .where("cause_id", "=", causeId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { id: row.id, number: row.number, groupId: row.group_id ?? undefined, isNew: false };
}

/** Another transaction with the same cause was first; the insert waited until it had committed. */
async function requireByCause(trx: Db, causeId: string): Promise<OpenedTicket> {
  const first = await findByCause(trx, causeId);
  if (first === undefined) throw new AppError("server/busy", "Please try again.");
  return first;
}
