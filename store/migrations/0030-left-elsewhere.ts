import { type Migration, sql } from "kysely";

/** What of an erased person stands at another desk, and what became of asking it. */
export const addLeftElsewhere = (): Migration => ({
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

const statements = [
  `create table left_elsewhere (
    erasure_id text not null, ticket_id text not null, desk_id text not null, desk_name text not null,
    remote_id text not null, remote_number text not null, remote_url text, state text not null, reason text,
    primary key (erasure_id, ticket_id))`,
  "create index left_elsewhere_waiting on left_elsewhere(desk_id) where state = 'waiting'",
];
