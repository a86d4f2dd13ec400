import type { Trx } from "../../conversation/index.js";

const rememberedMs = 90 * 24 * 60 * 60_000;

/** Who served each of these requesters last, in whatever conversation; nobody for whom that is too long ago. */
export async function readFormerAgents(
  db: Trx,
  requesterIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  if (requesterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("conversation")
    .innerJoin("attendance", "attendance.conversation_id", "conversation.id")
    .select(["attendance.requester_id", "attendance.agent_id"])
    .where("conversation.requester_id", "in", [...requesterIds])
    .where("attendance.phase", "=", "closed")
    .where("attendance.accepted_at", "is not", null)
    .where("attendance.closed_at", ">", now - rememberedMs)
    .orderBy("attendance.closed_at")
    .execute();
  return new Map(rows.flatMap((row) => (row.agent_id === null ? [] : [[row.requester_id, row.agent_id]])));
}
