import { type Migration, sql } from "kysely";

/**
 * How long agents of a group may stay silent, when a talk was taken back from one, since when a group is asked, and
 * people's photos. The limits stand in columns of their own: nodes of the version before read the other settings
 * strictly.
 */
export function addSilenceAndPhotos(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  "alter table assignment_group add column first_answer_seconds integer",
  "alter table assignment_group add column later_answer_seconds integer",
  "alter table attendance add column reclaimed_at bigint",
  "alter table attendance_group add column since bigint",
  `create table person_photo (
    account_id text primary key references account(id), name text not null unique, type text not null,
    content_base64 text not null)`,
];
