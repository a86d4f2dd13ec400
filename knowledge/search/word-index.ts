import MiniSearch from "minisearch";
import type { Entry } from "./indexed.js";

const weights = { title: 2, tags: 1.5, text: 1 };
/**
 * A search looks at no more than this many occurrences of words, the rarest words first: in a large index the common
 * ones cost nearly all of the time and say next to nothing.
 */
const mostOccurrences = 2000;
const shortestCorrected = 5;
/** A word that no article has tells no more than one that a few have: it may be a name, a swear word, a slip. */
const unknownAs = 2;

export interface WordMatch {
  readonly id: string;
  readonly score: number;
  /** Query words that stand in the article, as the index knows them. */
  readonly matched: readonly string[];
}

export interface WordIndex {
  add(id: string, entry: Entry): void;
  remove(id: string, entry: Entry): void;
  /** Best first. Words that no article has are tried with typos forgiven; the others are taken as they stand. */
  search(words: readonly string[], permits: (id: string) => boolean): WordMatch[];
  /** How much a word tells: near 0 when every article has it, most when none has. */
  rarity(word: string): number;
}

/** Ranks articles of one language by BM25 over the words that `tokenize` gives. */
export function createWordIndex(tokenize: (text: string) => string[]): WordIndex {
  const index = new MiniSearch<Entry & { id: string }>({
    fields: Object.keys(weights),
    tokenize,
    processTerm: (term) => term,
  });
  const articlesWith = new Map<string, number>();

  function countWords(entry: Entry, by: 1 | -1): void {
    for (const word of new Set(tokenize(`${entry.title}\n${entry.tags}\n${entry.text}`))) {
      const count = (articlesWith.get(word) ?? 0) + by;
      if (count > 0) {
        articlesWith.set(word, count);
      } else {
        articlesWith.delete(word);
      }
    }
  }

  function worthSearching(words: readonly string[]): string[] {
    const occurrences = (word: string) => articlesWith.get(word) ?? 0;
    const rarestFirst = [...new Set(words)].sort((a, b) => occurrences(a) - occurrences(b));
    let sum = 0;
    return rarestFirst.filter((word) => {
      const before = sum;
      sum += occurrences(word);
      return before === 0 || sum <= mostOccurrences;
    });
  }

  return {
    add: (id, entry) => {
      index.add({ id, ...entry });
      countWords(entry, 1);
    },
    remove: (id, entry) => {
      index.discard(id);
      countWords(entry, -1);
    },
    search: (words, permits) =>
      index
        .search(worthSearching(words).join(" "), {
          boost: weights,
          tokenize: (text) => text.split(" "),
          filter: ({ id }) => permits(String(id)),
          fuzzy: (word) => (articlesWith.has(word) || word.length < shortestCorrected ? false : 0.25),
          prefix: (word) => !articlesWith.has(word) && word.length >= shortestCorrected,
        })
        .map(({ id, score, queryTerms }) => ({ id: String(id), score, matched: queryTerms })),
    rarity: (word) =>
      Math.log(1 + (index.documentCount + 0.5) / ((articlesWith.get(word) ?? unknownAs) + 0.5)),
  };
}
