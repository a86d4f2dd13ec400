import { z } from "zod";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";

/** One line without control characters: a line break in a subject would begin another header (reliability S36). */
const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "must be one line");
const body = z.string().trim().min(1).max(10_000);

/** English is always there; people whose language is missing get it. */
export const emailTemplateDraftSchema = z.strictObject({
  name: line,
  subject: z.strictObject({ en: line, es: line.optional(), pt: line.optional() }),
  text: z.strictObject({ en: body, es: body.optional(), pt: body.optional() }),
});
export type EmailTemplateDraft = z.infer<typeof emailTemplateDraftSchema>;

export const emailTemplateSchema = emailTemplateDraftSchema.extend({
  id: idSchema,
  /** The numbers of the parameters that name it. */
  usedBy: z.array(z.int()),
  createdAt: z.int(),
  updatedAt: z.int(),
  updatedBy: z.string().optional(),
});
export type EmailTemplate = z.infer<typeof emailTemplateSchema>;

export const previewRequestSchema = z.strictObject({
  subject: z.string().max(200),
  text: z.string().max(10_000),
  /** Language of the sample values; the reader's own when left out. */
  locale: localeSchema.optional(),
});

/** How an e-mail would look, with sample values in it. `html` has no scripts and no text that was not escaped. */
export const previewSchema = z.object({ subject: z.string(), text: z.string(), html: z.string() });

export const testMailSchema = z.strictObject({ to: z.email().max(254), locale: localeSchema });

export const mailStates = ["waiting", "sent", "failed", "not-configured", "dropped"] as const;
export type MailState = (typeof mailStates)[number];

/** What became of an e-mail; its words are left out, they belong to those who wrote them. */
export const mailSchema = z.object({
  id: idSchema,
  kind: z.enum(["absence", "test", "ticket-message", "answer", "receipt"]),
  to: z.string(),
  subject: z.string(),
  state: z.enum(mailStates),
  /** Why it is not sent. */
  reason: z.string().optional(),
  attempts: z.int(),
  createdAt: z.int(),
  sentAt: z.int().optional(),
});
export type Mail = z.infer<typeof mailSchema>;

/** `asked`: it is in the talk, and the assistant's answer will be mailed. */
export const arrivalStates = ["waiting", "asked", "done", "ignored", "aside"] as const;
export type ArrivalState = (typeof arrivalStates)[number];

/** Why a mail was left alone (`ignored`) or needs somebody to look at it (`aside`). */
export const arrivalReasons = [
  "own",
  "automatic",
  "list",
  "returned",
  "empty",
  "stranger",
  "new-mail-off",
  "unreadable",
  "no-sender",
  "too-large",
  "too-many",
  "refused",
  "unproven",
  "failed",
] as const;
export type ArrivalReason = (typeof arrivalReasons)[number];

/** A mail that came in, and what became of it; what it says is left out. */
export const arrivalSchema = z.object({
  id: idSchema,
  from: z.string(),
  subject: z.string(),
  state: z.enum(arrivalStates),
  reason: z.enum(arrivalReasons).optional(),
  /** More about the reason, in the server's words. */
  detail: z.string().optional(),
  /** Whether the address it names was found to be its sender's; left out where nobody looked. */
  isProven: z.boolean().optional(),
  size: z.int(),
  arrivedAt: z.int(),
  /** Whether it can be tried again: the mail itself is still here. */
  mayRetry: z.boolean(),
});
export type Arrival = z.infer<typeof arrivalSchema>;

export const mailboxSchema = z.object({
  /** `off`: no mailbox is read; mail may still come over HTTP. */
  state: z.enum(["off", "connected", "away"]),
  /** Why it is away. */
  reason: z.string().optional(),
  /** Where answers go, if anywhere. */
  address: z.string().optional(),
  lookedAt: z.int().optional(),
  lastArrivedAt: z.int().optional(),
  aside: z.int(),
  items: z.array(arrivalSchema),
});
export type MailboxView = z.infer<typeof mailboxSchema>;
