import { onCallAt, type Rotas } from "../../config/index.js";
import { type GroupRouting, groupRoutingSchema } from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";

/** What is asked about: an attendance with its ticket and groups. */
export interface Subject {
  readonly ticketId?: string | undefined;
  readonly groupIds: readonly string[];
  /** The agent who answered for it before: its owner, where the ticket names none. */
  readonly ownerId?: string | undefined;
}

/**
 * The assigned agents of S3-12: owner, expert assignee, and of each assigned group its owner, its dispatcher and those
 * on call (primary and two backups). Each once; an empty role is skipped; nobody else.
 */
export async function whoIsTold(
  { db, rotas }: { readonly db: Db; readonly rotas: Rotas },
  subject: Subject,
  at: number,
): Promise<string[]> {
  const ticket =
    subject.ticketId === undefined
      ? undefined
      : await db
          .selectFrom("ticket")
          .select(["owner_id", "expert_id", "assignee_id", "group_id"])
          .where("id", "=", subject.ticketId)
          .executeTakeFirst();
  const groupIds = [...new Set([...subject.groupIds, ...(ticket?.group_id ? [ticket.group_id] : [])])];
  const ofGroups = await Promise.all(
    groupIds.map(async (groupId) => {
      const [{ ownerId, dispatcherId }, { shifts }] = [await rolesOf(db, groupId), await rotas.of(groupId)];
      return [ownerId, dispatcherId, ...onCallAt(shifts, at)];
    }),
  );
  const owner = ticket?.owner_id ?? subject.ownerId;
  const expert = ticket?.expert_id ?? ticket?.assignee_id ?? undefined;
  const roles = [owner, expert, ...ofGroups.flat()];
  const ids = [...new Set(roles.filter((id) => id !== undefined))];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("account")
    .select("id")
    .where("id", "in", ids)
    .where("active", "=", 1)
    .where("role", "<>", "requester")
    .execute();
  const active = new Set(rows.map((row) => row.id));
  return ids.filter((id) => active.has(id));
}

async function rolesOf(db: Db, groupId: string): Promise<Pick<GroupRouting, "ownerId" | "dispatcherId">> {
  const row = await db
    .selectFrom("assignment_group")
    .select("routing_json")
    .where("id", "=", groupId)
    .executeTakeFirst();
  return row?.routing_json ? fromJson(groupRoutingSchema, row.routing_json) : {};
}
