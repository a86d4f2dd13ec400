import type { Locale } from "../../contract/index.js";
import { createGramLikeness } from "./gram-likeness.js";
import type { Entry, IsFiller, Permits, Tokenize } from "./indexed.js";
import { bestPassage, openingPassage } from "./passage.js";
import { fuse, type Scored, toProbability } from "./ranking.js";
import { type Signs, toSigns } from "./signs.js";
import { createWordIndex, type WordMatch } from "./word-index.js";
import { type ArticleBoost, boosted, type Wording } from "./wording.js";

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
  readonly signs: Signs;
  /** What an admin says of it for this question. */
  readonly boost: ArticleBoost["worth"] | undefined;
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
  readonly wording: Wording;
}

export function createShelf({ language, tokenize, isFiller, wording }: ShelfOptions): Shelf {
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
    const meant = [...new Set(asked.flatMap((word) => wording.sameAs(word, language)))];
    const matches = words.search(meant, isPermitted).slice(0, mostFused).map(asOne);
    const telling = unified(asked.filter((word) => !isFiller(word, language)));
    const boosts = wording.boostsFor(telling, language);
    const first = [...boosts].flatMap(([id, worth]) => (worth === "first" && isPermitted(id) ? [id] : []));
    const fused = fuse(matches, compare(query, { matches, isPermitted, first }));
    const best = fused.slice(0, Math.max(limit, mostJudged));
    const others = fused.filter((one) => first.includes(one.id) && !best.includes(one));
    return [...best, ...others]
      .flatMap((scored) => judge(scored, telling, boosts.get(scored.id)))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  function unified(stems: readonly string[]): string[] {
    return [...new Set(stems.map((stem) => wording.oneFor(stem, language)))];
  }

  function asOne(match: WordMatch): WordMatch {
    return { ...match, matched: unified(match.matched) };
  }

  /** A word is as rare as the commonest of those that mean the same. */
  function rarity(word: string): number {
    return Math.min(...wording.sameAs(word, language).map(words.rarity));
  }

  function compare(
    query: string,
    {
      matches,
      isPermitted,
      first,
    }: {
      readonly matches: readonly WordMatch[];
      readonly isPermitted: (id: string) => boolean;
      readonly first: readonly string[];
    },
  ) {
    const asWritten = grams.compareWith(query);
    const rewritten = wording.rewrite(query, language);
    const asMeant = rewritten === undefined ? undefined : grams.compareWith(rewritten);
    const likenessOf = (id: string) => Math.max(asWritten(id), asMeant?.(id) ?? 0);
    const compared =
      entries.size <= mostCompared
        ? [...entries.keys()].filter(isPermitted)
        : matches.slice(0, entries.size > largeIndex ? mostComparedOfMany : mostCompared).map(({ id }) => id);
    const pinned = first.filter((id) => entries.has(id));
    const found = new Map(compared.map((id) => [id, likenessOf(id)]));
    // Fusing leaves out what has no likeness at all.
    for (const id of pinned) found.set(id, Math.max(likenessOf(id), Number.EPSILON));
    return found;
  }

  function tellingOf(text: string): string[] {
    return unified(tokenize(text, language).filter((word) => !isFiller(word, language)));
  }

  function judge(
    scored: Scored,
    telling: readonly string[],
    boost: ArticleBoost["worth"] | undefined,
  ): Found[] {
    const entry = entries.get(scored.id);
    if (entry === undefined) return [];
    const article = { ...scored, titleWords: tellingOf(entry.title), tagWords: tellingOf(entry.tags) };
    const signs = toSigns(telling, article, rarity);
    return [
      {
        entry,
        score: boosted(toProbability(signs), boost),
        signs,
        boost,
        matched: scored.matched.filter((word) => !isFiller(word, language)),
        passage: () => passageOf(entry, signs, telling),
      },
    ];
  }

  function passageOf({ text }: Entry, { titleCoverage }: Signs, telling: readonly string[]): string {
    if (titleCoverage >= titleAnswers) return openingPassage(text);
    const words = new Set(telling.flatMap((word) => wording.sameAs(word, language)));
    return bestPassage(text, { words, language, tokenize, rarity });
  }

  return { get: (id) => entries.get(id), put, remove, search };
}
