import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import { AppError, idSchema } from "../../contract/index.js";
import { pushEndpointSchema, pushSubscriptionSchema, rotaSchema } from "../../contract/team/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Domains } from "../domains.js";

export type NotificationRouteParts = Pick<Domains, "push" | "rotas">;

/** In which browsers a person is notified, and who of a group is. */
export function notificationRoutes({ push, rotas }: NotificationRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/push/key",
      summary: "The public key (VAPID) with which browsers subscribe",
      who: "staff",
      answer: z.object({ key: z.string() }),
      handle: async () => ({ body: { key: await push.publicKey() } }),
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/push/subscriptions",
      summary: "Notify this person in this browser (S3-13, S3-14)",
      who: "staff",
      success: 204,
      body: pushSubscriptionSchema,
      handle: async ({ principal, body }) => {
        await push.subscribe(requirePrincipal(principal).accountId, body);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/push/subscriptions/remove",
      summary: "Notify this person in this browser no longer",
      who: "staff",
      success: 204,
      body: pushEndpointSchema,
      handle: async ({ principal, body }) => {
        await push.unsubscribe(requirePrincipal(principal).accountId, body.endpoint);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/groups/:id/rota",
      summary: "On-call shifts of a group (S3-12)",
      who: "admin",
      answer: rotaSchema,
      handle: async ({ params }) => ({ body: await rotas.of(groupId(params.id)) }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/groups/:id/rota",
      summary: "Set the on-call shifts of a group",
      who: "admin",
      body: rotaSchema,
      answer: rotaSchema,
      handle: async ({ principal, params, body }) => ({
        body: await rotas.set(groupId(params.id), body, requirePrincipal(principal).accountId),
      }),
    }),
  ];
}

function groupId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("group/not-found", "There is no such group.");
  return id.data;
}
