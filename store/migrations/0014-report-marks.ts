import { type Migration, sql } from "kysely";
import type { Engine } from "../connect.js";

/** What reports would otherwise look up for every attendance, ticket and talk of a year, each time they are read. */
export function addReportMarks(engine: Engine): Migration {
  return {
    up: async (db) => {
      // A desk of many years takes longer than any question of a person may.
      if (engine === "postgres") await sql`set local statement_timeout = 0`.execute(db);
      for (const statement of [...columns, ...fills, ...indexes]) await sql.raw(statement).execute(db);
    },
  };
}

const settledStates = "('resolved', 'closed', 'canceled')";

const columns = [
  "alter table attendance_mark add column answered_at bigint",
  // 1 once it has ended: an empty time then says that no agent has written.
  "alter table attendance_mark add column answer_known integer not null default 0",
];

/** What was there before; running them again changes nothing. */
export const fills: readonly string[] = [
  `update attendance_mark set answer_known = 1, answered_at = (select min(w.sent_at)
      from attendance a join message w on w.conversation_id = a.conversation_id
      where a.id = attendance_mark.attendance_id and w.sender_kind = 'agent'
        and w.sent_at >= attendance_mark.accepted_at and w.sent_at <= a.closed_at)
    where attendance_id in (select id from attendance where phase = 'closed')`,
  // Tickets that were settled before their clocks were kept.
  `update ticket set settled_at = coalesce((select min(e.at) from ticket_event e where e.ticket_id = ticket.id
      and e.kind = 'state' and e.text in ${settledStates} and not exists (select 1 from ticket_event l
        where l.ticket_id = ticket.id and l.kind = 'state' and l.at > e.at and l.text not in ${settledStates})),
      updated_at)
    where settled_at is null and state in ${settledStates}`,
];

const indexes = [
  // What a turn came to, without reading its words.
  "create index turn_outcome on turn(conversation_id, seq, outcome)",
];
