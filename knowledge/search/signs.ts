import { isNear } from "./nearness.js";

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

/** Reads the signs off one article; `asked` are the words of the query that tell something. */
export function toSigns(asked: readonly string[], article: Judged, rarity: (word: string) => number): Signs {
  const { titleWords, tagWords, matched } = article;
  const weigh = (words: readonly string[], worth: (word: string) => number) =>
    words.reduce((sum, word) => sum + rarity(word) * worth(word), 0);
  const named = (word: string) => Math.max(presence(titleWords, word), presence(tagWords, word));
  const all = weigh(asked, () => 1) || 1;
  return {
    coverage: weigh(asked, (word) => Math.max(matched.includes(word) ? 1 : 0, named(word))) / all,
    titleCoverage: weigh(asked, named) / all,
    titleAsked: weigh(titleWords, (word) => presence(asked, word)) / (weigh(titleWords, () => 1) || 1),
    likeness: article.likeness,
  };
}

function presence(words: readonly string[], word: string): number {
  if (words.includes(word)) return 1;
  return words.some((other) => isNear(other, word)) ? nearWorth : 0;
}
