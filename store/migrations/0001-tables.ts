import { type Kysely, type Migration, sql } from "kysely";
import type { Engine } from "../connect.js";

/** The tables of `schema.ts`, in one set of statements for both engines. */
export function createTables(engine: Engine): Migration {
  return { up: (db) => up(db, engine) };
}

async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of [...people, ...settings, ...portfolio, ...conversations(engine), ...attendances]) {
    await sql.raw(statement).execute(db);
  }
}

const people = [
  `create table account (
    id text primary key, username text not null unique, name text not null, email text, role text not null,
    locale text, photo_url text, password_hash text, active integer not null, availability text not null,
    capacity integer not null, created_at bigint not null)`,
  `create table session (
    id text primary key, token_hash text not null unique, account_id text not null references account(id),
    created_at bigint not null, expires_at bigint not null)`,
  "create index session_account on session(account_id)",
  `create table assignment_group (
    id text primary key, name text not null unique, chat_requester integer not null,
    takes_attendances integer not null, created_at bigint not null)`,
  `create table membership (
    group_id text not null references assignment_group(id), account_id text not null references account(id),
    primary key (group_id, account_id))`,
  "create index membership_account on membership(account_id)",
];

const settings = [
  `create table parameter (
    number integer primary key, value text not null, updated_at bigint not null, updated_by text)`,
  `create table parameter_change (
    id text primary key, number integer not null, old_value text, new_value text, changed_at bigint not null,
    changed_by text)`,
  "create table counter (name text primary key, value bigint not null)",
  "create table lease (name text primary key, holder text not null, until bigint not null)",
];

const portfolio = [
  "create table origin (id text primary key, name text not null)",
  "create table contract (id text primary key, name text not null)",
  `create table catalog (
    id text primary key, name_json text not null, description_json text not null, phase text not null,
    via_chat integer not null, position integer not null)`,
  `create table service (
    id text primary key, catalog_id text not null references catalog(id), name_json text not null,
    description_json text not null, phase text not null, via_chat integer not null, position integer not null)`,
  `create table activity (
    id text primary key, service_id text not null references service(id), kind text not null,
    name_json text not null, description_json text not null, status text not null, via_chat integer not null,
    group_id text references assignment_group(id), fields_json text not null, samples_json text not null,
    position integer not null)`,
  `create table permitted_group (
    object_id text not null, group_id text not null references assignment_group(id),
    primary key (object_id, group_id))`,
  `create table article (
    id text primary key, language text not null, title text not null, body text not null, folder text not null,
    visibility text not null, state text not null, tags_json text not null, author_id text, source text unique,
    source_hash text, expires_at bigint, created_at bigint not null, updated_at bigint not null)`,
  "create index article_updated on article(updated_at)",
  `create table article_feedback (
    article_id text not null references article(id), account_id text not null references account(id),
    helped integer not null, at bigint not null, primary key (article_id, account_id))`,
  `create table ticket (
    id text primary key, number text not null unique, kind text not null, state text not null,
    origin_id text not null, contract_id text, activity_id text not null references activity(id),
    requester_id text not null references account(id), group_id text, assignee_id text,
    description text not null, fields_json text not null, conversation_id text, cause_id text not null unique,
    created_at bigint not null, updated_at bigint not null)`,
  "create index ticket_requester on ticket(requester_id, created_at)",
  "create index ticket_conversation on ticket(conversation_id)",
  `create table ticket_event (
    id text primary key, ticket_id text not null references ticket(id), at bigint not null, kind text not null,
    actor_json text not null, text text not null)`,
  "create index ticket_event_ticket on ticket_event(ticket_id)",
];

/**
 * Messages live in the order they are read: the primary key is the table on SQLite, and on PostgreSQL a partition
 * holds the conversations begun in one month (ids sort by time, so the id alone tells the partition).
 */
function conversations(engine: Engine): string[] {
  const collation = engine === "postgres" ? 'collate "C"' : "";
  const clustered = engine === "postgres" ? "partition by range (conversation_id)" : "without rowid";
  return [
    `create table conversation (
      id text primary key, requester_id text not null references account(id), channel text not null,
      locale text not null, owner_kind text not null, owner_id text, epoch integer not null,
      last_seq integer not null, asked_seq integer not null, answered_seq integer not null, ticket_id text,
      dialog_json text not null, created_at bigint not null, updated_at bigint not null)`,
    // One open conversation per requester and channel, however many tabs write at once (reliability Q5).
    `create unique index conversation_open on conversation(requester_id, channel) where owner_kind <> 'none'`,
    "create index conversation_owner on conversation(owner_id) where owner_kind = 'agent'",
    "create index conversation_requester on conversation(requester_id, created_at)",
    `create index conversation_unanswered on conversation(id)
      where owner_kind = 'assistant' and asked_seq > answered_seq`,
    `create table message (
      conversation_id text ${collation} not null, seq integer not null, id text not null,
      client_message_id text not null, sender_kind text not null, sender_id text not null,
      sender_name text not null, text text not null, extra_json text, epoch integer not null,
      first_sent_at bigint not null, sent_at bigint not null, primary key (conversation_id, seq)) ${clustered}`,
    "create unique index message_client_id on message(conversation_id, client_message_id, sender_id)",
    ...(engine === "postgres" ? ["create table message_rest partition of message default"] : []),
    `create table receipt (
      conversation_id text not null, account_id text not null, side text not null, read_seq integer not null,
      primary key (conversation_id, account_id))`,
    `create table turn (
      message_id text primary key, conversation_id text not null, seq integer not null, at bigint not null,
      text text not null, language text not null, outcome text not null, understood_json text not null)`,
    "create index turn_conversation on turn(conversation_id, seq)",
    "create index turn_at on turn(at)",
    `create table channel_link (
      conversation_id text primary key references conversation(id), channel_id text not null,
      external_id text not null, reference_json text not null, delivered_seq integer not null,
      updated_at bigint not null)`,
    "create index channel_link_external on channel_link(channel_id, external_id)",
  ];
}

const attendances = [
  `create table attendance (
    id text primary key, conversation_id text not null references conversation(id), ticket_id text,
    requester_id text not null references account(id), phase text not null, status text not null,
    priority integer not null, waiting_since bigint not null, question text not null, language text not null,
    context_json text not null, agent_id text, last_agent_id text, offered_to text, offered_until bigint,
    accept_request_id text, cause_id text not null unique, reason text, version integer not null,
    created_at bigint not null, accepted_at bigint, closed_at bigint, updated_at bigint not null)`,
  "create unique index attendance_open on attendance(conversation_id) where phase <> 'closed'",
  "create index attendance_waiting on attendance(priority, waiting_since) where phase = 'logged'",
  "create index attendance_agent on attendance(agent_id) where phase = 'accepted'",
  "create index attendance_conversation on attendance(conversation_id, created_at)",
  "create index attendance_updated on attendance(updated_at)",
  "create index attendance_ticket on attendance(ticket_id)",
  `create table attendance_group (
    attendance_id text not null references attendance(id), group_id text not null references assignment_group(id),
    primary key (attendance_id, group_id))`,
  "create index attendance_group_group on attendance_group(group_id)",
];
