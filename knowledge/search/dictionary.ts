import { z } from "zod";
import { bitsIn, lettersOf } from "./letter-bits.js";
import { createDistance } from "./nearness.js";
import { readValue, type SectionReader, type Sections, writeValue } from "./sections.js";

const shortestCorrected = 5;
const longestCorrected = 24;
/** Letters of a word for each typo that is forgiven, and how many at most: more costs time and finds other words. */
const lettersPerTypo = 4;
const mostTypos = 2;
/** Up to this many words, one that no word with its first letter is near is looked for among all. */
const mostSearchedWhole = 100_000;
/** What a word is worth that is only near the one asked, as MiniSearch weighs them. */
const nearWorth = { fuzzy: 0.45, prefix: 0.375 };
const prefixSoftness = 0.3;
const hasDigit = /\d/;
const firstWords = 1024;
/** So many words are written down in one piece. */
const pieceWords = 10_000;

export interface NearTerm {
  readonly word: string;
  readonly term: number;
  /** 0..1, beside the word itself. */
  readonly worth: number;
}

/** The words of an index, each by a small number. */
export interface Dictionary {
  find(word: string): number | undefined;
  /** The number of a word, a new one if need be. */
  take(word: string): number;
  /** Forgets a word that no article has any more; its number is given to another one. */
  drop(term: number): void;
  /** Words of the index that this one may be a slip or the beginning of, best first. */
  near(word: string, most: number): NearTerm[];
  sections(): Sections;
  /** Every word gets the number it had. */
  restore(reader: SectionReader): Promise<void>;
}

/**
 * Words stand in a map. Of those a person may misspell also which letters they have, as bits: what is near a word has
 * nearly the same, so that a look at numbers, one after the other, leaves few words to compare.
 */
export function createDictionary(): Dictionary {
  const terms = new Map<string, number>();
  const words: (string | undefined)[] = [];
  const freed: number[] = [];
  const distance = createDistance();
  /** 0 for a word that is not corrected. */
  let letters = new Uint32Array(firstWords);
  let lengths = new Uint8Array(firstWords);
  let initials = new Uint16Array(firstWords);

  function note(term: number, word: string | undefined): void {
    if (term >= letters.length) {
      const length = 2 * letters.length;
      letters = widened(letters, new Uint32Array(length));
      lengths = widened(lengths, new Uint8Array(length));
      initials = widened(initials, new Uint16Array(length));
    }
    words[term] = word;
    const isNoted = word !== undefined && isCorrected(word);
    letters[term] = isNoted ? lettersOf(word) : 0;
    lengths[term] = isNoted ? word.length : 0;
    initials[term] = isNoted ? word.charCodeAt(0) : 0;
  }

  /** Among the words of a first letter, which people seldom mistake, or among all. */
  function nearAmong(word: string, initial: number | undefined): NearTerm[] {
    const found: NearTerm[] = [];
    const typos = Math.min(mostTypos, Math.round(word.length / lettersPerTypo));
    const asked = lettersOf(word);
    for (let term = 0; term < words.length; term += 1) {
      const own = letters[term] ?? 0;
      if (own === 0 || (initial !== undefined && initials[term] !== initial)) continue;
      const longer = (lengths[term] ?? 0) - word.length;
      if (longer < -typos) continue;
      // An edit takes one letter away and brings another at most; an ending takes none.
      const isNear = longer <= typos && bitsIn(own ^ asked) <= 2 * typos;
      const mayBegin = longer > 0 && (asked & ~own) === 0;
      if (!isNear && !mayBegin) continue;
      const worth = worthOf(word, words[term] ?? "", isNear ? typos : 0);
      if (worth > 0) found.push({ word: words[term] ?? "", term, worth });
    }
    return found;
  }

  function worthOf(word: string, other: string, typos: number): number {
    const edits = typos === 0 ? 1 : distance(word, other, typos);
    const asTypo = edits > typos ? 0 : (nearWorth.fuzzy * word.length) / (word.length + edits);
    if (other.length <= word.length || !other.startsWith(word)) return asTypo;
    const softened = other.length + prefixSoftness * (other.length - word.length);
    return Math.max(asTypo, (nearWorth.prefix * other.length) / softened);
  }

  return {
    find: (word) => terms.get(word),
    take: (word) => {
      const known = terms.get(word);
      if (known !== undefined) return known;
      const term = freed.pop() ?? words.length;
      terms.set(word, term);
      note(term, word);
      return term;
    },
    drop: (term) => {
      const word = words[term];
      if (word === undefined) return;
      terms.delete(word);
      note(term, undefined);
      freed.push(term);
    },
    near: (word, most) => {
      if (!isCorrected(word)) return [];
      const own = nearAmong(word, word.charCodeAt(0));
      const all = own.length > 0 || terms.size > mostSearchedWhole ? own : nearAmong(word, undefined);
      return all.sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1)).slice(0, most);
    },
    sections: function* () {
      yield* writeValue(words.length);
      for (let at = 0; at < words.length; at += pieceWords)
        yield* writeValue(words.slice(at, at + pieceWords).map((word) => word ?? ""));
    },
    restore: async (reader) => {
      const count = z.int().parse(await readValue(reader));
      while (words.length < count) {
        for (const word of z
          .array(z.string())
          .min(1)
          .parse(await readValue(reader))) {
          const term = words.length;
          note(term, word === "" ? undefined : word);
          if (word === "") freed.push(term);
          else terms.set(word, term);
        }
        await reader.pause();
      }
    },
  };
}

/** Numbers and what is put together of letters and digits are no words: what is near one means something else. */
function isCorrected(word: string): boolean {
  return word.length >= shortestCorrected && word.length <= longestCorrected && !hasDigit.test(word);
}

function widened<Numbers extends Uint32Array | Uint16Array | Uint8Array>(
  before: Numbers,
  wider: Numbers,
): Numbers {
  wider.set(before);
  return wider;
}
