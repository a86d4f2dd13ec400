import type { WordMatch } from "./word-index.js";

/** Place and likeness of one article for one query. */
export interface Scored {
  readonly id: string;
  readonly fused: number;
  readonly likeness: number;
  readonly matched: readonly string[];
}

/** How far down a list still counts: with 5, the first place is worth twice the seventh. */
const rankSoftness = 5;
/** Worth of the order by characters beside the order by words; chosen on development queries in three languages. */
const gramWeight = 0.6;

/** Joins the order by words with the order by likeness of characters (weighted reciprocal ranks). */
export function fuse(matches: readonly WordMatch[], likeness: ReadonlyMap<string, number>): Scored[] {
  const byWords = new Map(matches.map((match, place) => [match.id, { match, place }]));
  const byLikeness = [...likeness].filter(([, like]) => like > 0).sort((a, b) => b[1] - a[1]);
  const placeByLikeness = new Map(byLikeness.map(([id], place) => [id, place]));
  return [...new Set([...byWords.keys(), ...placeByLikeness.keys()])]
    .map((id) => {
      const matched = byWords.get(id)?.match.matched ?? [];
      const fused = worth(byWords.get(id)?.place) + gramWeight * worth(placeByLikeness.get(id));
      return { id, fused, likeness: likeness.get(id) ?? 0, matched };
    })
    .sort((a, b) => b.fused - a.fused || b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
}

function worth(place: number | undefined): number {
  return place === undefined ? 0 : 1 / (rankSoftness + 1 + place);
}

/** Fitted on development queries in three languages, with and without an answer in the index (docs/decisions/understanding.md). */
const bias = -5.3;
const coverageWeight = 6.5;
const likenessWeight = 4.7;

/** What the probability of an answer is judged by. */
export interface Signs {
  /** Share of what the query says, by rarity of its words, that the article has. */
  readonly coverage: number;
  /** Likeness of characters, 0..1. */
  readonly likeness: number;
}

/** Probability that an article of these signs answers the query. */
export function toProbability({ coverage, likeness }: Signs): number {
  return 1 / (1 + Math.exp(-(bias + coverageWeight * coverage + likenessWeight * likeness)));
}
