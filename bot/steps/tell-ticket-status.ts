import type { StepResult, Turn } from "../turn.js";
import { listTickets, showTicket } from "../verbs/show-ticket.js";
import { understood } from "./understood.js";

/** A ticket's number, or the question how a ticket is doing. */
export async function tellTicketStatus(turn: Turn): Promise<StepResult> {
  const { ticketNumber } = turn.heard;
  const asked = understood(turn, "ticket-status") !== undefined;
  if (ticketNumber !== undefined && (asked || isOnlyNumber(turn.incoming.text))) {
    return showTicket(turn, ticketNumber);
  }
  return asked ? listTickets(turn) : "pass";
}

function isOnlyNumber(text: string): boolean {
  return text.trim().split(/\s+/).length <= 3;
}
