import { type AdminArticle, AppError } from "../../contract/index.js";
import { type Db, recordChange } from "../../store/index.js";
import { removedState } from "../rows.js";
import { laterThanBefore } from "../sourced.js";
import { keepVersions } from "../versions.js";
import { type Author, lockArticle } from "./save.js";

/** Nobody finds it any more, but it can be brought back. What people have judged is retired instead. */
export async function removeArticle(trx: Db, id: string, author: Author): Promise<void> {
  const article = await lockArticle(trx, author.person, id);
  if (article.state === removedState) return;
  if (article.helped + article.didNot > 0) {
    throw new AppError("article/refused", "People said whether it helped: retire it instead of deleting it.");
  }
  await keepVersions(trx, (articles) => articles.where("id", "=", id));
  await setState(trx, article, removedState, author);
}

/** Brings a removed article back as it was. */
export async function bringBack(trx: Db, id: string, author: Author): Promise<void> {
  const article = await lockArticle(trx, author.person, id);
  if (article.state !== removedState) return;
  const last = await trx
    .selectFrom("article_version")
    .select("state")
    .where("article_id", "=", id)
    .where("version", "=", article.version)
    .executeTakeFirst();
  await setState(trx, article, last?.state ?? "draft", author);
}

async function setState(
  trx: Db,
  article: AdminArticle,
  state: string,
  { person, at }: Author,
): Promise<void> {
  const { id, title } = article;
  await trx
    .updateTable("article")
    .set({ state, updated_at: laterThanBefore(at) })
    .where("id", "=", id)
    .execute();
  await recordChange(trx, {
    type: "article",
    id,
    name: title,
    before: { state: article.state },
    after: state === removedState ? undefined : { state },
    at,
    by: person.accountId,
  });
}
