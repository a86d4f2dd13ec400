import { type Migration, sql } from "kysely";

/** Guests, sessions made of a portal's token, and what admins set for the widget. */
export function addWidget(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  "alter table account add column stands_for text",
  "create index account_stands_for on account(stands_for) where stands_for is not null",
  "alter table session add column ends_at bigint",
  "alter table session add column identity_hash text",
  "create index session_identity on session(identity_hash) where identity_hash is not null",
  `create table widget_settings (
    id text primary key, settings_json text not null, version integer not null, updated_at bigint not null,
    updated_by text)`,
  `create table widget_key (
    id text primary key, secret text not null, created_at bigint not null, ends_at bigint)`,
  `create table widget_image (
    id text primary key, type text not null, content_base64 text not null, hash text not null)`,
  "create table ended_identity (hash text primary key, ends_at bigint not null)",
];
