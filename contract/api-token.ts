import { z } from "zod";
import { idSchema } from "./ids.js";

/** Parts of the API that a token may be let into, each to read or to write. */
export const apiAreas = ["tickets", "talks", "knowledge", "people", "reports", "settings"] as const;
export type ApiArea = (typeof apiAreas)[number];

const areaScopes = apiAreas.flatMap((area) => [`${area}:read`, `${area}:write`] as const);

/** The ways in beside the API: they act as nobody. */
export const channelScopes = ["rest-channel", "direct-line", "mail", "scim"] as const;
export type ChannelScope = (typeof channelScopes)[number];

/**
 * What a program may do: `rest-channel` talks with the assistant at `/webhooks/rest/webhook`; `direct-line` is a secret of
 * Direct Line, which makes the tokens of a page's visitors at `/v3/directline/tokens/generate`; `mail` brings mails to
 * `/webhooks/mail`; `scim` keeps people and groups at `/scim/v2`; the rest is the API.
 */
export const apiScopes = [...channelScopes, ...areaScopes] as const;
export type ApiScope = (typeof apiScopes)[number];

export function isChannelScope(scope: ApiScope): scope is ChannelScope {
  return channelScopes.some((channel) => channel === scope);
}

export const newApiTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(apiScopes)).min(1).max(apiScopes.length),
  /** As whom it acts on the API: it can do nothing that this account cannot. Whoever makes it when left out. */
  accountId: idSchema.optional(),
});
export type NewApiToken = z.infer<typeof newApiTokenSchema>;

export const apiTokenSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  createdAt: z.int(),
  createdBy: z.string().optional(),
  /** As whom it acts; of tokens for the API. */
  actsAs: z.strictObject({ id: idSchema, name: z.string(), isActive: z.boolean() }).optional(),
  lastUsedAt: z.int().optional(),
  revokedAt: z.int().optional(),
});
export type ApiToken = z.infer<typeof apiTokenSchema>;
