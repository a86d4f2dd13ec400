import { z } from "zod";

/** What the doors of the protocol answer, for the description of the API. */
export const tokenAnswerSchema = z.object({
  conversationId: z.string(),
  token: z.string(),
  /** Seconds. */
  expires_in: z.int(),
});
export type TokenAnswer = Readonly<z.infer<typeof tokenAnswerSchema>>;

export const conversationAnswerSchema = tokenAnswerSchema.extend({ streamUrl: z.string() });
export type ConversationAnswer = Readonly<z.infer<typeof conversationAnswerSchema>>;

/** An activity carries more, as the protocol has it. */
const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  timestamp: z.string(),
  from: z.object({ id: z.string(), name: z.string().optional(), role: z.enum(["bot", "user"]) }),
  text: z.string().optional(),
});

export const activitySetSchema = z.object({
  activities: z.array(activitySchema),
  watermark: z.string(),
});

export const postedAnswerSchema = z.object({ id: z.string() });

export const browserSessionSchema = z.object({ sessionId: z.string() });
