import type { TicketState } from "../../../contract/ticket.js";

/** One colour per state of a ticket; the word always stands beside it. */
export const stateColors: Readonly<Record<TicketState, string>> = {
  open: "blue",
  "in-progress": "indigo",
  dispatched: "violet",
  "pending-customer": "yellow",
  "pending-approval": "yellow",
  resolved: "green",
  closed: "gray",
  canceled: "gray",
};
