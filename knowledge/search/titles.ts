import { createBest } from "./best.js";
import { slotOf } from "./grams.js";
import type { Written } from "./indexed.js";
import { type LetterReader, space } from "./letters.js";
import { createPostings } from "./postings.js";
import { readShortNumbers, type SectionReader, type Sections, writeNumbers } from "./sections.js";

const bits = 6;
const gramChars = 3;
const gramMask = 2 ** (bits * gramChars) - 1;
/** Beginnings of words are kept apart from runs inside of them, by a bit no run has. */
const beginning = 2 ** (bits * gramChars);
/** Of the slots of the table of runs, one list for this many: titles have few runs, and what collides only blurs. */
const slotsPerList = 16;
const maxLetters = 400;
/** The rarest runs first, until this many titles have been looked at: a search stays within its time. */
const mostOccurrences = 300_000;
const firstSlots = 64;
/** Far more than there are slots. */
const slotBits = 31;

/** Titles by the runs of letters they have, for typed parts of them. */
export interface TitleIndex {
  /** Takes a title, or its present version in the place of the one before. */
  put(slot: number, article: Written, before?: Written): void;
  remove(slot: number, article: Written): void;
  /** Slots of titles that share most with a typed text, the shorter title first. */
  sharing(
    typed: string,
    limits: {
      readonly most: number;
      isPermitted(slot: number): boolean;
      compare(a: number, b: number): number;
    },
  ): number[];
  sections(): Sections;
  restore(reader: SectionReader): Promise<void>;
}

export function createTitleIndex(reader: LetterReader): TitleIndex {
  const postings = createPostings(slotBits);
  const letters = new Uint8Array(maxLetters + 1);
  let lengths: Uint16Array = new Uint16Array(firstSlots);
  let shared = new Uint16Array(firstSlots);

  /** The distinct runs of three letters, and the first letters of words. */
  function gramsOf(bytes: Uint8Array, to: number): { grams: Set<number>; length: number } {
    const length = reader.read({ bytes, from: 0, to }, letters, { at: 0, most: maxLetters });
    const grams = new Set<number>();
    let gram = space;
    for (let at = 0; at < length; at += 1) {
      const letter = letters[at] ?? space;
      gram = ((gram << bits) | letter) & gramMask;
      if (at >= gramChars - 1) grams.add(listOf(gram));
      if (letter !== space && (at === 0 || letters[at - 1] === space)) grams.add(listOf(beginning | letter));
    }
    return { grams, length };
  }

  function makeRoomFor(slot: number): void {
    if (slot < lengths.length) return;
    const room = 2 ** Math.ceil(Math.log2(slot + 1));
    const wider = new Uint16Array(room);
    wider.set(lengths);
    lengths = wider;
    shared = new Uint16Array(room);
  }

  return {
    put: (slot, article, before) => {
      if (before !== undefined && isSameTitle(article, before)) return;
      makeRoomFor(slot);
      const { grams, length } = gramsOf(article.bytes, article.titleEnd);
      const old = before === undefined ? [] : gramsOf(before.bytes, before.titleEnd).grams;
      for (const gram of old) if (!grams.has(gram)) postings.remove(gram, slot);
      for (const gram of grams) postings.put(gram, slot);
      lengths[slot] = length;
    },
    remove: (slot, { bytes, titleEnd }) => {
      for (const gram of gramsOf(bytes, titleEnd).grams) postings.remove(gram, slot);
    },
    sharing: (typed, { most, isPermitted, compare }) => {
      const bytes = Buffer.from(typed);
      const lists = [...gramsOf(bytes, bytes.length).grams]
        .map((gram) => postings.read(gram))
        .sort((a, b) => a.length - b.length);
      const touched: number[] = [];
      let looked = 0;
      for (const list of lists) {
        if (looked > 0 && looked + list.length > mostOccurrences) break;
        looked += list.length;
        for (const slot of list) {
          if (shared[slot] === 0) touched.push(slot);
          shared[slot] = (shared[slot] ?? 0) + 1;
        }
      }
      const best = createBest(most, compare);
      for (const slot of touched) {
        // Whole numbers for what is shared, a part of one for what the title has beside it.
        const score = (shared[slot] ?? 0) + 1 / (1 + (lengths[slot] ?? 0));
        if (score >= best.least() && isPermitted(slot)) best.offer(slot, score);
        shared[slot] = 0;
      }
      return best.take().map(({ slot }) => slot);
    },
    sections: function* () {
      yield* writeNumbers(lengths);
      yield* postings.sections();
    },
    restore: async (reader) => {
      lengths = await readShortNumbers(reader);
      shared = new Uint16Array(lengths.length);
      await postings.restore(reader);
    },
  };
}

function isSameTitle(one: Written, other: Written): boolean {
  const [own, before] = [one, other].map(({ bytes, titleEnd }) => bytes.subarray(0, titleEnd));
  return before !== undefined && own?.equals(before) === true;
}

function listOf(gram: number): number {
  return Math.floor(slotOf(gram) / slotsPerList);
}
