import { type Locale, locales } from "../../contract/index.js";
import { createNearWords } from "./near-words.js";
import { fold, toWordsKeepingAccents } from "./words.js";

/** Log-probabilities, one for each of `locales`, of what was seen. */
export type Evidence = readonly number[];

export interface LanguageProfile {
  /** Evidence of a word that is known in some language, and whether in no other. */
  word(word: string): { readonly evidence: Evidence; readonly isOnly: boolean } | undefined;
  /** Evidence of the known words that a misspelled one may stand for; `undefined` where there are none. */
  nearWords(word: string): Evidence | undefined;
  /** Evidence of the spelling of a word nobody knows. */
  spelling(word: string): Evidence;
}

const wordSmoothing = 0.2;
const gramSmoothing = 0.5;

/** Counts words and runs of three letters in texts of known language. */
export function createLanguageProfile(texts: readonly { language: Locale; text: string }[]): LanguageProfile {
  const words = new Map<string, number[]>();
  const grams = new Map<string, number[]>();
  for (const { language, text } of texts) {
    const place = locales.indexOf(language);
    for (const word of toWordsKeepingAccents(text)) {
      count(words, word, place);
      // People leave accents and apostrophes out.
      const plain = fold(word).replace(/['’]/gu, "");
      if (plain !== word) count(words, plain, place);
    }
  }
  for (const [word, counts] of words) {
    for (const gram of toGrams(word)) {
      counts.forEach((seen, place) => {
        if (seen > 0) {
          count(grams, gram, place);
        }
      });
    }
  }
  const wordTotals = totalsOf(words);
  const gramTotals = totalsOf(grams);
  const misspelled = createNearWords(words.keys());

  return {
    word: (word) => {
      const counts = words.get(word);
      if (counts === undefined) return undefined;
      const isOnly = counts.filter((seen) => seen > 0).length === 1;
      return { evidence: toEvidence(counts, wordTotals, wordSmoothing), isOnly };
    },
    nearWords: (word) => {
      const near = [...misspelled.near(word)];
      if (near.length === 0) return undefined;
      const counts = locales.map((_, place) =>
        near.reduce((sum, one) => sum + (words.get(one)?.[place] ?? 0), 0),
      );
      return toEvidence(counts, wordTotals, wordSmoothing);
    },
    spelling: (word) => {
      const known = toGrams(word).map((gram) => toEvidence(grams.get(gram) ?? [], gramTotals, gramSmoothing));
      return locales.map((_, place) => known.reduce((sum, one) => sum + (one[place] ?? 0), 0));
    },
  };
}

function count(table: Map<string, number[]>, key: string, place: number): void {
  const counts = table.get(key) ?? locales.map(() => 0);
  counts[place] = (counts[place] ?? 0) + 1;
  table.set(key, counts);
}

function totalsOf(table: ReadonlyMap<string, readonly number[]>): number[] {
  const totals = locales.map(() => 0);
  for (const counts of table.values()) {
    counts.forEach((seen, place) => {
      totals[place] = (totals[place] ?? 0) + seen;
    });
  }
  return totals;
}

function toEvidence(counts: readonly number[], totals: readonly number[], smoothing: number): Evidence {
  const average = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  return totals.map((total, place) => Math.log(((counts[place] ?? 0) * average) / (total || 1) + smoothing));
}

function toGrams(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
}
