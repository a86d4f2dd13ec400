import { attendancePhases } from "../../contract/index.js";
import { type WallTalk, wallTalkSchema } from "../../contract/team/index.js";
import type { Db } from "../../store/index.js";

const questionMaxChars = 160;
/** Engines take this many values in one statement without complaint. */
const idsAtOnce = 500;

/** Attendances that are not over: all, or those of these, in the order in which they wait. */
export async function readTalks(
  db: Db,
  which: { readonly limit: number; readonly ids?: readonly string[] },
): Promise<WallTalk[]> {
  if (which.ids === undefined) return read(db, which.limit, undefined);
  const found: WallTalk[] = [];
  for (let at = 0; at < which.ids.length; at += idsAtOnce) {
    found.push(...(await read(db, which.limit, which.ids.slice(at, at + idsAtOnce))));
  }
  return found;
}

export async function countWaiting(db: Db): Promise<number> {
  const row = await db
    .selectFrom("attendance")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("phase", "=", "logged")
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

async function read(db: Db, limit: number, ids: readonly string[] | undefined): Promise<WallTalk[]> {
  let query = db
    .selectFrom("attendance")
    .innerJoin("conversation", "conversation.id", "attendance.conversation_id")
    .innerJoin("account as requester", "requester.id", "attendance.requester_id")
    .leftJoin("account as former", "former.id", "attendance.last_agent_id")
    .leftJoin("ticket", "ticket.id", "attendance.ticket_id")
    .leftJoin("attendance_record as record", "record.attendance_id", "attendance.id")
    .select([
      "attendance.id",
      "attendance.conversation_id",
      "attendance.phase",
      "attendance.priority",
      "attendance.waiting_since",
      "attendance.accepted_at",
      "attendance.question",
      "attendance.version",
      "attendance.agent_id",
      "requester.id as requester_id",
      "requester.name as requester_name",
      "requester.photo_url",
      "conversation.epoch",
      "ticket.number",
      "record.response_due_at",
      "attendance.queued_at",
      "attendance.reclaimed_at",
      "former.name as former_name",
    ])
    .where("attendance.phase", "<>", attendancePhases[2])
    .orderBy("attendance.priority")
    .orderBy("attendance.waiting_since")
    .limit(limit);
  if (ids !== undefined) query = query.where("attendance.id", "in", [...ids]);
  const rows = await query.execute();
  const groups = await readGroups(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    ...(row.number === null ? {} : { ticketNumber: row.number }),
    phase: wallTalkSchema.shape.phase.parse(row.phase),
    groupIds: groups.get(row.id) ?? [],
    priority: row.priority,
    waitingSince: row.waiting_since,
    ...(row.response_due_at === null ? {} : { responseDueAt: row.response_due_at }),
    ...(row.accepted_at === null ? {} : { acceptedAt: row.accepted_at }),
    requester: {
      id: row.requester_id,
      name: row.requester_name,
      ...(row.photo_url === null ? {} : { photoUrl: row.photo_url }),
    },
    question: row.question.slice(0, questionMaxChars),
    version: row.version,
    ...(row.agent_id === null ? {} : { agentId: row.agent_id }),
    ...reclaimedFrom(row),
    epoch: row.epoch,
  }));
}

/** Only while it waits for the reason that its last agent stayed silent. */
function reclaimedFrom(row: {
  readonly phase: string;
  readonly queued_at: number | null;
  readonly reclaimed_at: number | null;
  readonly former_name: string | null;
}): Pick<WallTalk, "reclaimedFrom"> {
  const isReclaimed =
    row.phase === "logged" && row.reclaimed_at !== null && row.reclaimed_at === row.queued_at;
  return isReclaimed ? { reclaimedFrom: row.former_name ?? "" } : {};
}

async function readGroups(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const links = await db
      .selectFrom("attendance_group")
      .selectAll()
      .where("attendance_id", "in", ids.slice(at, at + idsAtOnce))
      .execute();
    for (const { attendance_id: id, group_id: groupId } of links) {
      groups.set(id, [...(groups.get(id) ?? []), groupId]);
    }
  }
  return groups;
}
