import { type Account, localeSchema, type Role, roleSchema } from "../../contract/index.js";
import { type Db, newId, type Row } from "../../store/index.js";
import { hashPassword } from "./passwords.js";

export interface NewAccount {
  /** A fixed id, for seeds and imports. */
  readonly id?: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly email?: string | undefined;
  readonly locale?: Account["locale"];
  readonly photoUrl?: string | undefined;
  /** Absent for people who only come through a channel or another identity provider. */
  readonly password?: string | undefined;
  /** How many conversations an agent takes at once. */
  readonly capacity?: number | undefined;
  readonly groupIds?: readonly string[] | undefined;
}

export interface People {
  /** Makes an account; the name is kept in lower case. Throws on a name that is taken. */
  createAccount(account: NewAccount): Promise<Account>;
  accountById(id: string): Promise<Account | undefined>;
  accountsByIds(ids: readonly string[]): Promise<Account[]>;
  accountByUsername(username: string): Promise<Account | undefined>;
  /** Active agents, supervisors and admins, by name. */
  agents(): Promise<Account[]>;
}

/** Three at once is what agents handle well; each account may differ. */
const defaultCapacity = 3;

/** Reads and makes accounts. What it returns never holds a password or its hash. */
export function createPeople(options: { readonly db: Db; readonly now: () => number }): People {
  const { db, now } = options;
  const one = async (query: Promise<Row<"account">[]>) => (await withGroups(db, await query))[0];
  return {
    createAccount: async (account) => {
      const row = await toRow(account, now());
      await db.transaction().execute(async (trx) => {
        await trx.insertInto("account").values(row).execute();
        const memberships = (account.groupIds ?? []).map((id) => ({ group_id: id, account_id: row.id }));
        if (memberships.length > 0) await trx.insertInto("membership").values(memberships).execute();
      });
      return toAccount(row, [...(account.groupIds ?? [])]);
    },
    accountById: (id) => one(db.selectFrom("account").selectAll().where("id", "=", id).execute()),
    accountsByIds: async (ids) =>
      ids.length === 0
        ? []
        : withGroups(db, await db.selectFrom("account").selectAll().where("id", "in", ids).execute()),
    accountByUsername: (username) =>
      one(db.selectFrom("account").selectAll().where("username", "=", plainUsername(username)).execute()),
    agents: async () =>
      withGroups(
        db,
        await db
          .selectFrom("account")
          .selectAll()
          .where("active", "=", 1)
          .where("role", "in", ["agent", "supervisor", "admin"])
          .orderBy("name")
          .execute(),
      ),
  };
}

/** `Ana`, ` ana ` and `ＡＮＡ` are one person. */
export function plainUsername(username: string): string {
  return username.normalize("NFKC").trim().toLowerCase();
}

export async function groupIdsOf(db: Db, accountId: string): Promise<string[]> {
  return (await groupIdsOfAll(db, [accountId])).get(accountId) ?? [];
}

/** The groups of each of them; who is in none is left out. */
export async function groupIdsOfAll(
  db: Db,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .selectFrom("membership")
    .select(["account_id", "group_id"])
    .where("account_id", "in", accountIds)
    .orderBy("group_id")
    .execute();
  const groups = new Map<string, string[]>();
  for (const { account_id: accountId, group_id: groupId } of rows) {
    const mine = groups.get(accountId);
    if (mine === undefined) groups.set(accountId, [groupId]);
    else mine.push(groupId);
  }
  return groups;
}

export function toAccount(row: Row<"account">, groupIds: string[]): Account {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    email: row.email ?? undefined,
    role: roleSchema.parse(row.role),
    locale: row.locale === null ? undefined : localeSchema.parse(row.locale),
    photoUrl: row.photo_url ?? undefined,
    groupIds,
    ...(row.stands_for === null ? {} : { guest: true }),
  };
}

async function toRow(account: NewAccount, at: number): Promise<Row<"account">> {
  return {
    id: account.id ?? newId(),
    username: plainUsername(account.username),
    name: account.name,
    email: account.email ?? null,
    role: account.role,
    locale: account.locale ?? null,
    photo_url: account.photoUrl ?? null,
    password_hash: account.password === undefined ? null : await hashPassword(account.password),
    active: 1,
    availability: "available",
    capacity: account.capacity ?? defaultCapacity,
    created_at: at,
    stands_for: null,
    skills_json: null,
    languages_json: null,
    department: null,
    location: null,
    company: null,
  };
}

/** Whose memberships count for this person. */
export function membersOf(row: Pick<Row<"account">, "id" | "stands_for">): string {
  return row.stands_for ?? row.id;
}

async function withGroups(db: Db, rows: readonly Row<"account">[]): Promise<Account[]> {
  if (rows.length === 0) return [];
  const groups = await groupIdsOfAll(db, rows.map(membersOf));
  return rows.map((row) => toAccount(row, [...(groups.get(membersOf(row)) ?? [])]));
}
