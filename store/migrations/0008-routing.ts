import { type Migration, sql } from "kysely";

/** How groups give out conversations, what agents know, who was offered what, and the rules that choose a group. */
export function addRouting(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  "alter table assignment_group add column routing_json text",
  ...["skills_json", "languages_json", "department", "location", "company"].map(
    (column) => `alter table account add column ${column} text`,
  ),
  "alter table attendance add column skills_json text",
  "alter table attendance add column queued_at bigint",
  // One open question per agent, however many nodes ask (Q1).
  `create unique index attendance_offered on attendance(offered_to)
    where phase = 'logged' and offered_to is not null`,
  `create table attendance_offer (
    id text primary key, attendance_id text not null references attendance(id), agent_id text not null,
    offered_at bigint not null, until bigint not null, outcome text not null, decided_at bigint)`,
  "create index attendance_offer_attendance on attendance_offer(attendance_id)",
  "create index attendance_offer_agent on attendance_offer(agent_id, offered_at)",
  `create table routing_rule (
    id text primary key, position integer not null, name text not null, when_json text not null,
    group_id text not null references assignment_group(id), skills_json text not null)`,
];
