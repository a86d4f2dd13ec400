import { type Migration, sql } from "kysely";

/** What agents share beside the talk itself: notes, who takes part, canned replies, tags, and who is notified where. */
export function createConsoleTables(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  `create table note (
    id text primary key, conversation_id text not null references conversation(id), after_seq integer not null,
    author_id text not null references account(id), to_id text, client_note_id text not null, text text not null,
    created_at bigint not null)`,
  "create unique index note_client_id on note(conversation_id, author_id, client_note_id)",
  "create index note_created on note(created_at)",
  `create table note_mention (
    note_id text not null references note(id), conversation_id text not null, account_id text not null,
    primary key (note_id, account_id))`,
  "create index note_mention_account on note_mention(account_id, conversation_id)",
  `create table participant (
    conversation_id text not null references conversation(id), account_id text not null references account(id),
    added_by text not null, joined_at bigint not null, left_at bigint, primary key (conversation_id, account_id))`,
  "create index participant_account on participant(account_id) where left_at is null",
  `create table merged_talk (
    from_id text primary key references conversation(id), into_id text not null references conversation(id),
    merged_at bigint not null, merged_by text not null)`,
  `create table canned_reply (
    id text primary key, shortcut text not null, title text not null, texts_json text not null, group_id text,
    owner_id text, created_at bigint not null, updated_at bigint not null, updated_by text not null)`,
  "create index canned_reply_owner on canned_reply(owner_id)",
  `create table tag (
    object_type text not null, object_id text not null, name text not null, added_by text not null,
    added_at bigint not null, primary key (object_type, object_id, name))`,
  "create index tag_name on tag(name)",
  "create table push_key (name text primary key, public_key text not null, private_key text not null)",
  `create table push_subscription (
    id text primary key, account_id text not null references account(id), endpoint text not null unique,
    p256dh text not null, auth text not null, locale text not null, created_at bigint not null)`,
  "create index push_subscription_account on push_subscription(account_id)",
  `create table rota_shift (
    id text primary key, group_id text not null references assignment_group(id), position integer not null,
    shift_json text not null)`,
  "create index rota_shift_group on rota_shift(group_id, position)",
];
