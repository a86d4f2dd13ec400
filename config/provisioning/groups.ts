import { sql } from "kysely";
import { type Db, newId, recordChange, type Row } from "../../store/index.js";
import type { EndedSession } from "../accounts/index.js";
import { requireVersion } from "./change-said.js";
import type { Page, PageWish } from "./read-people.js";
import { ProvisioningRefusal } from "./refusal.js";
import { renewRights, type Under } from "./renew-rights.js";
import { type Columns, toSql, type Where } from "./where.js";

export type GroupField = "id" | "displayName" | "externalId" | "created" | "lastModified" | "member";

/** A group of the directory; what it gives here the rules of single sign-on say. */
export interface ProvisionedGroup {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | undefined;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface SaidGroup {
  readonly name: string;
  readonly externalId: string | undefined;
  readonly memberIds: readonly string[];
}

export interface GroupChange {
  readonly name?: string | undefined;
  readonly externalId?: string | undefined;
  /** One after the other. */
  readonly steps: readonly MemberStep[];
}

export interface MemberStep {
  readonly kind: "add" | "remove" | "replace";
  readonly ids: readonly string[];
}

const columns: Columns<GroupField> = {
  id: sql`provisioned_group.id`,
  displayName: sql`provisioned_group.name_key`,
  externalId: sql`provisioned_group.external_id`,
  created: sql`provisioned_group.created_at`,
  lastModified: sql`provisioned_group.updated_at`,
  member: (id) =>
    sql<boolean>`exists (select 1 from provisioned_member
      where provisioned_member.group_id = provisioned_group.id and provisioned_member.account_id = ${id})`,
};

/** `hasMembers`: whether members are wanted; a directory asks for thousands of groups without them. */
export async function listGroups(
  db: Db,
  where: Where<GroupField>,
  { skip, limit, hasMembers }: PageWish & { readonly hasMembers: boolean },
): Promise<Page<ProvisionedGroup>> {
  const found = db.selectFrom("provisioned_group").where(toSql(where, columns));
  const { total } = await found
    .select(({ fn }) => fn.countAll<number | string>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = limit === 0 ? [] : await found.selectAll().orderBy("id").offset(skip).limit(limit).execute();
  const items = await Promise.all(
    rows.map(async (row) => toGroup(row, hasMembers ? await membersOf(db, row.id) : [])),
  );
  return { items, total: Number(total) };
}

/** Throws a refusal for a group that is not there. */
export async function readGroup(
  db: Db,
  id: string,
  { hasMembers }: { readonly hasMembers: boolean },
): Promise<ProvisionedGroup> {
  const row = await requireGroup(db, id);
  return toGroup(row, hasMembers ? await membersOf(db, id) : []);
}

/** Runs in a transaction that holds `lockPeople`, as those below. */
export async function makeGroup(
  trx: Db,
  said: SaidGroup,
  under: Under,
): Promise<{ readonly id: string; readonly ended: readonly EndedSession[] }> {
  const id = newId();
  const { name, externalId } = said;
  await requireFree(trx, { id, name });
  const { at, by } = under;
  const times = { version: 1, created_at: at, updated_at: at };
  await trx
    .insertInto("provisioned_group")
    .values({ id, name, name_key: keyOf(name), external_id: externalId ?? null, ...times })
    .execute();
  const after = { name, externalId, members: said.memberIds.length };
  await recordChange(trx, { type: "directory-group", id, name, after, at, by });
  const touched = await setMembers(trx, id, { was: new Set(), next: new Set(said.memberIds) });
  return { id, ended: await renewAll(trx, touched, under) };
}

export async function changeGroup(
  trx: Db,
  wish: { readonly id: string; readonly version: number | undefined; readonly change: GroupChange },
  under: Under,
): Promise<readonly EndedSession[]> {
  const { id, version, change } = wish;
  const row = await requireGroup(trx, id);
  requireVersion(row, version);
  const name = change.name ?? row.name;
  const externalId = change.externalId ?? row.external_id ?? undefined;
  await requireFree(trx, { id, name });
  const was = new Set(await memberIdsOf(trx, id));
  const next = change.steps.reduce(follow, was);
  const touched = await setMembers(trx, id, { was, next });
  const isRenamed = name !== row.name || externalId !== (row.external_id ?? undefined);
  if (!isRenamed && touched.length === 0) return [];
  const { at, by } = under;
  await trx
    .updateTable("provisioned_group")
    .set({ name, name_key: keyOf(name), external_id: externalId ?? null })
    .set({ version: row.version + 1, updated_at: at })
    .where("id", "=", id)
    .execute();
  const before = { name: row.name, externalId: row.external_id ?? undefined, members: was.size };
  const after = { name, externalId, members: next.size };
  await recordChange(trx, { type: "directory-group", id, name, before, after, at, by });
  return renewAll(trx, isRenamed ? [...new Set([...next, ...touched])] : touched, under);
}

export async function removeGroup(
  trx: Db,
  { id, version }: { readonly id: string; readonly version: number | undefined },
  under: Under,
): Promise<readonly EndedSession[]> {
  const { name, external_id: externalId, ...row } = await requireGroup(trx, id);
  requireVersion(row, version);
  const memberIds = await memberIdsOf(trx, id);
  await trx.deleteFrom("provisioned_member").where("group_id", "=", id).execute();
  await trx.deleteFrom("provisioned_group").where("id", "=", id).execute();
  const before = { name, externalId: externalId ?? undefined, members: memberIds.length };
  await recordChange(trx, { type: "directory-group", id, name, before, at: under.at, by: under.by });
  return renewAll(trx, memberIds, under);
}

function follow(members: ReadonlySet<string>, { kind, ids }: MemberStep): Set<string> {
  if (kind === "replace") return new Set(ids);
  const next = new Set(members);
  for (const id of ids) kind === "add" ? next.add(id) : next.delete(id);
  return next;
}

/** Whose membership it changed. Throws a refusal for members whom the directory does not keep here. */
async function setMembers(
  trx: Db,
  groupId: string,
  { was, next }: { readonly was: ReadonlySet<string>; readonly next: ReadonlySet<string> },
): Promise<string[]> {
  const added = [...next].filter((id) => !was.has(id));
  const gone = [...was].filter((id) => !next.has(id));
  for (const some of portions(added)) {
    await requirePeople(trx, some);
    const rows = some.map((id) => ({ group_id: groupId, account_id: id }));
    await trx.insertInto("provisioned_member").values(rows).execute();
  }
  for (const some of portions(gone)) {
    const members = trx.deleteFrom("provisioned_member").where("group_id", "=", groupId);
    await members.where("account_id", "in", some).execute();
  }
  return [...added, ...gone];
}

/** Fewer than an engine takes parameters. */
const portion = 400;

function portions(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / portion) }, (_, at) =>
    ids.slice(at * portion, (at + 1) * portion),
  );
}

async function requirePeople(trx: Db, ids: readonly string[]): Promise<void> {
  const rows = await trx
    .selectFrom("provisioned_person")
    .select("account_id")
    .where("account_id", "in", ids)
    .where("is_gone", "=", 0)
    .execute();
  const known = new Set(rows.map((row) => row.account_id));
  const strange = ids.find((id) => !known.has(id));
  if (strange !== undefined) throw new ProvisioningRefusal("invalid", `There is no user ${strange}.`);
}

async function renewAll(trx: Db, accountIds: readonly string[], under: Under): Promise<EndedSession[]> {
  const ended: EndedSession[] = [];
  for (const id of accountIds) ended.push(...(await renewRights(trx, id, under)));
  return ended;
}

async function requireGroup(db: Db, id: string): Promise<Row<"provisioned_group">> {
  const row = await db.selectFrom("provisioned_group").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new ProvisioningRefusal("unknown", `There is no group ${id}.`);
  return row;
}

async function requireFree(
  trx: Db,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  const other = await trx
    .selectFrom("provisioned_group")
    .select("id")
    .where("name_key", "=", keyOf(name))
    .where("id", "<>", id)
    .executeTakeFirst();
  if (other !== undefined) throw new ProvisioningRefusal("taken", `There is a group ${name} already.`);
}

/** Groups are told apart as people read them. */
function keyOf(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}

async function memberIdsOf(db: Db, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("provisioned_member")
    .select("account_id")
    .where("group_id", "=", groupId)
    .execute();
  return rows.map((row) => row.account_id);
}

async function membersOf(db: Db, groupId: string) {
  return db
    .selectFrom("provisioned_member")
    .innerJoin("account", "account.id", "provisioned_member.account_id")
    .select(["account.id", "account.name"])
    .where("provisioned_member.group_id", "=", groupId)
    .orderBy("account.id")
    .execute();
}

function toGroup(row: Row<"provisioned_group">, members: ProvisionedGroup["members"]): ProvisionedGroup {
  const { id, name, external_id: externalId, version, created_at: createdAt, updated_at: updatedAt } = row;
  return { id, name, externalId: externalId ?? undefined, members, version, createdAt, updatedAt };
}
