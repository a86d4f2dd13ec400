import { type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";
import {
  type AdminArticleList,
  type AdminArticleQuery,
  AppError,
  type ArticleSort,
} from "../../contract/index.js";
import { type Db, fromCursor, type Tables, toCursor } from "../../store/index.js";
import { liesIn } from "../list.js";
import { mayKnow, type Reader } from "../permissions.js";
import { removedState } from "../rows.js";
import { listedColumns, toListed } from "./rows.js";

const sortColumns = {
  title: sql`lower(article.title)`,
  updated: sql`article.updated_at`,
  folder: sql`lower(article.folder)`,
  views: sql`article.views`,
  review: sql`coalesce(article.review_at, 9007199254740991)`,
} satisfies Record<ArticleSort, unknown>;

type Articles = SelectQueryBuilder<Tables, "article", object>;

/** One page of what this person may edit. */
export async function listForEditor(
  db: Db,
  person: Reader,
  query: AdminArticleQuery,
  nowMs: number,
): Promise<AdminArticleList> {
  const mine = () => db.selectFrom("article").where((eb) => mayKnow(eb, person)) as Articles;
  const order = query.order === "asc" ? sql`asc` : sql`desc`;
  const found = narrow(mine(), query, nowMs);
  const column = sortColumns[query.sort];
  const [rows, total, due] = await Promise.all([
    (query.after === undefined ? found : found.where(isBehind(query, query.after)))
      .select(listedColumns)
      .select(sql<string | number>`${column}`.as("place"))
      .orderBy(sql`${column} ${order}`)
      .orderBy("article.id")
      .limit(query.limit + 1)
      .execute(),
    count(narrow(mine(), query, nowMs)),
    count(mine().where("article.state", "=", "published").where("article.review_at", "<=", nowMs)),
  ]);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const isMore = rows.length > query.limit && last !== undefined;
  const next = isMore ? { next: toCursor([query.sort, last.place, last.id]) } : {};
  return { items: shown.map(toListed), ...next, total, due };
}

const textPlace = z.tuple([z.enum(["title", "folder"]), z.string(), z.string()]);
const numberPlace = z.tuple([z.enum(["updated", "views", "review"]), z.coerce.number(), z.string()]);
const placeSchema = z.union([textPlace, numberPlace]);

/** Behind the last one of the page before, whose place is one in the same order. */
function isBehind({ sort, order }: AdminArticleQuery, after: string) {
  const [by, value, id] = fromCursor(placeSchema, after);
  if (by !== sort) throw new AppError("request/malformed", "`after` is not the `next` of a page.");
  const column = sortColumns[sort];
  const sign = order === "asc" ? sql`>` : sql`<`;
  return sql<boolean>`(${column} ${sign} ${value} or (${column} = ${value} and article.id > ${id}))`;
}

function narrow(rows: Articles, query: AdminArticleQuery, nowMs: number): Articles {
  const { q = "", language, state, folder, due } = query;
  let found = rows;
  for (const word of q.toLowerCase().split(/\s+/).filter(Boolean)) found = found.where(holds(word));
  if (language !== undefined) found = found.where("article.language", "=", language);
  if (folder !== undefined) found = found.where(liesIn(folder));
  if (due === true)
    found = found.where("article.state", "=", "published").where("article.review_at", "<=", nowMs);
  return state === undefined
    ? found.where("article.state", "!=", removedState)
    : found.where("article.state", "=", state);
}

/** SQLite folds only ASCII; a word is also looked for as it was typed. */
function holds(word: string) {
  const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return sql<boolean>`(lower(article.title) like ${like} escape '\\' or lower(article.tags_json) like ${like} escape '\\'
    or lower(article.folder) like ${like} escape '\\')`;
}

async function count(rows: Articles): Promise<number> {
  const row = await rows.select((eb) => eb.fn.countAll<number | string>().as("count")).executeTakeFirst();
  return Number(row?.count ?? 0);
}
