import { z } from "zod";
import { idSchema } from "./ids.js";

/** Who acts by a command on the desk's own machine. */
export const commandLineActor = "command-line";

export const auditChangeSchema = z.object({
  type: z.string(),
  id: z.string(),
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
});

/** One administrative act: who, when, what, and what it was before and after. */
export const auditActSchema = z.object({
  id: idSchema,
  /** Place in the chain. */
  seq: z.int().positive(),
  at: z.int(),
  actor: z.object({ id: z.string(), name: z.string(), role: z.string() }),
  method: z.string(),
  path: z.string(),
  /** What the API says this address does. */
  summary: z.string(),
  object: z.record(z.string(), z.string()),
  asked: z.unknown(),
  changes: z.array(auditChangeSchema),
  /** "done", the code of a refusal, or "begun" while, or because, nothing is known of its end. */
  outcome: z.string(),
  hash: z.string(),
});
export type AuditAct = z.infer<typeof auditActSchema>;

export const auditQuerySchema = z.strictObject({
  /** ms UTC. */
  from: z.coerce.number().int().nonnegative().optional(),
  to: z.coerce.number().int().nonnegative().optional(),
  actorId: idSchema.or(z.literal(commandLineActor)).optional(),
  /** Part of the address, or of what was sent or changed. */
  text: z.string().trim().max(100).optional(),
  outcome: z.enum(["done", "refused", "unknown"]).optional(),
  /** The `next` of the page before: its last place in the chain. */
  after: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditPageSchema = z.object({
  items: z.array(auditActSchema),
  next: z.string().optional(),
  /** Everybody who ever acted, for the filter. */
  actors: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const auditCheckSchema = z.object({
  isWhole: z.boolean(),
  checked: z.int().nonnegative(),
  /** The first place where an entry is missing or not as it was written. */
  brokenAt: z.int().positive().optional(),
  /** The hash of the newest entry: noted elsewhere, it shows later that nothing was rewritten. */
  head: z.string().optional(),
});
export type AuditCheck = z.infer<typeof auditCheckSchema>;
