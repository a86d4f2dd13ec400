import type { Trx } from "../../conversation/index.js";

/** What a turn may come to that says how a talk with the assistant went; the last one of a talk counts. */
export const decisiveOutcomes = [
  "answered",
  "ticket",
  "refused",
  "asked-back",
  "form",
  "fallback",
  "failed",
] as const;
export const solvingOutcomes = ["answered", "ticket"] as const;

/** Nobody was asked for, and the last thing the assistant did for the requester was an answer or a ticket. */
export async function hasSolved(trx: Trx, conversationId: string): Promise<boolean> {
  const wish = await trx
    .selectFrom("attendance")
    .select("id")
    .where("conversation_id", "=", conversationId)
    .limit(1)
    .executeTakeFirst();
  if (wish !== undefined) return false;
  const last = await trx
    .selectFrom("turn")
    .select("outcome")
    .where("conversation_id", "=", conversationId)
    .where("outcome", "in", [...decisiveOutcomes])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return solvingOutcomes.some((outcome) => outcome === last?.outcome);
}
