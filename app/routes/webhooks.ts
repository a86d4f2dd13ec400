import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  deliveryQuerySchema,
  deliverySchema,
  idSchema,
  renewSecretQuerySchema,
  webhookChangeSchema,
  webhookFormSchema,
  webhookSchema,
  webhookSecretSchema,
  webhookTrySchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Webhooks } from "../webhooks/index.js";

export interface WebhookRouteParts {
  readonly webhooks: Webhooks;
}

const path = "/api/v1/webhooks";
const hourMs = 3_600_000;

/** Where facts are told to, as admins keep it, and what became of them. */
export function webhookRoutes({ webhooks }: WebhookRouteParts): Route[] {
  return [...keptRoutes(webhooks), ...deliveryRoutes(webhooks)];
}

function keptRoutes(webhooks: Webhooks): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "Webhooks with how many deliveries wait and were given up",
      who: "admin",
      answer: z.object({ items: z.array(webhookSchema) }),
      handle: async () => ({ body: { items: await webhooks.list() } }),
    }),
    defineRoute({
      method: "post",
      path,
      summary: "Make a webhook; its secret is told this once and never again",
      who: "admin",
      success: 201,
      tellsSecret: true,
      body: webhookFormSchema,
      answer: webhookSecretSchema,
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await webhooks.create(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/:id`,
      summary: "One webhook",
      who: "admin",
      answer: webhookSchema,
      handle: async ({ params }) => ({ body: await webhooks.byId(toId(params.id)) }),
    }),
    defineRoute({
      method: "put",
      path: `${path}/:id`,
      summary: "Change a webhook under the version that was read",
      who: "admin",
      body: webhookChangeSchema,
      answer: webhookSchema,
      handle: async ({ principal, params, body }) => ({
        body: await webhooks.update(toId(params.id), body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "del",
      path: `${path}/:id`,
      summary: "Remove a webhook with everything that waits for it",
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        await webhooks.remove(toId(params.id), requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "post",
      path: `${path}/:id/secret`,
      summary:
        "Sign with a new secret from now on, and for a day, or as long as is asked for, with the former one too; it is told this once",
      who: "admin",
      tellsSecret: true,
      query: renewSecretQuerySchema,
      answer: webhookSecretSchema,
      handle: async ({ principal, params, query }) => ({
        body: await webhooks.renewSecret(toId(params.id), {
          formerForMs: query.formerForHours * hourMs,
          by: requirePrincipal(principal).accountId,
        }),
      }),
    }),
  ];
}

function deliveryRoutes(webhooks: Webhooks): Route[] {
  return [
    defineRoute({
      method: "post",
      path: `${path}/:id/ping`,
      summary: "Send a ping at once; tells what the receiver answered",
      who: "admin",
      answer: webhookTrySchema,
      handle: async ({ params }) => ({ body: await webhooks.ping(toId(params.id)) }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/:id/deliveries`,
      summary: "Deliveries of a webhook, newest first; state=dead: those that were given up",
      who: "admin",
      query: deliveryQuerySchema,
      answer: z.object({ items: z.array(deliverySchema), next: z.string().optional() }),
      handle: async ({ params, query }) => ({ body: await webhooks.deliveries(toId(params.id), query) }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/:id/replay`,
      summary: "Send again everything that was given up",
      who: "admin",
      answer: z.object({ count: z.int() }),
      handle: async ({ params }) => ({ body: { count: await webhooks.replayAll(toId(params.id)) } }),
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/webhook-deliveries/:id/replay",
      summary: "Send one delivery again that was given up",
      who: "admin",
      success: 204,
      handle: async ({ params }) => {
        await webhooks.replay(toId(params.id));
        return { status: 204 };
      },
    }),
  ];
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("webhook/not-found", "There is no such webhook.");
  return id.data;
}
