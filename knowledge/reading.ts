import type { ArticlePage, ArticleTranslation, Locale } from "../contract/index.js";
import { localeSchema } from "../contract/index.js";
import type { Db, Store } from "../store/index.js";
import type { Articles } from "./articles.js";
import { permittedTo, type Reader } from "./permissions.js";

export interface Reading {
  /** The article with what stands around it on its page, if this person may read it now. */
  page(person: Reader, id: string): Promise<ArticlePage | undefined>;
  /** Its translation into this language where there is one for this person; else its own id. */
  inLanguage(person: Reader, id: string, language: Locale): Promise<string>;
  /** Counts that it was read; nothing else of it changes. */
  countView(id: string): Promise<void>;
}

export function createReading(parts: {
  readonly store: Store;
  readonly articles: Pick<Articles, "get">;
  readonly now: () => number;
}): Reading {
  const { db } = parts.store;

  async function translations(person: Reader, id: string): Promise<ArticleTranslation[]> {
    const rows = await db
      .selectFrom("article")
      .innerJoin("article as own", "own.translation_key", "article.translation_key")
      .select(["article.id", "article.title", "article.language"])
      .where("own.id", "=", id)
      .where("article.id", "!=", id)
      .where(permittedTo(person, parts.now()))
      .orderBy("article.language")
      .execute();
    return rows.map((row) => ({ ...row, language: localeSchema.parse(row.language) }));
  }

  return {
    page: async (person, id) => {
      const article = await parts.articles.get(person, id);
      if (article === undefined) return undefined;
      const [around, others, helped] = await Promise.all([
        readAround(db, id),
        translations(person, id),
        readOwnFeedback(db, id, person.accountId),
      ]);
      return { ...article, ...around, translations: others, ...(helped === undefined ? {} : { helped }) };
    },
    inLanguage: async (person, id, language) =>
      (await translations(person, id)).find((one) => one.language === language)?.id ?? id,
    countView: async (id) => {
      await db
        .updateTable("article")
        .set((eb) => ({ views: eb("views", "+", 1) }))
        .where("id", "=", id)
        .execute();
    },
  };
}

async function readAround(db: Db, id: string): Promise<{ views: number; author?: string }> {
  const row = await db
    .selectFrom("article")
    .leftJoin("account", "account.id", "article.author_id")
    .select(["article.views", "account.name"])
    .where("article.id", "=", id)
    .executeTakeFirst();
  const author = row?.name ?? undefined;
  return { views: row?.views ?? 0, ...(author === undefined ? {} : { author }) };
}

async function readOwnFeedback(db: Db, id: string, accountId: string): Promise<boolean | undefined> {
  const row = await db
    .selectFrom("article_feedback")
    .select("helped")
    .where("article_id", "=", id)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row === undefined ? undefined : row.helped === 1;
}
