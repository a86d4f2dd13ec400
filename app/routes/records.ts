import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  chatRequestQuerySchema,
  chatRequestSchema,
  idSchema,
  interactionChangeSchema,
  interactionQuerySchema,
  interactionSchema,
  localeQuerySchema,
  newInteractionSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Interactions } from "../../tickets/index.js";

export interface RecordRouteParts {
  readonly interactions: Interactions;
}

const next = z.string().optional();

/** Chat requests and interactions, for those who work with them. */
export function recordRoutes({ interactions }: RecordRouteParts): Route[] {
  return [...chatRequestRoutes(interactions), ...interactionRoutes(interactions)];
}

function chatRequestRoutes(interactions: Interactions): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/chat-requests",
      summary: "Chat requests of this agent's groups; view=mine: those that wait for the agent (S3-15)",
      who: "staff",
      query: chatRequestQuerySchema.extend(localeQuerySchema.shape),
      answer: z.object({ items: z.array(chatRequestSchema), next }),
      handle: async ({ principal, query, locale }) => ({
        body: await interactions.chatRequests(requirePrincipal(principal), query, query.locale ?? locale),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/chat-requests/:id",
      summary: "One chat request with its interactions",
      who: "staff",
      query: localeQuerySchema,
      answer: chatRequestSchema.extend({ related: z.array(interactionSchema) }),
      handle: async ({ principal, params, query, locale }) => {
        const id = toId(params.id);
        const reader = requirePrincipal(principal);
        return { body: await interactions.chatRequest(reader, id, query.locale ?? locale) };
      },
    }),
  ];
}

function interactionRoutes(interactions: Interactions): Route[] {
  const path = "/api/v1/interactions";
  return [
    defineRoute({
      method: "get",
      path,
      summary: "Interactions, searched, filtered and sorted",
      who: "staff",
      query: interactionQuerySchema.extend(localeQuerySchema.shape),
      answer: z.object({ items: z.array(interactionSchema), next }),
      handle: async ({ principal, query, locale }) => ({
        body: await interactions.list(requirePrincipal(principal), query, query.locale ?? locale),
      }),
    }),
    defineRoute({
      method: "post",
      path,
      summary: "Open one more interaction for a chat request",
      who: "staff",
      success: 201,
      body: newInteractionSchema,
      answer: interactionSchema,
      handle: async ({ principal, body, locale }) => ({
        status: 201,
        body: await interactions.add(requirePrincipal(principal), body, locale),
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/:number`,
      summary: "One interaction with its chat requests",
      who: "staff",
      query: localeQuerySchema,
      answer: interactionSchema.extend({ related: z.array(chatRequestSchema) }),
      handle: async ({ principal, params, query, locale }) => {
        const reader = requirePrincipal(principal);
        return { body: await interactions.byNumber(reader, params.number ?? "", query.locale ?? locale) };
      },
    }),
    defineRoute({
      method: "put",
      path: `${path}/:number`,
      summary: "Change an interaction under the version that was read",
      who: "staff",
      query: localeQuerySchema,
      body: interactionChangeSchema,
      answer: interactionSchema,
      handle: async ({ principal, params, body, query, locale }) => {
        const reader = requirePrincipal(principal);
        return { body: await interactions.edit(reader, params.number ?? "", body, query.locale ?? locale) };
      },
    }),
  ];
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("attendance/not-found", "There is no such chat request.");
  return id.data;
}
