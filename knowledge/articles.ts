import { sql } from "kysely";
import type { Article, ArticleSummary, FolderCount, Locale } from "../contract/index.js";
import { newId, type Store } from "../store/index.js";
import { type ArticleDraft, articleDraftSchema, type StoredArticle } from "./article.js";
import { countByFolder, pageOfSummaries, summariesOf } from "./list.js";
import { permittedTo, type Reader } from "./permissions.js";
import { groupsOf, linkGroups, removedState, toArticle, toColumns } from "./rows.js";
import { type ArticleState, articleStates } from "./states.js";
import {
  compareSourced,
  expireSources,
  laterThanBefore,
  nextVersion,
  type SourcedDraft,
  type SourcedResult,
  saveSourced,
  sourcesUnder,
} from "./sourced.js";

/** Few enough that reading a page does not keep talks waiting. */
const pageRows = 50;

export interface ArticleListOptions {
  readonly language?: Locale | undefined;
  /** This folder and those under it. */
  readonly folder?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export interface ArticleChange {
  readonly id: string;
  readonly updatedAt: number;
}

/** The articles of the desk: what is read is scoped by the reader (S2-25), what is kept belongs to nobody's view. */
export interface Articles {
  /** Keeps an article: a new one, or with `id` in place of the one before. Throws a ZodError for what cannot be. */
  save(draft: ArticleDraft & { readonly id?: string }): Promise<StoredArticle>;
  /** The article, if this person may read it now. */
  get(person: Reader, id: string): Promise<Article | undefined>;
  /** What this person may read, by title. */
  list(person: Reader, options?: ArticleListOptions): Promise<{ items: ArticleSummary[]; next?: string }>;
  /** How many articles each folder holds that this person may read. */
  folderCounts(person: Reader, language?: Locale): Promise<FolderCount[]>;
  /** Those of these articles that this person may read, in the order of the ids. */
  summaries(person: Reader, ids: readonly string[]): Promise<ArticleSummary[]>;
  /** Takes the words of an article and of its versions away for good. False when there was none. */
  remove(id: string): Promise<boolean>;
  /** Whole articles, whoever may read them; those that are gone are left out. */
  find(ids: readonly string[]): Promise<StoredArticle[]>;
  /** Every article that is there, page by page, whoever may read them. */
  all(): AsyncGenerator<StoredArticle[]>;
  /** Of every article that is there when it was changed last and who may read it, page by page. */
  states(): AsyncGenerator<ArticleState[]>;
  /** What was saved, expired or removed at or after this time (ms UTC), oldest first. */
  changedSince(sinceMs: number): Promise<ArticleChange[]>;
  /** The same for as long as `changedSince` answers the same; asks for one row, however many have changed. */
  markSince(sinceMs: number): Promise<string>;
  /** Time of the last change, 0 on an empty desk. */
  lastChange(): Promise<number>;
  /** Takes articles that come from files, in one transaction; see `SourcedResult`. */
  saveSourced(batch: readonly SourcedDraft[]): Promise<SourcedResult[]>;
  compareSourced(batch: readonly SourcedDraft[]): Promise<SourcedResult[]>;
  sourcesUnder(prefix: string): Promise<string[]>;
  expireSources(sources: readonly string[]): Promise<number>;
  /** Ids by the names of groups, for those that exist. */
  groupIds(names: readonly string[]): Promise<Map<string, string>>;
  /** Tells the listeners that these were changed, by a part that wrote them itself. */
  tellChanged(ids: readonly string[]): void;
  /** Told which articles this process changed, after the commit. Answers how to stop listening. */
  onChanged(listener: (ids: readonly string[]) => void): () => void;
}

export function createArticles(options: { readonly store: Store; readonly now: () => number }): Articles {
  const { store, now } = options;
  const { db } = store;
  const listeners = new Set<(ids: readonly string[]) => void>();

  function changed(ids: readonly string[]): void {
    if (ids.length > 0) for (const listener of listeners) listener(ids);
  }

  return {
    save: async (draft) => {
      const article = await save(store, draft, now());
      changed([article.id]);
      return article;
    },
    get: async (person, id) => {
      const found = await db
        .selectFrom("article")
        .selectAll()
        .where("id", "=", id)
        .where(permittedTo(person, now()))
        .executeTakeFirst();
      return found === undefined ? undefined : toPublic(toArticle(found, []));
    },
    list: (person, list = {}) => pageOfSummaries(store, person, now(), list),
    folderCounts: (person, language) => countByFolder(store, person, { nowMs: now(), language }),
    summaries: (person, ids) => summariesOf(store, person, now(), ids),
    remove: async (id) => {
      const isGone = await remove(store, id, now());
      if (isGone) changed([id]);
      return isGone;
    },
    find: (ids) => find(store, ids),
    all: () => all(store),
    states: () => articleStates(store),
    changedSince: async (sinceMs) => {
      const rows = await db
        .selectFrom("article")
        .select(["id", "updated_at"])
        .where("updated_at", ">=", sinceMs)
        .orderBy("updated_at")
        .execute();
      return rows.map((row) => ({ id: row.id, updatedAt: row.updated_at }));
    },
    markSince: async (sinceMs) => {
      // A change never takes a time back: with each of them the sum grows.
      const row = await db
        .selectFrom("article")
        .select(({ fn }) => [
          fn.countAll().as("count"),
          sql<number | string | null>`sum(updated_at - ${sinceMs})`.as("sum"),
        ])
        .where("updated_at", ">=", sinceMs)
        .executeTakeFirst();
      return `${sinceMs} ${row?.count} ${row?.sum}`;
    },
    lastChange: async () => {
      const row = await db
        .selectFrom("article")
        .select((eb) => eb.fn.max("updated_at").as("at"))
        .executeTakeFirst();
      return Number(row?.at ?? 0);
    },
    saveSourced: async (batch) => {
      const results = await saveSourced(store, batch, now());
      changed(results.flatMap((result) => result.id ?? []));
      return results;
    },
    compareSourced: (batch) => compareSourced(store, batch),
    sourcesUnder: (prefix) => sourcesUnder(store, prefix),
    expireSources: async (sources) => {
      const ids = await expireSources(store, sources, now());
      changed(ids);
      return ids.length;
    },
    groupIds: (names) => groupIdsOf(store, names),
    tellChanged: changed,
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function save(
  store: Store,
  { id = newId(), ...rest }: ArticleDraft & { readonly id?: string },
  at: number,
): Promise<StoredArticle> {
  const draft = articleDraftSchema.parse(rest);
  const columns = toColumns(draft);
  return store.db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto("article")
      .values({ ...columns, id, source: null, source_hash: null, created_at: at, updated_at: at })
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet({ ...columns, version: nextVersion, updated_at: laterThanBefore(at) }),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    await linkGroups(trx, [{ id, groupIds: draft.groupIds }]);
    return toArticle(row, draft.groupIds);
  });
}

function toPublic(article: StoredArticle): Article {
  const { id, title, language, folder, body, tags, visibility, state, updatedAt } = article;
  return { id, title, language, folder, body, tags, visibility, state, updatedAt };
}

async function remove(store: Store, id: string, at: number): Promise<boolean> {
  const gone = {
    title: "",
    body: "",
    folder: "",
    translation_key: null,
    tags_json: "[]",
    author_id: null,
    source: null,
    source_hash: null,
  };
  return store.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("article")
      .set({ ...gone, state: removedState, updated_at: laterThanBefore(at) })
      .where("id", "=", id)
      .where("state", "!=", removedState)
      .executeTakeFirst();
    await linkGroups(trx, [{ id, groupIds: [] }]);
    await trx.deleteFrom("article_version").where("article_id", "=", id).execute();
    return numUpdatedRows > 0n;
  });
}

async function find(store: Store, ids: readonly string[]): Promise<StoredArticle[]> {
  if (ids.length === 0) return [];
  const rows = await store.db
    .selectFrom("article")
    .selectAll()
    .where("id", "in", ids)
    .where("state", "!=", removedState)
    .execute();
  const groups = await groupsOf(store.db, ids);
  return rows.map((row) => toArticle(row, groups.get(row.id) ?? []));
}

async function* all(store: Store): AsyncGenerator<StoredArticle[]> {
  let after = "";
  for (;;) {
    const rows = await store.db
      .selectFrom("article")
      .selectAll()
      .where("id", ">", after)
      .where("state", "!=", removedState)
      .orderBy("id")
      .limit(pageRows)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const ids = rows.map((row) => row.id);
    const groups = await groupsOf(store.db, ids);
    yield rows.map((row) => toArticle(row, groups.get(row.id) ?? []));
    after = last.id;
  }
}

async function groupIdsOf(store: Store, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await store.db
    .selectFrom("assignment_group")
    .select(["id", "name"])
    .where("name", "in", names)
    .execute();
  return new Map(rows.map((row) => [row.name, row.id]));
}
