import type { Ticket } from "../../contract/index.js";
import { helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";

/** As many as can be looked through in a chat; the rest stands under "My tickets". */
const shownMost = 8;

/** Tells how one of the requester's own tickets is doing. */
export async function showTicket(turn: Turn, number: string): Promise<StepResult> {
  turn.conclude("answered");
  const ticket = await turn.desk.findTicket(turn.person, number, turn.locale);
  const text = ticket === undefined ? turn.texts.ticketUnknown(number) : describe(turn, ticket);
  await turn.reply({ text, actions: helpOffers(turn) });
  return "handled";
}

/** Offers the requester's open tickets to choose from. */
export async function listTickets(turn: Turn): Promise<StepResult> {
  turn.conclude("answered");
  const tickets = (await turn.desk.openTickets(turn.person, turn.locale)).slice(0, shownMost);
  if (tickets.length === 0) {
    await turn.reply({ text: turn.texts.noTickets, actions: helpOffers(turn) });
    return "handled";
  }
  const lines = tickets.map((ticket) => `• ${describe(turn, ticket)}`).join("\n");
  await turn.reply({
    text: `${turn.texts.yourTickets}\n${lines}`,
    actions: tickets.map(({ number }) => ({
      title: turn.texts.actions.ticketStatus(number),
      value: { kind: "ticket-status", ticketNumber: number },
    })),
  });
  return "handled";
}

function describe({ texts }: Turn, ticket: Ticket): string {
  const state = texts.states[ticket.state] ?? ticket.state;
  const told = texts.ticketStatus(ticket.number, state, ticket.activity.name, ticket.assignee?.name);
  if (ticket.elsewhere === undefined) return told;
  return `${told} ${texts.ticketElsewhere(ticket.elsewhere.desk, ticket.elsewhere.number)}`;
}
