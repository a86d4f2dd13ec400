import { z } from "zod";
import {
  type CountedGrams,
  countIn,
  createGramCounter,
  eachCounted,
  eachGram,
  type GramTable,
  gramSlots,
  slotOf,
  toOwnTable,
} from "./grams.js";
import type { Written } from "./indexed.js";
import type { LetterReader } from "./letters.js";
import {
  readNumbers,
  readValue,
  type SectionReader,
  type Sections,
  writeNumbers,
  writeValue,
} from "./sections.js";

/** The title says what an article is about: it is read this many times. */
const titleReadings = 2;
const maxTextLetters = 3000;
/** Title, tags and text together; what is beyond is not compared. */
const maxLetters = 8000;
const counts = 256;
const knownLogs = 1 << 14;
/** Squares are added up in whole numbers of this part: then their order does not show, not in the last digit. */
const fineness = 2 ** 20;
/**
 * Bytes of runs that are kept ready, for the articles that searches come across first: all of a small index. Of a large
 * one hardly any is met again soon, so that nothing has to make room for another.
 */
const maxKeptBytes = 32 * 2 ** 20;

/**
 * Likeness of texts by the runs of characters they share, as the cosine of their damped counts times their rarity:
 * sees through endings, compounds and typos. Articles go by a small number, their slot.
 */
export interface GramLikeness {
  /** Takes an article, or its present version in the place of the one before. */
  put(slot: number, article: Written, before?: Written): void;
  remove(slot: number, article: Written): void;
  /** A function that tells how like the query an article is, 0..1. */
  compareWith(query: string): (slot: number, article: Written) => number;
  sections(): Sections;
  restore(reader: SectionReader): Promise<void>;
}

interface Kept {
  readonly table: GramTable;
  length: number;
  /** The number of changes that `length` was worked out after: rarities shift with each. */
  changes: number;
}

export function createGramLikeness(reader: LetterReader): GramLikeness {
  const letters = new Uint8Array(maxLetters);
  const countGrams = createGramCounter(maxLetters);
  const damps = Float64Array.from({ length: counts }, (_, count) => (count < 1 ? 0 : 1 + Math.log(count)));
  const logs = Float64Array.from({ length: knownLogs }, (_, count) => Math.log(count + 1));
  const kept = new Map<number, Kept>();
  let keptBytes = 0;
  let articlesWith: Uint32Array | undefined;
  let size = 0;
  let logOfSize = 0;
  let changes = 0;

  function rarity(gram: number): number {
    const count = articlesWith?.[slotOf(gram)] ?? 0;
    return logOfSize - (count < knownLogs ? (logs[count] ?? 0) : Math.log(count + 1)) + 1;
  }

  function readArticle<T>(
    { bytes, titleEnd, tagsEnd, textEnd }: Written,
    use: (counted: CountedGrams) => T,
  ): T {
    let at = 0;
    const read = (from: number, to: number, most: number) => {
      at = reader.read({ bytes, from, to }, letters, { at, most });
    };
    for (let reading = 0; reading < titleReadings; reading += 1) read(0, titleEnd, maxLetters);
    read(titleEnd, tagsEnd, maxLetters);
    read(tagsEnd, textEnd, at + maxTextLetters);
    return countGrams(letters, closed(letters, at), use);
  }

  function tally(article: Written, by: 1 | -1): void {
    articlesWith ??= new Uint32Array(gramSlots);
    const tallied = articlesWith;
    readArticle(article, (counted) =>
      eachCounted(counted, (gram) => {
        const slot = slotOf(gram);
        tallied[slot] = (tallied[slot] ?? 0) + by;
      }),
    );
    resize(size + by);
  }

  function resize(to: number): void {
    size = to;
    logOfSize = Math.log(size + 1);
    changes += 1;
  }

  function square(gram: number, count: number): number {
    return Math.round(fineness * ((damps[count] ?? 0) * rarity(gram)) ** 2);
  }

  function lengthOf(squares: number): number {
    return Math.sqrt(squares / fineness) || 1;
  }

  function lengthOfTable(table: GramTable): number {
    let squares = 0;
    eachGram(table, (gram, count) => {
      squares += square(gram, count);
    });
    return lengthOf(squares);
  }

  function lengthOfCounted(counted: CountedGrams): number {
    let squares = 0;
    eachCounted(counted, (gram, count) => {
      squares += square(gram, count);
    });
    return lengthOf(squares);
  }

  /** Keeps the runs of an article while there is room. */
  function keep(slot: number, counted: CountedGrams, length: number): void {
    if (keptBytes >= maxKeptBytes) return;
    const one = { table: toOwnTable(counted), length, changes };
    kept.set(slot, one);
    keptBytes += one.table.byteLength;
  }

  function forget(slot: number): void {
    keptBytes -= kept.get(slot)?.table.byteLength ?? 0;
    kept.delete(slot);
  }

  function compareWith(query: string): (slot: number, article: Written) => number {
    const bytes = Buffer.from(query);
    const part = { bytes, from: 0, to: bytes.length };
    const read = reader.read(part, letters, { at: 0, most: maxLetters });
    const asked = countGrams(letters, closed(letters, read), toOwnTable);
    const length = lengthOfTable(asked);
    const grams: number[] = [];
    const weights: number[] = [];
    eachGram(asked, (gram, count) => {
      grams.push(gram);
      weights.push((damps[count] ?? 0) * rarity(gram) ** 2);
    });
    const shared = (table: GramTable) => {
      let sum = 0;
      for (let at = 0; at < grams.length; at += 1) {
        const count = countIn(table, grams[at] ?? 0);
        if (count > 0) sum += (damps[count] ?? 0) * (weights[at] ?? 0);
      }
      return sum;
    };
    return (slot, article) => {
      const one = kept.get(slot);
      if (one === undefined) {
        return readArticle(article, (counted) => {
          const own = lengthOfCounted(counted);
          keep(slot, counted, own);
          return shared(counted.table) / (length * own);
        });
      }
      if (one.changes !== changes) {
        one.length = lengthOfTable(one.table);
        one.changes = changes;
      }
      return shared(one.table) / (length * one.length);
    };
  }

  function remove(slot: number, article: Written): void {
    tally(article, -1);
    forget(slot);
  }

  return {
    put: (slot, article, before) => {
      if (before !== undefined) remove(slot, before);
      tally(article, 1);
    },
    remove,
    compareWith,
    sections: function* () {
      yield* writeValue(size);
      yield* writeNumbers(articlesWith ?? new Uint32Array());
    },
    restore: async (reader) => {
      resize(z.int().parse(await readValue(reader)));
      const kept = await readNumbers(reader);
      articlesWith = kept.length === gramSlots ? kept : undefined;
    },
  };
}

/** A text ends with a space; answers its length. */
function closed(letters: Uint8Array, end: number): number {
  if (end === 0 || letters[end - 1] === 0 || end >= letters.length) return end;
  letters[end] = 0;
  return end + 1;
}
