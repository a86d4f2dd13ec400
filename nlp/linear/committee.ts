import { type Layers, type LayersOptions, toLogits, trainLayers } from "./layers.js";
import type { SparseRows, SparseVector } from "./vectors.js";

/** Who has taught this much gets several networks: one is as large as all examples of a small desk. */
const plentyOfTexts = 3000;
const several = 3;

/** Networks that differ in nothing but their chances; what they agree on is surer than what one says. */
export type Committee = readonly Layers[];

export function trainCommittee(rows: SparseRows, options: LayersOptions): Committee {
  const members = rows.count >= plentyOfTexts ? several : 1;
  return Array.from({ length: members }, (_, at) =>
    trainLayers(rows, { ...options, seed: options.seed + 1000 * at }),
  );
}

/** As the logits of one network, on average; empty where there is none. */
export function askCommittee(
  committee: Committee,
  vector: Pick<SparseVector, "indices" | "values">,
): Float64Array {
  const [first, ...others] = committee;
  if (first === undefined) return new Float64Array();
  const logits = toLogits(first, vector);
  for (const one of others) {
    toLogits(one, vector).forEach((logit, label) => {
      logits[label] = (logits[label] ?? 0) + logit;
    });
  }
  return logits.map((sum) => sum / committee.length);
}
