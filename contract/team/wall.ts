import { z } from "zod";
import { availabilitySchema } from "../account.js";
import { attendanceSchema } from "../attendance.js";
import { idSchema } from "../ids.js";

/** One attendance that is not over, as the wall shows it. */
export const wallTalkSchema = attendanceSchema
  .pick({
    id: true,
    conversationId: true,
    ticketNumber: true,
    phase: true,
    groupIds: true,
    priority: true,
    waitingSince: true,
    acceptedAt: true,
    requester: true,
    question: true,
    version: true,
  })
  .extend({
    agentId: idSchema.optional(),
    /** It waits again because this agent accepted it and did not answer. */
    reclaimedFrom: z.string().optional(),
    /** When its agreement wants it answered, ms UTC. */
    responseDueAt: z.int().optional(),
    /** Number of the present ownership, for taking over. */
    epoch: z.int().positive(),
  });
export type WallTalk = z.infer<typeof wallTalkSchema>;

export const wallAgentSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  status: availabilitySchema,
  online: z.boolean(),
  active: z.int(),
  capacity: z.int(),
  groupIds: z.array(idSchema),
});
export type WallAgent = z.infer<typeof wallAgentSchema>;

export const wallSchema = z.strictObject({
  /** ms UTC; waiting times are told against it, whatever clock the reader has. */
  at: z.int(),
  talks: z.array(wallTalkSchema),
  agents: z.array(wallAgentSchema),
  groups: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  /** More wait than are listed. */
  waiting: z.int().nonnegative(),
  /** Who waits longer than this counts as a breach where no agreement says when, ms. */
  waitTargetMs: z.int().positive(),
});
export type Wall = z.infer<typeof wallSchema>;

/** What is different since the last one, told at most five times a second. */
export type WallChange = Pick<Wall, "at" | "waiting"> & {
  readonly talks: readonly WallTalk[];
  readonly gone: readonly string[];
  /** Those who have changed, or are new. */
  readonly agents: readonly WallAgent[];
  /** Ids of those who are no agents any more. */
  readonly goneAgents: readonly string[];
};
