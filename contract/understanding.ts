import { z } from "zod";
import { count, sentence, share } from "./figures.js";
import { goldRunSchema } from "./gold.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";
import { namedTargetSchema, scoredTargetSchema, verdictSchema } from "./meaning.js";
import { boostWorths } from "./search-words.js";

export const trainingRunSchema = z.object({
  id: idSchema,
  at: z.int(),
  outcome: z.enum(["trained", "cached", "failed"]),
  model: z.string(),
  examples: count,
  intents: count,
  tookMs: count,
  threshold: share.optional(),
  /** Why it failed; the model before it goes on answering. */
  reason: z.string().optional(),
});
export type TrainingRun = z.infer<typeof trainingRunSchema>;

export const understandingStateSchema = z.object({
  /** Of the node that answers. */
  training: z.object({
    running: z.object({ since: z.int(), examples: count }).optional(),
    model: z.string(),
    examples: count,
    intents: count,
    threshold: share,
    failed: z.string().optional(),
  }),
  runs: z.array(trainingRunSchema),
  gold: goldRunSchema.optional(),
  /** Everything that can be meant, for choosing. */
  intents: z.array(z.string()),
  activities: z.array(namedTargetSchema),
});
export type UnderstandingState = z.infer<typeof understandingStateSchema>;

export const thresholdTrialQuerySchema = z.object({ minimum: z.coerce.number().min(0).max(100) });
const sidesSchema = z.object({ answered: count, askedBack: count, fallback: count });
export const thresholdTrialSchema = z.object({
  /** How many of the newest questions were looked at, and since when. */
  considered: count,
  since: z.int().optional(),
  /** Parameter 9002 as it is; without it the assistant's own marks hold. */
  present: z.number().optional(),
  before: sidesSchema,
  after: sidesSchema,
  changed: z.array(
    z.object({
      messageId: idSchema,
      text: z.string(),
      language: localeSchema,
      from: verdictSchema,
      to: verdictSchema,
      best: scoredTargetSchema.optional(),
    }),
  ),
  changedCount: count,
});
export type ThresholdTrial = z.infer<typeof thresholdTrialSchema>;

export const trySchema = z.strictObject({ text: sentence, language: localeSchema.optional() });
export const triedSchema = z.object({
  verdict: verdictSchema,
  language: z.object({ language: localeSchema, confidence: share, used: localeSchema }),
  threshold: share,
  minimum: share.optional(),
  outOfScope: share,
  intents: z.array(scoredTargetSchema.extend({ words: z.array(z.string()), example: z.string().optional() })),
  articles: z.array(
    scoredTargetSchema.extend({
      language: localeSchema,
      matched: z.array(z.string()),
      signs: z.object({ coverage: share, titleCoverage: share, titleAsked: share, likeness: z.number() }),
      boost: z.enum(boostWorths).optional(),
    }),
  ),
  synonyms: z.array(z.string()),
  shown: z.array(namedTargetSchema),
  entities: z.record(z.string(), z.string()),
});
export type Tried = z.infer<typeof triedSchema>;

export const understandingExports = [
  "questions",
  "suggestions",
  "confusions",
  "examples",
  "gold",
  "gold-runs",
  "training-runs",
  "what-if",
  "synonyms",
  "boosts",
] as const;
export type UnderstandingExport = (typeof understandingExports)[number];
export const exportQuerySchema = z.object({
  what: z.enum(understandingExports),
  format: z.enum(["json", "csv"]).default("json"),
  /** The threshold of "what-if". */
  minimum: thresholdTrialQuerySchema.shape.minimum.default(50),
});
