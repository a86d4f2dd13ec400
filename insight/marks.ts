import { sql } from "kysely";
import { handoverContextSchema } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { fromJson, type Row } from "../store/index.js";

type Attendance = Pick<Row<"attendance">, "id" | "context_json" | "accepted_at">;

/** Keeps why a requester came, before a transfer puts its own reason in that place. */
export async function markRequestedIn(trx: Trx, attendance: Attendance): Promise<void> {
  await trx
    .insertInto("attendance_mark")
    .values({
      attendance_id: attendance.id,
      reason: fromJson(handoverContextSchema, attendance.context_json).reason,
      accepted_at: attendance.accepted_at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps when the first agent took it; later ones change nothing. */
export async function markAcceptedIn(trx: Trx, attendance: Attendance, at: number): Promise<void> {
  await trx
    .updateTable("attendance_mark")
    .set({ accepted_at: at })
    .where("attendance_id", "=", attendance.id)
    .where("accepted_at", "is", null)
    .execute();
}

/** Keeps when an agent first wrote, so that no report has to look for it again. */
export async function markEndedIn(
  trx: Trx,
  attendance: Pick<Row<"attendance">, "id" | "conversation_id">,
  at: number,
): Promise<void> {
  await trx
    .updateTable("attendance_mark")
    .set({
      answer_known: 1,
      answered_at: sql<number | null>`(select min(w.sent_at) from message w
        where w.conversation_id = ${attendance.conversation_id} and w.sender_kind = 'agent'
          and w.sent_at >= attendance_mark.accepted_at and w.sent_at <= ${at})`,
    })
    .where("attendance_id", "=", attendance.id)
    .execute();
}
