import { type Migration, sql } from "kysely";

/** Opening hours, and who answers requesters when: the desk's setting and the groups' own. */
export function createCalendarTables(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  `create table calendar (
    id text primary key, name text not null unique, time_zone text not null, weekly_json text not null,
    holidays_json text not null, created_at bigint not null, updated_at bigint not null, updated_by text)`,
  // One row for the desk (scope "desk") and one per group that has a setting of its own (scope = its id).
  `create table mode_setting (
    scope text primary key, mode text not null, schedule_json text not null, override_mode text,
    override_until bigint, override_at bigint, override_by text, updated_at bigint not null, updated_by text)`,
];
