import type { Trx } from "../conversation/index.js";
import { isInGroups, type LockedAgent, type Room, readAgent } from "./agent-room.js";
import { type Actor, type Agent, type Desk, transact, type Verdict, type Work } from "./desk.js";
import { type HandOver, handOver } from "./hand-over.js";
import { type Floor, isMember, lockFloor, picksIn, roomOn } from "./locked-floor.js";
import { type AttendanceRecord, updateRecord } from "./record.js";

export interface AcceptInput {
  readonly attendanceId: string;
  readonly agent: Actor;
  /** Made by the client; the same one gets the same answer again (Q2). */
  readonly requestId: string;
  /** For which of the agent's groups, where several could (S0-25). */
  readonly groupId?: string | undefined;
}

export type AcceptOutcome =
  | {
      readonly status: "accepted";
      readonly attendance: AttendanceRecord;
      readonly conversationId: string;
      readonly epoch: number;
      readonly repeat: boolean;
    }
  | { readonly status: "taken"; readonly holder: Agent }
  | Exclude<Room, { readonly status: "room" }>
  /** Another agent is asked for it until then. */
  | { readonly status: "offered-to-other"; readonly until: number }
  /** Its group gives out by itself, and has not asked this agent. */
  | { readonly status: "not-offered" }
  | { readonly status: "gone" | "not-in-group" | "offline" | "missing" };

/** One accept in a transaction of its own. */
export function acceptAlone(desk: Desk, input: AcceptInput): Promise<AcceptOutcome> {
  return transact<AcceptOutcome>(desk, (work) => accept(desk, input, work));
}

async function accept(
  desk: Desk,
  input: AcceptInput,
  work: Work<AcceptOutcome>,
): Promise<Verdict<AcceptOutcome>> {
  const { trx, engine, now, withdraw } = work;
  const ids = { agentIds: [input.agent.accountId], attendanceIds: [input.attendanceId] };
  const floor = await lockFloor(trx, engine, ids);
  const agent = floor.agents.get(input.agent.accountId);
  const record = floor.records.get(input.attendanceId);
  if (record === undefined) return { outcome: { status: "missing" } };
  if (record.row.phase !== "logged") return { outcome: await settled(trx, input, record) };
  const refusal = refuseAccept(floor, agent, record, now);
  if (refusal !== undefined || agent === undefined) return { outcome: refusal ?? { status: "not-in-group" } };
  const accepted = await updateRecord(trx, record, taken(agent, input, now), now);
  const step = await handOver(desk, work, acceptStep(accepted, agent, input));
  if (step.status !== "moved") return withdraw({ status: "gone" });
  const { change, epoch } = step;
  return { outcome: acceptedAs(change.record, epoch, "first"), change };
}

export function acceptStep(record: AttendanceRecord, agent: Agent, input: AcceptInput): HandOver {
  return {
    record,
    from: ["queue"],
    to: { kind: "agent", id: agent.id },
    fact: "accepted",
    actor: input.agent,
    agent: { id: agent.id, name: agent.name },
    groupId: input.groupId,
    notice: { kind: "attendance-accepted", name: agent.name },
  };
}

/** What is told when the attendance is no longer waiting. */
export async function settled(
  trx: Trx,
  input: AcceptInput,
  record: AttendanceRecord,
): Promise<AcceptOutcome> {
  const { row } = record;
  // Another request of the same agent is another taker: one of any number wins (S1-10).
  const isSame = row.agent_id === input.agent.accountId && row.accept_request_id === input.requestId;
  if (isSame && row.phase === "accepted") {
    const { epoch } = await trx
      .selectFrom("conversation")
      .select("epoch")
      .where("id", "=", row.conversation_id)
      .executeTakeFirstOrThrow();
    return acceptedAs(record, epoch, "repeat");
  }
  if (!(await isInGroups(trx, input.agent.accountId, record.groupIds))) return { status: "not-in-group" };
  if (row.phase === "closed" || row.agent_id === null) return { status: "gone" };
  return { status: "taken", holder: await readAgent(trx, row.agent_id) };
}

/** Why a locked agent cannot have a waiting attendance. */
export function refuseAccept(
  floor: Floor,
  agent: LockedAgent | undefined,
  record: AttendanceRecord,
  now: number,
): AcceptOutcome | undefined {
  if (!agent?.isInDesk || !isMember(floor, agent.id, record.groupIds)) return { status: "not-in-group" };
  if (agent.availability === "offline") return { status: "offline" };
  const picking = mayPick(floor, agent, record, now);
  if (picking !== undefined) return picking;
  const room = roomOn(floor, agent, record);
  return room.status === "room" ? undefined : room;
}

/**
 * Whoever is asked may take it, also a moment too late. What a group gives out by itself is not picked from the queue,
 * or those who wait longest would be left over; supervisors may, and so may members of a group that lets pick.
 */
function mayPick(
  floor: Floor,
  agent: Pick<LockedAgent, "id" | "role">,
  { row, groupIds }: AttendanceRecord,
  now: number,
): Extract<AcceptOutcome, { status: "offered-to-other" | "not-offered" }> | undefined {
  if (row.offered_to === agent.id) return undefined;
  const until = row.offered_to === null ? 0 : (row.offered_until ?? 0);
  if (until > now) return { status: "offered-to-other", until };
  if (agent.role !== "agent" || picksIn(floor, agent.id, groupIds)) return undefined;
  return { status: "not-offered" };
}

function taken(agent: LockedAgent, input: AcceptInput, now: number) {
  return {
    phase: "accepted",
    status: "active",
    agent_id: agent.id,
    accept_request_id: input.requestId,
    accepted_at: now,
    offered_to: null,
    offered_until: null,
  };
}

export function acceptedAs(
  attendance: AttendanceRecord,
  epoch: number,
  time: "first" | "repeat",
): AcceptOutcome {
  const conversationId = attendance.row.conversation_id;
  return { status: "accepted", attendance, conversationId, epoch, repeat: time === "repeat" };
}
