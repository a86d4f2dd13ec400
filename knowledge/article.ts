import { z } from "zod";
import {
  type ArticleState,
  articleStates,
  localeSchema,
  maxTitleChars,
  type Visibility,
  visibilities,
} from "../contract/index.js";

export const maxBodyBytes = 1024 * 1024;

/** What a person or an import gives to be kept. */
export const articleDraftSchema = z.strictObject({
  title: z.string().trim().min(1).max(maxTitleChars),
  language: localeSchema,
  folder: z.string().max(300).default(""),
  /** Markdown. */
  body: z.string().max(maxBodyBytes),
  tags: z.array(z.string().min(1).max(60)).max(50).default([]),
  visibility: z.enum(visibilities).default("public"),
  state: z.enum(articleStates).default("published"),
  /** For an internal article: only these groups; none means all of the desk's staff. */
  groupIds: z.array(z.string()).default([]),
  authorId: z.string().optional(),
  /** ms UTC; from then on nobody is shown it. */
  expiresAt: z.int().optional(),
});
export type ArticleDraft = z.input<typeof articleDraftSchema>;
export type ParsedDraft = z.output<typeof articleDraftSchema>;

/** An article as it is kept, whole: for the search index and for those who look after articles. */
export interface StoredArticle extends ParsedDraft {
  readonly id: string;
  readonly version: number;
  /** The same for articles that are translations of each other. */
  readonly translationKey?: string | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What decides who may read an article. */
export interface Guarded {
  readonly visibility: Visibility;
  readonly state: ArticleState;
  readonly groupIds: readonly string[];
  /** The top where it is left out. */
  readonly folder?: string | undefined;
  readonly authorId?: string | undefined;
  readonly expiresAt?: number | undefined;
}
