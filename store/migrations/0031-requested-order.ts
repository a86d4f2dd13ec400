import { type Migration, sql } from "kysely";

/** Chat requests are listed by their last request: each has one, and an index gives their order. */
export const addRequestedOrder = (): Migration => ({
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/** A desk of before has attendances without one. */
export const fill = `insert into attendance_record (attendance_id, last_requested_at)
    select id, created_at from attendance
    where not exists (select 1 from attendance_record where attendance_id = attendance.id)`;

const statements = [
  fill,
  "create index attendance_record_requested on attendance_record(last_requested_at, attendance_id)",
];
