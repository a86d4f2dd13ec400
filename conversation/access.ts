import { isStaff, type Principal } from "../contract/index.js";
import type { Db } from "../store/index.js";
import type { Side } from "./receipts.js";

/**
 * On which side of a conversation a person stands, or `undefined` when the conversation is not theirs to see
 * (reliability S10). A requester sees their own; an agent those that came to one of their groups or to them, that they
 * were added to, or in whose notes a colleague named them; a supervisor or an admin every one. Talks among colleagues
 * are for those who take part in them, whatever their role.
 */
export async function sideOf(db: Db, person: Principal, conversationId: string): Promise<Side | undefined> {
  const row = await db
    .selectFrom("conversation")
    .select(["kind", "requester_id", "owner_id"])
    .where("id", "=", conversationId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.kind === "consult")
    return (await isMember(db, conversationId, person.accountId)) ? "agent" : undefined;
  if (row.requester_id === person.accountId) return "requester";
  if (!isStaff(person)) return undefined;
  if (row.kind === "direct") return row.owner_id === person.accountId ? "agent" : undefined;
  if (person.role !== "agent" || row.owner_id === person.accountId) return "agent";
  const isTheirs =
    (await cameTo(db, person, conversationId)) ||
    (await wasAsked(db, person, conversationId)) ||
    (await wasTold(db, person, conversationId));
  return isTheirs ? "agent" : undefined;
}

/** Whether this agent may write in a conversation now: has it, takes part in it, or is in the consult. */
export async function takesPart(db: Db, conversationId: string, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("conversation")
    .select(["kind", "owner_id"])
    .where("id", "=", conversationId)
    .executeTakeFirst();
  if (row === undefined) return false;
  if (row.kind === "consult") return isMember(db, conversationId, accountId);
  return row.owner_id === accountId || isParticipant(db, conversationId, accountId);
}

async function isMember(db: Db, conversationId: string, accountId: string): Promise<boolean> {
  const found = await db
    .selectFrom("consult_member")
    .select("account_id")
    .where("conversation_id", "=", conversationId)
    .where("account_id", "=", accountId)
    .where("state", "=", "joined")
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether an agent was added to a talk and has not left it. */
export async function isParticipant(db: Db, conversationId: string, accountId: string): Promise<boolean> {
  const found = await db
    .selectFrom("participant")
    .select("account_id")
    .where("conversation_id", "=", conversationId)
    .where("account_id", "=", accountId)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return found !== undefined;
}

async function wasAsked(db: Db, person: Principal, conversationId: string): Promise<boolean> {
  for (const table of ["participant", "note_mention"] as const) {
    const found = await db
      .selectFrom(table)
      .select("account_id")
      .where("conversation_id", "=", conversationId)
      .where("account_id", "=", person.accountId)
      .limit(1)
      .executeTakeFirst();
    if (found !== undefined) return true;
  }
  return false;
}

/** Whoever is notified of a chat request is led to its talk (S3-11), also as the owner or on call for a group of others. */
async function wasTold(db: Db, person: Principal, conversationId: string): Promise<boolean> {
  const found = await db
    .selectFrom("attendance_told")
    .innerJoin("attendance", "attendance.id", "attendance_told.attendance_id")
    .select("attendance.id")
    .where("attendance.conversation_id", "=", conversationId)
    .where("attendance_told.account_id", "=", person.accountId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether a conversation came to one of an agent's groups, or to the agent. */
export async function cameTo(db: Db, person: Principal, conversationId: string): Promise<boolean> {
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
