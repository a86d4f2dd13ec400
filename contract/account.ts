import { z } from "zod";
import type { ApiScope } from "./api-token.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";

export const roles = ["requester", "agent", "supervisor", "admin"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

export const availabilities = ["available", "busy", "away", "offline"] as const;
export const availabilitySchema = z.enum(availabilities);
export type Availability = z.infer<typeof availabilitySchema>;

export const accountSchema = z.strictObject({
  id: idSchema,
  username: z.string(),
  name: z.string(),
  email: z.string().optional(),
  role: roleSchema,
  locale: localeSchema.optional(),
  photoUrl: z.string().optional(),
  groupIds: z.array(idSchema),
  /** Somebody who has not said who they are; has the groups of the account that stands for guests. */
  guest: z.literal(true).optional(),
});
export type Account = z.infer<typeof accountSchema>;

/** The person behind a request: what every permission check needs, and nothing more. */
export interface Principal {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly groupIds: readonly string[];
  readonly sessionId: string;
  /** Nobody known: talks to the assistant, and may do only what names guests. */
  readonly guest?: true | undefined;
  /** A program that acts as this account, with a token that opens only these doors. */
  readonly program?: { readonly tokenId: string; readonly scopes: readonly ApiScope[] } | undefined;
}

const staffRoles: readonly Role[] = ["agent", "supervisor", "admin"];

/** Agents, supervisors and admins: those who may stand on the desk's side of a conversation. */
export function isStaff(person: { readonly role: Role }): boolean {
  return staffRoles.includes(person.role);
}

export const groupSchema = z.strictObject({ id: idSchema, name: z.string() });
export type Group = z.infer<typeof groupSchema>;
