import { z } from "zod";
import { noticeSchema, personSchema } from "./conversation.js";
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

/** Most urgent first. */
export const ticketPriorities = ["critical", "high", "medium", "low"] as const;
export type TicketPriority = (typeof ticketPriorities)[number];
/** How many are hit (impact), how long it can wait (urgency). */
export const ticketLevels = ["high", "medium", "low"] as const;
export type TicketLevel = (typeof ticketLevels)[number];

/** States in which nothing is left to do: such a ticket is not captured any more (S0-25). */
export const finishedStates: readonly TicketState[] = ["resolved", "closed", "canceled"];

const clockSchema = z.strictObject({
  dueAt: z.int(),
  doneAt: z.int().optional(),
  state: z.enum(["running", "near", "breached", "paused", "met", "missed"]),
});
export type ServiceClock = z.infer<typeof clockSchema>;

/** Why the chat is on or off for a ticket: through what, and which agreement says so (S3-3, S3-4). */
export const chatCapabilitySchema = z.strictObject({
  isEnabled: z.boolean(),
  via: z.enum(["offering", "rule", "service", "ungoverned", "none"]),
  agreement: z.string().optional(),
  /** The rule's or the service's name. */
  by: z.string().optional(),
});
export type ChatCapability = z.infer<typeof chatCapabilitySchema>;

export const serviceLevelSchema = z.strictObject({
  agreement: z.string().optional(),
  chat: chatCapabilitySchema,
  response: clockSchema.optional(),
  resolution: clockSchema.optional(),
});
export type ServiceLevel = z.infer<typeof serviceLevelSchema>;

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
  /** The attendance that is not closed, for the lists "calls in queue" and "in progress" (S2-50, S2-51). */
  attendance: z
    .strictObject({ id: idSchema, phase: z.string(), waitingSince: z.int(), agentId: idSchema.optional() })
    .optional(),
  priority: z.enum(ticketPriorities),
  impact: z.enum(ticketLevels),
  urgency: z.enum(ticketLevels),
  service: z.strictObject({ id: idSchema, name: z.string() }).optional(),
  /** Staff only: who answers for it, and the expert who was asked. */
  owner: personSchema.optional(),
  expert: personSchema.optional(),
  serviceLevel: serviceLevelSchema.optional(),
  /** Whether its requester may chat about it: its service is not available via chat (S0-23), or no agreement is (S3-4). */
  chat: z.enum(["open", "not-by-chat", "no-agreement"]),
  /** Where it is kept too, once it is there: the name of that desk and its number there. The address is for staff. */
  elsewhere: z.strictObject({ desk: z.string(), number: z.string(), url: z.string().optional() }).optional(),
  /** Grows by one at each change by staff. */
  version: z.int().positive(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Ticket = z.infer<typeof ticketSchema>;

export const memoSchema = z.strictObject({
  consultId: idSchema,
  spentMs: z.int().nonnegative(),
  startedAt: z.int(),
  endedAt: z.int(),
  names: z.array(z.string()),
  lines: z.array(
    z.strictObject({ at: z.int(), name: z.string(), text: z.string(), notice: noticeSchema.optional() }),
  ),
});
export type Memo = z.infer<typeof memoSchema>;

export const timelineEntrySchema = z.strictObject({
  id: z.string(),
  at: z.int(),
  kind: z.enum([
    "opened",
    "state",
    "assigned",
    "group",
    "note",
    "memo",
    "edited",
    "consult",
    "message",
    "attendance",
    "overflowed",
    "elsewhere",
  ]),
  actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
  text: z.string(),
  /** The files of a message. */
  files: z.array(fileSchema).optional(),
  /** The message's number, for entries that are the transcript. */
  seq: z.int().optional(),
  /** Of a consult, a private memo: what attendants said among themselves, and how long it took (S4-32). Staff only. */
  memo: memoSchema.optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

const personId = idSchema.nullable().optional();
/** What staff may write; what is left out stays, null empties. */
export const ticketChangeSchema = z.strictObject({
  /** The version the writer has read: a newer one is told, and nothing is lost. */
  version: z.int().positive(),
  state: z.enum(ticketStates).optional(),
  groupId: idSchema.optional(),
  assigneeId: personId,
  ownerId: personId,
  expertId: personId,
  priority: z.enum(ticketPriorities).optional(),
  impact: z.enum(ticketLevels).optional(),
  urgency: z.enum(ticketLevels).optional(),
  description: z.string().trim().min(1).max(8000).optional(),
  /** Answers to the fields of the activity, by name. */
  fields: z.record(z.string(), z.string().max(4000)).optional(),
});
export type TicketChange = z.infer<typeof ticketChangeSchema>;

/** A memo: private ones are for staff only. */
export const ticketNoteSchema = z.strictObject({
  text: z.string().trim().min(1).max(8000),
  visibility: z.enum(["private", "public"]),
});
export type TicketNote = z.infer<typeof ticketNoteSchema>;
