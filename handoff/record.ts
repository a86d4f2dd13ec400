import type { Trx } from "../conversation/index.js";
import { createShapes, type Engine, listOf, lockingShapes, type Row } from "../store/index.js";
import type { QueueEntry } from "./queue.js";

/** An attendance as it is stored, with the groups it is offered to. */
export interface AttendanceRecord {
  readonly row: Row<"attendance">;
  readonly groupIds: readonly string[];
}

/** Reads attendances with their groups; ids that are not there are left out. */
export async function readRecords(trx: Trx, ids: readonly string[]): Promise<AttendanceRecord[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("attendance")
    .selectAll()
    .where("id", "in", [...ids])
    .execute();
  return withGroups(trx, rows);
}

export async function readRecord(trx: Trx, id: string): Promise<AttendanceRecord | undefined> {
  return (await readRecords(trx, [id]))[0];
}

/** Reads an attendance and keeps its row locked until the end of the transaction. */
export async function lockRecord(
  trx: Trx,
  engine: Engine,
  id: string,
): Promise<AttendanceRecord | undefined> {
  return (await lockRecords(trx, engine, [id]))[0];
}

/** The same for several, locked in the order of their ids. */
export async function lockRecords(
  trx: Trx,
  engine: Engine,
  ids: readonly string[],
): Promise<AttendanceRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await trx.executeQuery(locking[engine](ids.length, [...ids]));
  if (rows.length === 0) return [];
  const found = rows.map(({ id }) => id);
  const { rows: links } = await trx.executeQuery(linking(found.length, found));
  return join(rows, links);
}

const locking = lockingShapes<Row<"attendance">>(
  (count) => `select * from attendance where id in (${listOf(count)}) order by id`,
);

const linking = createShapes<Row<"attendance_group">>(
  (count) =>
    `select attendance_id, group_id from attendance_group where attendance_id in (${listOf(count)}) order by group_id`,
);

export async function withGroups(trx: Trx, rows: readonly Row<"attendance">[]): Promise<AttendanceRecord[]> {
  if (rows.length === 0) return [];
  const links = await trx
    .selectFrom("attendance_group")
    .selectAll()
    .where(
      "attendance_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("group_id")
    .execute();
  return join(rows, links);
}

function join(
  rows: readonly Row<"attendance">[],
  links: readonly Row<"attendance_group">[],
): AttendanceRecord[] {
  const groups = new Map<string, string[]>(rows.map((row) => [row.id, []]));
  for (const link of links) groups.get(link.attendance_id)?.push(link.group_id);
  return rows.map((row) => ({ row, groupIds: groups.get(row.id) ?? [] }));
}

export async function readGroupIds(trx: Trx, attendanceId: string): Promise<string[]> {
  const links = await trx
    .selectFrom("attendance_group")
    .select("group_id")
    .where("attendance_id", "=", attendanceId)
    .orderBy("group_id")
    .execute();
  return links.map((link) => link.group_id);
}

export function toEntry({ row, groupIds }: AttendanceRecord): QueueEntry {
  return { attendanceId: row.id, groupIds, priority: row.priority, waitingSince: row.waiting_since };
}

export type OfferOutcome = "accepted" | "declined" | "lapsed" | "withdrawn";

/** Notes what became of the open offer of an attendance. */
export async function finishOffer(trx: Trx, id: string, outcome: OfferOutcome, now: number): Promise<void> {
  await trx
    .updateTable("attendance_offer")
    .set({ outcome, decided_at: now })
    .where("attendance_id", "=", id)
    .where("outcome", "=", "open")
    .execute();
}

/**
 * Writes a change to a row that the caller has locked: version and time go with it. What leaves the
 * queue is no longer offered.
 */
export async function updateRecord(
  trx: Trx,
  record: AttendanceRecord,
  change: Partial<Omit<Row<"attendance">, "id" | "version">>,
  now: number,
): Promise<AttendanceRecord> {
  const offered = record.row.offered_to;
  const leaves = offered !== null && (change.phase ?? "logged") !== "logged";
  const set = leaves ? { ...change, offered_to: null, offered_until: null } : change;
  if (leaves) {
    const isTaken = change.phase === "accepted" && change.agent_id === offered;
    await finishOffer(trx, record.row.id, isTaken ? "accepted" : "withdrawn", now);
  }
  const row = { ...record.row, ...set, version: record.row.version + 1, updated_at: now };
  await trx
    .updateTable("attendance")
    .set({ ...set, version: row.version, updated_at: now })
    .where("id", "=", row.id)
    .where("version", "=", record.row.version)
    .execute();
  return { ...record, row };
}
