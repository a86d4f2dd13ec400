import type { Locale } from "../contract/index.js";
import type { IsFiller } from "./language/fillers.js";
import { toSound } from "./language/sound.js";
import type { Stemmer } from "./language/stems.js";
import { toTopic } from "./language/topic.js";
import { toWords } from "./language/words.js";

/** Looked up once: in the inner loops a look-up costs more than the multiplication. */
const { imul } = Math;
const prime = 16777619;
const maxWords = 60;
/** Pairs grow with the square of the length: after a dozen words they tell nothing more. */
const maxPairedStems = 14;
const longestGram = 5;

/** The features (32-bit hashes) of a text, each once, and how often each is there. */
export interface Counts {
  readonly features: Uint32Array;
  readonly counts: Uint16Array;
}

/** Three views of a text that are weighed separately. */
export type FeatureGroups = readonly [words: Counts, stems: Counts, characters: Counts];

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
    const words = toWords(toTopic(text)).slice(0, maxWords);
    const stems = words.map((word) => stemmer.stem(word, language));
    const sounds = stems.map((stem) => toSound(stem, language));
    const telling = sounds.filter((_, at) => !isFiller(stems[at] ?? "", language));
    const content = new Set(telling.length > 0 ? telling : sounds);
    return {
      groups: [wordFeatures(words), stemFeatures(sounds), characterFeatures(words)],
      stems: sounds,
      content: Array.from(content, (stem) => hash(`s ${stem}`)),
    };
  };
}

/** The features that one word brings on its own; used to say which words spoke for an intent. */
export function wordHashes(word: string, sound: string): readonly [number, number] {
  return [hash(`w ${word}`), hash(`s ${sound}`)];
}

function wordFeatures(words: readonly string[]): Counts {
  const found: number[] = [];
  words.forEach((word, at) => {
    found.push(hash(`w ${word}`));
    if (at > 0) found.push(hash(`w ${words[at - 1]} ${word}`));
  });
  return toCounts(found);
}

function stemFeatures(stems: readonly string[]): Counts {
  const found: number[] = [];
  stems.forEach((stem, at) => {
    found.push(hash(`s ${stem}`));
    if (at > 0) found.push(hash(`s ${stems[at - 1]} ${stem}`));
  });
  if (stems.length > 0) found.push(hash(`^ ${stems[0]}`), hash(`$ ${stems[stems.length - 1]}`));
  pushPairs(found, stems);
  return toCounts(found);
}

function pushPairs(found: number[], stems: readonly string[]): void {
  const distinct = [...new Set(stems)].slice(0, maxPairedStems).sort();
  distinct.forEach((stem, at) => {
    const first = hash(`& ${stem} `);
    for (let other = at + 1; other < distinct.length; other += 1) {
      found.push(hashOn(first, distinct[other] ?? "") >>> 0);
    }
  });
}

/** Runs of 2 to 5 characters, each hashed on from the one before it. */
function characterFeatures(words: readonly string[]): Counts {
  const found: number[] = [];
  const start = hash("c ");
  for (const word of words) {
    const padded = ` ${word} `;
    for (let first = 0; first < padded.length - 1; first += 1) {
      const end = Math.min(padded.length, first + longestGram);
      let value = imul(start ^ padded.charCodeAt(first), prime);
      for (let at = first + 1; at < end; at += 1) {
        value = imul(value ^ padded.charCodeAt(at), prime);
        found.push(value >>> 0);
      }
    }
  }
  return toCounts(found);
}

function toCounts(found: readonly number[]): Counts {
  const sorted = Uint32Array.from(found).sort();
  const features = new Uint32Array(sorted.length);
  const counts = new Uint16Array(sorted.length);
  let size = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) {
      features[size] = sorted[at] ?? 0;
      size += 1;
    }
    counts[size - 1] = (counts[size - 1] ?? 0) + 1;
  }
  return { features: features.slice(0, size), counts: counts.slice(0, size) };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  return hashOn(2166136261, text) >>> 0;
}

function hashOn(start: number, text: string): number {
  let value = start;
  for (let at = 0; at < text.length; at += 1) value = imul(value ^ text.charCodeAt(at), prime);
  return value;
}
