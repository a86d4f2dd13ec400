import { type Migration, sql } from "kysely";
import type { Engine } from "../connect.js";

/**
 * The desk of another house at which tickets are kept too. Triggers note which tickets have something to tell there: in
 * the transaction of the change, whatever part of the desk, or node of an older version, has made it. What there is to
 * tell is no copy: it is found by comparing when it is sent.
 */
export function addOtherDesks(engine: Engine): Migration {
  return {
    up: async (db) => {
      for (const statement of [...tables, ...triggers[engine]]) await sql.raw(statement).execute(db);
    },
  };
}

const tables = [
  // There is one at a time: `place` is always the same.
  `create table other_desk (
    id text primary key, place text not null unique, kind text not null, name text not null, url text not null,
    login_json text not null, mapping_json text not null, mark text not null, hook_secret text not null,
    active integer not null, version integer not null, account text, looked_to text, look_at bigint not null,
    tries integer not null, try_at bigint not null, away_since bigint, reason text,
    created_at bigint not null, created_by text, updated_at bigint not null)`,
  `create table desk_link (
    ticket_id text primary key references ticket(id), desk_id text not null references other_desk(id),
    state text not null, asked integer not null, tries integer not null, next_at bigint not null,
    busy_until bigint not null, reason text, tried_at bigint, remote_id text, remote_number text, remote_url text,
    remote_state text, remote_priority text, remote_assignee text, remote_updated text, base_state text,
    base_priority text, told_seq bigint not null, created_at bigint not null, sent_at bigint)`,
  "create index desk_link_due on desk_link(next_at) where state = 'waiting'",
  "create index desk_link_stuck on desk_link(created_at) where state = 'stuck'",
  "create unique index desk_link_remote on desk_link(desk_id, remote_id) where remote_id is not null",
  "create index desk_link_number on desk_link(remote_number) where remote_number is not null",
  `create table desk_copy (
    ticket_id text not null references desk_link(ticket_id), object_id text not null, kind text not null,
    state text not null, remote_id text, reason text, at bigint not null, primary key (ticket_id, kind, object_id))`,
  "create unique index desk_copy_remote on desk_copy(ticket_id, remote_id) where remote_id is not null",
  "create index desk_copy_refused on desk_copy(ticket_id) where state = 'refused'",
];

interface Watched {
  readonly table: string;
  readonly on: "insert" | "update";
  /** Which changes are looked at at all. */
  readonly when: string;
  readonly ticketId: string;
  readonly at: string;
}

const watched: readonly Watched[] = [
  {
    table: "ticket",
    on: "update",
    when: "new.state <> old.state or new.priority <> old.priority",
    ticketId: "new.id",
    at: "new.updated_at",
  },
  {
    table: "ticket_event",
    on: "insert",
    when: "new.kind in ('note', 'memo')",
    ticketId: "new.ticket_id",
    at: "new.at",
  },
  {
    table: "ticket_message",
    on: "insert",
    when: "new.ticket_id is not null",
    ticketId: "new.ticket_id",
    at: "new.created_at",
  },
  {
    table: "file",
    on: "update",
    when: "new.ticket_id is not null and old.ticket_id is null",
    ticketId: "new.ticket_id",
    at: "new.created_at",
  },
  {
    table: "attendance",
    on: "update",
    when: "new.ticket_id is not null and new.phase = 'closed' and old.phase <> 'closed'",
    ticketId: "new.ticket_id",
    at: "new.updated_at",
  },
];

/** What waits already keeps its time: news must not hammer a desk that is away. */
function note({ ticketId, at }: Watched): string {
  return `update desk_link set asked = asked + 1, state = 'waiting',
    next_at = case when state = 'waiting' then next_at else ${at} end where ticket_id = ${ticketId}`;
}

const firstNote = `insert into desk_link
  (ticket_id, desk_id, state, asked, tries, next_at, busy_until, told_seq, created_at)
  select new.id, other_desk.id, 'waiting', 1, 0, new.created_at, 0, 0, new.created_at from other_desk`;

const noted = [
  { name: "desk_ticket_insert", table: "ticket", on: "insert", when: undefined, statement: firstNote },
  ...watched.map((one) => ({
    name: `desk_${one.table}_${one.on}`,
    table: one.table,
    on: one.on,
    when: one.when,
    statement: note(one),
  })),
];

const triggers: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: noted.map(
    ({ name, table, on, when, statement }) =>
      `create trigger ${name} after ${on} on ${table}${when === undefined ? "" : ` when ${when}`}
        begin ${statement}; end`,
  ),
  postgres: noted.flatMap(({ name, table, on, when, statement }) => [
    `create function ${name}() returns trigger language plpgsql as $$ begin ${statement}; return null; end $$`,
    `create trigger ${name} after ${on} on ${table} for each row
      ${when === undefined ? "" : `when (${when})`} execute function ${name}()`,
  ]),
};
