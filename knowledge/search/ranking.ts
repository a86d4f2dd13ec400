import type { Signs } from "./signs.js";
import type { WordMatch } from "./word-index.js";

/** Place and likeness of one article for one query. */
export interface Scored {
  readonly slot: number;
  readonly fused: number;
  readonly likeness: number;
  readonly matched: readonly string[];
}

/** How far down a list still counts: with 5, the first place is worth twice the seventh. */
const rankSoftness = 5;
/** Worth of the order by characters beside the order by words; chosen on development queries in three languages. */
const gramWeight = 0.6;

/**
 * Joins the order by words with the order by likeness of characters (weighted reciprocal ranks); `compare` decides
 * between equals.
 */
export function fuse(
  matches: readonly WordMatch[],
  likeness: ReadonlyMap<number, number>,
  compare: (a: number, b: number) => number,
): Scored[] {
  const byWords = new Map(matches.map((match, place) => [match.slot, { match, place }]));
  const byLikeness = [...likeness]
    .filter(([, like]) => like > 0)
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  const placeByLikeness = new Map(byLikeness.map(([slot], place) => [slot, place]));
  return [...new Set([...byWords.keys(), ...placeByLikeness.keys()])]
    .map((slot) => {
      const matched = byWords.get(slot)?.match.matched ?? [];
      const fused = worth(byWords.get(slot)?.place) + gramWeight * worth(placeByLikeness.get(slot));
      return { slot, fused, likeness: likeness.get(slot) ?? 0, matched };
    })
    .sort((a, b) => b.fused - a.fused || b.likeness - a.likeness || compare(a.slot, b.slot));
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
