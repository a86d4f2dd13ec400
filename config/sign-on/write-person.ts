import { type Role, roleSchema } from "../../contract/index.js";
import { type Db, newId, type Row, recordChange } from "../../store/index.js";
import { groupIdsOf, joinGroups, plainUsername, setGroups } from "../accounts/index.js";
import type { ProviderPerson } from "./claims.js";
import { applyRights, type Claimed, type Given } from "./rights.js";

/** Who changed an account that the provider spoke about, as the record of changes shows it. */
const author = "OpenID Connect";
const newCapacity = 3;

/** An account for somebody who comes for the first time; the answer is its id. */
export async function makePerson(
  trx: Db,
  person: ProviderPerson,
  {
    claimed,
    firstGroupIds,
    at,
  }: {
    readonly claimed: Claimed | undefined;
    readonly firstGroupIds: readonly string[];
    readonly at: number;
  },
): Promise<string> {
  const { name, email = "", locale } = person;
  const id = newId();
  const role: Role = claimed?.role ?? "requester";
  const username = await freeUsername(trx, email);
  const first = role === "requester" ? firstGroupIds : [];
  const groupIds = await existingGroups(trx, [...(claimed?.groupIds ?? []), ...first]);
  await trx
    .insertInto("account")
    .values({
      id,
      username,
      name,
      email,
      role,
      locale: locale ?? null,
      photo_url: null,
      password_hash: null,
      active: 1,
      availability: "available",
      capacity: newCapacity,
      created_at: at,
    })
    .execute();
  await joinGroups(trx, id, groupIds);
  const after = { username, name, email, role, groupIds };
  await recordChange(trx, { type: "account", id, name, after, at, by: author });
  return id;
}

/** Writes what the provider says now; tells whether the person may do less than before. */
export async function renewPerson(
  trx: Db,
  account: Row<"account">,
  news: {
    readonly person: ProviderPerson;
    readonly given: Given;
    readonly claimed: Claimed | undefined;
    readonly at: number;
  },
): Promise<{ readonly isLess: boolean }> {
  const { person, given, claimed, at } = news;
  const { id } = account;
  const had = { role: roleSchema.parse(account.role), groupIds: (await groupIdsOf(trx, id)).sort() };
  const has = claimed === undefined ? had : applyRights(had, given, claimed);
  const groupIds = await existingGroups(trx, has.groupIds);
  const before = { name: account.name, email: account.email ?? undefined, ...had };
  const after = { name: person.name, email: person.email ?? before.email, role: has.role, groupIds };
  const row = { name: after.name, email: after.email ?? null, role: after.role };
  await trx.updateTable("account").set(row).where("id", "=", id).execute();
  await setGroups(trx, id, groupIds);
  await recordChange(trx, { type: "account", id, name: after.name, before, after, at, by: author });
  const isLess = had.role !== has.role || had.groupIds.some((group) => !groupIds.includes(group));
  return { isLess };
}

/** A group that was removed since the rule was written is nobody's. */
export async function existingGroups(trx: Db, groupIds: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(groupIds)].sort();
  if (wanted.length === 0) return [];
  const rows = await trx.selectFrom("assignment_group").select("id").where("id", "in", wanted).execute();
  const known = new Set(rows.map(({ id }) => id));
  return wanted.filter((id) => known.has(id));
}

/** The address itself, or with a number where somebody without that address has taken it for a name. */
async function freeUsername(trx: Db, email: string): Promise<string> {
  const wish = plainUsername(email);
  for (let number = 1; ; number++) {
    const name = number === 1 ? wish : `${wish}-${number}`;
    const taken = await trx
      .selectFrom("account")
      .select("id")
      .where("username", "=", name)
      .executeTakeFirst();
    if (taken === undefined) return name;
  }
}
