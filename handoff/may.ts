import { isStaff } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { isInGroups } from "./agent-room.js";
import type { Actor } from "./desk.js";
import type { AttendanceRecord } from "./record.js";

/**
 * How a person stands to an attendance; `undefined` when it is not theirs to see. Who was told of it may look and no
 * more; what a dispatcher may do besides is asked where it is done.
 */
export type Standing = "requester" | "holder" | "supervisor" | "colleague" | "told";

/** Looks up the standing now, whatever the session remembers. */
export async function standingOf(
  trx: Trx,
  actor: Actor,
  record: AttendanceRecord,
): Promise<Standing | undefined> {
  const { row } = record;
  if (row.requester_id === actor.accountId) return "requester";
  if (!isStaff(actor)) return undefined;
  if (row.agent_id === actor.accountId && row.phase === "accepted") return "holder";
  if (actor.role !== "agent") return "supervisor";
  if (row.agent_id === actor.accountId || row.last_agent_id === actor.accountId) return "colleague";
  if (await isInGroups(trx, actor.accountId, record.groupIds)) return "colleague";
  return (await wasTold(trx, actor.accountId, row.id)) ? "told" : undefined;
}

/** Whoever was notified of it may see it, and take it only as a member of its groups (S3-11, S1-3). */
async function wasTold(trx: Trx, accountId: string, attendanceId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("attendance_told")
    .select("account_id")
    .where("attendance_id", "=", attendanceId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row !== undefined;
}
