import { type Calibration, calibrate, toScores } from "./calibration.js";
import { ask, type Classifier, type Prepared, trainClassifier } from "./classifier.js";
import { crossValidate, toTaught } from "./cross-validation.js";
import { chooseWorths } from "./ensemble.js";
import { type Example, outOfScopeIntent } from "./examples.js";
import type { FeatureExtractor, Features } from "./features.js";
import { indexOfGreatest } from "./linear/vectors.js";
import { type Network, trainNetwork } from "./network.js";
import { judge, type Worths } from "./opinions.js";

/** Everything training found out; a plain value that can be written down (`toBytes`) and read again. */
export interface Model {
  readonly classifier: Classifier;
  /** Where cross-validation says that it helps. */
  readonly network: Network | undefined;
  readonly worths: Worths;
  readonly calibration: Calibration;
  readonly examples: readonly Example[];
}

export interface Ranked {
  readonly intent: string;
  /** Probability, 0..1, that this is what was meant; over all intents at most 1. */
  readonly score: number;
}

const mostCandidates = 5;
/** Above this the network costs minutes and brings nothing (docs/decisions/understanding.md). */
const mostForNetwork = 4000;

/** Trains and calibrates. The same examples and seed give the same model, whatever their order. */
export async function trainModel(
  examples: readonly Example[],
  extract: FeatureExtractor,
  seed: number,
): Promise<Model> {
  const prepared = inFixedOrder(examples).map((example) => ({
    example,
    features: extract(example.text, example.language),
  }));
  const heldOut = await crossValidate(prepared, { seed, withNetwork: prepared.length <= mostForNetwork });
  const worths = chooseWorths(heldOut);
  const observations = heldOut.map(({ opinions, label }) => ({ ...judge(opinions, worths), label }));
  return {
    classifier: trainClassifier(prepared, { seed, withLayers: worths.layers > 0 }),
    network: worths.network === 0 ? undefined : await trainNetwork(prepared.map(toTaught), seed),
    worths,
    calibration: calibrate(observations),
    examples: prepared.map(toExample),
  };
}

/** The best five, best first, with the probability that none is right. */
export function rank(model: Model, features: Features): { ranked: Ranked[]; outOfScope: number } {
  const { classifier, network, worths, calibration } = model;
  if (classifier.intents.length === 0 || features.content.length === 0) {
    return { ranked: [], outOfScope: 1 };
  }
  const { margins, evidence } = judge(ask(classifier, features, network), worths);
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
