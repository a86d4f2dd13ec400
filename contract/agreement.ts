import { z } from "zod";
import { idSchema } from "./ids.js";
import { locales } from "./locale.js";
import { localizedTextSchema } from "./locale-schema.js";
import { ticketKinds, ticketPriorities } from "./ticket.js";

const name = z.string().trim().min(1).max(200);
const minutes = z.int().min(1).max(525_600);

export const targetSchema = z.strictObject({
  /** Until the first answer of a person, in open minutes of the calendar. */
  responseMinutes: minutes.optional(),
  /** Until the ticket is resolved. */
  resolutionMinutes: minutes.optional(),
});
export type Target = z.infer<typeof targetSchema>;

export const agreementFormSchema = z
  .strictObject({
    name,
    /** Without them it has always begun, and never ends; ms UTC. */
    activeFrom: z.int().optional(),
    activeTo: z.int().optional(),
    isActive: z.boolean(),
    /** The chat capability (S3-5). */
    isChatEnabled: z.boolean(),
    serviceIds: z.array(idSchema).max(500).default([]),
    /** Without one every hour counts. */
    calendarId: idSchema.optional(),
    targets: z.partialRecord(z.enum(ticketPriorities), targetSchema).default({}),
  })
  .refine(({ activeFrom, activeTo }) => !activeFrom || !activeTo || activeFrom < activeTo, {
    path: ["activeTo"],
    message: "must be later than the beginning",
  });
export type AgreementForm = z.infer<typeof agreementFormSchema>;
export const agreementSchema = z.object({ ...agreementFormSchema.shape, id: idSchema });
export type Agreement = z.infer<typeof agreementSchema>;

/** What requesters are offered: an activity, the service it counts as, and the agreements that come with it. */
export const offeringFormSchema = z.strictObject({
  activityId: idSchema,
  defaultServiceId: idSchema.optional(),
  agreementIds: z.array(idSchema).max(50).default([]),
});
export type OfferingForm = z.infer<typeof offeringFormSchema>;
export const offeringSchema = offeringFormSchema.extend({ id: idSchema });
export type Offering = z.infer<typeof offeringSchema>;

const anyId = z.array(idSchema).min(1).max(100);
const operator = z.enum(["is", "is-not"]);
/** Holds when the field is (or is not) one of the values. Data, never code. */
export const conditionSchema = z.discriminatedUnion("field", [
  z.strictObject({ field: z.literal("activity"), operator, values: anyId }),
  z.strictObject({ field: z.literal("service"), operator, values: anyId }),
  z.strictObject({ field: z.literal("requester-group"), operator, values: anyId }),
  z.strictObject({ field: z.literal("group"), operator, values: anyId }),
  z.strictObject({ field: z.literal("kind"), operator, values: z.array(z.enum(ticketKinds)).min(1) }),
  z.strictObject({
    field: z.literal("priority"),
    operator,
    values: z.array(z.enum(ticketPriorities)).min(1),
  }),
  z.strictObject({ field: z.literal("language"), operator, values: z.array(z.enum(locales)).min(1) }),
]);
export type Condition = z.infer<typeof conditionSchema>;

export const agreementRuleSchema = z.strictObject({
  name,
  /** All of them must hold. */
  conditions: z.array(conditionSchema).min(1).max(10),
  agreementId: idSchema,
});
export type AgreementRule = z.infer<typeof agreementRuleSchema>;

/** In order; the first that matches is named first. The version is the one that was read. */
export const agreementRulesSchema = z.strictObject({
  version: z.int().nonnegative(),
  rules: z.array(agreementRuleSchema).max(100),
});
export type AgreementRules = z.infer<typeof agreementRulesSchema>;

export const completionCodeFormSchema = z.strictObject({
  name: localizedTextSchema,
  isActive: z.boolean().default(true),
  position: z.int().min(0).max(100_000).default(0),
});
export type CompletionCodeForm = z.infer<typeof completionCodeFormSchema>;
export const completionCodeSchema = completionCodeFormSchema.extend({ id: idSchema });
/** Why an attendant ended an attendance (S1-28). */
export type CompletionCode = z.infer<typeof completionCodeSchema>;
