import { sql } from "kysely";
import { type Db, fromJson, type Row } from "../../store/index.js";
import { ProvisioningRefusal } from "./refusal.js";
import { type SaidPerson, saidPersonSchema } from "./said.js";
import { type Columns, toSql, type Where } from "./where.js";

export type PersonField =
  | "id"
  | "userName"
  | "externalId"
  | "email"
  | "active"
  | "displayName"
  | "created"
  | "lastModified";

/** A person whom the directory keeps here. */
export interface ProvisionedPerson {
  readonly id: string;
  readonly said: SaidPerson;
  /** Whether the account is open: what was closed by hand stays closed. */
  readonly isActive: boolean;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface PageWish {
  /** How many come before it. */
  readonly skip: number;
  readonly limit: number;
}

const columns: Columns<PersonField> = {
  id: sql`provisioned_person.account_id`,
  userName: sql`provisioned_person.user_name_key`,
  externalId: sql`provisioned_person.external_id`,
  email: sql`lower(account.email)`,
  active: sql`account.active`,
  displayName: sql`lower(account.name)`,
  created: sql`provisioned_person.created_at`,
  lastModified: sql`provisioned_person.updated_at`,
};

export async function listPeople(
  db: Db,
  where: Where<PersonField>,
  { skip, limit }: PageWish,
): Promise<Page<ProvisionedPerson>> {
  const found = present(db).where(toSql(where, columns));
  const { total } = await found
    .select(({ fn }) => fn.countAll<number | string>().as("total"))
    .executeTakeFirstOrThrow();
  const rows =
    limit === 0
      ? []
      : await found
          .selectAll("provisioned_person")
          .select("account.active as account_active")
          .orderBy("provisioned_person.account_id")
          .offset(skip)
          .limit(limit)
          .execute();
  return { items: await withGroups(db, rows), total: Number(total) };
}

/** Throws a refusal for somebody whom the directory does not keep here. */
export async function readProvisioned(db: Db, id: string): Promise<ProvisionedPerson> {
  const where = { kind: "compare", field: "id", by: "eq", value: id } as const;
  const [person] = (await listPeople(db, where, { skip: 0, limit: 1 })).items;
  if (person === undefined) throw noSuchPerson(id);
  return person;
}

export function noSuchPerson(id: string): ProvisioningRefusal {
  return new ProvisioningRefusal("unknown", `There is no user ${id}.`);
}

export function readSaid(row: Pick<Row<"provisioned_person">, "said_json">): SaidPerson {
  return fromJson(saidPersonSchema, row.said_json);
}

function present(db: Db) {
  return db
    .selectFrom("provisioned_person")
    .innerJoin("account", "account.id", "provisioned_person.account_id")
    .where("provisioned_person.is_gone", "=", 0);
}

type PersonRow = Row<"provisioned_person"> & { readonly account_active: number };

async function withGroups(db: Db, rows: readonly PersonRow[]): Promise<ProvisionedPerson[]> {
  if (rows.length === 0) return [];
  const members = await db
    .selectFrom("provisioned_member")
    .innerJoin("provisioned_group", "provisioned_group.id", "provisioned_member.group_id")
    .select(["provisioned_member.account_id", "provisioned_group.id", "provisioned_group.name"])
    .where(
      "provisioned_member.account_id",
      "in",
      rows.map((row) => row.account_id),
    )
    .orderBy("provisioned_group.name_key")
    .execute();
  return rows.map((row) => ({
    id: row.account_id,
    said: readSaid(row),
    isActive: row.account_active === 1,
    groups: members.flatMap(({ account_id, id, name }) =>
      account_id === row.account_id ? [{ id, name }] : [],
    ),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
}
