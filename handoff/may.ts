import { isStaff } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { isInGroups } from "./agent-room.js";
import type { Actor } from "./desk.js";
import type { AttendanceRecord } from "./record.js";

/** How a person stands to an attendance; `undefined` when it is not theirs to see. */
export type Standing = "requester" | "holder" | "supervisor" | "colleague";

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
  return (await isInGroups(trx, actor.accountId, record.groupIds)) ? "colleague" : undefined;
}
