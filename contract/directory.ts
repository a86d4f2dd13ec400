import { z } from "zod";
import { accountSchema, roleSchema } from "./account.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";
import { skillSchema } from "./routing.js";

const password = z.string().min(8).max(200);
const place = z.string().trim().min(1).max(120).optional();
const shape = {
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).optional(),
  role: roleSchema,
  locale: localeSchema.optional(),
  /** How many conversations an agent takes at once; nothing is given to somebody with 0. */
  capacity: z.int().min(0).max(50).default(3),
  groupIds: z.array(idSchema).max(200).default([]),
  /** What conversations an agent may be offered. */
  skills: z.array(skillSchema).max(30).optional(),
  /** What an agent speaks; the languages of the group when empty. */
  languages: z.array(localeSchema).max(3).optional(),
  /** Where a person belongs; routing rules look at it (S1-32), and interactions are prefilled with it (S1-11). */
  department: place,
  location: place,
  company: place,
};

export const newPersonSchema = z.strictObject({
  ...shape,
  username: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\s:]+$/, "no spaces and no colon"),
  /** Absent for people who come in by another identity provider. */
  password: password.optional(),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

export const personFormSchema = z.strictObject({ ...shape, active: z.boolean() });
export type PersonForm = z.infer<typeof personFormSchema>;

export const maxPhotoBytes = 64 * 1024;
export const photoSchema = z.strictObject({
  content: z
    .base64()
    .min(1)
    .max(Math.ceil(maxPhotoBytes / 3) * 4),
});

export const passwordFormSchema = z.strictObject({ password });

export const listedPersonSchema = accountSchema.extend({
  active: z.boolean(),
  capacity: z.int(),
  hasPassword: z.boolean(),
  /** Comes in by an identity provider. */
  hasSignOn: z.boolean(),
  skills: z.array(z.string()),
  languages: z.array(localeSchema),
  department: z.string().optional(),
  location: z.string().optional(),
  company: z.string().optional(),
  createdAt: z.int(),
});
/** An account as admins see it. */
export type ListedPerson = z.infer<typeof listedPersonSchema>;

export const peopleQuerySchema = z.object({
  q: z.string().max(200).optional(),
  groupId: idSchema.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;

export const groupFormSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** Members may open tickets by chat (S0-6). */
  chatRequester: z.boolean(),
  /** Requesters may be handed over to the group. */
  takesAttendances: z.boolean(),
});
export type GroupForm = z.infer<typeof groupFormSchema>;

export const listedGroupSchema = groupFormSchema.extend({ id: idSchema, members: z.int() });
/** A group as admins see it. */
export type ListedGroup = z.infer<typeof listedGroupSchema>;
