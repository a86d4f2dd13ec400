import { onCallAt, type Rotas } from "../../config/index.js";
import { type GroupRouting, groupRoutingSchema } from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";

/** What is asked about: an attendance with its ticket and groups. */
export interface Subject {
  readonly ticketId?: string | undefined;
  /** Those that are asked, and since when. */
  readonly groups: readonly { readonly id: string; readonly since: number }[];
  /** The agent who answered for it before: its owner, where the ticket names none. */
  readonly ownerId?: string | undefined;
}

export interface Told {
  readonly accountId: string;
  /** When, if nobody has accepted until then; ms UTC. */
  readonly at: number;
}

/**
 * The assigned agents of S3-12: owner, expert assignee, and of each assigned group its owner, its dispatcher and those
 * on call at that moment (primary and two backups). Each once; an empty role is skipped; nobody else. All at once, but
 * for backups whose shift lets them follow one after the other.
 */
export async function whoIsTold(
  { db, rotas }: { readonly db: Db; readonly rotas: Rotas },
  subject: Subject,
  since: number,
): Promise<Told[]> {
  const ticket =
    subject.ticketId === undefined
      ? undefined
      : await db
          .selectFrom("ticket")
          .select(["owner_id", "expert_id", "assignee_id", "group_id"])
          .where("id", "=", subject.ticketId)
          .executeTakeFirst();
  const groups = new Map(subject.groups.map((group) => [group.id, group.since]));
  if (ticket?.group_id && !groups.has(ticket.group_id)) groups.set(ticket.group_id, since);
  const ofGroups = await Promise.all([...groups].map(([id, at]) => toldOf(id, { db, rotas, at })));
  const owner = ticket?.owner_id ?? subject.ownerId;
  const expert = ticket?.expert_id ?? ticket?.assignee_id ?? undefined;
  return onlyStaff(db, soonestOf([...atOnce(since, [owner, expert]), ...ofGroups.flat()]));
}

async function toldOf(
  groupId: string,
  { db, rotas, at }: { readonly db: Db; readonly rotas: Rotas; readonly at: number },
): Promise<Told[]> {
  const { ownerId, dispatcherId } = await rolesOf(db, groupId);
  const { shifts } = await rotas.of(groupId);
  const onCall = onCallAt(shifts, at).map(({ accountId, afterMs }) => ({ accountId, at: at + afterMs }));
  return [...atOnce(at, [ownerId, dispatcherId]), ...onCall];
}

function atOnce(at: number, accountIds: readonly (string | undefined)[]): Told[] {
  return accountIds.flatMap((accountId) => (accountId === undefined ? [] : [{ accountId, at }]));
}

/** Whoever has two roles is told once, by the one that tells first. */
function soonestOf(told: readonly Told[]): Told[] {
  const soonest = new Map<string, Told>();
  for (const one of told) {
    const known = soonest.get(one.accountId);
    if (known === undefined || one.at < known.at) soonest.set(one.accountId, one);
  }
  return [...soonest.values()];
}

async function onlyStaff(db: Db, told: readonly Told[]): Promise<Told[]> {
  if (told.length === 0) return [];
  const rows = await db
    .selectFrom("account")
    .select("id")
    .where(
      "id",
      "in",
      told.map(({ accountId }) => accountId),
    )
    .where("active", "=", 1)
    .where("role", "<>", "requester")
    .execute();
  const active = new Set(rows.map((row) => row.id));
  return told.filter(({ accountId }) => active.has(accountId));
}

async function rolesOf(db: Db, groupId: string): Promise<Pick<GroupRouting, "ownerId" | "dispatcherId">> {
  const row = await db
    .selectFrom("assignment_group")
    .select("routing_json")
    .where("id", "=", groupId)
    .executeTakeFirst();
  return row?.routing_json ? fromJson(groupRoutingSchema, row.routing_json) : {};
}
