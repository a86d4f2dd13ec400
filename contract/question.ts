import { z } from "zod";
import { count, sentence } from "./figures.js";
import { idSchema } from "./ids.js";
import { modelVerdictSchema } from "./language-model.js";
import { localeSchema } from "./locale-schema.js";
import { meaningSchema, namedTargetSchema, scoredTargetSchema } from "./meaning.js";

export const askedQuestionSchema = z.object({
  messageId: idSchema,
  conversationId: idSchema,
  text: z.string(),
  language: localeSchema,
  at: z.int(),
  /** Nothing was found, or what was shown was refused. */
  outcome: z.enum(["fallback", "refused"]),
  best: scoredTargetSchema.optional(),
});
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

export const questionGroupSchema = z.object({
  id: idSchema,
  text: z.string(),
  count,
  refused: count,
  languages: z.array(z.object({ language: localeSchema, count })),
  firstAt: z.int(),
  lastAt: z.int(),
  samples: z.array(askedQuestionSchema),
  /** All of the group, for a verdict on it. */
  messageIds: z.array(idSchema),
});
export type QuestionGroup = z.infer<typeof questionGroupSchema>;

export const questionQuerySchema = z.object({
  q: z.string().max(200).optional(),
  language: localeSchema.optional(),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type QuestionQuery = z.infer<typeof questionQuerySchema>;

const messageIds = z.array(idSchema).min(1).max(500);
export const dismissSchema = z.strictObject({ messageIds });

export const exampleSources = ["typed", "question", "choice", "import"] as const;
export const exampleFormSchema = z.strictObject({
  intent: meaningSchema,
  language: localeSchema,
  text: sentence,
  /** The questions that this answers; they are not shown again. */
  messageIds: z.array(idSchema).max(500).default([]),
});
export type ExampleForm = z.infer<typeof exampleFormSchema>;
export const taughtExampleSchema = z.object({
  id: idSchema,
  intent: namedTargetSchema,
  language: localeSchema,
  text: z.string(),
  source: z.enum(exampleSources),
  createdAt: z.int(),
  createdBy: z.string().optional(),
});
export type TaughtExample = z.infer<typeof taughtExampleSchema>;

/** What people chose after "did you mean", beside what the assistant held for best. */
export const suggestionSchema = z.object({
  id: idSchema,
  text: z.string(),
  language: localeSchema,
  count,
  lastAt: z.int(),
  chosen: namedTargetSchema,
  best: scoredTargetSchema.optional(),
  messageIds: z.array(idSchema),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const confusionSchema = z.object({
  source: z.enum(["gold", "choices"]),
  meant: namedTargetSchema,
  taken: namedTargetSchema,
  count,
  examples: z.array(z.string()),
});
export type Confusion = z.infer<typeof confusionSchema>;

export const judgeSuggestionSchema = z.strictObject({
  verdict: z.enum(["accepted", "rejected"]),
  text: sentence,
  language: localeSchema,
  target: meaningSchema,
  messageIds,
});
export type JudgeSuggestion = z.infer<typeof judgeSuggestionSchema>;

/** A talk as admins see it, to understand a question. */
export const talkLineSchema = z.object({
  seq: z.int(),
  kind: z.string(),
  name: z.string(),
  text: z.string(),
  at: z.int(),
  /** Of a question that a language model was given. */
  model: modelVerdictSchema.optional(),
});
export type TalkLine = z.infer<typeof talkLineSchema>;
