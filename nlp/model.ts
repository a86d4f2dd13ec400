import { type Calibration, calibrate, indexOfGreatest, toScores } from "./calibration.js";
import { type Classifier, judge, type Prepared, trainClassifier } from "./classifier.js";
import { crossValidate } from "./cross-validation.js";
import { type Example, outOfScopeIntent } from "./examples.js";
import type { FeatureExtractor, FeatureGroups } from "./features.js";

/** Everything training found out; a plain value that can be written down (`toBytes`) and read again. */
export interface Model {
  readonly classifier: Classifier;
  readonly calibration: Calibration;
  readonly examples: readonly Example[];
}

export interface Ranked {
  readonly intent: string;
  /** Probability, 0..1, that this is what was meant; over all intents at most 1. */
  readonly score: number;
}

const mostCandidates = 5;

/** Trains and calibrates. The same examples and seed give the same model, whatever their order. */
export function trainModel(examples: readonly Example[], extract: FeatureExtractor, seed: number): Model {
  const prepared = inFixedOrder(examples).map((example) => ({
    example,
    groups: extract(example.text, example.language),
  }));
  const calibration = calibrate(crossValidate(prepared, seed));
  return { classifier: trainClassifier(prepared, seed), calibration, examples: prepared.map(toExample) };
}

/** The best five, best first, with the probability that none is right. */
export function rank(model: Model, groups: FeatureGroups): { ranked: Ranked[]; outOfScope: number } {
  const { classifier, calibration } = model;
  if (classifier.intents.length === 0 || isEmpty(groups)) {
    return { ranked: [], outOfScope: 1 };
  }
  const { margins, evidence } = judge(classifier, groups);
  const scores = toScores(margins, evidence, calibration);
  const inScope = scores.reduce((sum, score) => sum + score, 0);
  return { ranked: bestOf(classifier.intents, scores), outOfScope: Math.min(1, Math.max(0, 1 - inScope)) };
}

function inFixedOrder(examples: readonly Example[]): Example[] {
  const keyed = new Map(
    examples.map(({ intent, language, text }) => [
      JSON.stringify([intent, language, text]),
      { intent, language, text },
    ]),
  );
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, example]) => example);
}

function toExample({ example }: Prepared): Example {
  return example;
}

function isEmpty(groups: FeatureGroups): boolean {
  return groups.every((counts) => counts.size === 0);
}

function bestOf(intents: readonly string[], scores: Float64Array): Ranked[] {
  const left = Float64Array.from(scores);
  const ranked: Ranked[] = [];
  while (ranked.length < Math.min(mostCandidates, intents.length)) {
    const best = indexOfGreatest(left);
    ranked.push({ intent: intents[best] ?? outOfScopeIntent, score: Math.max(0, left[best] ?? 0) });
    left[best] = -1;
  }
  return ranked;
}
