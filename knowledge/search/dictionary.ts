import SearchableMap from "minisearch/SearchableMap";

const shortestCorrected = 5;
const longestCorrected = 24;
/** Letters of a word for each typo that is forgiven, and how many at most: more costs time and finds other words. */
const lettersPerTypo = 4;
const mostTypos = 2;
const mostEndings = 500;
/** Up to this many words, one that no word with its first letter is near is looked for among all. */
const mostSearchedWhole = 20_000;
/** What a word is worth that is only near the one asked, as MiniSearch weighs them. */
const nearWorth = { fuzzy: 0.45, prefix: 0.375 };
const prefixSoftness = 0.3;
const hasDigit = /\d/;

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
  drop(word: string): void;
  /** Words of the index that this one may be a slip or the beginning of, best first. */
  near(word: string, most: number): NearTerm[];
}

/**
 * Words stand in a map; those a person may misspell also in radix trees of MiniSearch, which find what is near
 * or begins alike without reading every word there is.
 */
export function createDictionary(): Dictionary {
  const terms = new Map<string, number>();
  const freed: number[] = [];
  /** By first letter, which people seldom mistake: a look at one of them costs a part of one at all. */
  const trees = new Map<string, SearchableMap<number>>();

  function treeOf(word: string): SearchableMap<number> {
    const letter = word.slice(0, 1);
    const tree = trees.get(letter) ?? new SearchableMap<number>();
    trees.set(letter, tree);
    return tree;
  }

  function near(word: string, most: number): NearTerm[] {
    if (!isCorrected(word)) return [];
    const own = nearIn(treeOf(word), word);
    const all = own.length > 0 || terms.size > mostSearchedWhole ? own : allNear(word);
    return all.sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1)).slice(0, most);
  }

  function allNear(word: string): NearTerm[] {
    return [...trees.values()].flatMap((tree) => nearIn(tree, word));
  }

  function nearIn(tree: SearchableMap<number>, word: string): NearTerm[] {
    const found = new Map<string, NearTerm>();
    const note = (one: NearTerm) => {
      if (one.worth > (found.get(one.word)?.worth ?? 0)) found.set(one.word, one);
    };
    const typos = Math.min(mostTypos, Math.round(word.length / lettersPerTypo));
    for (const [near, [term, distance]] of tree.fuzzyGet(word, typos)) {
      note({ word: near, term, worth: (nearWorth.fuzzy * word.length) / (word.length + distance) });
    }
    let endings = 0;
    for (const [longer, term] of tree.atPrefix(word)) {
      const distance = prefixSoftness * (longer.length - word.length);
      note({
        word: longer,
        term,
        worth: (nearWorth.prefix * longer.length) / (longer.length + distance),
      });
      endings += 1;
      if (endings === mostEndings) break;
    }
    return [...found.values()];
  }

  return {
    find: (word) => terms.get(word),
    take: (word) => {
      const known = terms.get(word);
      if (known !== undefined) return known;
      const term = freed.pop() ?? terms.size;
      terms.set(word, term);
      if (isCorrected(word)) treeOf(word).set(word, term);
      return term;
    },
    drop: (word) => {
      const term = terms.get(word);
      if (term === undefined) return;
      terms.delete(word);
      freed.push(term);
      if (isCorrected(word)) treeOf(word).delete(word);
    },
    near,
  };
}

/** Numbers and what is put together of letters and digits are no words: what is near one means something else. */
function isCorrected(word: string): boolean {
  return word.length >= shortestCorrected && word.length <= longestCorrected && !hasDigit.test(word);
}
