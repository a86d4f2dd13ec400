import { type Kysely, type Migration, sql } from "kysely";
import type { Engine } from "../connect.js";

/** Files of conversations, messages of tickets, and the tokens of programs. */
export function addFiles(engine: Engine): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements(engine === "postgres" ? "bytea" : "blob")) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}

const statements = (bytes: string) => [
  `create table file (
    id text primary key, conversation_id text not null references conversation(id),
    account_id text not null references account(id), request_id text not null, name text not null,
    type text not null, size integer not null, is_whole integer not null, link_key text not null,
    message_id text, ticket_id text, created_at bigint not null)`,
  // A repeat of an upload finds the first one; those that were cut off do not count.
  "create unique index file_request on file(account_id, request_id) where is_whole = 1",
  "create index file_conversation on file(conversation_id)",
  "create index file_ticket on file(ticket_id) where ticket_id is not null",
  "create index file_unsent on file(created_at) where message_id is null",
  `create table file_part (
    file_id text not null references file(id), at integer not null, bytes ${bytes} not null,
    primary key (file_id, at))`,
  `create table ticket_message (
    id text primary key, ticket_id text not null references ticket(id), request_id text not null,
    author_id text not null, author_name text not null, side text not null, text text not null, mail_id text,
    created_at bigint not null, unique (ticket_id, author_id, request_id))`,
  `create table api_token (
    id text primary key, name text not null, token_hash text not null unique, scopes_json text not null,
    created_at bigint not null, created_by text, last_used_at bigint, revoked_at bigint)`,
];
