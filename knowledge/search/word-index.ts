import { createBest } from "./best.js";
import { createDictionary } from "./dictionary.js";
import { createField } from "./field.js";
import { createPostings } from "./postings.js";

/** A posting: the slot of the article, then how often the word stands in its text, title and tags. */
const slotBits = 21;
const slotMask = 2 ** slotBits - 1;
const mostSlots = 2 ** slotBits;
/** A title tells more than a text; a tag something between. */
const shapes = {
  text: { worth: 1, shift: slotBits, most: 31 },
  title: { worth: 2, shift: 26, most: 7 },
  tags: { worth: 1.5, shift: 29, most: 7 },
};
type FieldName = keyof typeof shapes;
const fieldNames: readonly FieldName[] = ["text", "title", "tags"];
const firstSlots = 64;

/**
 * A search looks at no more than this many occurrences of words, the rarest words first: the common ones cost nearly
 * all of the time and say next to nothing.
 */
const mostOccurrences = 150_000;
const mostWords = 32;
/** Each look for words near an unknown one walks through a tree of all words. */
const mostCorrected = 4;
const mostNear = 12;
/** A word that no article has tells no more than one that a few have: it may be a name, a swear word, a slip. */
const unknownAs = 2;

/** An article as its words, in order. */
export interface Worded {
  readonly title: readonly string[];
  readonly tags: readonly string[];
  readonly text: readonly string[];
}

export interface WordMatch {
  readonly slot: number;
  readonly score: number;
  /** The asked words that stand in the article. */
  readonly matched: readonly string[];
}

/** Words that stand for one another; the first of them is the one that was asked. */
export type AskedWord = readonly [string, ...string[]];

export interface WordIndex {
  /** Slots are small numbers; throws a RangeError beyond two million. */
  add(slot: number, article: Worded): void;
  /** `article` as it was added. */
  remove(slot: number, article: Worded): void;
  /** The `most` best of those that `isPermitted` lets take part, best first. Words that no article has are tried with typos forgiven. */
  search(
    asked: readonly AskedWord[],
    limits: {
      readonly most: number;
      isPermitted(slot: number): boolean;
      compare(a: number, b: number): number;
    },
  ): WordMatch[];
  /** How much a word tells: near 0 when every article has it, most when none has. */
  rarity(word: string): number;
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

/** Ranks the articles of one language by BM25 over their words; what has more of the asked words counts for more. */
export function createWordIndex(): WordIndex {
  const dictionary = createDictionary();
  const postings = createPostings();
  const fields = { text: createField(), title: createField(), tags: createField() };
  let size = 0;
  let scores = new Float32Array(firstSlots);
  let masks = new Uint32Array(firstSlots);
  let touched = new Uint32Array(firstSlots);

  function makeRoomFor(slot: number): void {
    if (slot < scores.length) return;
    if (slot >= mostSlots)
      throw new RangeError("The index holds no more than two million articles a language.");
    const room = 2 ** Math.ceil(Math.log2(slot + 1));
    scores = new Float32Array(room);
    masks = new Uint32Array(room);
    touched = new Uint32Array(room);
  }

  function add(slot: number, article: Worded): void {
    makeRoomFor(slot);
    size += 1;
    for (const name of fieldNames) fields[name].measure(slot, distinct(article[name]));
    for (const [word, counts] of packed(article)) {
      const term = dictionary.take(word);
      postings.append(term, counts | slot);
      for (const name of fieldNames) if (isIn(name, counts)) fields[name].count(term, 1);
    }
  }

  function remove(slot: number, article: Worded): void {
    size -= 1;
    for (const name of fieldNames) fields[name].measure(slot, 0);
    for (const [word, counts] of packed(article)) {
      const term = dictionary.find(word);
      if (term === undefined) continue;
      postings.remove(term, counts | slot);
      for (const name of fieldNames) if (isIn(name, counts)) fields[name].count(term, -1);
      if (postings.size(term) === 0) dictionary.drop(word);
    }
  }

  function occurrences(variants: readonly Variant[]): number {
    return variants.reduce((sum, { term }) => sum + postings.size(term), 0);
  }

  /** What to look for, the rarest first, as far as the time goes. */
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
      return { word: words[0], variants, occurrences: occurrences(variants) };
    });
    let sum = 0;
    return all
      .filter((one) => one.occurrences > 0)
      .sort((a, b) => a.occurrences - b.occurrences)
      .slice(0, mostWords)
      .filter((one, at) => {
        sum += one.occurrences;
        return at === 0 || sum <= mostOccurrences;
      });
  }

  /** Adds what one word is worth to every article that has it; answers how many articles have been touched by now. */
  function score({ term, worth }: Variant, bit: number, before: number): number {
    const list = postings.read(term);
    const inText = fields.text.scorer(term, { size, worth: worth * shapes.text.worth });
    const inTitle = fields.title.scorer(term, { size, worth: worth * shapes.title.worth });
    const inTags = fields.tags.scorer(term, { size, worth: worth * shapes.tags.worth });
    let count = before;
    for (let at = 0; at < list.length; at += 1) {
      const posting = list[at] ?? 0;
      const slot = posting & slotMask;
      const mask = masks[slot] ?? 0;
      if (mask === 0) {
        touched[count] = slot;
        count += 1;
      }
      masks[slot] = mask | bit;
      const often = (posting >>> shapes.text.shift) & shapes.text.most;
      let sum = often === 0 ? 0 : inText(slot, often);
      if (posting >>> shapes.title.shift !== 0) {
        const titled = (posting >>> shapes.title.shift) & shapes.title.most;
        const tagged = posting >>> shapes.tags.shift;
        if (titled > 0) sum += inTitle(slot, titled);
        if (tagged > 0) sum += inTags(slot, tagged);
      }
      scores[slot] = (scores[slot] ?? 0) + sum;
    }
    return count;
  }

  return {
    add,
    remove,
    search: (asked, { most, isPermitted, compare }) => {
      const searched = toSearched(asked);
      let count = 0;
      searched.forEach(({ variants }, at) => {
        for (const variant of variants) count = score(variant, 1 << at, count);
      });
      const best = createBest(most, compare);
      const found = new Map<number, number>();
      for (let at = 0; at < count; at += 1) {
        const slot = touched[at] ?? 0;
        const sum = (scores[slot] ?? 0) * bitsIn(masks[slot] ?? 0);
        if (best.admits(sum) && isPermitted(slot)) {
          best.offer(slot, sum);
          found.set(slot, masks[slot] ?? 0);
        }
        scores[slot] = 0;
        masks[slot] = 0;
      }
      return best.take().map(({ slot, score }) => ({
        slot,
        score,
        matched: searched.flatMap(({ word }, at) => ((found.get(slot) ?? 0) & (1 << at) ? word : [])),
      }));
    },
    rarity: (word) => {
      const term = dictionary.find(word);
      const articles = term === undefined ? unknownAs : postings.size(term);
      return Math.log(1 + (size + 0.5) / (articles + 0.5));
    },
  };
}

function distinct(words: readonly string[]): number {
  return new Set(words).size;
}

/** How often each word stands in each field, as the upper bits of its posting. */
function packed(article: Worded): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of fieldNames) {
    const { shift, most } = shapes[name];
    for (const word of article[name]) {
      const before = counts.get(word) ?? 0;
      if (((before >>> shift) & most) < most) counts.set(word, (before + 2 ** shift) >>> 0);
    }
  }
  return counts;
}

function isIn(name: FieldName, counts: number): boolean {
  const { shift, most } = shapes[name];
  return ((counts >>> shift) & most) > 0;
}

function bitsIn(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
