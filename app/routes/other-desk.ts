import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  hookSecretSchema,
  idSchema,
  otherDeskAnswerSchema,
  otherDeskChangeSchema,
  otherDeskFormSchema,
  otherDeskSchema,
  otherDeskTrySchema,
  stuckTicketSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { OtherDesks } from "../desks/index.js";

export interface OtherDeskRouteParts {
  readonly otherDesks: OtherDesks;
}

const path = "/api/v1/other-desk";
const tryBodySchema = otherDeskFormSchema.pick({ kind: true, url: true, token: true, appToken: true });
const countSchema = z.strictObject({ count: z.int() });

/** The desk of another house at which tickets are kept too, and what could not be told there. */
export function otherDeskRoutes({ otherDesks }: OtherDeskRouteParts): Route[] {
  return [...settingRoutes(otherDesks), ...workRoutes(otherDesks), hookRoute(otherDesks)];
}

function settingRoutes(otherDesks: OtherDesks): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "Where tickets are kept too, and how that goes; its secrets are shown to nobody",
      who: "admin",
      answer: otherDeskAnswerSchema,
      handle: async () => ({ body: { desk: await otherDesks.read() } }),
    }),
    defineRoute({
      method: "put",
      path,
      summary: "Set where tickets are kept too, under the version that was read",
      who: "admin",
      body: otherDeskChangeSchema,
      answer: otherDeskSchema,
      handle: async ({ principal, body }) => ({
        body: await otherDesks.save(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "del",
      path,
      summary: "Keep tickets here alone from now on; those that are there stay there",
      who: "admin",
      success: 204,
      handle: async ({ principal }) => {
        await otherDesks.remove(requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "post",
      path: `${path}/try`,
      summary: "Log in at the other desk and read what can be chosen there",
      who: "admin",
      body: tryBodySchema,
      answer: otherDeskTrySchema,
      handle: async ({ body }) => ({ body: await otherDesks.tryOut(body) }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/hook-secret`,
      summary: "Make a new secret for its webhooks; it is told this once",
      who: "admin",
      tellsSecret: true,
      answer: hookSecretSchema,
      handle: async ({ principal }) => ({
        body: { secret: await otherDesks.renewHookSecret(requirePrincipal(principal).accountId) },
      }),
    }),
  ];
}

function workRoutes(otherDesks: OtherDesks): Route[] {
  return [
    defineRoute({
      method: "get",
      path: `${path}/stuck`,
      summary: "What the other desk refused, with why",
      who: "admin",
      answer: z.object({ items: z.array(stuckTicketSchema) }),
      handle: async () => ({ body: { items: await otherDesks.stuck() } }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/send-again`,
      summary: "Send again everything that was refused",
      who: "admin",
      answer: countSchema,
      handle: async () => ({ body: { count: await otherDesks.sendAgain() } }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/tickets/:id/send-again`,
      summary: "Send again what was refused of one ticket",
      who: "admin",
      answer: countSchema,
      handle: async ({ params }) => {
        const id = idSchema.safeParse(params.id);
        const count = id.success ? await otherDesks.sendAgain(id.data) : 0;
        if (count === 0) throw new AppError("other-desk/not-found", "Nothing of this ticket was refused.");
        return { body: { count } };
      },
    }),
    defineRoute({
      method: "post",
      path: `${path}/include-open`,
      summary: "Keep also those tickets there that were open before",
      who: "admin",
      answer: countSchema,
      handle: async () => ({ body: { count: await otherDesks.includeOpen() } }),
    }),
  ];
}

/** Not an address of our API: Zammad's webhooks come here as they are. */
function hookRoute(otherDesks: OtherDesks): Route {
  return defineRoute({
    method: "post",
    path: "/webhooks/other-desk/:mark",
    summary: "For the webhooks of Zammad: says that a ticket changed there; signed with X-Hub-Signature",
    who: "anyone",
    takesRaw: true,
    success: 204,
    handle: async ({ params, headers, stream }) => {
      const signature = headers["x-hub-signature"];
      const mark = params.mark ?? "";
      await otherDesks.hear({
        mark,
        signature: typeof signature === "string" ? signature : undefined,
        stream,
      });
      return { status: 204 };
    },
  });
}
