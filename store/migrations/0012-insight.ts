import { type Migration, sql } from "kysely";
import type { Engine } from "../connect.js";

/** Satisfaction, and what reports are counted from. */
export function addInsight(engine: Engine): Migration {
  return {
    up: async (db) => {
      for (const statement of [...surveys, ...marks, fillMarks(engine), ...indexes]) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}

const surveys = [
  // Its key is what makes it one question per talk, however often the talk is taken up again and ended.
  `create table survey (
    conversation_id text primary key references conversation(id), attendance_id text references attendance(id),
    asked_at bigint not null, score integer, comment text, answered_at bigint, skipped_at bigint)`,
  "create index survey_asked on survey(asked_at)",
  `create table survey_exemption (
    conversation_id text primary key references conversation(id), exempted_at bigint not null,
    exempted_by text not null)`,
  `create table survey_setting (
    scope text primary key, ask text not null, updated_at bigint not null, updated_by text)`,
];

const marks = [
  `create table attendance_mark (
    attendance_id text primary key references attendance(id), reason text not null, accepted_at bigint)`,
];

/** Attendances of before: their first agent is unknown where they were passed on, the last one's time stands in. */
function fillMarks(engine: Engine): string {
  const reason =
    engine === "postgres" ? "context_json::json->>'reason'" : "json_extract(context_json, '$.reason')";
  return `insert into attendance_mark (attendance_id, reason, accepted_at)
    select id, coalesce(${reason}, 'wish'), accepted_at from attendance`;
}

/** Reports read a period; these keep them from reading what is outside of it. */
const indexes = [
  "create index attendance_created on attendance(created_at)",
  "create index conversation_created on conversation(created_at)",
  "create index conversation_channel on conversation(channel)",
  "create index ticket_created on ticket(created_at)",
  "create index ticket_event_state on ticket_event(ticket_id, at) where kind = 'state'",
  "create index message_by_agent on message(conversation_id, sent_at) where sender_kind = 'agent'",
];
