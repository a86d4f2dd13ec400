import { type Migration, sql } from "kysely";
import type { Engine } from "../connect.js";

/** Mail that comes in: what arrived, which talk or ticket an answer belongs to, and how far the mailbox was read. */
export function addMailbox(engine: Engine): Migration {
  return {
    up: async (db) => {
      for (const statement of statements(engine === "postgres" ? "bytea" : "blob")) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}

const statements = (bytes: string) => [
  // Old nodes write e-mails without it; nobody can answer those by mail.
  "alter table mail add column thread text",
  "create index mail_thread_sent on mail(thread, id) where thread is not null",
  `create table mail_thread (
    token text primary key, kind text not null, object_id text not null,
    account_id text not null references account(id), last_message_id text, created_at bigint not null,
    unique (kind, object_id, account_id))`,
  `create table arrival (
    id text primary key, name text not null unique, source text not null, state text not null, reason text,
    detail text, sender text not null, subject text not null, message_id text, size bigint not null, account_id text,
    thread text, conversation_id text, asked_seq integer, is_forced integer not null, attempts integer not null,
    next_at bigint not null, created_at bigint not null, done_at bigint)`,
  "create index arrival_due on arrival(next_at) where state in ('waiting', 'asked')",
  "create index arrival_sender on arrival(sender, created_at)",
  "create index arrival_message on arrival(message_id) where message_id is not null",
  "create index arrival_account on arrival(account_id) where account_id is not null",
  `create table arrival_raw (
    arrival_id text primary key references arrival(id) on delete cascade, bytes ${bytes} not null)`,
  `create table mailbox (
    name text primary key, uid_validity text, last_uid bigint not null, state text not null, reason text,
    looked_at bigint, changed_at bigint not null)`,
];
