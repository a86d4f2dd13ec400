import { type Migration, sql } from "kysely";

/** Who was told of an attendance, and when the next of those on call is to be told. */
export function addTold(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  `create table attendance_told (
    attendance_id text not null references attendance(id), account_id text not null references account(id),
    told_at bigint not null, primary key (attendance_id, account_id))`,
  // Null for what waited before: nobody is told of it a second time.
  "alter table attendance_record add column tell_since bigint",
  "alter table attendance_record add column tell_next_at bigint",
  "create index attendance_record_tell_next on attendance_record(tell_next_at) where tell_next_at is not null",
];
