import { z } from "zod";
import { roleSchema } from "./account.js";
import { idSchema } from "./ids.js";

/** How people may log in here. */
export const waysInSchema = z.object({
  /** False where only the one account that is kept for emergencies has a password that counts. */
  password: z.boolean(),
  /** The identity provider as its button names it. */
  signOn: z.object({ name: z.string() }).optional(),
});
export type WaysIn = z.infer<typeof waysInSchema>;

export const leaveSchema = z.strictObject({
  /** All sessions of the person, on every device. */
  everywhere: z.boolean(),
});
/** Where the browser goes to be logged out at the identity provider too. */
export const leftSchema = z.object({ leaveTo: z.string().optional() });

/** What a word of the provider's groups claim gives. */
export const signOnRuleSchema = z
  .strictObject({
    claim: z.string().trim().min(1).max(200),
    role: roleSchema.optional(),
    groupIds: z.array(idSchema).max(50),
  })
  .refine(({ role, groupIds }) => role !== undefined || groupIds.length > 0, {
    error: "must give a role or a group",
  });
export type SignOnRule = z.infer<typeof signOnRuleSchema>;

export const signOnRulesSchema = z.strictObject({
  rules: z
    .array(signOnRuleSchema)
    .max(200)
    .refine((rules) => new Set(rules.map(({ claim }) => claim)).size === rules.length, {
      error: "must name each value once",
    }),
  /** Whom no rule fits is not let in. */
  onlyMapped: z.boolean(),
});
export type SignOnRules = z.infer<typeof signOnRulesSchema>;

export const noSignOnRules: SignOnRules = { rules: [], onlyMapped: false };

export const signOnAdminSchema = z.object({
  /** There when the environment names an identity provider. */
  provider: z
    .object({
      name: z.string(),
      issuer: z.string(),
      clientId: z.string(),
      groupsClaim: z.string(),
      /** Whether it answered when it was asked last. */
      isReachable: z.boolean(),
      /** What is to be registered at the provider. */
      redirectUri: z.string(),
      postLogoutUri: z.string(),
      backChannelUri: z.string(),
    })
    .optional(),
  /** Whether everybody may log in with a password. */
  passwords: z.boolean(),
  settings: signOnRulesSchema,
  version: z.int().nonnegative(),
});
export type SignOnAdmin = z.infer<typeof signOnAdminSchema>;

export const signOnFormSchema = z.strictObject({
  settings: signOnRulesSchema,
  version: z.int().nonnegative(),
});
