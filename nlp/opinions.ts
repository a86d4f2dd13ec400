import { energyOf } from "./linear/layers.js";
import { indexOfGreatest } from "./linear/vectors.js";

/** What each part of the ensemble says of one text. */
export interface Opinions {
  /** Of the linear models, one for each intent. */
  readonly margins: Float64Array;
  /** Of the linear models: "none of them". */
  readonly outside: number;
  /** Of the network over all features, one for each intent; empty without one. */
  readonly logits: Float64Array;
  readonly logitOutside: number | undefined;
  /** Of the network over stems, one for each intent; empty without one. */
  readonly activations: Float64Array;
  /** Shares of the words and of the character runs that any example has. */
  readonly known: readonly [number, number];
  /** For each intent the share of what the text is about that its examples have. */
  readonly shared: Float64Array;
  /** For each intent that is said by itself the share of what the text is about that it has nothing to do with. */
  readonly unsaid: Float64Array;
  readonly sharedByAny: number;
}

export interface Judgement {
  /** One for each intent. */
  readonly margins: Float64Array;
  /** What speaks for the text being in scope at all; see `judge`. */
  readonly evidence: readonly number[];
}

/** What the other opinions are worth beside a margin of the linear models; 0 where one is not heard. */
export interface Worths {
  readonly layers: number;
  readonly network: number;
  readonly shared: number;
  /** What is taken off for what should not have been said. */
  readonly unsaid: number;
}

export function joinMargins(opinions: Opinions, worths: Worths): Float64Array {
  const { logits, activations, shared, unsaid } = opinions;
  return opinions.margins.map(
    (margin, at) =>
      margin +
      worths.layers * (logits[at] ?? 0) +
      worths.network * (activations[at] ?? 0) +
      worths.shared * (shared[at] ?? 0) -
      worths.unsaid * (unsaid[at] ?? 0),
  );
}

/** Joins the opinions. */
export function judge(opinions: Opinions, worths: Worths): Judgement {
  const { activations, outside, known, shared, sharedByAny } = opinions;
  const margins = joinMargins(opinions, worths);
  const best = indexOfGreatest(margins);
  const lead = [...toLead(margins), outside];
  const evidence = [...lead, ...known, shared[best] ?? 0, sharedByAny];
  if (worths.network > 0) evidence.push(activations[best] ?? 0);
  if (worths.layers > 0) evidence.push(...toLayersEvidence(opinions, best));
  return { margins, evidence };
}

/** How much the network has seen like this, how it sees the best, and how much rather it is "none of them". */
function toLayersEvidence({ logits, logitOutside }: Opinions, best: number): number[] {
  const energy = energyOf(logits);
  return [energy, (logits[best] ?? 0) - energy, logitOutside === undefined ? 0 : logitOutside - energy];
}

/** Best margin and its lead over the second; one that has no second leads over what is nobody's. */
function toLead(margins: Float64Array): readonly [number, number] {
  if (margins.length === 0) return [-1, 0];
  const leader = indexOfGreatest(margins);
  let second = margins.length > 1 ? Number.NEGATIVE_INFINITY : -1;
  margins.forEach((margin, at) => {
    if (at !== leader && margin > second) second = margin;
  });
  const best = margins[leader] ?? -1;
  return [best, best - second];
}
