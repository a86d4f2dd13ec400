import {
  readNumbers,
  readShortNumbers,
  type SectionReader,
  type Sections,
  writeNumbers,
} from "./sections.js";

/** Of BM25+: how soon repetition stops counting, how much length counts, the floor of a match. */
const saturation = 1.2;
const lengthShare = 0.7;
const floor = 0.5;
const least = saturation * (1 - lengthShare);
const first = 64;

/** What a word is worth in a part of articles; holds until the next change. */
export interface Weighing {
  readonly weight: number;
  readonly perWord: number;
  readonly lengths: Uint16Array;
}

/** A part of every article (title, tags, text): how long it is, and how many articles have a word there. */
export interface Field {
  /** An article, by its slot, has this many distinct words here from now on; 0 when it is gone. */
  measure(slot: number, words: number): void;
  /** So many articles more, or less, have this word here. */
  count(term: number, by: number): void;
  /** For `worthOf`; among `size` articles. */
  weigh(term: number, context: { readonly size: number; readonly worth: number }): Weighing;
  sections(): Sections;
  restore(reader: SectionReader): Promise<void>;
}

/** What it is worth that the word stands in the article of this slot a number of times. */
export function worthOf({ weight, perWord, lengths }: Weighing, slot: number, often: number): number {
  return weight * (floor + (often * (saturation + 1)) / (often + least + perWord * (lengths[slot] ?? 0)));
}

export function createField(): Field {
  let lengths: Uint16Array = new Uint16Array(first);
  let counts: Uint32Array = new Uint32Array(first);
  let total = 0;

  return {
    measure: (slot, words) => {
      if (slot >= lengths.length) {
        const wider = new Uint16Array(2 ** Math.ceil(Math.log2(slot + 1)));
        wider.set(lengths);
        lengths = wider;
      }
      const held = Math.min(words, 0xffff);
      total += held - (lengths[slot] ?? 0);
      lengths[slot] = held;
    },
    count: (term, by) => {
      if (term >= counts.length) {
        const wider = new Uint32Array(2 ** Math.ceil(Math.log2(term + 1)));
        wider.set(counts);
        counts = wider;
      }
      counts[term] = (counts[term] ?? 0) + by;
    },
    weigh: (term, { size, worth }) => {
      const articles = counts[term] ?? 0;
      return {
        weight: worth * Math.log(1 + (size - articles + 0.5) / (articles + 0.5)),
        perWord: (saturation * lengthShare * size) / Math.max(1, total),
        lengths,
      };
    },
    sections: function* () {
      yield* writeNumbers(lengths);
      yield* writeNumbers(counts);
    },
    restore: async (reader) => {
      lengths = await readShortNumbers(reader);
      counts = await readNumbers(reader);
      total = lengths.reduce((sum, words) => sum + words, 0);
    },
  };
}
