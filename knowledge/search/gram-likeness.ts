import { countGrams, createGramCounter, toLetters } from "./grams.js";
import type { Entry } from "./indexed.js";

/** Slots of the table that counts how many articles have a run of characters; collisions only blur it. */
const slots = 1 << 20;
/** The title says what an article is about: it is read this many times. */
const titleReadings = 2;
const maxTextChars = 3000;

/** Likeness of texts by the runs of characters they share: sees through endings, compounds and typos. */
export interface GramLikeness {
  add(id: string, entry: Entry): void;
  remove(id: string): void;
  /** A function that tells how like the query an article is, 0..1. */
  compareWith(query: string): (id: string) => number;
}

interface Kept {
  readonly letters: string;
  length: number;
  /** How many articles there were when `length` was worked out; it is stale when they have doubled or halved. */
  among: number;
}

export function createGramLikeness(): GramLikeness {
  const articlesWith = new Uint32Array(slots);
  const kept = new Map<string, Kept>();

  function rarity(gram: number): number {
    return Math.log((kept.size + 1) / ((articlesWith[gram & (slots - 1)] ?? 0) + 1)) + 1;
  }

  function lengthOf(counts: ReadonlyMap<number, number>): number {
    let squares = 0;
    for (const [gram, count] of counts) {
      squares += (damp(count) * rarity(gram)) ** 2;
    }
    return Math.sqrt(squares) || 1;
  }

  /** Rarities shift as articles come: a length from a time of few articles would flatter its article. */
  function freshLength(article: Kept): number {
    if (article.among * 2 < kept.size || article.among > kept.size * 2) {
      article.length = lengthOf(countGrams(article.letters));
      article.among = kept.size;
    }
    return article.length;
  }

  function tally(counts: ReadonlyMap<number, number>, by: 1 | -1): void {
    for (const gram of counts.keys()) {
      const slot = gram & (slots - 1);
      articlesWith[slot] = Math.max(0, (articlesWith[slot] ?? 0) + by);
    }
  }

  return {
    add: (id, entry) => {
      const letters = toSearched(entry);
      tally(countGrams(letters), 1);
      kept.set(id, { letters, length: 0, among: 0 });
    },
    remove: (id) => {
      tally(countGrams(kept.get(id)?.letters ?? ""), -1);
      kept.delete(id);
    },
    compareWith: (query) => {
      const counts = countGrams(toLetters(query));
      const weights = Float64Array.from(counts, ([gram, count]) => damp(count) * rarity(gram) ** 2);
      const countIn = createGramCounter([...counts.keys()]);
      const length = lengthOf(counts);
      return (id) => {
        const article = kept.get(id);
        return article === undefined
          ? 0
          : dot(countIn(article.letters), weights) / (length * freshLength(article));
      };
    },
  };
}

function toSearched({ title, tags, text }: Entry): string {
  return toLetters(`${`${title} `.repeat(titleReadings)}${tags} ${text.slice(0, maxTextChars)}`);
}

function dot(counts: Uint16Array, weights: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < counts.length; place += 1) {
    const count = counts[place] ?? 0;
    sum += count > 0 ? damp(count) * (weights[place] ?? 0) : 0;
  }
  return sum;
}

function damp(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}
