import { z } from "zod";
import { count, sentence, share } from "./figures.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";
import { meaningSchema, namedTargetSchema } from "./meaning.js";

export const goldRunSchema = z.object({
  id: idSchema,
  at: z.int(),
  model: z.string(),
  total: count,
  correct: count,
  threshold: share,
  byLanguage: z.array(z.object({ language: localeSchema, total: count, correct: count })),
});
export type GoldRun = z.infer<typeof goldRunSchema>;

export const goldFormSchema = z.strictObject({
  language: localeSchema,
  text: sentence,
  /** Any of these is right. */
  expected: z.array(meaningSchema).min(1).max(5),
});
export type GoldForm = z.infer<typeof goldFormSchema>;
export const goldSentenceSchema = z.object({
  id: idSchema,
  language: localeSchema,
  text: z.string(),
  expected: z.array(namedTargetSchema),
  /** What was taken for it in the newest run, where that was wrong. */
  missed: namedTargetSchema.optional(),
});
export type GoldSentence = z.infer<typeof goldSentenceSchema>;
export const goldImportSchema = z.strictObject({
  format: z.enum(["json", "csv"]),
  content: z.string().min(1).max(2_000_000),
});
export const goldImportReportSchema = z.object({
  created: count,
  updated: count,
  refused: z.array(z.object({ at: z.int(), reason: z.string() })),
});
export type GoldImportReport = z.infer<typeof goldImportReportSchema>;
