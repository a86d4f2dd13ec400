import { z } from "zod";
import { idSchema } from "./ids.js";

/**
 * What a program may do: `rest-channel` talks with the assistant at `/webhooks/rest/webhook`; `direct-line` is a secret of
 * Direct Line, which makes the tokens of a page's visitors at `/v3/directline/tokens/generate`.
 */
export const apiScopes = ["rest-channel", "direct-line"] as const;
export type ApiScope = (typeof apiScopes)[number];

export const newApiTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(apiScopes)).min(1).max(apiScopes.length),
});
export type NewApiToken = z.infer<typeof newApiTokenSchema>;

export const apiTokenSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  createdAt: z.int(),
  createdBy: z.string().optional(),
  lastUsedAt: z.int().optional(),
  revokedAt: z.int().optional(),
});
export type ApiToken = z.infer<typeof apiTokenSchema>;
