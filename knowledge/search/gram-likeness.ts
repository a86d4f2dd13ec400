import { countIn, createGramCounter, eachGram, type GramTable, gramSlots, slotOf } from "./grams.js";
import type { Written } from "./indexed.js";
import type { LetterReader } from "./letters.js";

/** The title says what an article is about: it is read this many times. */
const titleReadings = 2;
const maxTextLetters = 3000;
/** Title, tags and text together; what is beyond is not compared. */
const maxLetters = 8000;
const counts = 256;
const knownLogs = 1 << 14;
/** Bytes of runs that are kept ready, for the articles that searches come across; more would be faster on a large index, and larger. */
const maxKeptBytes = 32 * 2 ** 20;

/**
 * Likeness of texts by the runs of characters they share, as the cosine of their damped counts times their rarity:
 * sees through endings, compounds and typos. Articles go by a small number, their slot.
 */
export interface GramLikeness {
  add(article: Written): void;
  remove(slot: number, article: Written): void;
  /** A function that tells how like the query an article is, 0..1. */
  compareWith(query: string): (slot: number, article: Written) => number;
}

interface Kept {
  readonly table: GramTable;
  length: number;
  /** The number of changes that `length` was worked out after: rarities shift with each. */
  changes: number;
}

export function createGramLikeness(reader: LetterReader): GramLikeness {
  const letters = new Uint8Array(maxLetters);
  const toTable = createGramCounter(maxLetters);
  const damps = Float64Array.from({ length: counts }, (_, count) => (count < 1 ? 0 : 1 + Math.log(count)));
  const logs = Float64Array.from({ length: knownLogs }, (_, count) => Math.log(count + 1));
  const kept = new Map<number, Kept>();
  let keptBytes = 0;
  let articlesWith: Uint32Array | undefined;
  let size = 0;
  let changes = 0;

  function rarity(gram: number): number {
    const count = articlesWith?.[slotOf(gram)] ?? 0;
    return Math.log(size + 1) - (count < knownLogs ? (logs[count] ?? 0) : Math.log(count + 1)) + 1;
  }

  function readArticle({ bytes, titleEnd, tagsEnd }: Written): GramTable {
    let at = 0;
    const read = (from: number, to: number, most: number) => {
      at = reader.read({ bytes, from, to }, letters, { at, most });
    };
    for (let reading = 0; reading < titleReadings; reading += 1) read(0, titleEnd, maxLetters);
    read(titleEnd, tagsEnd, maxLetters);
    read(tagsEnd, bytes.length, at + maxTextLetters);
    return toTable(letters, closed(letters, at));
  }

  function tally(article: Written, by: 1 | -1): void {
    articlesWith ??= new Uint32Array(gramSlots);
    const tallied = articlesWith;
    eachGram(readArticle(article), (gram) => {
      const slot = slotOf(gram);
      tallied[slot] = (tallied[slot] ?? 0) + by;
    });
    size += by;
    changes += 1;
  }

  function lengthOf(table: GramTable): number {
    let squares = 0;
    eachGram(table, (gram, count) => {
      squares += ((damps[count] ?? 0) * rarity(gram)) ** 2;
    });
    return Math.sqrt(squares) || 1;
  }

  function keep(slot: number, article: Written): Kept {
    const one = { table: readArticle(article), length: 0, changes: -1 };
    kept.set(slot, one);
    keptBytes += one.table.byteLength;
    for (const oldest of kept.keys()) {
      if (keptBytes <= maxKeptBytes) break;
      forget(oldest);
    }
    return one;
  }

  function forget(slot: number): void {
    keptBytes -= kept.get(slot)?.table.byteLength ?? 0;
    kept.delete(slot);
  }

  function compareWith(query: string): (slot: number, article: Written) => number {
    const bytes = Buffer.from(query);
    const part = { bytes, from: 0, to: bytes.length };
    const asked = toTable(letters, closed(letters, reader.read(part, letters, { at: 0, most: maxLetters })));
    const length = lengthOf(asked);
    const grams: number[] = [];
    const weights: number[] = [];
    eachGram(asked, (gram, count) => {
      grams.push(gram);
      weights.push((damps[count] ?? 0) * rarity(gram) ** 2);
    });
    return (slot, article) => {
      const one = kept.get(slot) ?? keep(slot, article);
      if (one.changes !== changes) {
        one.length = lengthOf(one.table);
        one.changes = changes;
      }
      let sum = 0;
      for (let at = 0; at < grams.length; at += 1) {
        const count = countIn(one.table, grams[at] ?? 0);
        if (count > 0) sum += (damps[count] ?? 0) * (weights[at] ?? 0);
      }
      return sum / (length * one.length);
    };
  }

  return {
    add: (article) => tally(article, 1),
    remove: (slot, article) => {
      tally(article, -1);
      forget(slot);
    },
    compareWith,
  };
}

/** A text ends with a space; answers its length. */
function closed(letters: Uint8Array, end: number): number {
  if (end === 0 || letters[end - 1] === 0 || end >= letters.length) return end;
  letters[end] = 0;
  return end + 1;
}
