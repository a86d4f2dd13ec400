import { z } from "zod";
import { type Role, roleSchema, roles, type SignOnRules } from "../../contract/index.js";
import { type Db, fromJson, toJson } from "../../store/index.js";
import { type Claimed, claimRights, type Given } from "./rights.js";

export const nothingGiven: Given = { role: undefined, groupIds: [] };

/** What stands in a row beside a person: the rights that came from there. */
interface GivenRow {
  readonly given_role: string | null;
  readonly given_groups_json: string;
}

export function toGiven(row: GivenRow): Given {
  return {
    role: row.given_role === null ? undefined : roleSchema.parse(row.given_role),
    groupIds: fromJson(z.array(z.string()), row.given_groups_json),
  };
}

export function fromGiven({ role, groupIds }: Given): GivenRow {
  return { given_role: role ?? null, given_groups_json: toJson(groupIds) };
}

/** Of two who give, a person has what either gives, and of two roles the higher. */
export function joinGiven(one: Given, other: Given): Given {
  return {
    role: highest([one.role, other.role]),
    groupIds: [...new Set([...one.groupIds, ...other.groupIds])],
  };
}

export function joinClaimed(one: Claimed, other: Given): Claimed {
  const isGiving = other.role !== undefined || other.groupIds.length > 0;
  return { ...joinGiven(one, other), isMapped: one.isMapped || isGiving };
}

function highest(given: readonly (Role | undefined)[]): Role | undefined {
  return roles.findLast((role) => given.includes(role));
}

/** What the directory gave this person, and what its groups give by the rules of now; nothing for others. */
export async function readDirectoryRights(
  trx: Db,
  rules: SignOnRules,
  accountId: string,
): Promise<{ readonly given: Given; readonly claimed: Claimed } | undefined> {
  const row = await trx
    .selectFrom("provisioned_person")
    .select(["given_role", "given_groups_json", "is_gone"])
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const words = row.is_gone === 1 ? [] : await wordsOf(trx, accountId);
  return { given: toGiven(row), claimed: claimRights(rules, words) };
}

/** Rules may name a group of the directory by its name, or by the directory's own id for it. */
async function wordsOf(trx: Db, accountId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("provisioned_member")
    .innerJoin("provisioned_group", "provisioned_group.id", "provisioned_member.group_id")
    .select(["provisioned_group.name", "provisioned_group.external_id"])
    .where("provisioned_member.account_id", "=", accountId)
    .execute();
  return rows.flatMap(({ name, external_id: id }) => (id === null ? [name] : [name, id]));
}

export async function writeDirectoryRights(trx: Db, accountId: string, given: Given): Promise<void> {
  await trx
    .updateTable("provisioned_person")
    .set(fromGiven(given))
    .where("account_id", "=", accountId)
    .execute();
}

/** What single sign-on gave at the last log-in, whoever vouched. */
export async function readSignOnGiven(trx: Db, accountId: string): Promise<Given> {
  const rows = await trx
    .selectFrom("sign_on_link")
    .select(["given_role", "given_groups_json"])
    .where("account_id", "=", accountId)
    .execute();
  return rows.map(toGiven).reduce(joinGiven, nothingGiven);
}
