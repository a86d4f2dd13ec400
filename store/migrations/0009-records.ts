import { type Migration, sql } from "kysely";

/** Interactions, agreements with their clocks, and what an attendance keeps as a record. */
export function createRecordTables(): Migration {
  return {
    up: async (db) => {
      for (const statement of [...tickets, ...records, ...agreements]) await sql.raw(statement).execute(db);
    },
  };
}

const tickets = [
  ...[
    "priority text not null default 'medium'",
    "impact text not null default 'medium'",
    "urgency text not null default 'medium'",
    "version integer not null default 1",
    "service_id text",
    "previous_ticket_id text",
    "owner_id text",
    "expert_id text",
    "locale text",
    "agreement_id text",
    "level_json text",
    "response_due_at bigint",
    "resolve_due_at bigint",
    "responded_at bigint",
    "settled_at bigint",
    "paused_at bigint",
    "paused_ms bigint not null default 0",
  ].map((column) => `alter table ticket add column ${column}`),
  "create index ticket_unanswered on ticket(response_due_at) where responded_at is null and settled_at is null",
  "create index ticket_unsettled on ticket(resolve_due_at) where settled_at is null",
];

const records = [
  // Beside the attendance, so that the queue's hot row stays small.
  `create table attendance_record (
    attendance_id text primary key references attendance(id), completion_code_id text,
    last_requested_at bigint not null, response_due_at bigint, seen_at bigint, away_since bigint)`,
  `create table interaction (
    id text primary key, number text not null unique, state text not null, title text not null,
    description text not null, solution text not null, location text not null, priority text not null,
    contact_id text, activity_id text, group_id text, assignee_id text, ticket_id text, cause_id text not null unique,
    version integer not null, created_at bigint not null, updated_at bigint not null)`,
  "create index interaction_ticket on interaction(ticket_id)",
  `create table interaction_link (
    attendance_id text not null references attendance(id), interaction_id text not null references interaction(id),
    relation text not null, created_at bigint not null, primary key (attendance_id, interaction_id))`,
  "create index interaction_link_interaction on interaction_link(interaction_id)",
  `create table completion_code (
    id text primary key, name_json text not null, active integer not null, position integer not null)`,
  // What admins set as one whole: the mapping, the rules.
  `create table desk_setting (
    name text primary key, value_json text not null, version integer not null, updated_at bigint not null,
    updated_by text)`,
];

const agreements = [
  `create table agreement (
    id text primary key, name text not null unique, active_from bigint, active_to bigint, active integer not null,
    chat integer not null, calendar_id text, targets_json text not null)`,
  `create table agreement_service (
    agreement_id text not null references agreement(id), service_id text not null references service(id),
    primary key (agreement_id, service_id))`,
  `create table offering (
    id text primary key, activity_id text not null unique references activity(id), default_service_id text)`,
  `create table offering_agreement (
    offering_id text not null references offering(id), agreement_id text not null references agreement(id),
    position integer not null, primary key (offering_id, agreement_id))`,
];
