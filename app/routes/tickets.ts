import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  catalogSchema,
  localeQuerySchema,
  openTicketSchema,
  type Ticket,
  ticketQuerySchema,
  ticketSchema,
  timelineEntrySchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { ActivityCatalog, Tickets } from "../../tickets/index.js";
import type { InitAttendance } from "../init-attendance.js";

export interface TicketRouteParts {
  readonly catalog: ActivityCatalog;
  readonly tickets: Tickets;
  readonly initAttendance: InitAttendance;
}

/** Catalog and tickets; every read is scoped by the reader. */
export function ticketRoutes({ catalog, tickets, initAttendance }: TicketRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/catalog",
      summary: "What this person may use by chat: catalogs, their services, their activities",
      who: "person",
      forGuests: true,
      query: localeQuerySchema,
      answer: z.object({ items: z.array(catalogSchema) }),
      handle: async ({ principal, query, locale }) => ({
        body: { items: await catalog.available(requirePrincipal(principal), query.locale ?? locale) },
      }),
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/tickets",
      summary: "Open a ticket, with attendance where it is asked for",
      who: "person",
      success: 201,
      body: openTicketSchema,
      answer: ticketSchema,
      handle: async ({ principal, body, locale, headers }) => {
        const person = requirePrincipal(principal);
        const { activityId, description, fields, direct, attendance, previousTicket } = body;
        const { requestId = headers["idempotency-key"] ?? randomUUID() } = body;
        if (activityId === undefined && direct !== true && previousTicket === undefined) {
          throw new AppError("request/malformed", "Name an activity, or ask for direct attendance.", {
            details: { problems: [{ at: "activityId", problem: "required" }] },
          });
        }
        const causeId = `request:${person.accountId}:${requestId}`;
        const wish = { person, activityId, description, fields, previousTicket, direct, causeId, locale };
        const isLive = direct === true || attendance === true || previousTicket !== undefined;
        const ticket = isLive ? await initAttendance(wish) : await tickets.open(wish);
        return { status: 201, body: ticket };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/tickets",
      summary: "Tickets of this person, waiting for this agent, or held by this agent",
      who: "person",
      query: ticketQuerySchema.extend(localeQuerySchema.shape),
      answer: z.object({ items: z.array(ticketSchema), next: z.string().optional() }),
      handle: async ({ principal, query, locale }) => ({
        body: await tickets.list(requirePrincipal(principal), query, query.locale ?? locale),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/tickets/:number",
      summary: "One ticket",
      who: "person",
      query: localeQuerySchema,
      answer: ticketSchema,
      handle: async ({ principal, params, query, locale }): Promise<{ body: Ticket }> => ({
        body: await tickets.byNumber(
          requirePrincipal(principal),
          params.number ?? "",
          query.locale ?? locale,
        ),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/tickets/:number/timeline",
      summary: "Everything that happened to a ticket, with the transcript of its conversation",
      who: "person",
      query: localeQuerySchema,
      answer: z.object({ items: z.array(timelineEntrySchema) }),
      handle: async ({ principal, params, query, locale }) => ({
        body: {
          items: await tickets.timeline(
            requirePrincipal(principal),
            params.number ?? "",
            query.locale ?? locale,
          ),
        },
      }),
    }),
  ];
}
