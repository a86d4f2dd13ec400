import type { ExpressionBuilder } from "kysely";
import type { Principal } from "../../contract/index.js";
import type { Db, Tables } from "../../store/index.js";

export type Reader = Pick<Principal, "accountId" | "role" | "groupIds">;

type Attendances = ExpressionBuilder<Tables, "attendance">;

/**
 * Which of these chat requests the reader may see: a chat request is the record of an attendance, so whoever may see
 * that sees its record, and besides who works on its ticket or interaction. Supervisors see all.
 */
export async function visibleOf(db: Db, reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0 || reader.role !== "agent") return new Set(ids);
  const rows = await db
    .selectFrom("attendance")
    .select("attendance.id")
    .where("attendance.id", "in", [...ids])
    .where((eb) => isVisibleTo(eb, reader))
    .execute();
  return new Set(rows.map((row) => row.id));
}

export function isVisibleTo(eb: Attendances, { accountId, groupIds }: Reader) {
  return eb.or([
    isOfGroups(eb, groupIds),
    isOwn(eb, accountId),
    sharesTalk(eb, accountId),
    wasTold(eb, accountId),
    worksOnTicket(eb, accountId),
    worksOnInteraction(eb, accountId),
  ]);
}

export function isOfGroups(eb: Attendances, groupIds: readonly string[]) {
  return eb.exists(
    eb
      .selectFrom("attendance_group")
      .select("attendance_group.group_id")
      .whereRef("attendance_group.attendance_id", "=", "attendance.id")
      .where("attendance_group.group_id", "in", groupIds.length === 0 ? [""] : [...groupIds]),
  );
}

export function isOwn(eb: Attendances, accountId: string) {
  return eb.or([
    eb("attendance.agent_id", "=", accountId),
    eb("attendance.last_agent_id", "=", accountId),
    eb("attendance.offered_to", "=", accountId),
  ]);
}

/** Was added to the talk, or named in a note about it: may read the talk itself. */
function sharesTalk(eb: Attendances, accountId: string) {
  return eb.or([
    eb.exists(
      eb
        .selectFrom("participant")
        .select("participant.account_id")
        .whereRef("participant.conversation_id", "=", "attendance.conversation_id")
        .where("participant.account_id", "=", accountId),
    ),
    eb.exists(
      eb
        .selectFrom("note_mention")
        .select("note_mention.account_id")
        .whereRef("note_mention.conversation_id", "=", "attendance.conversation_id")
        .where("note_mention.account_id", "=", accountId),
    ),
  ]);
}

/** Was notified of it (S3-12). */
function wasTold(eb: Attendances, accountId: string) {
  return eb.exists(
    eb
      .selectFrom("attendance_told")
      .select("attendance_told.account_id")
      .whereRef("attendance_told.attendance_id", "=", "attendance.id")
      .where("attendance_told.account_id", "=", accountId),
  );
}

function worksOnTicket(eb: Attendances, accountId: string) {
  return eb.exists(
    eb
      .selectFrom("ticket")
      .select("ticket.id")
      .whereRef("ticket.id", "=", "attendance.ticket_id")
      .where((on) =>
        on.or([
          on("ticket.assignee_id", "=", accountId),
          on("ticket.owner_id", "=", accountId),
          on("ticket.expert_id", "=", accountId),
        ]),
      ),
  );
}

function worksOnInteraction(eb: Attendances, accountId: string) {
  return eb.exists(
    eb
      .selectFrom("interaction_link")
      .innerJoin("interaction", "interaction.id", "interaction_link.interaction_id")
      .select("interaction.id")
      .whereRef("interaction_link.attendance_id", "=", "attendance.id")
      .where("interaction.assignee_id", "=", accountId),
  );
}
