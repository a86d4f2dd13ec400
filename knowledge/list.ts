import { sql } from "kysely";
import { z } from "zod";
import { type ArticleSummary, type FolderCount, type Locale, localeSchema } from "../contract/index.js";
import { fromCursor, type Row, type Store, toCursor } from "../store/index.js";
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
  const items = page.map(toSummary);
  const last = page.at(-1);
  return rows.length > limit && last !== undefined
    ? { items, next: toCursor([last.title, last.id]) }
    : { items };
}

export async function summariesOf(
  store: Store,
  person: Reader,
  nowMs: number,
  ids: readonly string[],
): Promise<ArticleSummary[]> {
  if (ids.length === 0) return [];
  const rows = await query(store, person, nowMs, {}).where("id", "in", ids).execute();
  const found = new Map(rows.map((row) => [row.id, toSummary(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function countByFolder(
  store: Store,
  person: Reader,
  { nowMs, language }: { readonly nowMs: number; readonly language: Locale | undefined },
): Promise<FolderCount[]> {
  let rows = store.db
    .selectFrom("article")
    .select(["folder as path", (eb) => eb.fn.countAll<number | string>().as("count")])
    .where(permittedTo(person, nowMs));
  if (language !== undefined) rows = rows.where("language", "=", language);
  const counted = await rows.groupBy("folder").orderBy("folder").execute();
  return counted.map(({ path, count }) => ({ path, count: Number(count) }));
}

/** In this folder or under it. */
export function liesIn(folder: string) {
  const under = `${folder}/`;
  return folder === ""
    ? sql<boolean>`true`
    : sql<boolean>`(article.folder = ${folder}
        or substr(article.folder, 1, ${sql.lit([...under].length)}) = ${under})`;
}

type SummaryRow = Pick<Row<"article">, "id" | "title" | "language" | "folder" | "updated_at"> & {
  readonly start: string;
};

function toSummary({ start, updated_at: updatedAt, language, ...row }: SummaryRow): ArticleSummary {
  return { ...row, language: localeSchema.parse(language), excerpt: excerpt(start), updatedAt };
}

function query(store: Store, person: Reader, nowMs: number, options: ArticleListOptions) {
  const start = sql<string>`substr(body, 1, ${sql.lit(excerptSourceChars)})`.as("start");
  let rows = store.db
    .selectFrom("article")
    .select(["id", "title", "language", "folder", "updated_at", start])
    .where(permittedTo(person, nowMs));
  if (options.language !== undefined) rows = rows.where("language", "=", options.language);
  if (options.folder !== undefined) rows = rows.where(liesIn(options.folder));
  if (options.after === undefined) return rows;
  const [title, id] = fromCursor(cursorSchema, options.after);
  return rows.where((eb) =>
    eb.or([eb("title", ">", title), eb.and([eb("title", "=", title), eb("id", ">", id)])]),
  );
}
