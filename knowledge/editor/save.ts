import {
  type AdminArticle,
  AppError,
  type ArticleForm,
  maxBodyChars,
  type WholeVersion,
} from "../../contract/index.js";
import { type Db, newId, recordChange, toJson } from "../../store/index.js";
import type { Reader } from "../permissions.js";
import { linkGroups, removedState } from "../rows.js";
import { laterThanBefore } from "../sourced.js";
import { keepVersions } from "../versions.js";
import { readForEditor } from "./read.js";

export interface Author {
  readonly person: Reader;
  readonly at: number;
}

export async function createArticle(trx: Db, form: ArticleForm, { person, at }: Author): Promise<string> {
  const id = newId();
  const key = await keyFor(trx, { id, form }, { person, at });
  await trx
    .insertInto("article")
    .values({
      ...toColumns(form),
      id,
      translation_key: key,
      author_id: person.accountId,
      source: null,
      source_hash: null,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await linkGroups(trx, [{ id, groupIds: await knownGroups(trx, form.groupIds) }]);
  await keepVersion(trx, { id, note: form.note, by: person.accountId, at });
  await recordChange(trx, {
    type: "article",
    id,
    name: form.title,
    after: shownForm(form),
    at,
    by: person.accountId,
  });
  return id;
}

export interface ArticleEdit {
  readonly id: string;
  /** The version the change was made to. */
  readonly version: number;
  readonly form: ArticleForm;
}

/** Refused where the article was saved by somebody else since; then nothing changes. */
export async function changeArticle(
  trx: Db,
  { id, version, form }: ArticleEdit,
  author: Author,
): Promise<void> {
  const { person, at } = author;
  const before = await lockArticle(trx, person, id);
  if (before.version !== version) throw await changedSince(trx, before);
  const key = await keyFor(trx, { id, form }, { person, at });
  await keepVersions(trx, (articles) => articles.where("id", "=", id));
  await trx
    .updateTable("article")
    .set({ ...toColumns(form), translation_key: key, version: version + 1, updated_at: laterThanBefore(at) })
    .where("id", "=", id)
    .execute();
  await linkGroups(trx, [{ id, groupIds: await knownGroups(trx, form.groupIds) }]);
  await keepVersion(trx, { id, note: form.note, by: person.accountId, at });
  await recordChange(trx, {
    type: "article",
    id,
    name: form.title,
    before: shownArticle(before),
    after: { ...shownArticle(before), ...shownForm(form) },
    at,
    by: person.accountId,
  });
}

/** The words of an earlier version as a new one; where it stands and who may read it stays. */
export function toRestored(now: AdminArticle, earlier: WholeVersion): ArticleForm {
  return {
    ...toForm(now),
    title: earlier.title,
    body: earlier.body.slice(0, maxBodyChars),
    tags: earlier.tags,
    language: earlier.language,
    note: `← ${earlier.version}`,
  };
}

export function toForm(article: AdminArticle): ArticleForm {
  const { title, language, folder, body, tags, visibility, groupIds, expiresAt, reviewAt, translations } =
    article;
  const state = article.state === removedState ? "draft" : article.state;
  const translationOf = translations[0]?.id;
  return {
    title,
    language,
    folder,
    body,
    tags,
    visibility,
    state,
    groupIds,
    expiresAt,
    reviewAt,
    translationOf,
    note: "",
  };
}

/** Holds the row until the end of the transaction: of two who save at once, the second sees what the first did. */
export async function lockArticle(trx: Db, person: Reader, id: string): Promise<AdminArticle> {
  await trx
    .updateTable("article")
    .set((eb) => ({ version: eb.ref("version") }))
    .where("id", "=", id)
    .execute();
  return readForEditor(trx, person, id);
}

async function changedSince(trx: Db, present: AdminArticle): Promise<AppError> {
  const last = await trx
    .selectFrom("article_version")
    .leftJoin("account", "account.id", "article_version.saved_by")
    .select("account.name")
    .where("article_id", "=", present.id)
    .where("version", "=", present.version)
    .executeTakeFirst();
  const by = last?.name ?? undefined;
  return new AppError(
    "article/changed",
    `${by ?? "Somebody"} saved this article while you worked on it. Compare, then save again.`,
    { details: { by, article: present } },
  );
}

async function keepVersion(
  trx: Db,
  {
    id,
    note,
    by,
    at,
  }: { readonly id: string; readonly note: string; readonly by: string; readonly at: number },
): Promise<void> {
  await keepVersions(trx, (articles) => articles.where("id", "=", id));
  await trx
    .updateTable("article_version")
    .set({ note, saved_by: by, saved_at: at })
    .where("article_id", "=", id)
    .where("version", "=", (eb) =>
      eb.selectFrom("article").select("article.version").where("article.id", "=", id),
    )
    .execute();
}

/** One article per language says the same. */
async function keyFor(
  trx: Db,
  { id, form }: { readonly id: string; readonly form: ArticleForm },
  { person, at }: Author,
): Promise<string | null> {
  const { translationOf } = form;
  if (translationOf === undefined) return null;
  if (translationOf === id) throw refused("An article is no translation of itself.");
  const other = await readForEditor(trx, person, translationOf);
  const row = await trx
    .selectFrom("article")
    .select("translation_key")
    .where("id", "=", other.id)
    .executeTakeFirst();
  const key = row?.translation_key ?? other.id;
  const sameLanguage = [other, ...other.translations].find(
    (one) => one.id !== id && one.language === form.language,
  );
  if (sameLanguage !== undefined)
    throw refused(`"${sameLanguage.title}" says this in the same language already.`);
  if (row?.translation_key == null) {
    // The index hears of it by the later time.
    await trx
      .updateTable("article")
      .set({ translation_key: key, updated_at: laterThanBefore(at) })
      .where("id", "=", other.id)
      .execute();
  }
  return key;
}

async function knownGroups(trx: Db, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return ids;
  const rows = await trx.selectFrom("assignment_group").select("id").where("id", "in", ids).execute();
  if (rows.length < new Set(ids).size) throw refused("One of the groups is not there any more.");
  return ids;
}

function refused(message: string): AppError {
  return new AppError("article/refused", message);
}

function toColumns(form: ArticleForm) {
  const { title, language, folder, body, tags, visibility, state } = form;
  return {
    ...{ title, language, folder, body, visibility, state },
    tags_json: toJson([...new Set(tags)]),
    expires_at: form.expiresAt ?? null,
    review_at: form.reviewAt ?? null,
  };
}

/** The words stand in the versions; here only whether they changed, by their length. */
function shownForm({ note: _, translationOf: _of, body, ...form }: ArticleForm) {
  return { ...form, bodyChars: body.length };
}

function shownArticle(article: AdminArticle) {
  return shownForm(toForm(article));
}
