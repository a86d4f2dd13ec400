import { sql } from "kysely";
import { z } from "zod";
import { AppError, type ArticleSummary, localeSchema } from "../contract/index.js";
import type { Store } from "../store/index.js";
import type { ArticleListOptions } from "./articles.js";
import { permittedTo, type Reader } from "./permissions.js";
import { excerpt } from "./plain-text.js";

const excerptSourceChars = 1200;
const pageSize = 20;
const cursorSchema = z.tuple([z.string(), z.string()]);

/** One page of what this person may read, by title; a page begins after the last of the one before (stable). */
export async function pageOfSummaries(
  store: Store,
  person: Reader,
  nowMs: number,
  options: ArticleListOptions,
): Promise<{ items: ArticleSummary[]; next?: string }> {
  const limit = options.limit ?? pageSize;
  const rows = await query(store, person, nowMs, options)
    .orderBy("title")
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const items = page.map(({ start, updated_at: updatedAt, language, ...row }) => ({
    ...row,
    language: localeSchema.parse(language),
    excerpt: excerpt(start),
    updatedAt,
  }));
  const last = page.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: toCursor(last) } : { items };
}

function query(store: Store, person: Reader, nowMs: number, options: ArticleListOptions) {
  const start = sql<string>`substr(body, 1, ${sql.lit(excerptSourceChars)})`.as("start");
  let rows = store.db
    .selectFrom("article")
    .select(["id", "title", "language", "folder", "updated_at", start])
    .where(permittedTo(person, nowMs));
  if (options.language !== undefined) rows = rows.where("language", "=", options.language);
  if (options.folder !== undefined) rows = rows.where("folder", "=", options.folder);
  if (options.after === undefined) return rows;
  const [title, id] = fromCursor(options.after);
  return rows.where((eb) =>
    eb.or([eb("title", ">", title), eb.and([eb("title", "=", title), eb("id", ">", id)])]),
  );
}

function toCursor(row: { readonly title: string; readonly id: string }): string {
  return Buffer.from(JSON.stringify([row.title, row.id])).toString("base64url");
}

function fromCursor(after: string): [string, string] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(after, "base64url").toString()));
  } catch (cause) {
    throw new AppError("request/malformed", "`after` is not the `next` of a page.", { cause });
  }
}
