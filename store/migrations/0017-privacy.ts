import { type Migration, sql } from "kysely";

/** What was emptied when its time was over, whose wish to be forgotten is carried out, and where bytes of files lie. */
export function addPrivacy(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  "create table emptied (kind text not null, object_id text not null, at bigint not null, primary key (kind, object_id))",
  `create table erasure (
    id text primary key, account_id text not null unique, requested_by text not null, requested_at bigint not null,
    state text not null, talks integer not null, tickets integer not null, files integer not null,
    done_at bigint)`,
  "create index erasure_state on erasure(state)",
  "create index conversation_updated on conversation(updated_at) where owner_kind = 'none'",
  "alter table file add column place text not null default 'database'",
];
