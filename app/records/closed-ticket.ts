import type { Principal, TicketState } from "../../contract/index.js";
import type { Handoff } from "../../handoff/index.js";
import type { Store } from "../../store/index.js";

export type TicketClosed = (
  ticketId: string,
  change: { readonly state: TicketState | undefined; readonly by: Principal },
) => Promise<void>;

/**
 * A ticket that staff close or cancel takes its talk with it: it leaves "in progress", and its requester can ask for
 * another (S2-55). A resolved one keeps its talk, so that people can say thank you or that it was not solved.
 */
export function createTicketClosed(parts: {
  readonly store: Store;
  readonly handoff: Handoff;
}): TicketClosed {
  const { store, handoff } = parts;
  return async (ticketId, { state, by }) => {
    if (state !== "closed" && state !== "canceled") return;
    const open = await store.db
      .selectFrom("attendance")
      .select("id")
      .where("ticket_id", "=", ticketId)
      .where("phase", "<>", "closed")
      .execute();
    // Whoever may close the ticket may end its talk, also a colleague's.
    const actor = { ...by, role: "supervisor" as const };
    for (const { id } of open) await handoff.end({ attendanceId: id, actor });
  };
}
