import { handoverContextSchema } from "../contract/index.js";
import { fromJson, toJson } from "../store/index.js";
import { lockAgent } from "./agent-room.js";
import { type Desk, transact, type Verdict, type Work } from "./desk.js";
import {
  type Destination,
  findDestination,
  type Target,
  type TransferInput,
  type TransferOutcome,
} from "./destination.js";
import { handOver } from "./hand-over.js";
import { standingOf } from "./may.js";
import { insertGroups } from "./new-attendance.js";
import { type AttendanceRecord, lockRecord, updateRecord } from "./record.js";

/**
 * Passes an attendance on: to an agent, back into the queue of a group (with the old waiting time), or to the
 * assistant. By the agent who has it, or a supervisor. When the target cannot take it nothing changes and the reason
 * is told.
 */
export async function transferAttendance(desk: Desk, input: TransferInput): Promise<TransferOutcome> {
  const online = await onlineTarget(desk, input);
  // Nobody is put before a closed door without being told (zammad#4970).
  const reception = await desk.reception(input.to.kind === "group" ? [input.to.id] : []);
  return transact(desk, (work) => transfer(desk, input, { online, reception }, work));
}

async function onlineTarget({ presence }: Desk, { to }: TransferInput): Promise<ReadonlySet<string>> {
  return to.kind === "agent" ? presence.online([to.id]) : new Set();
}

async function transfer(
  desk: Desk,
  input: TransferInput,
  known: Pick<Target, "online" | "reception">,
  work: Work<TransferOutcome>,
): Promise<Verdict<TransferOutcome>> {
  const { trx, engine, withdraw } = work;
  const target = input.to.kind === "agent" ? await lockAgent(trx, engine, input.to.id) : undefined;
  const record = await lockRecord(trx, engine, input.attendanceId);
  const standing = record === undefined ? undefined : await standingOf(trx, input.actor, record);
  if (record === undefined || standing === undefined) return { outcome: { status: "missing" } };
  if (record.row.phase !== "accepted") return { outcome: { status: "gone" } };
  if (standing !== "holder" && standing !== "supervisor") return { outcome: { status: "not-owner" } };
  const found = await findDestination(input, record, { ...known, target, admits: desk.admits }, work);
  if ("status" in found) return { outcome: found };
  const moved = await write(record, found, input, work);
  const step = await handOver(desk, work, {
    ...found.step,
    record: moved,
    formerGroupIds: record.groupIds,
    from: ["agent"],
    actor: input.actor,
    note: input.note,
  });
  if (step.status !== "moved") return withdraw({ status: "gone" });
  const { change, epoch } = step;
  return { outcome: { status: "transferred", attendance: change.record, epoch }, change };
}

async function write(
  record: AttendanceRecord,
  { change, groupIds }: Destination,
  input: TransferInput,
  { trx, now }: Work<TransferOutcome>,
): Promise<AttendanceRecord> {
  const context = { ...fromJson(handoverContextSchema, record.row.context_json), reason: "transfer" };
  const context_json = input.to.kind === "assistant" ? record.row.context_json : toJson(context);
  const moved = await updateRecord(trx, record, { reason: input.note ?? null, context_json, ...change }, now);
  if (groupIds === undefined) return moved;
  await trx.deleteFrom("attendance_group").where("attendance_id", "=", record.row.id).execute();
  await insertGroups(trx, record.row.id, groupIds);
  return { ...moved, groupIds };
}
