import { z } from "zod";
import { createDictionary } from "./dictionary.js";
import { createField } from "./field.js";
import { fieldNames, isIn, slotBits, toCounts, type Worded } from "./posting.js";
import { absent, createPostings } from "./postings.js";
import { readValue, type SectionReader, type Sections, writeValue } from "./sections.js";
import { type AskedWord, createWordSearch, type WordMatch, type WordSearchLimits } from "./word-search.js";

export type { AskedWord, Worded, WordMatch };

const mostSlots = 2 ** slotBits;
const keptSchema = z.strictObject({ size: z.int(), slots: z.int().max(mostSlots) });
/** A word that no article has tells no more than one that a few have: it may be a name, a swear word, a slip. */
const unknownAs = 2;

export interface WordIndex {
  /**
   * Takes an article, or its present version in the place of the one whose words are `before`; answers its words by
   * their numbers, in order, for then. Slots are small numbers; throws a RangeError beyond two million.
   */
  put(slot: number, article: Worded, before?: Uint32Array): Uint32Array;
  /** `terms` as `put` answered. */
  remove(slot: number, terms: Uint32Array): void;
  /** The `most` best of those that `isPermitted` lets take part, best first. Words that no article has are tried with typos forgiven. */
  search(asked: readonly AskedWord[], limits: WordSearchLimits): WordMatch[];
  /** How much a word tells: near 0 when every article has it, most when none has. */
  rarity(word: string): number;
  /** All of it, to be written down; `restore` fills a new index with it. */
  sections(): Sections;
  restore(reader: SectionReader): Promise<void>;
}

/** Ranks the articles of one language by BM25 over their words; what has more of the asked words counts for more. */
export function createWordIndex(): WordIndex {
  const dictionary = createDictionary();
  const postings = createPostings(slotBits);
  const fields = { text: createField(), title: createField(), tags: createField() };
  const words = createWordSearch({ dictionary, postings, fields });
  const parts = [dictionary, postings, fields.text, fields.title, fields.tags];
  let size = 0;
  let slots = 0;

  function count(term: number, posting: number, by: 1 | -1): void {
    for (const name of fieldNames) if (isIn(name, posting)) fields[name].count(term, by);
  }

  function take(slot: number, word: string, counts: number): number {
    const term = dictionary.take(word);
    const known = postings.find(term, slot);
    const posting = (counts | slot) >>> 0;
    if (posting === known) return term;
    if (known !== absent) count(term, known, -1);
    count(term, posting, 1);
    postings.put(term, posting);
    return term;
  }

  function drop(slot: number, terms: Iterable<number>): void {
    for (const term of terms) {
      const posting = postings.find(term, slot);
      if (posting === absent) continue;
      count(term, posting, -1);
      postings.remove(term, slot);
      if (postings.size(term) === 0) dictionary.drop(term);
    }
  }

  return {
    put: (slot, article, before) => {
      if (slot >= mostSlots)
        throw new RangeError("The index holds no more than two million articles a language.");
      slots = Math.max(slots, slot + 1);
      words.makeRoomFor(slots);
      for (const name of fieldNames) fields[name].measure(slot, new Set(article[name]).size);
      const terms = Uint32Array.from(toCounts(article), ([word, counts]) => take(slot, word, counts)).sort();
      if (before === undefined) size += 1;
      else drop(slot, missingIn(terms, before));
      return terms;
    },
    remove: (slot, terms) => {
      size -= 1;
      for (const name of fieldNames) fields[name].measure(slot, 0);
      drop(slot, terms);
    },
    search: (asked, limits) => words.search(asked, size, limits),
    rarity: (word) => {
      const term = dictionary.find(word);
      const articles = term === undefined ? unknownAs : postings.size(term);
      return Math.log(1 + (size + 0.5) / (articles + 0.5));
    },
    sections: function* () {
      yield* writeValue({ size, slots });
      for (const part of parts) yield* part.sections();
    },
    restore: async (reader) => {
      ({ size, slots } = keptSchema.parse(await readValue(reader)));
      for (const part of parts) await part.restore(reader);
      words.makeRoomFor(slots);
    },
  };
}

/** Those of `before` that are not among `terms`; both in order. */
function missingIn(terms: Uint32Array, before: Uint32Array): number[] {
  const missing: number[] = [];
  let at = 0;
  for (const term of before) {
    while (at < terms.length && (terms[at] ?? 0) < term) at += 1;
    if (terms[at] !== term) missing.push(term);
  }
  return missing;
}
