import type { OwnerKind } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { readAgent } from "./agent-room.js";
import {
  type Actor,
  type Agent,
  type Desk,
  type FactKind,
  transact,
  type Verdict,
  type Work,
} from "./desk.js";
import { handOver } from "./hand-over.js";
import { type Standing, standingOf } from "./may.js";
import type { NoticeKind } from "./notices.js";
import { type AttendanceRecord, lockRecord, updateRecord } from "./record.js";

export interface CloseInput {
  readonly attendanceId: string;
  readonly actor: Actor;
  readonly reason?: string | undefined;
  /** An attendant's; a requester gives a reason only (S1-28). */
  readonly completionCodeId?: string | undefined;
}

export type CloseOutcome =
  | { readonly status: "closed"; readonly attendance: AttendanceRecord; readonly repeat: boolean }
  /** Cancelled too late: an agent has it. */
  | { readonly status: "taken"; readonly holder: Agent }
  | { readonly status: "denied" | "missing" };

interface Closing {
  readonly phases: readonly string[];
  readonly by: readonly Standing[];
  readonly from: readonly OwnerKind[];
  readonly to: OwnerKind;
  readonly fact: FactKind;
  readonly notice: NoticeKind;
}

const cancelling: Closing = {
  phases: ["logged"],
  by: ["requester", "supervisor", "colleague"],
  from: ["queue"],
  to: "assistant",
  fact: "cancelled",
  notice: "attendance-cancelled",
};

const ending: Closing = {
  phases: ["logged", "accepted"],
  by: ["requester", "holder", "supervisor"],
  from: ["agent", "queue"],
  to: "none",
  fact: "ended",
  notice: "attendance-ended",
};

/** Takes a waiting attendance out of the queue; the assistant goes on (S1-27). The requester, or staff of its groups. */
export function cancelAttendance(desk: Desk, input: CloseInput): Promise<CloseOutcome> {
  return transact(desk, (work) => close(desk, input, cancelling, work));
}

/**
 * Ends an attendance and closes its conversation (S1-28): nobody can write any more, both can read. The requester, the
 * agent who has it, or a supervisor. One that still waits is ended too.
 */
export function endAttendance(desk: Desk, input: CloseInput): Promise<CloseOutcome> {
  return transact(desk, (work) => close(desk, input, ending, work));
}

async function close(
  desk: Desk,
  input: CloseInput,
  closing: Closing,
  work: Work<CloseOutcome>,
): Promise<Verdict<CloseOutcome>> {
  const { trx, engine, now, withdraw } = work;
  const record = await lockRecord(trx, engine, input.attendanceId);
  const standing = record === undefined ? undefined : await standingOf(trx, input.actor, record);
  if (record === undefined || standing === undefined) return { outcome: { status: "missing" } };
  const refusal = await refuse(trx, record, standing, closing);
  if (refusal !== undefined) return { outcome: refusal };
  const closed = await updateRecord(trx, record, closedAs(record, standing, input, now), now);
  const name = input.actor.name;
  const step = await handOver(desk, work, {
    record: closed,
    from: closing.from,
    to: { kind: closing.to },
    fact: closing.fact,
    actor: input.actor,
    completionCodeId: standing === "requester" ? undefined : input.completionCodeId,
    notice: { kind: closing.notice, name, reason: input.reason },
  });
  if (step.status !== "moved") return withdraw({ status: "missing" });
  const { change } = step;
  return { outcome: { status: "closed", attendance: change.record, repeat: false }, change };
}

async function refuse(
  trx: Trx,
  record: AttendanceRecord,
  standing: Standing,
  closing: Closing,
): Promise<CloseOutcome | undefined> {
  const { row } = record;
  if (row.phase === "closed") return { status: "closed", attendance: record, repeat: true };
  if (!closing.phases.includes(row.phase) && row.agent_id !== null)
    return { status: "taken", holder: await readAgent(trx, row.agent_id) };
  return closing.by.includes(standing) ? undefined : { status: "denied" };
}

/** A wish that its own requester takes back is abandoned; everything else has ended (S3-16). */
function closedAs({ row }: AttendanceRecord, standing: Standing, input: CloseInput, now: number) {
  const isAbandoned = row.phase === "logged" && standing === "requester";
  return {
    phase: "closed",
    status: isAbandoned ? "abandoned" : "ended",
    reason: input.reason ?? null,
    closed_at: now,
  };
}
