import { isStaff, type Principal } from "../contract/index.js";
import type { Db } from "../store/index.js";
import type { Side } from "./receipts.js";

/**
 * On which side of a conversation a person stands, or `undefined` when the conversation is not theirs to see
 * (reliability S10). A requester sees their own; an agent those that came to one of their groups or to them; a
 * supervisor or an admin every one. Talks among colleagues are for those who take part in them, whatever their role.
 */
export async function sideOf(db: Db, person: Principal, conversationId: string): Promise<Side | undefined> {
  const row = await db
    .selectFrom("conversation")
    .select(["id", "kind", "requester_id", "owner_kind", "owner_id", "epoch"])
    .where("id", "=", conversationId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.kind === "consult") return (await takesPart(db, person, row)) ? "agent" : undefined;
  if (row.requester_id === person.accountId) return "requester";
  if (!isStaff(person)) return undefined;
  if (row.kind === "direct") return row.owner_id === person.accountId ? "agent" : undefined;
  if (person.role !== "agent" || row.owner_id === person.accountId) return "agent";
  if (await cameTo(db, person, conversationId)) return "agent";
  return (await takesPart(db, person, row)) ? "agent" : undefined;
}

/** A participant of a consult; in a requester's talk a colleague whom its present agent has brought in. */
async function takesPart(
  db: Db,
  person: Principal,
  row: { readonly id: string; readonly kind: string; readonly epoch: number },
): Promise<boolean> {
  const found = await db
    .selectFrom("participant")
    .select("epoch")
    .where("conversation_id", "=", row.id)
    .where("account_id", "=", person.accountId)
    .where("state", "=", "joined")
    .executeTakeFirst();
  return found !== undefined && (row.kind === "consult" || found.epoch === row.epoch);
}

async function cameTo(db: Db, person: Principal, conversationId: string): Promise<boolean> {
  const found = await db
    .selectFrom("attendance")
    .leftJoin("attendance_group", "attendance_group.attendance_id", "attendance.id")
    .select("attendance.id")
    .where("attendance.conversation_id", "=", conversationId)
    .where((where) =>
      where.or([
        where("attendance.agent_id", "=", person.accountId),
        where("attendance.last_agent_id", "=", person.accountId),
        ...(person.groupIds.length > 0
          ? [where("attendance_group.group_id", "in", [...person.groupIds])]
          : []),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
