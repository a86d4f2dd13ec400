import type { Locale } from "../../contract/index.js";
import { createGramLikeness } from "./gram-likeness.js";
import type { Entry, IsFiller, Permits, Tokenize } from "./indexed.js";
import { bestPassage, openingPassage } from "./passage.js";
import { fuse, type Scored, toProbability } from "./ranking.js";
import { type Signs, toSigns } from "./signs.js";
import { createWordIndex, type WordMatch } from "./word-index.js";

/** Up to this many articles all have their characters compared; of more, only the best by words. More costs time and wins nothing. */
const mostCompared = 60;
/** In a large index half as many: words alone rank well enough there, and a search stays within its time. */
const largeIndex = 5000;
const mostComparedOfMany = 30;
const mostFused = 200;
const maxQueryWords = 40;
/** Of the best by rank fusion, this many are judged by all signs and put in the order of their probability. */
const mostJudged = 12;
/** When the title and the tags have this share of the question, the article answers as a whole. */
const titleAnswers = 0.7;

export interface Found {
  readonly entry: Entry;
  readonly score: number;
  /** Worked out when asked for: only what is shown is worth the time. */
  readonly passage: () => string;
  readonly matched: readonly string[];
}

/** The articles of one language, found by words and by likeness of characters together. */
export interface Shelf {
  get(id: string): Entry | undefined;
  put(id: string, entry: Entry): void;
  remove(id: string): void;
  /** Best first; what `permits` refuses takes no part in the ranking. */
  search(query: string, options: { readonly permits: Permits; readonly limit: number }): Found[];
}

export interface ShelfOptions {
  readonly language: Locale;
  readonly tokenize: Tokenize;
  readonly isFiller: IsFiller;
}

export function createShelf({ language, tokenize, isFiller }: ShelfOptions): Shelf {
  const entries = new Map<string, Entry>();
  const words = createWordIndex((text) => tokenize(text, language));
  const grams = createGramLikeness();

  function remove(id: string): void {
    const entry = entries.get(id);
    if (entry !== undefined) {
      words.remove(id, entry);
      grams.remove(id);
      entries.delete(id);
    }
  }

  function put(id: string, entry: Entry): void {
    remove(id);
    entries.set(id, entry);
    words.add(id, entry);
    grams.add(id, entry);
  }

  function search(query: string, { permits, limit }: { permits: Permits; limit: number }): Found[] {
    const asked = [...new Set(tokenize(query, language).slice(0, maxQueryWords))];
    const isPermitted = (id: string) => {
      const entry = entries.get(id);
      return entry !== undefined && permits(entry.findable);
    };
    const matches = words.search(asked, isPermitted).slice(0, mostFused);
    const telling = asked.filter((word) => !isFiller(word, language));
    return fuse(matches, compare(query, matches, isPermitted))
      .slice(0, Math.max(limit, mostJudged))
      .flatMap((scored) => judge(scored, telling))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  function compare(query: string, matches: readonly WordMatch[], isPermitted: (id: string) => boolean) {
    const likenessOf = grams.compareWith(query);
    const compared =
      entries.size <= mostCompared
        ? [...entries.keys()].filter(isPermitted)
        : matches.slice(0, entries.size > largeIndex ? mostComparedOfMany : mostCompared).map(({ id }) => id);
    return new Map(compared.map((id) => [id, likenessOf(id)]));
  }

  function tellingOf(text: string): string[] {
    return [...new Set(tokenize(text, language))].filter((word) => !isFiller(word, language));
  }

  function judge(scored: Scored, telling: readonly string[]): Found[] {
    const entry = entries.get(scored.id);
    if (entry === undefined) return [];
    const article = { ...scored, titleWords: tellingOf(entry.title), tagWords: tellingOf(entry.tags) };
    const signs = toSigns(telling, article, words.rarity);
    return [
      {
        entry,
        score: toProbability(signs),
        matched: scored.matched.filter((word) => !isFiller(word, language)),
        passage: () => passageOf(entry, signs, telling),
      },
    ];
  }

  function passageOf({ text }: Entry, { titleCoverage }: Signs, telling: readonly string[]): string {
    if (titleCoverage >= titleAnswers) return openingPassage(text);
    return bestPassage(text, { words: new Set(telling), language, tokenize, rarity: words.rarity });
  }

  return { get: (id) => entries.get(id), put, remove, search };
}
