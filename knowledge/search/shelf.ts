import type { Locale } from "../../contract/index.js";
import { createGramLikeness } from "./gram-likeness.js";
import type { Entry, Permits, Tokenize } from "./indexed.js";
import { bestPassage } from "./passage.js";
import { fuse, type Scored, toProbability } from "./ranking.js";
import { createWordIndex, type WordMatch } from "./word-index.js";

/** Up to this many articles all have their characters compared; of more, only the best by words. More costs time and wins nothing. */
const mostCompared = 60;
const mostFused = 200;
const maxQueryWords = 40;

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

export function createShelf(language: Locale, tokenize: Tokenize): Shelf {
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
    const asked = new Set(tokenize(query, language).slice(0, maxQueryWords));
    const isPermitted = (id: string) => {
      const entry = entries.get(id);
      return entry !== undefined && permits(entry.findable);
    };
    const matches = words.search([...asked], isPermitted).slice(0, mostFused);
    const best = fuse(matches, compare(query, matches, isPermitted)).slice(0, limit);
    const weightAsked = weigh(asked);
    let surest = 1;
    return best.flatMap((scored) => {
      const coverage = weigh(scored.matched) / (weightAsked || 1);
      // What stands lower must not claim to be surer.
      surest = Math.min(surest, toProbability({ coverage, likeness: scored.likeness }));
      return describe(scored, asked, surest);
    });
  }

  function compare(query: string, matches: readonly WordMatch[], isPermitted: (id: string) => boolean) {
    const likenessOf = grams.compareWith(query);
    const compared =
      entries.size <= mostCompared
        ? [...entries.keys()].filter(isPermitted)
        : matches.slice(0, mostCompared).map(({ id }) => id);
    return new Map(compared.map((id) => [id, likenessOf(id)]));
  }

  function weigh(some: Iterable<string>): number {
    return [...some].reduce((sum, word) => sum + words.rarity(word), 0);
  }

  function describe(scored: Scored, asked: ReadonlySet<string>, score: number): Found[] {
    const { id, matched } = scored;
    const entry = entries.get(id);
    const sought = { words: asked, language, tokenize, rarity: words.rarity };
    return entry === undefined
      ? []
      : [{ entry, score, matched, passage: () => bestPassage(entry.text, sought) }];
  }

  return { get: (id) => entries.get(id), put, remove, search };
}
