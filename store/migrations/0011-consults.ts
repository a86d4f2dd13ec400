import { type Migration, sql } from "kysely";

/** Talks among colleagues: consults and direct talks are conversations of a kind of their own. */
export function createConsultTables(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  "alter table conversation add column kind text not null default 'talk'",
  // A requester has one open talk per channel; an agent may have many consults.
  "drop index conversation_open",
  `create unique index conversation_open on conversation(requester_id, channel)
    where owner_kind <> 'none' and kind = 'talk'`,
  "create unique index conversation_direct on conversation(requester_id, owner_id) where kind = 'direct'",
  `create table consult_member (
    conversation_id text not null references conversation(id), account_id text not null references account(id),
    state text not null, invited_by text, invited_at bigint not null, joined_at bigint,
    left_at bigint, left_seq integer, primary key (conversation_id, account_id))`,
  "create index consult_member_account on consult_member(account_id, state)",
  `create table consult (
    conversation_id text primary key references conversation(id), cause_id text not null unique,
    originator_id text not null references account(id), ticket_id text, about_id text, title text not null,
    started_at bigint not null, ended_at bigint, end_reason text, spent_ms bigint not null, running_since bigint,
    originator_away_since bigint, version integer not null, updated_at bigint not null)`,
  "create index consult_open on consult(started_at) where ended_at is null",
  "create index consult_updated on consult(updated_at)",
  // Apart from the log, whose numbers everybody syncs: a gap would tell the others that something was said.
  `create table off_record (
    id text primary key, conversation_id text not null references conversation(id), sender_id text not null,
    recipient_id text not null, client_message_id text not null, after_seq integer not null, text text not null,
    sent_at bigint not null)`,
  "create unique index off_record_name on off_record(conversation_id, sender_id, client_message_id)",
  "create index off_record_sent on off_record(sent_at)",
  `create table contact (
    owner_id text not null references account(id), contact_id text not null references account(id),
    created_at bigint not null, primary key (owner_id, contact_id))`,
  "create index contact_back on contact(contact_id)",
];
