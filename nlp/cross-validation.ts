import type { Observation } from "./calibration.js";
import { judge, type Prepared, trainClassifier } from "./classifier.js";
import { outOfScopeIntent } from "./examples.js";
import { createRandom, shuffle } from "./linear/random.js";

const folds = 5;
/** Enough observations to calibrate by; folds beyond that only cost time. */
const plentyOfObservations = 500;

/**
 * Judges examples by classifiers that have not seen them. In each fold a fifth of the intents is left out altogether:
 * their sentences stand for what the desk does not know, so that a threshold can be drawn even where nobody wrote
 * down what is out of scope.
 */
export function crossValidate(prepared: readonly Prepared[], seed: number): Observation[] {
  const foldOf = dealOut(prepared.length, seed);
  const leftOutOf = dealIntents(prepared, seed + 1);
  const rounds = Math.min(folds, Math.ceil((folds * plentyOfObservations) / Math.max(1, prepared.length)));
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) => {
    const isLeftOut = (one: Prepared) => leftOutOf.get(one.example.intent) === round;
    const held = prepared.filter((_, at) => foldOf[at] === round);
    const rest = prepared.filter((one, at) => foldOf[at] !== round && !isLeftOut(one));
    return observe(rest, held, isLeftOut, seed);
  });
}

function observe(
  rest: readonly Prepared[],
  held: readonly Prepared[],
  isLeftOut: (one: Prepared) => boolean,
  seed: number,
): Observation[] {
  const classifier = trainClassifier(rest, seed);
  const labelOf = new Map(classifier.intents.map((intent, label) => [intent, label]));
  return held
    .filter(
      (one) => labelOf.has(one.example.intent) || isLeftOut(one) || one.example.intent === outOfScopeIntent,
    )
    .map((one) => ({ ...judge(classifier, one.groups), label: labelOf.get(one.example.intent) ?? -1 }));
}

function dealOut(count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  shuffle(order, count, createRandom(seed));
  const foldOf = new Int32Array(count);
  order.forEach((row, at) => {
    foldOf[row] = at % folds;
  });
  return foldOf;
}

function dealIntents(prepared: readonly Prepared[], seed: number): Map<string, number> {
  const intents = [...new Set(prepared.map(({ example }) => example.intent))].sort();
  const inScope = intents.filter((intent) => intent !== outOfScopeIntent);
  const foldOf = dealOut(inScope.length, seed);
  return new Map(inScope.map((intent, at) => [intent, foldOf[at] ?? 0]));
}
