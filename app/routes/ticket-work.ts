import { requirePrincipal } from "../../config/index.js";
import {
  localeQuerySchema,
  ticketChangeSchema,
  ticketNoteSchema,
  ticketSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Tickets } from "../../tickets/index.js";
import type { Records } from "../records/index.js";

export interface TicketWorkRouteParts {
  readonly tickets: Tickets;
  readonly records: Records;
}

/** What staff do with a ticket beside talking about it. */
export function ticketWorkRoutes({ tickets, records }: TicketWorkRouteParts): Route[] {
  return [
    defineRoute({
      method: "put",
      path: "/api/v1/tickets/:number",
      summary: "Change a ticket under the version that was read; closing it ends its talk",
      who: "staff",
      query: localeQuerySchema,
      body: ticketChangeSchema,
      answer: ticketSchema,
      handle: async ({ principal, params, body, query, locale }) => {
        const by = requirePrincipal(principal);
        const wanted = query.locale ?? locale;
        const ticket = await tickets.edit(by, params.number ?? "", body, wanted);
        await records.ticketClosed(ticket.id, { state: body.state, by });
        return { body: await tickets.byNumber(by, ticket.number, wanted) };
      },
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/tickets/:number/notes",
      summary: "Write a memo; a private one is for staff only",
      who: "staff",
      success: 204,
      body: ticketNoteSchema,
      handle: async ({ principal, params, body }) => {
        await tickets.addNote(requirePrincipal(principal), params.number ?? "", body);
        return { status: 204 };
      },
    }),
  ];
}
