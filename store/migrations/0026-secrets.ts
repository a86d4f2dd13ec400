import { type Migration, sql } from "kysely";

/**
 * A webhook's former secret, which signs beside the present one for a while; which talks a supervisor has looked at, so
 * that it is recorded once on all nodes; and what the scanner said of a file: nodes of an older version, which know no
 * scanner, write files that count as clean.
 */
export const addSecrets = (): Migration => ({
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

const statements = [
  "alter table webhook add column former_secret text",
  "alter table webhook add column former_until bigint",
  `create table watched_talk (
    session_id text not null, conversation_id text not null, at bigint not null,
    primary key (session_id, conversation_id))`,
  "create index watched_talk_at on watched_talk(at)",
  "alter table file add column verdict text not null default 'clean'",
  "create index file_here on file(created_at) where place = 'database'",
  "create index file_waiting on file(created_at) where verdict = 'waiting'",
];
