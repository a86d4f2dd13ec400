import { z } from "zod";
import { type AdminArticle, AppError, type ArticleTranslation, localeSchema } from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";
import { mayKnow, type Reader } from "../permissions.js";
import { groupsOf, removedState } from "../rows.js";
import { listedColumns, toListed } from "./rows.js";

const tagsSchema = z.array(z.string());
const commentsShown = 50;

/** The whole article, if this person may edit it; a removed one too. */
export async function readForEditor(db: Db, person: Reader, id: string): Promise<AdminArticle> {
  const row = await db
    .selectFrom("article")
    .leftJoin("account", "account.id", "article.author_id")
    .select(listedColumns)
    .select([
      "article.body",
      "article.tags_json",
      "article.created_at",
      "article.translation_key",
      "account.name",
    ])
    .where("article.id", "=", id)
    .where((eb) => mayKnow(eb, person))
    .executeTakeFirst();
  if (row === undefined) throw new AppError("article/not-found", "There is no such article for you.");
  const key = row.translation_key;
  return {
    ...toListed(row),
    body: row.body,
    tags: fromJson(tagsSchema, row.tags_json),
    groupIds: (await groupsOf(db, [id])).get(id) ?? [],
    author: row.name ?? undefined,
    createdAt: row.created_at,
    translations: key === null ? [] : await readTranslations(db, person, { id, key }),
    comments: await readComments(db, id),
  };
}

async function readTranslations(
  db: Db,
  person: Reader,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<ArticleTranslation[]> {
  const rows = await db
    .selectFrom("article")
    .select(["article.id", "article.title", "article.language"])
    .where("article.translation_key", "=", key)
    .where("article.id", "!=", id)
    .where("article.state", "!=", removedState)
    .where((eb) => mayKnow(eb, person))
    .orderBy("article.language")
    .execute();
  return rows.map((row) => ({ ...row, language: localeSchema.parse(row.language) }));
}

async function readComments(db: Db, id: string): Promise<{ text: string; at: number }[]> {
  const rows = await db
    .selectFrom("article_feedback")
    .select(["comment", "at"])
    .where("article_id", "=", id)
    .where("comment", "is not", null)
    .orderBy("at", "desc")
    .limit(commentsShown)
    .execute();
  return rows.map(({ comment, at }) => ({ text: comment ?? "", at }));
}
