import { type Entry, type IsFiller, type Tokenize, textOf } from "./indexed.js";
import { bestPassage, openingPassage, type Passage } from "./passage.js";
import { fuse, type Scored, toProbability } from "./ranking.js";
import type { Shelf } from "./shelf.js";
import { createSignReader, type Signs } from "./signs.js";
import type { AskedWord, WordMatch } from "./word-index.js";
import { type ArticleBoost, boosted, type Wording } from "./wording.js";

/** Up to this many articles all have their characters compared; of more, only the best by words. More costs time and wins nothing. */
const mostCompared = 60;
/** In a large index half as many: words alone rank well enough there, and a search stays within its time. */
const largeIndex = 5000;
const mostComparedOfMany = 30;
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
  readonly passage: () => Passage;
  readonly matched: readonly string[];
}

export interface SearchShelfOptions {
  readonly tokenize: Tokenize;
  readonly isFiller: IsFiller;
  readonly wording: Wording;
  /** Those that take part in the ranking, by the number of their guard. */
  readonly isPermitted: (guard: number) => boolean;
  readonly limit: number;
}

/** Articles of one language, found by words and by likeness of characters together, best first. */
export function searchShelf(shelf: Shelf, query: string, options: SearchShelfOptions): Found[] {
  const { tokenize, isFiller, wording, limit } = options;
  const { language } = shelf;
  const asked = [...new Set(tokenize(query, language).slice(0, maxQueryWords))];
  const unified = (stems: readonly string[]) =>
    wording.isEmpty() ? stems : [...new Set(stems.map((stem) => wording.oneFor(stem, language)))];
  const others = (word: string) => wording.sameAs(word, language).filter((same) => same !== word);
  const isPermitted = (slot: number) => options.isPermitted(shelf.guardAt(slot));

  const matches = shelf.words.search(
    unified(asked).map((word): AskedWord => [word, ...others(word)]),
    {
      most: shelf.size > largeIndex ? mostComparedOfMany : mostCompared,
      isPermitted,
      compare: shelf.compare,
    },
  );
  const telling = unified(asked.filter((word) => !isFiller(word, language)));
  const readSigns = createSignReader(telling, rarity);
  const boosts = wording.boostsFor(telling, language);
  const first = [...boosts].flatMap(([id, worth]) => {
    const slot = worth === "first" ? shelf.slotOf(id) : undefined;
    return slot !== undefined && isPermitted(slot) ? [slot] : [];
  });
  const fused = fuse(matches, compare(matches, first), shelf.compare);
  const best = fused.slice(0, Math.max(limit, mostJudged));
  const pinned = fused.filter((one) => first.includes(one.slot) && !best.includes(one));
  return [...best, ...pinned]
    .flatMap(judge)
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, limit);

  /** A word is as rare as the commonest of those that mean the same. */
  function rarity(word: string): number {
    const own = shelf.words.rarity(word);
    return wording.isEmpty() ? own : Math.min(own, ...others(word).map(shelf.words.rarity));
  }

  function compare(matches: readonly WordMatch[], pinned: readonly number[]): Map<number, number> {
    const asWritten = shelf.grams.compareWith(query);
    const rewritten = wording.rewrite(query, language);
    const asMeant = rewritten === undefined ? undefined : shelf.grams.compareWith(rewritten);
    const likenessOf = (slot: number) => {
      const entry = shelf.at(slot);
      return entry === undefined ? 0 : Math.max(asWritten(slot, entry), asMeant?.(slot, entry) ?? 0);
    };
    const compared =
      shelf.size <= mostCompared ? [...shelf.slots()].filter(isPermitted) : matches.map(({ slot }) => slot);
    const found = new Map(compared.map((slot) => [slot, likenessOf(slot)]));
    // Fusing leaves out what has no likeness at all.
    for (const slot of pinned) found.set(slot, Math.max(likenessOf(slot), Number.EPSILON));
    return found;
  }

  function judge(scored: Scored): Found[] {
    const entry = shelf.at(scored.slot);
    if (entry === undefined) return [];
    const article = {
      ...scored,
      titleWords: unified(wordsOf(entry.titleWords)),
      tagWords: unified(wordsOf(entry.tagWords)),
    };
    const signs = readSigns(article);
    const boost = boosts.get(entry.id);
    return [
      {
        entry,
        score: boosted(toProbability(signs), boost),
        signs,
        boost,
        matched: scored.matched.filter((word) => !isFiller(word, language)),
        passage: () => passageOf(entry, signs),
      },
    ];
  }

  function passageOf(entry: Entry, { titleCoverage }: Signs): Passage {
    const text = textOf(entry);
    const words = new Set(telling.flatMap((word) => wording.sameAs(word, language)));
    const query = { words, language, tokenize, rarity };
    return titleCoverage >= titleAnswers ? openingPassage(text, query) : bestPassage(text, query);
  }
}

function wordsOf(joined: string): string[] {
  return joined === "" ? [] : joined.split(" ");
}
