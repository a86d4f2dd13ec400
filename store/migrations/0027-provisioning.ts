import { type Migration, sql } from "kysely";

/** People and groups that a company's directory keeps here (SCIM). */
export function addProvisioning(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  `create table provisioned_person (
    account_id text primary key references account(id), external_id text, user_name text not null,
    user_name_key text not null, said_json text not null, is_active integer not null, is_gone integer not null,
    given_role text, given_groups_json text not null, version bigint not null, created_at bigint not null,
    updated_at bigint not null)`,
  "create unique index provisioned_person_user_name on provisioned_person(user_name_key) where is_gone = 0",
  "create index provisioned_person_external on provisioned_person(external_id)",
  `create table provisioned_group (
    id text primary key, external_id text, name text not null, name_key text not null unique, version bigint not null,
    created_at bigint not null, updated_at bigint not null)`,
  `create table provisioned_member (
    group_id text not null references provisioned_group(id) on delete cascade,
    account_id text not null references account(id), primary key (group_id, account_id))`,
  "create index provisioned_member_account on provisioned_member(account_id)",
];
