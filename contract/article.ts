import { z } from "zod";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";

export const visibilities = ["public", "internal", "confidential"] as const;
export type Visibility = (typeof visibilities)[number];
export const articleStates = ["draft", "published", "expired"] as const;
export type ArticleState = (typeof articleStates)[number];

export const articleSummarySchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  language: localeSchema,
  folder: z.string(),
  excerpt: z.string(),
  /** Of an excerpt that answers a question: where in it the sentence stands that shares most with the question. */
  marked: z.object({ from: z.int(), to: z.int() }).optional(),
  score: z.number().optional(),
  updatedAt: z.int(),
});
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

export const articleSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  language: localeSchema,
  folder: z.string(),
  /** Markdown. */
  body: z.string(),
  tags: z.array(z.string()),
  visibility: z.enum(visibilities),
  state: z.enum(articleStates),
  updatedAt: z.int(),
});
export type Article = z.infer<typeof articleSchema>;
