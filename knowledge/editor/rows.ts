import { type ExpressionBuilder, sql } from "kysely";
import { z } from "zod";
import { articleStates, type ListedArticle, localeSchema, visibilities } from "../../contract/index.js";
import type { Tables } from "../../store/index.js";
import { removedState } from "../rows.js";

const wordsSchema = z.object({
  language: localeSchema,
  visibility: z.enum(visibilities),
  state: z.enum([...articleStates, removedState]),
});

const answers = (helped: 0 | 1) =>
  sql<number | string>`(select count(*) from article_feedback given
    where given.article_id = article.id and given.helped = ${sql.lit(helped)})`;

export const listedColumns = (_: ExpressionBuilder<Tables, "article">) =>
  [
    "article.id",
    "article.title",
    "article.language",
    "article.folder",
    "article.visibility",
    "article.state",
    "article.version",
    "article.updated_at",
    "article.expires_at",
    "article.review_at",
    "article.views",
    answers(1).as("helped"),
    answers(0).as("did_not"),
  ] as const;

export interface ListedRow {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly folder: string;
  readonly visibility: string;
  readonly state: string;
  readonly version: number;
  readonly updated_at: number;
  readonly expires_at: number | null;
  readonly review_at: number | null;
  readonly views: number;
  readonly helped: number | string;
  readonly did_not: number | string;
}

export function toListed(row: ListedRow): ListedArticle {
  const { id, title, folder, version, views } = row;
  return {
    ...wordsSchema.parse(row),
    id,
    title,
    folder,
    version,
    views,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at ?? undefined,
    reviewAt: row.review_at ?? undefined,
    helped: Number(row.helped),
    didNot: Number(row.did_not),
  };
}
