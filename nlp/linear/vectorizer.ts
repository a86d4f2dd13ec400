import type { Counts, FeatureGroups } from "../features.js";
import type { SparseVector } from "./vectors.js";

/** From this number of texts on, features seen once are noise and cost half of the memory. */
const plentyOfTexts = 3000;
const { log } = Math;
const groupWeight = 0.6;
const biasValue = 0.5;
/** Of the square of the rarest feature. */
const unknownWorth = 0.5;

export interface Vectorizer {
  /** Number of features, the constant one included. */
  readonly size: number;
  readonly vocabulary: ReadonlyMap<number, number>;
  readonly rarity: Float32Array;
  toVector(groups: FeatureGroups): SparseVector;
}

/** Learns which features there are and how rare each is. The commonest come first, which keeps them together in memory. */
export function fitVectorizer(texts: readonly FeatureGroups[]): Vectorizer {
  const seen = new Map<number, number>();
  for (const groups of texts) {
    for (const { features } of groups) {
      for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
    }
  }
  const least = texts.length >= plentyOfTexts ? 2 : 1;
  const kept = [...seen].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const rarity = Float32Array.from(kept, ([, count]) => log((1 + texts.length) / (1 + count)) + 1);
  return createVectorizer(
    kept.map(([feature]) => feature),
    rarity,
  );
}

/** TF-IDF, each of the three views brought to one length so that none drowns the others. */
export function createVectorizer(features: Iterable<number>, rarity: Float32Array): Vectorizer {
  const vocabulary = new Map<number, number>();
  for (const feature of features) vocabulary.set(feature, vocabulary.size);
  const size = vocabulary.size + 1;
  // What was never seen takes its part of the length, so that a strange sentence with one known word stays faint.
  const unknownSquare = unknownWorth * rarity.reduce((most, value) => Math.max(most, value), 0) ** 2;

  function toVector(groups: FeatureGroups): SparseVector {
    const room = groups.reduce((sum, { features: own }) => sum + own.length, 1);
    const indices = new Int32Array(room);
    const values = new Float32Array(room);
    let end = 0;
    const known = groups.map((counts) => {
      const next = appendView(counts, end, { indices, values });
      const share = counts.features.length === 0 ? 0 : (next - end) / counts.features.length;
      end = next;
      return share;
    });
    indices[end] = size - 1;
    values[end] = biasValue;
    return { indices: indices.subarray(0, end + 1), values: values.subarray(0, end + 1), known };
  }

  function appendView(
    counts: Counts,
    first: number,
    { indices, values }: Omit<SparseVector, "known">,
  ): number {
    let squares = 0;
    let end = first;
    for (let at = 0; at < counts.features.length; at += 1) {
      const index = vocabulary.get(counts.features[at] ?? 0);
      if (index === undefined) {
        squares += unknownSquare;
      } else {
        const count = counts.counts[at] ?? 1;
        const value = (count === 1 ? 1 : 1 + log(count)) * (rarity[index] ?? 0);
        indices[end] = index;
        values[end] = value;
        squares += value * value;
        end += 1;
      }
    }
    const scale = squares > 0 ? groupWeight / Math.sqrt(squares) : 0;
    for (let at = first; at < end; at += 1) values[at] = (values[at] ?? 0) * scale;
    return end;
  }

  return { size, vocabulary, rarity, toVector };
}
