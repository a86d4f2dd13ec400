import { z } from "zod";
import { type Parameters, requirePrincipal } from "../../config/index.js";
import { newTicketMessageSchema, ticketMessageSchema } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import { consoleSettings } from "../console-settings.js";
import type { Exchange } from "../exchange/index.js";

export interface ExchangeRouteParts {
  readonly exchange: Exchange;
  readonly parameters: Parameters;
}

const path = "/api/v1/tickets/:number/messages";

/** Messages of tickets, and whether the console shows the way to them. */
export function exchangeRoutes({ exchange, parameters }: ExchangeRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "Messages between the requester of a ticket and those who work on it, newest first (S2-X5)",
      who: "person",
      answer: z.object({ items: z.array(ticketMessageSchema) }),
      handle: async ({ principal, params }) => ({
        body: { items: await exchange.list(requirePrincipal(principal), params.number ?? "") },
      }),
    }),
    defineRoute({
      method: "post",
      path,
      summary: "Write a message on a ticket, also by e-mail where that is wished",
      who: "person",
      success: 201,
      body: newTicketMessageSchema,
      answer: ticketMessageSchema,
      handle: async ({ principal, params, body }) => ({
        status: 201,
        body: await exchange.write(requirePrincipal(principal), params.number ?? "", body),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/console-settings",
      summary: "What the console must know of the parameters (S2-9)",
      who: "staff",
      answer: z.object({ messageExchange: z.boolean(), messageNotices: z.boolean() }),
      handle: async () => ({ body: consoleSettings(parameters) }),
    }),
  ];
}
