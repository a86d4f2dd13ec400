import { z } from "zod";
import { personSchema } from "./conversation.js";
import { fileSchema } from "./file.js";
import { idSchema } from "./ids.js";
import { localizedTextSchema } from "./locale-schema.js";

/** One thing an activity asks for. */
export const activityFieldSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  label: localizedTextSchema,
  /** The question the assistant asks. */
  ask: localizedTextSchema,
  type: z.enum(["text", "email", "date", "number", "choice"]),
  required: z.boolean().default(true),
  options: z.array(z.strictObject({ value: z.string(), label: localizedTextSchema })).optional(),
  maxChars: z.int().positive().optional(),
});
export type ActivityField = z.infer<typeof activityFieldSchema>;

export const ticketKinds = ["request", "incident"] as const;
export type TicketKind = (typeof ticketKinds)[number];

/** Interaction statuses of S1-36, which serve tickets too. */
export const ticketStates = [
  "open",
  "in-progress",
  "dispatched",
  "pending-customer",
  "pending-approval",
  "resolved",
  "closed",
  "canceled",
] as const;
export type TicketState = (typeof ticketStates)[number];

export const activitySchema = z.strictObject({
  id: idSchema,
  serviceId: idSchema,
  kind: z.enum(ticketKinds),
  name: z.string(),
  description: z.string(),
  fields: z.array(activityFieldSchema),
});
export type Activity = z.infer<typeof activitySchema>;

export const catalogSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  description: z.string(),
  services: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      description: z.string(),
      activities: z.array(activitySchema),
    }),
  ),
});
export type Catalog = z.infer<typeof catalogSchema>;

export const ticketSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  kind: z.enum(ticketKinds),
  state: z.enum(ticketStates),
  origin: z.string(),
  activity: z.strictObject({ id: idSchema, name: z.string() }),
  requester: personSchema,
  group: z.strictObject({ id: idSchema, name: z.string() }).optional(),
  assignee: personSchema.optional(),
  description: z.string(),
  fields: z.array(z.strictObject({ name: z.string(), label: z.string(), value: z.string() })),
  conversationId: idSchema.optional(),
  /** What people have attached to it. */
  files: z.array(fileSchema).optional(),
  /** Whether its service can be talked about in the chat (S0-23). */
  availableViaChat: z.boolean().optional(),
  /** The attendance that is not closed, for the lists "calls in queue" and "in progress" (S2-50, S2-51). */
  attendance: z
    .strictObject({ id: idSchema, phase: z.string(), waitingSince: z.int(), agentId: idSchema.optional() })
    .optional(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Ticket = z.infer<typeof ticketSchema>;

export const timelineEntrySchema = z.strictObject({
  id: z.string(),
  at: z.int(),
  kind: z.enum(["opened", "state", "assigned", "group", "note", "message", "attendance"]),
  actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
  text: z.string(),
  /** The files of a message. */
  files: z.array(fileSchema).optional(),
  /** The message's number, for entries that are the transcript. */
  seq: z.int().optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
