import type { StepResult, Turn } from "../turn.js";
import { startTicket } from "../verbs/ticket-form.js";
import { understood } from "./understood.js";

/** "I want to open a ticket" (S2-13). */
export async function startTicketOnWish(turn: Turn): Promise<StepResult> {
  if (understood(turn, "new-ticket") === undefined) return "pass";
  return startTicket(turn, undefined);
}
