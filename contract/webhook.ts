import { z } from "zod";
import { articleSchema } from "./article.js";
import { attendanceSchema } from "./attendance.js";
import { conversationSchema, messageSchema } from "./conversation.js";
import { idSchema } from "./ids.js";
import { ticketSchema } from "./ticket.js";

/** What a webhook may be told of. */
export const webhookEvents = [
  "conversation.opened",
  "conversation.moved",
  "conversation.closed",
  "message.posted",
  "attendance.requested",
  "attendance.accepted",
  "attendance.transferred",
  "attendance.closed",
  "ticket.opened",
  "ticket.changed",
  "article.published",
  "article.withdrawn",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export const webhookFormSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  url: z.url().max(2000),
  events: z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length),
  /** Only what these groups have to do with; everything when empty. */
  groupIds: z.array(idSchema).max(100),
  isActive: z.boolean(),
});
export type WebhookForm = z.infer<typeof webhookFormSchema>;

/** A change says which version it was made of. */
export const webhookChangeSchema = webhookFormSchema.extend({ version: z.int().positive() });
export type WebhookChange = z.infer<typeof webhookChangeSchema>;

export const webhookSchema = webhookChangeSchema.extend({
  id: idSchema,
  createdAt: z.int(),
  updatedAt: z.int(),
  /** What is still to be told, and what was given up. */
  waiting: z.int().nonnegative(),
  dead: z.int().nonnegative(),
  lastSentAt: z.int().optional(),
});
export type Webhook = z.infer<typeof webhookSchema>;

export const webhookSecretSchema = z.strictObject({ secret: z.string(), item: webhookSchema });

/** How long the former secret signs too, so that receivers can change theirs in the meantime; 0 when it has leaked. */
export const renewSecretQuerySchema = z.object({
  formerForHours: z.coerce
    .number()
    .int()
    .min(0)
    .max(7 * 24)
    .default(24),
});

export const deliveryStates = ["waiting", "sent", "dead"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryQuerySchema = z.object({
  state: z.enum(deliveryStates).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type DeliveryQuery = z.infer<typeof deliveryQuerySchema>;

export const deliverySchema = z.strictObject({
  id: idSchema,
  eventId: idSchema,
  type: z.string(),
  objectId: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int().nonnegative(),
  /** What the receiver answered last, and why the last try failed. */
  status: z.int().optional(),
  reason: z.string().optional(),
  createdAt: z.int(),
  nextAt: z.int().optional(),
  doneAt: z.int().optional(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** What a try by hand came to. */
export const webhookTrySchema = z.strictObject({
  ok: z.boolean(),
  status: z.int().optional(),
  reason: z.string().optional(),
});
export type WebhookTry = z.infer<typeof webhookTrySchema>;

/** The body a receiver gets. `data` is the thing as it is when it is sent; without it the thing is gone. */
export const webhookBodySchema = z.strictObject({
  id: idSchema,
  type: z.enum([...webhookEvents, "ping"]),
  /** When it happened, ms UTC. */
  at: z.int(),
  conversationId: idSchema.optional(),
  objectId: z.string(),
  /** The state of the thing when it happened: owner, phase, state. */
  state: z.string().optional(),
  data: z
    .strictObject({
      conversation: conversationSchema.optional(),
      message: messageSchema.optional(),
      attendance: attendanceSchema.optional(),
      ticket: ticketSchema.optional(),
      article: articleSchema.optional(),
    })
    .optional(),
});
export type WebhookBody = z.infer<typeof webhookBodySchema>;
