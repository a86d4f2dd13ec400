import { groupRoutingSchema, isStaff } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { fromJson } from "../store/index.js";
import { isInGroups, type LockedAgent, lockAgent, readAgent } from "./agent-room.js";
import { type Actor, type Desk, transact, type Verdict, type Work } from "./desk.js";
import type { TransferOutcome } from "./destination.js";
import { handOver } from "./hand-over.js";
import { roomFor } from "./locked-floor.js";
import { standingOf } from "./may.js";
import { type AttendanceRecord, lockRecord, updateRecord } from "./record.js";
import { transferAttendance } from "./transfer-attendance.js";

export interface AssignInput {
  readonly attendanceId: string;
  readonly agentId: string;
  readonly actor: Actor;
  /** For colleagues only. */
  readonly note?: string | undefined;
}

export type AssignOutcome =
  | { readonly status: "assigned"; readonly attendance: AttendanceRecord }
  | Exclude<TransferOutcome, { readonly status: "transferred" }>
  | { readonly status: "denied" };

/**
 * A supervisor, or the dispatcher of one of its groups, gives a waiting attendance to an agent; one that somebody has
 * already is passed on. When it cannot be, nothing changes and the reason is the true one: not in the group, not
 * there, or full (RC#36528).
 */
export async function assignAttendance(desk: Desk, input: AssignInput): Promise<AssignOutcome> {
  const online = await desk.presence.online([input.agentId]);
  const outcome = await transact<AssignOutcome | "held">(desk, (work) => assign(desk, input, online, work));
  if (outcome !== "held") return outcome;
  const { agentId, ...rest } = input;
  const passed = await transferAttendance(desk, { ...rest, to: { kind: "agent", id: agentId } });
  return passed.status === "transferred" ? { status: "assigned", attendance: passed.attendance } : passed;
}

async function assign(
  desk: Desk,
  input: AssignInput,
  online: ReadonlySet<string>,
  work: Work<AssignOutcome | "held">,
): Promise<Verdict<AssignOutcome | "held">> {
  const { trx, engine, now, withdraw } = work;
  const target = await lockAgent(trx, engine, input.agentId);
  const record = await lockRecord(trx, engine, input.attendanceId);
  if (record === undefined || (await standingOf(trx, input.actor, record)) === undefined)
    return { outcome: { status: "missing" } };
  if (!(await mayAssign(trx, input.actor, record))) return { outcome: { status: "denied" } };
  if (record.row.phase === "accepted") return { outcome: "held" };
  if (record.row.phase === "closed") return { outcome: { status: "gone" } };
  const refusal = await refuse(trx, target, record, online);
  if (refusal !== undefined || target === undefined) return { outcome: refusal ?? { status: "no-target" } };
  const given = {
    phase: "accepted",
    status: "active",
    agent_id: target.id,
    accept_request_id: null,
    accepted_at: now,
    reason: input.note ?? null,
  };
  const step = await handOver(desk, work, {
    record: await updateRecord(trx, record, given, now),
    from: ["queue"],
    to: { kind: "agent", id: target.id },
    fact: "accepted",
    actor: input.actor,
    agent: { id: target.id, name: target.name },
    notice: { kind: "attendance-accepted", name: target.name },
    note: input.note,
  });
  if (step.status !== "moved") return withdraw({ status: "gone" });
  return { outcome: { status: "assigned", attendance: step.change.record }, change: step.change };
}

async function refuse(
  trx: Trx,
  target: LockedAgent | undefined,
  record: AttendanceRecord,
  online: ReadonlySet<string>,
): Promise<AssignOutcome | undefined> {
  if (!target?.isInDesk) return { status: "no-target" };
  const { id } = target;
  const { name } = await readAgent(trx, id);
  if (!(await isInGroups(trx, id, record.groupIds))) return { status: "not-in-group", name };
  if (target.availability === "offline" || !online.has(id)) return { status: "offline", name };
  const room = await roomFor(trx, target, record);
  return room.status === "room" ? undefined : { ...room, name };
}

/** Supervisors, and the dispatcher of one of its groups. */
export async function mayAssign(trx: Trx, actor: Actor, { groupIds }: AttendanceRecord): Promise<boolean> {
  if (!isStaff(actor)) return false;
  if (actor.role !== "agent") return true;
  const groups = await trx
    .selectFrom("assignment_group")
    .select("routing_json")
    .where("id", "in", [...groupIds])
    .execute();
  return groups.some(
    ({ routing_json: json }) =>
      json !== null && fromJson(groupRoutingSchema, json).dispatcherId === actor.accountId,
  );
}
