import { z } from "zod";
import { maxSentenceChars } from "./figures.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";

const word = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}'’-]*$/u, "one word");
export const synonymFormSchema = z.strictObject({
  language: localeSchema,
  words: z.array(word).min(2).max(20),
});
export type SynonymForm = z.infer<typeof synonymFormSchema>;
export const synonymSchema = synonymFormSchema.extend({ id: idSchema });
export type Synonym = z.infer<typeof synonymSchema>;

export const boostWorths = ["less", "more", "first"] as const;
export type BoostWorth = (typeof boostWorths)[number];
export const boostFormSchema = z.strictObject({
  articleId: idSchema,
  /** For questions that have all of these words; for every question where there are none. */
  words: z.string().trim().max(maxSentenceChars).default(""),
  worth: z.enum(boostWorths),
});
export type BoostForm = z.infer<typeof boostFormSchema>;
export const boostSchema = boostFormSchema.extend({
  id: idSchema,
  title: z.string(),
  language: localeSchema,
});
export type Boost = z.infer<typeof boostSchema>;
