import type { Signs } from "./signs.js";
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

/** Fitted on development questions in three languages, those without an answer among them (docs/decisions/understanding.md). */
const weights: Readonly<Record<keyof Signs | "bias", number>> = {
  bias: -4.75,
  coverage: 1.3,
  titleCoverage: 4.6,
  titleAsked: 0.5,
  likeness: 13.7,
};

/** Probability that an article of these signs answers the query. */
export function toProbability(signs: Signs): number {
  const sum =
    weights.bias +
    weights.coverage * signs.coverage +
    weights.titleCoverage * signs.titleCoverage +
    weights.titleAsked * signs.titleAsked +
    weights.likeness * signs.likeness;
  return 1 / (1 + Math.exp(-sum));
}
