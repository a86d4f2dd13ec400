import { AppError, finishedStates } from "../../contract/index.js";
import type { HandoffFact } from "../../handoff/index.js";
import type { Db } from "../../store/index.js";
import type { Interactions, Tickets } from "../../tickets/index.js";

/** What an attendance keeps as a record, and opens, in the transaction that changes it. */
export interface RecordHooks {
  requestedIn(trx: Db, fact: HandoffFact): Promise<void>;
  /** See `requireAcceptable`; also says for which group it is accepted, where there is no doubt. */
  requireAcceptable(trx: Db, fact: HandoffFact): Promise<{ readonly groupId: string | undefined }>;
  acceptedIn(trx: Db, fact: HandoffFact): Promise<void>;
  endedIn(trx: Db, fact: HandoffFact): Promise<void>;
}

export function createRecordHooks(parts: {
  readonly tickets: Pick<Tickets, "responseDueIn">;
  readonly interactions: Pick<Interactions, "acceptedIn">;
}): RecordHooks {
  const { tickets, interactions } = parts;
  return {
    requestedIn: async (trx, { attendance: { row }, now }) => {
      const due = row.ticket_id === null ? undefined : await tickets.responseDueIn(trx, row.ticket_id, now);
      await trx
        .insertInto("attendance_record")
        .values({ attendance_id: row.id, last_requested_at: now, response_due_at: due ?? null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    requireAcceptable: (trx, { attendance: { row, groupIds }, agent, groupId }) =>
      requireAcceptable(trx, { ticketId: row.ticket_id, groupIds, agentId: agent?.id ?? "", groupId }),
    acceptedIn: async (trx, { attendance, agent, now }) => {
      if (agent === undefined) return;
      await interactions.acceptedIn(trx, { attendanceId: attendance.row.id, agentId: agent.id, at: now });
    },
    endedIn: async (trx, { attendance, completionCodeId, now }) => {
      if (completionCodeId === undefined) return;
      await requireCode(trx, completionCodeId);
      const row = { attendance_id: attendance.row.id, completion_code_id: completionCodeId };
      await trx
        .insertInto("attendance_record")
        .values({ ...row, last_requested_at: now })
        .onConflict((conflict) =>
          conflict.column("attendance_id").doUpdateSet({ completion_code_id: completionCodeId }),
        )
        .execute();
    },
  };
}

interface Capture {
  readonly ticketId: string | null;
  /** Where the attendance waits. */
  readonly groupIds: readonly string[];
  readonly agentId: string;
  /** What the agent chose. */
  readonly groupId: string | undefined;
}

/**
 * The rules of capturing (S0-25) that are the ticket's: a finished one is not captured, and who could take it for
 * several groups says for which. Throws `attendance/finished` and `attendance/choose-group` with the choices.
 */
export async function requireAcceptable(trx: Db, capture: Capture) {
  const { ticketId, groupIds, agentId, groupId } = capture;
  if (ticketId !== null) await requireUnfinished(trx, ticketId);
  if (groupIds.length < 2) return { groupId };
  const own = await trx
    .selectFrom("membership")
    .innerJoin("assignment_group", "assignment_group.id", "membership.group_id")
    .select(["assignment_group.id", "assignment_group.name"])
    .where("account_id", "=", agentId)
    .where("group_id", "in", [...groupIds])
    .orderBy("assignment_group.name")
    .execute();
  if (own.length < 2) return { groupId: own[0]?.id };
  if (own.some(({ id }) => id === groupId)) return { groupId };
  throw new AppError("attendance/choose-group", "Several of your groups could take this. Choose one.", {
    details: { groups: own },
  });
}

async function requireUnfinished(trx: Db, ticketId: string): Promise<void> {
  const ticket = await trx
    .selectFrom("ticket")
    .select(["number", "state"])
    .where("id", "=", ticketId)
    .executeTakeFirst();
  if (ticket === undefined || !finishedStates.some((state) => state === ticket.state)) return;
  throw new AppError(
    "attendance/finished",
    `Ticket ${ticket.number} is finished. Open it again before you take its talk.`,
  );
}

async function requireCode(trx: Db, id: string): Promise<void> {
  const code = await trx
    .selectFrom("completion_code")
    .select("id")
    .where("id", "=", id)
    .where("active", "=", 1)
    .executeTakeFirst();
  if (code === undefined) {
    throw new AppError("agreement/not-found", "There is no such completion code. Choose another one.");
  }
}
