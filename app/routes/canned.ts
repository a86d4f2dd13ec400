import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import { AppError, idSchema } from "../../contract/index.js";
import { cannedReplyFormSchema, cannedReplySchema } from "../../contract/team/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Domains } from "../domains.js";

export type CannedRouteParts = Pick<Domains, "team">;

const path = "/api/v1/canned-replies";

/** Canned replies: everybody's and a group's are kept by admins, one's own by oneself. */
export function cannedRoutes({ team: { cannedReplies } }: CannedRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "The canned replies this agent may use",
      who: "staff",
      answer: z.object({ items: z.array(cannedReplySchema) }),
      handle: async ({ principal }) => ({
        body: { items: await cannedReplies.of(requirePrincipal(principal)) },
      }),
    }),
    defineRoute({
      method: "post",
      path,
      summary: "Make a canned reply",
      who: "staff",
      success: 201,
      audit: "always",
      body: cannedReplyFormSchema,
      answer: cannedReplySchema,
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await cannedReplies.create(body, requirePrincipal(principal)),
      }),
    }),
    defineRoute({
      method: "put",
      path: `${path}/:id`,
      summary: "Change a canned reply",
      who: "staff",
      audit: "always",
      body: cannedReplyFormSchema,
      answer: cannedReplySchema,
      handle: async ({ principal, params, body }) => ({
        body: await cannedReplies.update(replyId(params.id), body, requirePrincipal(principal)),
      }),
    }),
    defineRoute({
      method: "del",
      path: `${path}/:id`,
      summary: "Remove a canned reply",
      who: "staff",
      success: 204,
      audit: "always",
      handle: async ({ principal, params }) => {
        await cannedReplies.remove(replyId(params.id), requirePrincipal(principal));
        return { status: 204 };
      },
    }),
  ];
}

function replyId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("canned-reply/not-found", "There is no such reply of yours.");
  return id.data;
}
