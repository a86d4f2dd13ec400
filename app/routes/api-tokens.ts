import { z } from "zod";
import { type ApiTokens, requirePrincipal } from "../../config/index.js";
import { AppError, apiTokenSchema, idSchema, newApiTokenSchema } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";

export interface ApiTokenRouteParts {
  readonly apiTokens: ApiTokens;
}

const path = "/api/v1/api-tokens";

/** Tokens of programs, as admins keep them. */
export function apiTokenRoutes({ apiTokens }: ApiTokenRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "Tokens of programs, newest first, without the tokens themselves",
      who: "admin",
      answer: z.object({ items: z.array(apiTokenSchema) }),
      handle: async () => ({ body: { items: await apiTokens.list() } }),
    }),
    defineRoute({
      method: "post",
      path,
      summary: "Make a token; it is told this once and never again",
      who: "admin",
      success: 201,
      tellsSecret: true,
      body: newApiTokenSchema,
      answer: z.object({ token: z.string(), item: apiTokenSchema }),
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await apiTokens.create(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "del",
      path: `${path}/:id`,
      summary: "Revoke a token; nobody gets in with it any more",
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        const id = idSchema.safeParse(params.id);
        if (!id.success) throw new AppError("token/not-found", "There is no such token.");
        await apiTokens.revoke(id.data, requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
  ];
}
