import { createIsNear } from "./nearness.js";

/** What the probability of an answer is judged by; each 0..1. */
export interface Signs {
  /** Share of what the query says, by rarity of its words, that the article has. */
  readonly coverage: number;
  /** Share of what the query says that stands in the title or the tags, typos forgiven. */
  readonly titleCoverage: number;
  /** Share of what the title says that the query has. */
  readonly titleAsked: number;
  /** Likeness of characters with the whole article. */
  readonly likeness: number;
}

export interface Judged {
  readonly titleWords: readonly string[];
  readonly tagWords: readonly string[];
  readonly matched: readonly string[];
  readonly likeness: number;
}

/** A word that is only near counts less: what looks like a typo is at times another word. */
const nearWorth = 0.7;

/** Reads the signs off articles for one query; `asked` are its words that tell something. */
export function createSignReader(
  asked: readonly string[],
  rarity: (word: string) => number,
): (article: Judged) => Signs {
  const isNear = createIsNear();
  const rarities = asked.map(rarity);
  const all = sumOf(rarities) || 1;
  /** The articles found for one query share words: each is compared with the query once. */
  const presences = new Map<string, Float32Array>();

  function presenceOf(word: string): Float32Array {
    const known = presences.get(word);
    if (known !== undefined) return known;
    const found = Float32Array.from(asked, (one) => (one === word ? 1 : isNear(one, word) ? nearWorth : 0));
    presences.set(word, found);
    return found;
  }

  return ({ titleWords, tagWords, matched, likeness }) => {
    const named = new Float32Array(asked.length);
    let titleAsked = 0;
    let titleAll = 0;
    const note = (word: string): number => {
      let most = 0;
      presenceOf(word).forEach((presence, at) => {
        named[at] = Math.max(named[at] ?? 0, presence);
        most = Math.max(most, presence);
      });
      return most;
    };
    for (const word of titleWords) {
      const told = rarity(word);
      titleAll += told;
      titleAsked += told * note(word);
    }
    for (const word of tagWords) note(word);
    const weigh = (worth: (at: number) => number) => sumOf(rarities.map((told, at) => told * worth(at)));
    return {
      coverage: weigh((at) => (matched.includes(asked[at] ?? "") ? 1 : (named[at] ?? 0))) / all,
      titleCoverage: weigh((at) => named[at] ?? 0) / all,
      titleAsked: titleAsked / (titleAll || 1),
      likeness,
    };
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
