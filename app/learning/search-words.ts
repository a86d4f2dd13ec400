import { z } from "zod";
import { createKnownRows } from "../../config/known-rows.js";
import {
  AppError,
  type Boost,
  type BoostForm,
  boostWorths,
  localeSchema,
  type Synonym,
  type SynonymForm,
} from "../../contract/index.js";
import type { Wording } from "../../knowledge/index.js";
import { type Bell, type Db, fromJson, recordChange, type Store, toJson } from "../../store/index.js";

/** Words that search takes for one another, and what articles are worth; held by the index of every node. */
export interface SearchWords {
  list(): { readonly synonyms: readonly Synonym[]; readonly boosts: readonly Boost[] };
  /** Makes or changes; throws `understanding/refused` with the reason. Holds for the next search. */
  saveSynonym(id: string, form: SynonymForm, by: string): Promise<void>;
  saveBoost(id: string, form: BoostForm, by: string): Promise<void>;
  /** Throws `understanding/not-found`. */
  remove(kind: "synonym" | "boost", id: string, by: string): Promise<void>;
  /** Names what holds now, for those who keep results. */
  stamp(): string;
  onChanged(listener: () => void): () => void;
  start(signal: AbortSignal): Promise<void>;
}

type Known =
  | { readonly kind: "synonym"; readonly row: Synonym }
  | { readonly kind: "boost"; readonly row: Boost };

const words = z.array(z.string());
const tables = { synonym: "search_synonym", boost: "search_boost" } as const;

export function createSearchWords(parts: {
  readonly store: Store;
  readonly wording: Wording;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}): SearchWords {
  const { store, wording, bell, now, failed } = parts;
  const read = () => readAll(store.db);
  const known = createKnownRows<Known>({ read, topic: "search-words-changed", bell, onError: failed });
  const synonyms = () => known.all().flatMap((one) => (one.kind === "synonym" ? [one.row] : []));
  const boosts = () => known.all().flatMap((one) => (one.kind === "boost" ? [one.row] : []));
  known.onChanged(() => wording.set({ synonyms: synonyms(), boosts: boosts() }));

  async function change(
    by: string,
    edit: (trx: Db, told: { at: number; by: string }) => Promise<unknown>,
  ): Promise<void> {
    await store.db.transaction().execute((trx) => edit(trx, { at: now(), by }));
    await known.changed();
  }

  return {
    list: () => ({ synonyms: synonyms(), boosts: boosts() }),
    stamp: () => JSON.stringify(known.all()),
    onChanged: known.onChanged,
    start: known.start,
    saveSynonym: (id, { language, words: given }, by) => {
      const distinct = [...new Set(given.map((word) => word.toLowerCase()))];
      if (distinct.length < 2) throw refused("Give at least two different words.");
      return change(by, async (trx, told) => {
        const before = await trx
          .selectFrom("search_synonym")
          .selectAll()
          .where("id", "=", id)
          .executeTakeFirst();
        const columns = { language, words_json: toJson(distinct), updated_at: told.at, updated_by: by };
        await trx
          .insertInto("search_synonym")
          .values({ id, ...columns })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
          .execute();
        await recordChange(trx, {
          type: "synonym",
          id,
          name: distinct.join(", ").slice(0, 200),
          before: before && { language: before.language, words: fromJson(words, before.words_json) },
          after: { language, words: distinct },
          ...told,
        });
      });
    },
    saveBoost: (id, form, by) =>
      change(by, async (trx, told) => {
        const { articleId, words: asked, worth } = form;
        const article = await trx
          .selectFrom("article")
          .select("title")
          .where("id", "=", articleId)
          .executeTakeFirst();
        if (article === undefined) throw refused("There is no such article. Choose another one.");
        const before = await trx
          .selectFrom("search_boost")
          .selectAll()
          .where("id", "=", id)
          .executeTakeFirst();
        const columns = { article_id: articleId, words: asked, worth, updated_at: told.at, updated_by: by };
        await trx
          .insertInto("search_boost")
          .values({ id, ...columns })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
          .execute();
        await recordChange(trx, {
          type: "boost",
          id,
          name: article.title,
          before: before && { articleId: before.article_id, words: before.words, worth: before.worth },
          after: { articleId, words: asked, worth },
          ...told,
        });
      }),
    remove: (kind, id, by) =>
      change(by, async (trx, told) => {
        const shown = known.all().find((one) => one.kind === kind && one.row.id === id);
        const gone = await trx.deleteFrom(tables[kind]).where("id", "=", id).executeTakeFirst();
        if (gone.numDeletedRows === 0n) {
          throw new AppError("understanding/not-found", "It is not there any more.");
        }
        const name = shown?.kind === "boost" ? shown.row.title : shown?.row.words.join(", ");
        await recordChange(trx, { type: kind, id, name: name ?? kind, before: { ...shown?.row }, ...told });
      }),
  };
}

async function readAll(db: Db): Promise<Known[]> {
  const [synonyms, boosts] = await Promise.all([
    db.selectFrom("search_synonym").selectAll().orderBy("id").execute(),
    db
      .selectFrom("search_boost")
      .innerJoin("article", "article.id", "search_boost.article_id")
      .selectAll("search_boost")
      .select(["article.title", "article.language"])
      .orderBy("search_boost.id")
      .execute(),
  ]);
  return [
    ...synonyms.map((row) => ({
      kind: "synonym" as const,
      row: {
        id: row.id,
        language: localeSchema.parse(row.language),
        words: fromJson(words, row.words_json),
      },
    })),
    ...boosts.map((row) => ({
      kind: "boost" as const,
      row: {
        id: row.id,
        articleId: row.article_id,
        title: row.title,
        language: localeSchema.parse(row.language),
        words: row.words,
        worth: z.enum(boostWorths).parse(row.worth),
      },
    })),
  ];
}

function refused(reason: string): AppError {
  return new AppError("understanding/refused", reason);
}
