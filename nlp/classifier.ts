import { type Example, outOfScopeIntent } from "./examples.js";
import type { FeatureGroups } from "./features.js";
import { trainSvm } from "./linear/svm.js";
import { fitVectorizer, type Vectorizer } from "./linear/vectorizer.js";
import { toMargins, toRows } from "./linear/vectors.js";

const cost = 1;
const positiveCost = 2;

/** An example with its features taken out. */
export interface Prepared {
  readonly example: Example;
  readonly groups: FeatureGroups;
}

/** Linear models over TF-IDF features, one margin an intent, and one for "none of them" where there are examples of that. */
export interface Classifier {
  readonly intents: readonly string[];
  readonly hasOutOfScope: boolean;
  readonly vectorizer: Vectorizer;
  readonly weights: Float32Array;
}

export interface Judgement {
  /** One for each of `intents`. */
  readonly margins: Float64Array;
  /** What speaks for the text being in scope at all; see `toEvidence`. */
  readonly evidence: readonly number[];
}

export function trainClassifier(prepared: readonly Prepared[], seed: number): Classifier {
  const vectorizer = fitVectorizer(prepared.map(({ groups }) => groups));
  const named = new Set(prepared.map(({ example }) => example.intent));
  const hasOutOfScope = named.delete(outOfScopeIntent);
  const intents = [...named].sort();
  const labelOf = new Map(intents.map((intent, label) => [intent, label]));
  const labels = Int32Array.from(prepared, ({ example }) => labelOf.get(example.intent) ?? intents.length);
  const rows = toRows(prepared.map(({ groups }) => vectorizer.toVector(groups)));
  const classes = intents.length + (hasOutOfScope ? 1 : 0);
  const weights = trainSvm(rows, { labels, classes, features: vectorizer.size, seed, cost, positiveCost });
  return { intents, hasOutOfScope, vectorizer, weights };
}

export function judge(classifier: Classifier, groups: FeatureGroups): Judgement {
  const { intents, hasOutOfScope, vectorizer, weights } = classifier;
  const all = toMargins(weights, vectorizer.toVector(groups), intents.length + (hasOutOfScope ? 1 : 0));
  const margins = all.slice(0, intents.length);
  return {
    margins,
    evidence: toEvidence(margins, all[intents.length] ?? -1, knownShares(vectorizer, groups)),
  };
}

/** Best margin, its lead over the second, the margin of "out of scope", shares of the words and of the character runs ever seen. */
function toEvidence(
  margins: Float64Array,
  outside: number,
  known: readonly [number, number],
): readonly number[] {
  let best = -1;
  let second = -1;
  for (const margin of margins) {
    if (margin > best) {
      second = best;
      best = margin;
    } else if (margin > second) {
      second = margin;
    }
  }
  return [best, best - second, outside, ...known];
}

function knownShares(
  vectorizer: Vectorizer,
  [words, , characters]: FeatureGroups,
): readonly [number, number] {
  return [shareKnown(vectorizer, words), shareKnown(vectorizer, characters)];
}

function shareKnown(vectorizer: Vectorizer, counts: ReadonlyMap<number, number>): number {
  let known = 0;
  for (const feature of counts.keys()) {
    known += vectorizer.vocabulary.has(feature) ? 1 : 0;
  }
  return counts.size === 0 ? 0 : known / counts.size;
}
