import { z } from "zod";
import { idSchema } from "./ids.js";
import { folderPathSchema } from "./knowledge.js";
import { localeSchema } from "./locale-schema.js";

/** Bodies and queries of the HTTP API; unknown keys are refused. */
export const logInSchema = z.strictObject({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(500),
});

export const openTicketSchema = z.strictObject({
  activityId: idSchema.optional(),
  description: z.string().min(1).max(8000),
  /** Start attendance at once with the activity of parameter 317 (S0-15). */
  direct: z.boolean().optional(),
  /** Start attendance with the chosen activity (S0-14); without it the ticket waits to be worked on. */
  attendance: z.boolean().optional(),
  fields: z.record(z.string(), z.string().max(4000)).optional(),
  /** Number of an earlier ticket of the requester's own that this is about (S1-14); its group gets it (S1-32). */
  previousTicket: z.string().trim().min(1).max(40).optional(),
  /** A name the client gives, so that a repeat opens no second ticket. */
  requestId: z.string().min(1).max(100).optional(),
});

export const ticketQuerySchema = z.object({
  view: z.enum(["mine", "queue", "progress", "all"]).default("mine"),
  /** Exhibition (S0-22): all, those opened by chat, or the urgent ones. */
  show: z.enum(["all", "chat", "critical"]).default("all"),
  q: z.string().max(200).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const articleQuerySchema = z.object({
  q: z.string().max(500).optional(),
  language: localeSchema.optional(),
  /** This folder and those under it. */
  folder: folderPathSchema.optional(),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const parameterValueSchema = z.strictObject({
  value: z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]),
});

export const localeQuerySchema = z.object({ locale: localeSchema.optional() });
