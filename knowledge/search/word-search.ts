import { createBest } from "./best.js";
import { bitsIn } from "./letter-bits.js";
import type { Dictionary } from "./dictionary.js";
import { type Fields, slotOf, weigh, worthOfPosting } from "./posting.js";
import { absent, type Postings } from "./postings.js";

const firstSlots = 64;
/**
 * A search reads no more than this many occurrences of words, the rarest words first. The common ones, which cost
 * nearly all of the time and say next to nothing, are looked up in the best articles by the others.
 */
const mostOccurrences = 100_000;
const mostLookedUp = 150;
const mostWords = 32;
/** Each look for words near an unknown one passes over all words. */
const mostCorrected = 4;
const mostNear = 12;

export interface WordMatch {
  readonly slot: number;
  readonly score: number;
  /** The asked words that stand in the article. */
  readonly matched: readonly string[];
}

/** Words that stand for one another; the first of them is the one that was asked. */
export type AskedWord = readonly [string, ...string[]];

export interface WordSearchLimits {
  readonly most: number;
  isPermitted(slot: number): boolean;
  compare(a: number, b: number): number;
}

interface Variant {
  readonly term: number;
  readonly worth: number;
}

interface Searched {
  readonly word: string;
  readonly variants: readonly Variant[];
  readonly occurrences: number;
}

/** What an article has come to, and which of the words it has, as bits. */
interface Candidate {
  readonly slot: number;
  sum: number;
  mask: number;
}

/** Adds up what words are worth to articles, in arrays by slot; `size` articles there are. */
export function createWordSearch(index: {
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  readonly fields: Fields;
}) {
  const { dictionary, postings, fields } = index;
  let scores = new Float32Array(firstSlots);
  let masks = new Uint32Array(firstSlots);

  function makeRoomFor(slots: number): void {
    if (slots <= scores.length) return;
    const room = 2 ** Math.ceil(Math.log2(slots));
    scores = new Float32Array(room);
    masks = new Uint32Array(room);
  }

  /** What to look for, the rarest first. */
  function toSearched(asked: readonly AskedWord[]): Searched[] {
    let corrected = 0;
    const all = asked.map((words): Searched => {
      let variants: readonly Variant[] = words.flatMap((word) => {
        const term = dictionary.find(word);
        return term === undefined ? [] : [{ term, worth: 1 }];
      });
      if (variants.length === 0 && corrected < mostCorrected) {
        corrected += 1;
        variants = dictionary.near(words[0], mostNear);
      }
      const occurrences = variants.reduce((sum, { term }) => sum + postings.size(term), 0);
      return { word: words[0], variants, occurrences };
    });
    return all
      .filter((one) => one.occurrences > 0)
      .sort((a, b) => a.occurrences - b.occurrences)
      .slice(0, mostWords);
  }

  /** Adds what one word is worth to every article that has it; answers the last of them. */
  function addUp({ term, worth }: Variant, bit: number, size: number): number {
    const list = postings.read(term);
    const weighings = weigh(fields, term, { size, worth });
    for (let at = 0; at < list.length; at += 1) {
      const posting = list[at] ?? 0;
      const slot = slotOf(posting);
      scores[slot] = (scores[slot] ?? 0) + worthOfPosting(weighings, posting);
      masks[slot] = (masks[slot] ?? 0) | bit;
    }
    return slotOf(list[list.length - 1] ?? 0);
  }

  function lookUp(
    candidates: readonly Candidate[],
    { term, worth }: Variant,
    bit: number,
    size: number,
  ): void {
    const weighings = weigh(fields, term, { size, worth });
    for (const one of candidates) {
      const posting = postings.find(term, one.slot);
      if (posting === absent) continue;
      one.sum += worthOfPosting(weighings, posting);
      one.mask |= bit;
    }
  }

  /** Reads these words whole; answers the best articles. */
  function readWhole(
    searched: readonly Searched[],
    size: number,
    { most, isPermitted, compare }: WordSearchLimits,
  ): Candidate[] {
    let last = 0;
    searched.forEach(({ variants }, at) => {
      for (const variant of variants) last = Math.max(last, addUp(variant, 1 << at, size));
    });
    const best = createBest(most, compare);
    let least = best.least();
    for (let slot = 0; slot <= last; slot += 1) {
      const sum = scores[slot] ?? 0;
      // With all of the words it would come to no more than this.
      if (sum === 0 || sum * searched.length < least) continue;
      const score = sum * bitsIn(masks[slot] ?? 0);
      if (score < least || !isPermitted(slot)) continue;
      best.offer(slot, score);
      least = best.least();
    }
    const candidates = best
      .take()
      .map(({ slot }) => ({ slot, sum: scores[slot] ?? 0, mask: masks[slot] ?? 0 }));
    scores.fill(0, 0, last + 1);
    masks.fill(0, 0, last + 1);
    return candidates;
  }

  return {
    makeRoomFor,
    search: (asked: readonly AskedWord[], size: number, limits: WordSearchLimits): WordMatch[] => {
      const searched = toSearched(asked);
      const read = countRead(searched);
      const common = searched.slice(read);
      const most = common.length === 0 ? limits.most : Math.max(limits.most, mostLookedUp);
      const candidates = readWhole(searched.slice(0, read), size, { ...limits, most });
      common.forEach(({ variants }, at) => {
        for (const variant of variants) lookUp(candidates, variant, 1 << (read + at), size);
      });
      return candidates
        .map(({ slot, sum, mask }) => ({
          slot,
          score: sum * bitsIn(mask),
          matched: searched.flatMap(({ word }, at) => (mask & (1 << at) ? word : [])),
        }))
        .sort((a, b) => b.score - a.score || limits.compare(a.slot, b.slot))
        .slice(0, limits.most);
    },
  };
}

/** How many of the words are read whole. */
function countRead(searched: readonly Searched[]): number {
  let sum = 0;
  const first = searched.findIndex(({ occurrences }, at) => {
    sum += occurrences;
    return at > 0 && sum > mostOccurrences;
  });
  return first < 0 ? searched.length : first;
}
