/** Of BM25+: how soon repetition stops counting, how much length counts, the floor of a match. */
const saturation = 1.2;
const lengthShare = 0.7;
const floor = 0.5;
const first = 64;

/** A part of every article (title, tags, text): how long it is, and how many articles have a word there. */
export interface Field {
  /** An article, by its slot, has this many distinct words here from now on; 0 when it is gone. */
  measure(slot: number, words: number): void;
  /** One article more, or one less, has this word here. */
  count(term: number, by: 1 | -1): void;
  /** What it is worth that the word stands here a number of times; among `size` articles. */
  scorer(
    term: number,
    context: { readonly size: number; readonly worth: number },
  ): (slot: number, often: number) => number;
}

export function createField(): Field {
  let lengths = new Uint16Array(first);
  let counts = new Uint32Array(first);
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
    scorer: (term, { size, worth }) => {
      const articles = counts[term] ?? 0;
      const weight = worth * Math.log(1 + (size - articles + 0.5) / (articles + 0.5));
      const least = saturation * (1 - lengthShare);
      const perWord = (saturation * lengthShare * size) / Math.max(1, total);
      const all = lengths;
      return (slot, often) =>
        weight * (floor + (often * (saturation + 1)) / (often + least + perWord * (all[slot] ?? 0)));
    },
  };
}
