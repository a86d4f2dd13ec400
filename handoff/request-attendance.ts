import type { HandoverContext, Locale, Owner } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import type { Engine } from "../store/index.js";
import { admit } from "./admission.js";
import { type Actor, type Desk, transact, type Verdict, type Work } from "./desk.js";
import { type HandOver, handOver } from "./hand-over.js";
import { insertAttendance, toNewRow } from "./new-attendance.js";
import { type AttendanceRecord, withGroups } from "./record.js";

export interface RequestInput {
  readonly conversationId: string;
  /** The ownership under which the assistant decided; a late turn is refused. */
  readonly epoch?: number | undefined;
  readonly requester: Actor;
  readonly groupIds: readonly string[];
  readonly question: string;
  readonly language: Locale;
  readonly context: HandoverContext;
  /** The ticket of the conversation when left out. */
  readonly ticketId?: string | undefined;
  /** Names what caused it (the message that is answered): the same cause gets the same attendance. */
  readonly causeId: string;
  /** 0 is served first, 999 last; 500 when left out. */
  readonly priority?: number | undefined;
  /** What its agent must know, by the rule that chose the group. */
  readonly skills?: readonly string[] | undefined;
}

export type RequestOutcome =
  /** Waiting, or already further when it is a `repeat` of one that was there. */
  | { readonly status: "requested"; readonly attendance: AttendanceRecord; readonly repeat: boolean }
  /** None of the groups exists and takes attendances. */
  | { readonly status: "not-configured" }
  /** People of these groups cannot be asked for now. */
  | { readonly status: "off" }
  /** All of the groups are closed, or too near to closing (S1-26, S1-32). */
  | {
      readonly status: "closed";
      readonly opensAt?: number | undefined;
      readonly timeZone?: string | undefined;
    }
  | { readonly status: "stale" | "refused"; readonly epoch: number; readonly owner: Owner }
  | { readonly status: "missing" };

/**
 * Puts a conversation into the queue of the groups (S1-25). At most one open attendance per conversation: a second
 * wish gets the one there is, and so does the same cause however often it is told.
 */
export async function requestAlone(desk: Desk, input: RequestInput): Promise<RequestOutcome> {
  const { openIds, ...opening } = await desk.reception(input.groupIds);
  const outcome = await transact<RequestOutcome>(desk, (work) => request(desk, input, openIds, work));
  return outcome.status === "closed" ? { ...outcome, ...opening } : outcome;
}

async function request(
  desk: Desk,
  input: RequestInput,
  openIds: readonly string[],
  work: Work<RequestOutcome>,
): Promise<Verdict<RequestOutcome>> {
  const { trx, engine, now, withdraw } = work;
  const present = await findSame(trx, input);
  if (present !== undefined) return { outcome: repeatOf(present) };
  const admission = await admit(trx, input.groupIds, { admits: desk.admits, openIds });
  if (admission.status !== "admitted") return { outcome: { status: admission.status } };
  const conversation = await lockConversation(trx, engine, input.conversationId);
  if (conversation === undefined) return { outcome: { status: "missing" } };
  const ticketId = input.ticketId ?? conversation.ticket_id;
  const row = toNewRow({ ...input, ticketId, requesterId: input.requester.accountId }, now);
  const record = await insertAttendance(trx, row, admission.groupIds);
  if (record === undefined) return { outcome: await winner(trx, input) };
  const step = await handOver(desk, work, requestStep(record, input, await ticketNumber(trx, ticketId)));
  if (step.status !== "moved") return withdraw(step);
  const { change } = step;
  return { outcome: { status: "requested", attendance: change.record, repeat: false }, change };
}

/** What makes it wait, once it is inserted. */
export function requestStep(
  record: AttendanceRecord,
  input: RequestInput,
  number: string | undefined,
): HandOver {
  return {
    record,
    epoch: input.epoch,
    from: ["assistant", "none"],
    to: { kind: "queue" },
    fact: "requested",
    actor: input.requester,
    notice: { kind: "attendance-waiting", ticketNumber: number },
  };
}

function repeatOf(attendance: AttendanceRecord): RequestOutcome {
  return { status: "requested", attendance, repeat: true };
}

async function findSame(trx: Trx, input: RequestInput): Promise<AttendanceRecord | undefined> {
  const rows = await trx
    .selectFrom("attendance")
    .selectAll()
    .where((where) =>
      where.or([
        where("cause_id", "=", input.causeId),
        where.and([where("conversation_id", "=", input.conversationId), where("phase", "<>", "closed")]),
      ]),
    )
    .execute();
  const same = rows.find((row) => row.cause_id === input.causeId) ?? rows[0];
  return same === undefined ? undefined : (await withGroups(trx, [same]))[0];
}

/** Another transaction was first with this cause or conversation; it is committed by now. */
async function winner(trx: Trx, input: RequestInput): Promise<RequestOutcome> {
  const present = await findSame(trx, input);
  return present === undefined ? { status: "missing" } : repeatOf(present);
}

/**
 * Locked before anything refers to it: a reference takes a weaker lock, and two who both want to make that stronger (a
 * turn of the assistant is the other) would wait for each other.
 */
function lockConversation(
  trx: Trx,
  engine: Engine,
  id: string,
): Promise<{ ticket_id: string | null } | undefined> {
  const query = trx.selectFrom("conversation").select("ticket_id").where("id", "=", id);
  return (engine === "postgres" ? query.forUpdate() : query).executeTakeFirst();
}

async function ticketNumber(trx: Trx, id: string | null): Promise<string | undefined> {
  if (id === null) return undefined;
  return (await trx.selectFrom("ticket").select("number").where("id", "=", id).executeTakeFirst())?.number;
}
