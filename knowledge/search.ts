import type { Locale } from "../contract/index.js";
import type { Entry, IndexedArticle, IsFiller, Permits, Tokenize } from "./search/indexed.js";
import { createLibrary, type Library } from "./search/library.js";
import type { Passage } from "./search/passage.js";
import { prepare, preparing } from "./search/prepare.js";
import { type Found, searchShelf } from "./search/search-shelf.js";
import type { Shelf } from "./search/shelf.js";
import type { Signs } from "./search/signs.js";
import { mostCompared, nearTitles, toTyped } from "./search/suggest.js";
import { type ArticleBoost, createWording, type SameWords, type Wording } from "./search/wording.js";

export type { SectionReader, Sections } from "./search/sections.js";
export type { ArticleBoost, IndexedArticle, IsFiller, Passage, Permits, SameWords, Signs, Tokenize, Wording };

const usualLimit = 10;
const maxQueryChars = 1000;
/** An article in another language than the reader's is worth this much of one in it. */
const otherLanguageWorth = 0.6;

export interface SearchOptions {
  /** The reader's language: its articles come first. */
  readonly language: Locale;
  /** Which articles the reader may know of; the others are left out before anything is ranked. */
  readonly permits: Permits;
  readonly limit?: number;
  /** Articles of other languages only where none of the reader's is as probable as this; without it always. */
  readonly othersBelow?: number | undefined;
}

export interface SuggestedArticle {
  readonly id: string;
  readonly title: string;
  readonly language: Locale;
}

export interface RankedArticle extends SuggestedArticle {
  /** Probability, 0..1, that it answers the query: comparable across queries. */
  readonly score: number;
  /** The sentences that match best; worked out when asked for. */
  readonly passage: () => Passage;
  /** Words of the query, as stems, that stand in the article. */
  readonly matched: readonly string[];
  /** What the probability was judged by, and what an admin says of the article for this question. */
  readonly signs: Signs;
  readonly boost: ArticleBoost["worth"] | undefined;
}

export interface Search
  extends Pick<Library, "changes" | "sections" | "restore" | "confirm" | "dropUnconfirmed"> {
  readonly size: number;
  /** Which words mean the same, and what articles are worth; holds from the next search on. */
  readonly wording: Wording;
  /** Puts an article in, or in the place of its older version. */
  add(article: IndexedArticle): void;
  /** The same with pauses, as a long article takes; until it resolves the older version is found. */
  addGently(article: IndexedArticle, pause: () => Promise<void>): Promise<void>;
  remove(id: string): void;
  /** Names what this reader could find now: while it is the same, so is every answer. Nothing where that is not told cheaply. */
  stateFor(permits: Permits): string | undefined;
  /** Articles that may answer a question, best first. */
  search(query: string, options: SearchOptions): RankedArticle[];
  /** Articles whose title has a typed text as a part, typos and accents forgiven: for type-ahead. */
  suggest(typed: string, options: SearchOptions): SuggestedArticle[];
}

export interface SearchParts {
  /** Cuts a text of a language into the stems to compare. */
  readonly tokenize: Tokenize;
  /** Which stems a probability should not be judged by; without it all count. */
  readonly isFiller?: IsFiller;
}

/** An index of articles in memory. */
export function createSearch({ tokenize, isFiller = () => false }: SearchParts): Search {
  const wording = createWording(tokenize, isFiller);
  const library = createLibrary(isFiller);

  function search(
    query: string,
    { language, permits, limit = usualLimit, othersBelow = Number.POSITIVE_INFINITY }: SearchOptions,
  ): RankedArticle[] {
    const asked = query.slice(0, maxQueryChars);
    const isPermitted = library.judgedBy(permits);
    const shelves = library.shelves();
    const searchAll = (some: readonly Shelf[], worth: number) =>
      some.flatMap((shelf) =>
        searchShelf(shelf, asked, { tokenize, isFiller, wording, isPermitted, limit }).map((one) =>
          toRanked(one, worth),
        ),
      );
    const own = searchAll(
      shelves.filter((shelf) => shelf.language === language),
      1,
    );
    const others = own.some(({ score }) => score >= othersBelow)
      ? []
      : searchAll(
          shelves.filter((shelf) => shelf.language !== language),
          otherLanguageWorth,
        );
    const found = [...own, ...others].sort((a, b) => b.score - a.score || byId(a, b)).slice(0, limit);
    return library.translations().inLanguage(found, language, (one, id) => {
      const entry = library.find(id);
      if (entry === undefined || !isPermitted(entry.guard)) return undefined;
      return { ...one, id, title: entry.title, language: entry.language, passage: () => ({ text: "" }) };
    });
  }

  /** Titles of a language that share most with a typed text; all of them on a shelf so small that fuse.js reads it. */
  function sharing(
    shelf: Shelf,
    typed: string,
    isPermitted: (guard: number) => boolean,
    most: number,
  ): Entry[] {
    const permitted = (slot: number) => isPermitted(shelf.guardAt(slot));
    const slots =
      shelf.size <= most
        ? [...shelf.slots()].filter(permitted)
        : shelf.titles.sharing(typed, { most, isPermitted: permitted, compare: shelf.compare });
    return slots.flatMap((slot) => shelf.at(slot) ?? []);
  }

  function suggest(
    text: string,
    { language, permits, limit = usualLimit }: SearchOptions,
  ): SuggestedArticle[] {
    const typed = toTyped(text);
    const isPermitted = library.judgedBy(permits);
    const compared = library
      .shelves()
      .flatMap((shelf) =>
        sharing(
          shelf,
          typed,
          isPermitted,
          shelf.language === language ? mostCompared.own : mostCompared.other,
        ),
      );
    const suggested = nearTitles(compared.sort(byId), typed).map(toSuggested);
    return library
      .translations()
      .inLanguage(suggested, language, (_, id) => {
        const entry = library.find(id);
        return entry !== undefined && isPermitted(entry.guard) ? toSuggested(entry) : undefined;
      })
      .sort((a, b) => Number(b.language === language) - Number(a.language === language))
      .slice(0, limit);
  }

  return {
    get size() {
      return library.size;
    },
    get changes() {
      return library.changes;
    },
    wording,
    add: (article) => library.put(prepare(article, tokenize)),
    addGently: async (article, pause) => {
      const steps = preparing(article, tokenize);
      for (;;) {
        const step = steps.next();
        if (step.done === true) return library.put(step.value);
        await pause();
      }
    },
    remove: library.remove,
    stateFor: (permits) => {
      const state = library.stateFor(permits);
      return state === undefined ? undefined : `${wording.version} ${state}`;
    },
    sections: library.sections,
    restore: library.restore,
    confirm: library.confirm,
    dropUnconfirmed: library.dropUnconfirmed,
    search,
    suggest,
  };
}

function toRanked({ entry, score, ...found }: Found, worth: number): RankedArticle {
  const { id, title, language } = entry;
  return { ...found, id, title, language, score: score * worth };
}

function toSuggested({ id, title, language }: Entry): SuggestedArticle {
  return { id, title, language };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
