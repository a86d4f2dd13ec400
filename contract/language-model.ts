import { z } from "zod";
import { count } from "./figures.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";

/** What became of a question that was given to the language model. */
export const modelOutcomes = ["shown", "not-in-articles", "refused", "failed"] as const;
export type ModelOutcome = (typeof modelOutcomes)[number];

/** Why an answer was not shown: by the check, or because there was none. */
export const modelReasons = [
  "form",
  "too-long",
  "language",
  "uncited",
  "unknown-source",
  "fact",
  "name",
  "contradicted",
  "not-carried",
  "late",
  "unreachable",
  "answered-badly",
  "garbage",
  "busy",
  "resting",
  "spent-today",
  "spent-in-talk",
] as const;
export type ModelReason = (typeof modelReasons)[number];

export const modelTones = ["plain", "friendly", "formal"] as const;

export const languageModelSettingsSchema = z.strictObject({
  isOn: z.boolean(),
  /** Also in Teams and the other channels. */
  inChannels: z.boolean(),
  forGuests: z.boolean(),
  /** Up to and without `/chat/completions`; empty where none is set. */
  endpoint: z.string().trim().max(500),
  model: z.string().trim().max(200),
  tone: z.enum(modelTones),
  /** From the question to the last byte of the answer; after that the assistant answers without. */
  secondsMost: z.int().min(1).max(6),
  /** Questions that each node asks at the same time. */
  atOnceMost: z.int().min(1).max(50),
  answersPerTalk: z.int().min(1).max(200),
  tokensPerDay: z.int().min(1000).max(1_000_000_000),
});
export type LanguageModelSettings = z.infer<typeof languageModelSettingsSchema>;

export const modelCountsSchema = z.object({
  asked: count,
  shown: count,
  notInArticles: count,
  refused: count,
  failed: count,
  helped: count,
  didNotHelp: count,
  promptTokens: count,
  answerTokens: count,
});
export type ModelCounts = z.infer<typeof modelCountsSchema>;

export const languageModelSchema = z.object({
  settings: languageModelSettingsSchema,
  version: z.int().nonnegative(),
  /** Whether there is a key; it is never told. */
  hasKey: z.boolean(),
  /** What the environment says, and nobody can change here. */
  fixed: z.object({ endpoint: z.boolean(), model: z.boolean(), key: z.boolean() }),
  /** Everything that is needed is there, and it is switched on. */
  isReady: z.boolean(),
  /** This node leaves the endpoint alone for a while: it failed several times in a row. */
  isResting: z.boolean(),
  today: modelCountsSchema,
  month: modelCountsSchema,
});
export type LanguageModel = z.infer<typeof languageModelSchema>;

export const languageModelFormSchema = z.strictObject({
  settings: languageModelSettingsSchema,
  version: z.int().nonnegative(),
  /** A new key, or an empty text to take it away; without it the present one stays. */
  apiKey: z.string().trim().max(500).optional(),
});

export const tryLanguageModelSchema = z.strictObject({
  question: z.string().trim().min(1).max(1000),
  language: localeSchema,
});

const spent = {
  tookMs: count,
  promptTokens: count,
  answerTokens: count,
};

/** What became of a question; `because` are the words of the answer that stood in the way. */
export const modelVerdictSchema = z.object({
  outcome: z.enum(modelOutcomes),
  reason: z.enum(modelReasons).optional(),
  because: z.string().optional(),
});
export type ModelVerdict = z.infer<typeof modelVerdictSchema>;

export const triedModelSchema = z.object({
  ...modelVerdictSchema.shape,
  ...spent,
  /** What the model wrote, shown or not. */
  written: z.string().optional(),
  /** What a requester would read. */
  answer: z.string().optional(),
  /** What the model was given, with the numbers it cites. */
  sources: z.array(z.object({ number: z.int(), id: idSchema, title: z.string(), text: z.string() })),
});
export type TriedModel = z.infer<typeof triedModelSchema>;

/** A question of a requester and what the model made of it. */
export const modelAnswerSchema = z.object({
  ...modelVerdictSchema.shape,
  ...spent,
  id: idSchema,
  conversationId: idSchema,
  at: z.int(),
  language: localeSchema,
  /** Gone where the talk was forgotten. */
  question: z.string().optional(),
  written: z.string().optional(),
  helped: z.boolean().optional(),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

export const modelAnswerQuerySchema = z.object({
  outcome: z.enum(modelOutcomes).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
