import { type Migration, sql } from "kysely";

/** Whom an identity provider vouches for, the log-ins under way with it, and the sessions that it ended. */
export function addSignOn(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  `create table sign_on_link (
    issuer text not null, subject text not null, account_id text not null references account(id),
    given_role text, given_groups_json text not null, created_at bigint not null, last_used_at bigint not null,
    primary key (issuer, subject))`,
  "create unique index sign_on_link_account on sign_on_link(account_id, issuer)",
  `create table sign_on_begun (
    state_hash text primary key, browser_hash text not null, nonce text not null, verifier text not null,
    return_to text, ends_at bigint not null)`,
  "create index sign_on_begun_ends on sign_on_begun(ends_at)",
  // A node that knows nothing of it ends sessions too.
  `create table sign_on_session (
    session_id text primary key references session(id) on delete cascade, issuer text not null,
    subject text not null, sid text, id_token text)`,
  "create index sign_on_session_sid on sign_on_session(issuer, sid)",
  "create index sign_on_session_subject on sign_on_session(issuer, subject)",
  `create table sign_on_ended (
    issuer text not null, jti text not null, sid text, subject text, issued_at bigint not null,
    is_done integer not null, ends_at bigint not null, primary key (issuer, jti))`,
  "create index account_email on account(lower(email))",
];
