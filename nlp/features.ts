import type { Locale } from "../contract/index.js";
import type { IsFiller } from "./language/fillers.js";
import type { Stemmer } from "./language/stems.js";
import { toWords } from "./language/words.js";

/** Looked up once: in the inner loops a look-up costs more than the multiplication. */
const { imul } = Math;
const maxWords = 60;
/** Pairs grow with the square of the length: after a dozen words they tell nothing more. */
const maxPairedStems = 14;
const gramSizes = [2, 3, 4, 5];

/** Number of times each feature (a 32-bit hash) is in a text, in three views of it that are weighed separately. */
export type FeatureGroups = readonly [words: Counts, stems: Counts, characters: Counts];
type Counts = ReadonlyMap<number, number>;

export interface Features {
  readonly groups: FeatureGroups;
  /** In the order of the words. */
  readonly stems: readonly string[];
  /** The stems that say what the text is about; all of them where it has nothing but filler words. */
  readonly content: readonly number[];
}

export type FeatureExtractor = (text: string, language: Locale) => Features;

/** Words and their pairs in a row; stems, stems in a row, at the edges and together in any order; characters 2–5 within words. */
export function createFeatureExtractor(stemmer: Stemmer, isFiller: IsFiller): FeatureExtractor {
  return (text, language) => {
    const words = toWords(text).slice(0, maxWords);
    const stems = words.map((word) => stemmer.stem(word, language));
    const telling = stems.filter((stem) => !isFiller(stem, language));
    const content = new Set(telling.length > 0 ? telling : stems);
    return {
      groups: [wordFeatures(words), stemFeatures(stems), characterFeatures(words)],
      stems,
      content: Array.from(content, (stem) => hash(`s ${stem}`)),
    };
  };
}

/** The features that one word brings on its own; used to say which words spoke for an intent. */
export function wordHashes(word: string, stem: string): readonly [number, number] {
  return [hash(`w ${word}`), hash(`s ${stem}`)];
}

function wordFeatures(words: readonly string[]): Counts {
  const counts = new Map<number, number>();
  words.forEach((word, at) => {
    count(counts, `w ${word}`);
    if (at > 0) {
      count(counts, `w ${words[at - 1]} ${word}`);
    }
  });
  return counts;
}

function stemFeatures(stems: readonly string[]): Counts {
  const counts = new Map<number, number>();
  stems.forEach((stem, at) => {
    count(counts, `s ${stem}`);
    if (at > 0) {
      count(counts, `s ${stems[at - 1]} ${stem}`);
    }
  });
  if (stems.length > 0) {
    count(counts, `^ ${stems[0]}`);
    count(counts, `$ ${stems[stems.length - 1]}`);
  }
  countPairs(counts, stems);
  return counts;
}

function countPairs(counts: Map<number, number>, stems: readonly string[]): void {
  const distinct = [...new Set(stems)].slice(0, maxPairedStems).sort();
  distinct.forEach((stem, at) => {
    for (const other of distinct.slice(at + 1)) {
      count(counts, `& ${stem} ${other}`);
    }
  });
}

function characterFeatures(words: readonly string[]): Counts {
  const counts = new Map<number, number>();
  for (const word of words) {
    const padded = ` ${word} `;
    for (const size of gramSizes) {
      for (let at = 0; at + size <= padded.length; at += 1) {
        count(counts, `c ${padded.slice(at, at + size)}`);
      }
    }
  }
  return counts;
}

function count(counts: Map<number, number>, feature: string): void {
  const key = hash(feature);
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at += 1) {
    value = imul(value ^ text.charCodeAt(at), 16777619);
  }
  return value >>> 0;
}
