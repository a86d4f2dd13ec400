import type { Config } from "../../config/index.js";
import type { Principal } from "../../contract/index.js";
import type { Conversations } from "../../conversation/index.js";
import type { AttendanceRecord, Handoff } from "../../handoff/index.js";
import type { Store } from "../../store/index.js";
import type { Tickets } from "../../tickets/index.js";
import { createAbandoned } from "./abandoned.js";
import { type Answered, createAnswered } from "./answered.js";
import { createTicketClosed, type TicketClosed } from "./closed-ticket.js";
import { requireAcceptable } from "./record-hooks.js";

/** What the desk does about records outside of the transactions that make them. */
export interface Records {
  readonly answered: Answered;
  readonly ticketClosed: TicketClosed;
  /** Closes what its requester has left; run it every few seconds. */
  sweepAbandoned(): Promise<void>;
  /** Tells early what the acceptance itself would refuse; see `requireAcceptable`. */
  checkAccept(
    wish: { readonly attendanceId: string; readonly groupId?: string | undefined },
    agent: Principal,
  ): Promise<void>;
  /** The requester asked once more for what still waits: only the time of the last request moves. */
  askedAgain(attendance: AttendanceRecord, causeId: string): Promise<void>;
}

export function createRecords(parts: {
  readonly config: Config;
  readonly store: Store;
  readonly tickets: Tickets;
  readonly conversations: Conversations;
  readonly handoff: Handoff;
  readonly now: () => number;
}): Records {
  const { config, store, handoff, now } = parts;
  const graceMs = config.desk.abandonAfterMs;
  return {
    answered: createAnswered(parts),
    ticketClosed: createTicketClosed(parts),
    sweepAbandoned: createAbandoned({ store, handoff, graceMs, now }),
    checkAccept: async ({ attendanceId, groupId }, agent) => {
      const record = await handoff.reads.record(attendanceId);
      if (record?.row.phase !== "logged") return;
      const { row, groupIds } = record;
      const capture = { ticketId: row.ticket_id, groupIds, agentId: agent.accountId, groupId };
      await requireAcceptable(store.db, capture);
    },
    askedAgain: async ({ row }, causeId) => {
      if (row.phase !== "logged" || row.cause_id === causeId) return;
      await store.db
        .updateTable("attendance_record")
        .set({ last_requested_at: now() })
        .where("attendance_id", "=", row.id)
        .execute();
    },
  };
}
