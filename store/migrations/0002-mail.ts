import { type Kysely, type Migration, sql } from "kysely";

/** Templates of e-mails, the e-mails themselves, and who is absent from which conversation. */
export function createMailTables(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  `create table email_template (
    id text primary key, name text not null unique, subject_json text not null, text_json text not null,
    created_at bigint not null, updated_at bigint not null, updated_by text)`,
  `create table mail (
    id text primary key, kind text not null, conversation_id text, account_id text, address text not null,
    locale text not null, subject text not null, text text not null, state text not null, reason text,
    attempts integer not null, next_at bigint not null, created_at bigint not null, sent_at bigint)`,
  "create index mail_due on mail(next_at) where state = 'waiting'",
  // One row per party and conversation: that is what makes it one e-mail per absence, on however many nodes.
  `create table absence (
    conversation_id text not null references conversation(id), account_id text not null references account(id),
    from_seq integer not null, due_at bigint not null, mail_id text, primary key (conversation_id, account_id))`,
  "create index absence_account on absence(account_id)",
  "create index absence_due on absence(due_at) where mail_id is null",
];
