import { z } from "zod";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";

/** Why a conversation came to people: everything the assistant heard, ranked, showed and was refused. */
export const handoverContextSchema = z.strictObject({
  reason: z.enum(["wish", "fallback", "refused", "error", "direct", "resume", "transfer"]),
  question: z.string(),
  language: localeSchema,
  /** What the assistant took the question for, best first, with calibrated scores 0..1. */
  candidates: z.array(
    z.strictObject({
      kind: z.enum(["intent", "article", "activity"]),
      id: z.string(),
      title: z.string(),
      score: z.number(),
      /** Which words or which example spoke for it. */
      why: z.string().optional(),
    }),
  ),
  articles: z.array(
    z.strictObject({
      id: idSchema,
      title: z.string(),
      outcome: z.enum(["shown", "opened", "helped", "refused"]),
    }),
  ),
  /** What was collected from the requester for an activity. */
  fields: z.array(z.strictObject({ name: z.string(), label: z.string(), value: z.string() })),
});
export type HandoverContext = z.infer<typeof handoverContextSchema>;

export const attendancePhases = ["logged", "accepted", "closed"] as const;
export const attendanceStatuses = ["none", "pending", "active", "abandoned", "ended"] as const;
export type AttendancePhase = (typeof attendancePhases)[number];
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** The wish for, then the talk with, a live agent. S1 calls this record "chat request" (S1-24). */
export const attendanceSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  ticketNumber: z.string().optional(),
  phase: z.enum(attendancePhases),
  status: z.enum(attendanceStatuses),
  groupIds: z.array(idSchema),
  priority: z.int(),
  /** ms UTC; kept when the requester comes back, so that the place in the queue is kept. */
  waitingSince: z.int(),
  /** How many wait before this one, in the best of its groups; only while pending. */
  position: z.int().nonnegative().optional(),
  /** What is known about the wait; only the requester of a waiting one receives it. */
  wait: z
    .strictObject({
      /** ms from now; absent when too little is known to say it honestly. */
      estimateMs: z.int().nonnegative().optional(),
      /** No attendant of its groups is here now. */
      nobodyHere: z.boolean(),
      /** All its groups are closed until then, ms UTC. */
      opensAt: z.int().optional(),
      isClosed: z.boolean(),
    })
    .optional(),
  requester: z.strictObject({ id: idSchema, name: z.string(), photoUrl: z.string().optional() }),
  question: z.string(),
  language: localeSchema,
  agent: z.strictObject({ id: idSchema, name: z.string(), photoUrl: z.string().optional() }).optional(),
  /** `push` while it waits for groups that all give out by themselves: nobody picks it. Only agents receive it. */
  giving: z.enum(["pull", "push"]).optional(),
  /** Only agents receive it. */
  context: handoverContextSchema.optional(),
  acceptedAt: z.int().optional(),
  closedAt: z.int().optional(),
  reason: z.string().optional(),
  /** Grows by one at each change; a client drops an older one. */
  version: z.int().positive(),
});
export type Attendance = z.infer<typeof attendanceSchema>;
