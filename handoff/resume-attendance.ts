import { handoverContextSchema, type Locale, type Owner } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { fromJson } from "../store/index.js";
import { admit } from "./admission.js";
import { type LockedAgent, lockAgent } from "./agent-room.js";
import { type Actor, type Desk, transact, type Verdict, type Work } from "./desk.js";
import { type HandOver, handOver } from "./hand-over.js";
import { roomFor } from "./locked-floor.js";
import { insertAttendance, toNewRow } from "./new-attendance.js";
import { type AttendanceRecord, withGroups } from "./record.js";

export interface ResumeInput {
  readonly requester: Actor;
  /** Only what belongs to this ticket, or to this conversation; otherwise the requester's last one. */
  readonly ticketNumber?: string | undefined;
  readonly conversationId?: string | undefined;
  /** Language of the requester now; that of the attendance when left out. */
  readonly language?: Locale | undefined;
  /** Names what caused it: the same cause gets the same attendance. */
  readonly causeId: string;
}

export type ResumeOutcome =
  /** With an agent again or in the queue; `repeat` when it was not interrupted at all. */
  | {
      readonly status: "active" | "waiting";
      readonly attendance: AttendanceRecord;
      readonly conversationId: string;
      readonly repeat: boolean;
    }
  /** The requester has no unfinished attendance, or none of that ticket. */
  | { readonly status: "none" }
  /** Another conversation of the requester waits or is with a person. */
  | { readonly status: "refused"; readonly owner: Owner }
  | { readonly status: "not-configured" }
  /** People of its groups cannot be asked for now. */
  | { readonly status: "off" }
  /** Its groups take nothing new now. */
  | {
      readonly status: "closed";
      readonly opensAt?: number | undefined;
      readonly timeZone?: string | undefined;
    };

type GoesOn = Extract<ResumeOutcome, { readonly repeat: boolean }>;

/** Tickets in these states are finished: there is nothing to come back to. */
const finishedStates = ["resolved", "closed", "canceled"];

/**
 * Brings a requester back to their last unfinished attendance (S0-18): straight to the agent who had it when that
 * agent is there and has room, else into the queue at the old place. A closed conversation comes back to life.
 */
export async function resumeAttendance(desk: Desk, input: ResumeInput): Promise<ResumeOutcome> {
  const [last] = await unfinished(desk.store.db, input, 1);
  if (last === undefined) return { status: "none" };
  if (last.row.phase !== "closed") return goesOn(last);
  const agentId = last.row.agent_id ?? last.row.last_agent_id ?? undefined;
  const online = agentId === undefined ? new Set<string>() : await desk.presence.online([agentId]);
  const wanted = agentId !== undefined && online.has(agentId) ? agentId : undefined;
  const { openIds, ...opening } = await desk.reception(last.groupIds);
  const outcome = await transact<ResumeOutcome>(desk, (work) =>
    resume(desk, input, { last, wanted, openIds }, work),
  );
  return outcome.status === "closed" ? { ...outcome, ...opening } : outcome;
}

/** The requester's unfinished attendances, newest first: one per conversation, none of a finished ticket. */
export async function unfinished(
  trx: Trx,
  input: Omit<ResumeInput, "causeId">,
  limit: number,
): Promise<AttendanceRecord[]> {
  let query = trx
    .selectFrom("attendance")
    .leftJoin("ticket", "ticket.id", "attendance.ticket_id")
    .selectAll("attendance")
    .where("attendance.requester_id", "=", input.requester.accountId)
    .where((where) =>
      where.or([where("ticket.id", "is", null), where("ticket.state", "not in", finishedStates)]),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("attendance as later")
            .select("later.id")
            .whereRef("later.conversation_id", "=", "attendance.conversation_id")
            .whereRef("later.id", ">", "attendance.id"),
        ),
      ),
    )
    .orderBy("attendance.updated_at", "desc")
    .orderBy("attendance.id", "desc")
    .limit(limit);
  if (input.ticketNumber !== undefined) query = query.where("ticket.number", "=", input.ticketNumber);
  if (input.conversationId !== undefined)
    query = query.where("attendance.conversation_id", "=", input.conversationId);
  return withGroups(trx, await query.execute());
}

function goesOn(record: AttendanceRecord): GoesOn {
  const status = record.row.phase === "accepted" ? "active" : "waiting";
  return { status, attendance: record, conversationId: record.row.conversation_id, repeat: true };
}

interface Interrupted {
  readonly last: AttendanceRecord;
  /** The agent who had it, when online. */
  readonly wanted: string | undefined;
  /** Its groups that take new ones now; the former agent takes it back at any hour. */
  readonly openIds: readonly string[];
}

async function resume(
  desk: Desk,
  input: ResumeInput,
  { last, wanted, openIds }: Interrupted,
  work: Work<ResumeOutcome>,
): Promise<Verdict<ResumeOutcome>> {
  const { trx, engine, withdraw } = work;
  const locked = wanted === undefined ? undefined : await lockAgent(trx, engine, wanted);
  const agent = locked !== undefined && (await takesBack(trx, locked, last)) ? locked : undefined;
  const doors = { admits: desk.admits, openIds: agent === undefined ? openIds : last.groupIds };
  const admission = await admit(trx, last.groupIds, doors);
  if (admission.status !== "admitted") return { outcome: { status: admission.status } };
  const record = await insertAttendance(trx, continued(input, last, agent, work.now), admission.groupIds);
  if (record === undefined) return { outcome: await openOne(trx, last) };
  const step = await handOver(desk, work, { record, actor: input.requester, ...stepTo(agent) });
  if (step.status === "missing") return withdraw({ status: "none" });
  if (step.status !== "moved") return withdraw({ status: "refused", owner: step.owner });
  const { change } = step;
  const outcome: ResumeOutcome = { ...goesOn(change.record), repeat: false };
  return { outcome, change };
}

/** An agent who is away from the desk or takes nothing new is not surprised with a conversation. */
async function takesBack(trx: Trx, agent: LockedAgent, last: AttendanceRecord): Promise<boolean> {
  const isThere = agent.availability === "available" || agent.availability === "busy";
  return agent.isInDesk && isThere && (await roomFor(trx, agent, last)).status === "room";
}

function continued(
  input: ResumeInput,
  { row }: AttendanceRecord,
  agent: LockedAgent | undefined,
  now: number,
) {
  const context = { ...fromJson(handoverContextSchema, row.context_json), reason: "resume" as const };
  const draft = {
    conversationId: row.conversation_id,
    ticketId: row.ticket_id,
    requesterId: row.requester_id,
    question: row.question,
    language: input.language ?? context.language,
    context,
    causeId: input.causeId,
    priority: row.priority,
  };
  const waiting = {
    ...toNewRow(draft, now),
    waiting_since: row.waiting_since,
    last_agent_id: row.agent_id ?? row.last_agent_id,
    skills_json: row.skills_json,
  };
  if (agent === undefined) return waiting;
  return { ...waiting, phase: "accepted", status: "active", agent_id: agent.id, accepted_at: now };
}

function stepTo(agent: LockedAgent | undefined): Pick<HandOver, "from" | "to" | "fact" | "agent" | "notice"> {
  const from = ["assistant", "none"] as const;
  const fact = "resumed" as const;
  if (agent === undefined)
    return { from, fact, to: { kind: "queue" }, notice: { kind: "attendance-resumed" } };
  const { id, name } = agent;
  return {
    from,
    fact,
    to: { kind: "agent", id },
    agent: { id, name },
    notice: { kind: "attendance-resumed", name },
  };
}

/** Another transaction resumed it first. One of the same cause that is closed by now is not begun again. */
async function openOne(trx: Trx, last: AttendanceRecord): Promise<ResumeOutcome> {
  const rows = await trx
    .selectFrom("attendance")
    .selectAll()
    .where("conversation_id", "=", last.row.conversation_id)
    .where("phase", "<>", "closed")
    .execute();
  const [open] = await withGroups(trx, rows);
  return open === undefined ? { status: "none" } : goesOn(open);
}
