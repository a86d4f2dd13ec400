import { z } from "zod";
import { AppError, type ArticleVersion, localeSchema, type WholeVersion } from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";

const tagsSchema = z.array(z.string());

/** What is kept of an article, newest first. */
export async function listVersions(db: Db, id: string): Promise<ArticleVersion[]> {
  const rows = await versionsOf(db, id)
    .select(["version", "saved_at", "note", "title", "account.name"])
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ version, saved_at, note, title, name }) => ({
    version,
    savedAt: saved_at,
    savedBy: name ?? undefined,
    note,
    title,
  }));
}

export async function readVersion(db: Db, id: string, version: number): Promise<WholeVersion> {
  const row = await versionsOf(db, id)
    .selectAll("article_version")
    .select("account.name")
    .where("version", "=", version)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("article/not-found", "There is no such version of this article.");
  return {
    version,
    savedAt: row.saved_at,
    savedBy: row.name ?? undefined,
    note: row.note,
    title: row.title,
    language: localeSchema.parse(row.language),
    body: row.body,
    tags: fromJson(tagsSchema, row.tags_json),
  };
}

function versionsOf(db: Db, id: string) {
  return db
    .selectFrom("article_version")
    .leftJoin("account", "account.id", "article_version.saved_by")
    .where("article_id", "=", id);
}
