import { z } from "zod";
import { attendancePhases, attendanceStatuses } from "./attendance.js";
import { personSchema } from "./conversation.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";
import { ticketPriorities, ticketStates } from "./ticket.js";

/** What a template of the mapping may name, between braces. */
export const mappingPlaceholders = [
  "requester.name",
  "requester.email",
  "requester.location",
  "question",
  "language",
  "ticket.number",
  "ticket.description",
  "ticket.activity",
  "ticket.service",
  "ticket.fields",
  "agent.name",
] as const;
export type MappingPlaceholder = (typeof mappingPlaceholders)[number];

const template = (maxChars: number) =>
  z
    .string()
    .max(maxChars)
    .refine((text) => unknownPlaceholders(text).length === 0, { error: "names something that is not there" });

/** How a new interaction is filled from the attendance it was opened for (S1-13). */
export const interactionMappingSchema = z.strictObject({
  title: template(500),
  description: template(4000),
  location: template(500),
  contact: z.enum(["requester", "none"]),
  group: z.enum(["ticket", "none"]),
  assignee: z.enum(["agent", "none"]),
  activity: z.enum(["ticket", "none"]),
  priority: z.enum(["ticket", ...ticketPriorities]),
});
export type InteractionMapping = z.infer<typeof interactionMappingSchema>;

export const savedMappingSchema = z.strictObject({
  version: z.int().nonnegative(),
  mapping: interactionMappingSchema,
});
export type SavedMapping = z.infer<typeof savedMappingSchema>;

export const mappingPreviewSchema = z.strictObject({
  mapping: interactionMappingSchema,
  attendanceId: idSchema,
});

const text = (maxChars: number) => z.string().trim().max(maxChars);
const named = z.strictObject({ id: idSchema, name: z.string() });

/** What an attendant may write; what is left out stays, null empties. */
export const interactionChangeSchema = z.strictObject({
  /** The version the writer has read: a newer one is told, and nothing is lost. */
  version: z.int().positive(),
  title: text(200).min(1).optional(),
  description: text(8000).optional(),
  location: text(200).optional(),
  state: z.enum(ticketStates).optional(),
  priority: z.enum(ticketPriorities).optional(),
  groupId: idSchema.nullable().optional(),
  assigneeId: idSchema.nullable().optional(),
  solution: text(8000).optional(),
});
export type InteractionChange = z.infer<typeof interactionChangeSchema>;

export const newInteractionSchema = z.strictObject({
  attendanceId: idSchema,
  /** The same for every try, so that a repeat opens no second one. */
  requestId: z.string().min(1).max(100),
});

export const relations = ["opened", "related", "additional"] as const;
export type Relation = (typeof relations)[number];

/** The attendance as a record (S1-24), for lists and for the Related Record tab. */
export const chatRequestSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  phase: z.enum(attendancePhases),
  status: z.enum(attendanceStatuses),
  question: z.string(),
  language: localeSchema,
  contact: personSchema,
  assignee: personSchema.optional(),
  /** The assistant that had the talk before. */
  bot: z.string().optional(),
  groups: z.array(named),
  service: named.optional(),
  ticketNumber: z.string().optional(),
  previousTicketNumber: z.string().optional(),
  completionCode: z.string().optional(),
  reason: z.string().optional(),
  createdAt: z.int(),
  lastRequestAt: z.int(),
  acceptedAt: z.int().optional(),
  closedAt: z.int().optional(),
  responseDueAt: z.int().optional(),
  /** How it stands to the interaction it is read for. */
  relation: z.enum(relations).optional(),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;

export const interactionSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  state: z.enum(ticketStates),
  title: z.string(),
  description: z.string(),
  solution: z.string(),
  location: z.string(),
  priority: z.enum(ticketPriorities),
  contact: personSchema.optional(),
  activity: named.optional(),
  group: named.optional(),
  assignee: personSchema.optional(),
  ticketNumber: z.string().optional(),
  version: z.int().positive(),
  createdAt: z.int(),
  updatedAt: z.int(),
  relation: z.enum(relations).optional(),
});
export type Interaction = z.infer<typeof interactionSchema>;

const pageShape = {
  q: z.string().max(200).optional(),
  order: z.enum(["asc", "desc"]).default("desc"),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
export const chatRequestQuerySchema = z.object({
  ...pageShape,
  /** `mine`: what waits for me and my groups (S3-15). */
  view: z.enum(["all", "mine"]).default("all"),
  phase: z.enum(attendancePhases).optional(),
  status: z.enum(attendanceStatuses).optional(),
  groupId: idSchema.optional(),
  sort: z.enum(["lastRequest", "status", "contact"]).default("lastRequest"),
});
export type ChatRequestQuery = z.infer<typeof chatRequestQuerySchema>;
export const interactionQuerySchema = z.object({
  ...pageShape,
  state: z.enum(ticketStates).optional(),
  groupId: idSchema.optional(),
  sort: z.enum(["number", "updated", "state"]).default("number"),
});
export type InteractionQuery = z.infer<typeof interactionQuerySchema>;

function unknownPlaceholders(template: string): string[] {
  const named = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, word = ""]) => word);
  return named.filter((word) => !mappingPlaceholders.some((known) => known === word));
}
