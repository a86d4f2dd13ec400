import type { Db } from "../../store/index.js";
import { linkIn, openInteractionIn } from "./open-interaction.js";

/**
 * What accepting an attendance does to interactions, in the same transaction (S1-11, S1-14): one that has its
 * interaction keeps it; with a previous ticket, or when the talk about the same ticket goes on, the interaction there is
 * gets related; else a new one is opened. A talk that only the assistant had never comes here (S1-33).
 */
export async function attendanceAcceptedIn(
  trx: Db,
  acceptance: { readonly attendanceId: string; readonly agentId: string; readonly at: number },
): Promise<void> {
  const { attendanceId, agentId, at } = acceptance;
  if (await hasInteraction(trx, attendanceId)) return;
  const interactionId = await findPrevious(trx, attendanceId);
  if (interactionId !== undefined) {
    await linkIn(trx, { attendanceId, interactionId, relation: "related", at });
    return;
  }
  await openInteractionIn(trx, {
    attendanceId,
    agentId,
    relation: "opened",
    causeId: `attendance:${attendanceId}`,
    at,
  });
}

async function hasInteraction(trx: Db, attendanceId: string): Promise<boolean> {
  const link = await trx
    .selectFrom("interaction_link")
    .select("interaction_id")
    .where("attendance_id", "=", attendanceId)
    .limit(1)
    .executeTakeFirst();
  return link !== undefined;
}

/** The newest interaction of the ticket the requester named, else of the attendance's own. */
async function findPrevious(trx: Db, attendanceId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("attendance")
    .innerJoin("ticket", "ticket.id", "attendance.ticket_id")
    .select(["ticket.id", "ticket.previous_ticket_id"])
    .where("attendance.id", "=", attendanceId)
    .executeTakeFirst();
  const ticketId = row?.previous_ticket_id ?? row?.id;
  if (ticketId === undefined) return undefined;
  const interaction = await trx
    .selectFrom("interaction")
    .select("id")
    .where("ticket_id", "=", ticketId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return interaction?.id;
}
