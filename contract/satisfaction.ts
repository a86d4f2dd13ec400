import { z } from "zod";
import { idSchema } from "./ids.js";
import { surveyChoices } from "./survey-choices.js";

export const scores = [1, 2, 3, 4, 5] as const;
export const scoreSchema = z.int().min(1).max(5);
export const maxCommentChars = 1000;

/** How a requester found their talk; a comment goes with a score only. */
export const rateTalkSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rate"),
    score: scoreSchema,
    comment: z.string().trim().max(maxCommentChars).optional(),
  }),
  z.strictObject({ kind: z.literal("skip") }),
]);
export type RateTalk = z.infer<typeof rateTalkSchema>;

/** What the requester is asked of one talk. */
export const surveySchema = z.strictObject({
  /** open: asked and not answered; answered: may still be changed; closed: it may not, or nothing was asked. */
  status: z.enum(["open", "answered", "skipped", "closed"]),
  /** Whom they talked with, where it was a person. */
  agentName: z.string().optional(),
  score: scoreSchema.optional(),
  comment: z.string().optional(),
});
export type Survey = z.infer<typeof surveySchema>;

/** A talk of the person's own that they were asked about and have neither rated nor put aside. */
export const openSurveySchema = z.strictObject({ conversationId: idSchema.optional() });
export type OpenSurvey = z.infer<typeof openSurveySchema>;

/** After which talks requesters are asked. */
export const surveySettingsSchema = z.strictObject({
  desk: z.enum(surveyChoices),
  /** Groups with a setting of their own; the others follow the desk. */
  groups: z.array(z.strictObject({ groupId: idSchema, ask: z.enum(surveyChoices) })).max(500),
});
export type SurveySettings = z.infer<typeof surveySettingsSchema>;

/** Whether the requester of this one talk is asked when it ends. */
export const talkSurveySchema = z.strictObject({ ask: z.boolean() });

/** An answer as supervisors read it; only of talks that are over. */
export const surveyCommentSchema = z.strictObject({
  conversationId: idSchema,
  at: z.int(),
  score: scoreSchema,
  comment: z.string(),
  agentName: z.string().optional(),
});
export type SurveyComment = z.infer<typeof surveyCommentSchema>;
