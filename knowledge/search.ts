import { type Locale, locales } from "../contract/index.js";
import type { Entry, Findable, IndexedArticle, IsFiller, Permits, Tokenize } from "./search/indexed.js";
import { toPlainText } from "./search/plain-text.js";
import { createShelf, type Found, type Shelf } from "./search/shelf.js";
import { createTitleIndex } from "./search/titles.js";
import type { Signs } from "./search/signs.js";
import { createTranslations } from "./search/translations.js";
import { type ArticleBoost, createWording, type SameWords, type Wording } from "./search/wording.js";

export type {
  ArticleBoost,
  Findable,
  IndexedArticle,
  IsFiller,
  Permits,
  SameWords,
  Signs,
  Tokenize,
  Wording,
};

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
}

export interface SuggestedArticle {
  readonly id: string;
  readonly title: string;
  readonly language: Locale;
}

export interface RankedArticle extends SuggestedArticle {
  /** Probability, 0..1, that it answers the query: comparable across queries. */
  readonly score: number;
  /** The sentences that match best; plain text of at most 300 characters. */
  readonly passage: string;
  /** Words of the query, as stems, that stand in the article. */
  readonly matched: readonly string[];
  /** What the probability was judged by, and what an admin says of the article for this question. */
  readonly signs: Signs;
  readonly boost: ArticleBoost["worth"] | undefined;
}

export interface Search {
  readonly size: number;
  /** Which words mean the same, and what articles are worth; holds from the next search on. */
  readonly wording: Wording;
  /** Puts an article in, or in the place of its older version. */
  add(article: IndexedArticle): void;
  remove(id: string): void;
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
  const shelves = locales.map((language) => ({
    language,
    shelf: createShelf({ language, tokenize, isFiller, wording }),
  }));
  const shelfOf = new Map<string, Shelf>();
  const titles = createTitleIndex();
  const translations = createTranslations();

  function remove(id: string): void {
    const shelf = shelfOf.get(id);
    const entry = shelf?.get(id);
    if (entry !== undefined) translations.remove(entry.findable);
    shelf?.remove(id);
    if (shelfOf.delete(id)) {
      titles.remove(id);
    }
  }

  function add(article: IndexedArticle): void {
    remove(article.id);
    const { title, body, tags = [], ...findable } = article;
    const entry = { findable, title, tags: tags.join(" "), text: toPlainText(body) };
    const own = shelves.find(({ language }) => language === article.language)?.shelf;
    if (own !== undefined) {
      own.put(article.id, entry);
      shelfOf.set(article.id, own);
      titles.add(article.id, entry);
      translations.add(findable);
    }
  }

  function search(query: string, { language, permits, limit = usualLimit }: SearchOptions): RankedArticle[] {
    const asked = query.slice(0, maxQueryChars);
    const found = shelves
      .flatMap(({ language: own, shelf }) => {
        const worth = own === language ? 1 : otherLanguageWorth;
        return shelf
          .search(asked, { permits, limit })
          .map((found) => ({ ...found, score: found.score * worth }));
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(toRanked);
    return translations.inLanguage(found, language, (one, id) => {
      const entry = shelfOf.get(id)?.get(id);
      if (entry === undefined || !permits(entry.findable)) return undefined;
      return { ...one, id, title: entry.title, language: entry.findable.language, passage: "" };
    });
  }

  function suggest(
    typed: string,
    { language, permits, limit = usualLimit }: SearchOptions,
  ): SuggestedArticle[] {
    const entryOf = (id: string) => shelfOf.get(id)?.get(id);
    const isPermitted = (id: string) => {
      const entry = entryOf(id);
      return entry !== undefined && permits(entry.findable);
    };
    const suggested = titles.find(typed, isPermitted).flatMap((id) => toSuggested(entryOf(id)));
    return translations
      .inLanguage(suggested, language, (_, id) => (isPermitted(id) ? toSuggested(entryOf(id))[0] : undefined))
      .sort((a, b) => Number(b.language === language) - Number(a.language === language))
      .slice(0, limit);
  }

  return {
    get size() {
      return shelfOf.size;
    },
    wording,
    add,
    remove,
    search,
    suggest,
  };
}

function toRanked({ entry, score, passage, matched, signs, boost }: Found): RankedArticle {
  const { id, language } = entry.findable;
  return { id, title: entry.title, language, score, passage: passage(), matched, signs, boost };
}

function toSuggested(entry: Entry | undefined): SuggestedArticle[] {
  return entry === undefined
    ? []
    : [{ id: entry.findable.id, title: entry.title, language: entry.findable.language }];
}
