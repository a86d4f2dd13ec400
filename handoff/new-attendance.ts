import type { HandoverContext, Locale } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { createShapes, marksOf, newId, type Row, toJson } from "../store/index.js";
import { lastPriority } from "./queue.js";
import type { AttendanceRecord } from "./record.js";

const ordinaryPriority = 500;

export interface AttendanceDraft {
  readonly conversationId: string;
  readonly ticketId: string | null;
  readonly requesterId: string;
  readonly question: string;
  readonly language: Locale;
  readonly context: HandoverContext;
  readonly causeId: string;
  /** 0 is served first, 999 last; 500 when left out. */
  readonly priority?: number | undefined;
  /** What its agent must know. */
  readonly skills?: readonly string[] | undefined;
}

/** A waiting attendance, last in the queue of its priority. */
export function toNewRow(draft: AttendanceDraft, now: number): Row<"attendance"> {
  const priority = Math.trunc(draft.priority ?? ordinaryPriority);
  return {
    id: newId(),
    conversation_id: draft.conversationId,
    ticket_id: draft.ticketId,
    requester_id: draft.requesterId,
    phase: "logged",
    status: "pending",
    priority: Math.min(Math.max(priority, 0), lastPriority),
    waiting_since: now,
    question: draft.question,
    language: draft.language,
    context_json: toJson(draft.context),
    agent_id: null,
    last_agent_id: null,
    offered_to: null,
    offered_until: null,
    accept_request_id: null,
    cause_id: draft.causeId,
    reason: null,
    version: 1,
    created_at: now,
    accepted_at: null,
    closed_at: null,
    updated_at: now,
    skills_json: draft.skills === undefined || draft.skills.length === 0 ? null : toJson(draft.skills),
    queued_at: now,
    reclaimed_at: null,
  };
}

/** Inserts a new attendance with its groups, or answers `undefined` when an open or same one is there. */
export async function insertAttendance(
  trx: Trx,
  row: Row<"attendance">,
  groupIds: readonly string[],
): Promise<AttendanceRecord | undefined> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("attendance")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return undefined;
  await insertGroups(trx, row.id, groupIds);
  return { row, groupIds };
}

/** Inserts several at once; answers how many of them were new. */
export async function insertAttendances(trx: Trx, records: readonly AttendanceRecord[]): Promise<number> {
  const values = records.flatMap(({ row }) => columns.map((column) => row[column]));
  const { numAffectedRows = 0n } = await trx.executeQuery(inserting(records.length, values));
  const links = records.flatMap(({ row, groupIds }) => groupIds.flatMap((groupId) => [row.id, groupId]));
  await trx.executeQuery(linking(links.length / 2, links));
  return Number(numAffectedRows);
}

const columns = [
  "id",
  "conversation_id",
  "ticket_id",
  "requester_id",
  "phase",
  "status",
  "priority",
  "waiting_since",
  "question",
  "language",
  "context_json",
  "cause_id",
  "version",
  "created_at",
  "updated_at",
  "skills_json",
  "queued_at",
] as const satisfies readonly (keyof Row<"attendance">)[];

const inserting = createShapes(
  (count) => `insert into attendance (${columns.join(", ")})
    values ${marksOf(
      count,
      columns.map(() => "plain"),
    )} on conflict do nothing`,
);
const linking = createShapes(
  (count) =>
    `insert into attendance_group (attendance_id, group_id) values ${marksOf(count, ["plain", "plain"])}`,
);

export async function insertGroups(
  trx: Trx,
  attendanceId: string,
  groupIds: readonly string[],
  /** When it came to wait for these groups too; left out where they are there from its beginning. */
  since?: number,
): Promise<void> {
  const links = groupIds.map((groupId) => ({ attendance_id: attendanceId, group_id: groupId, since }));
  await trx.insertInto("attendance_group").values(links).execute();
}

/** Those of the groups that exist and take attendances, in the order of their ids. */
export async function takingGroups(trx: Trx, groupIds: readonly string[]): Promise<string[]> {
  if (groupIds.length === 0) return [];
  const rows = await trx
    .selectFrom("assignment_group")
    .select("id")
    .where("id", "in", [...groupIds])
    .where("takes_attendances", "=", 1)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}
