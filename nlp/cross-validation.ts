import { ask, type Prepared, trainClassifier } from "./classifier.js";
import { outOfScopeIntent } from "./examples.js";
import { createRandom, shuffle } from "./linear/random.js";
import { trainNetwork } from "./network.js";
import type { Opinions } from "./opinions.js";

const folds = 5;
/** Enough observations to calibrate by; folds beyond that only cost time. */
const plentyOfObservations = 500;

/** What was said of one text by models that have not seen it; `label` is the right class, or -1 when it is out of scope. */
export interface HeldOut {
  readonly opinions: Opinions;
  readonly label: number;
}

export interface CrossValidation {
  readonly seed: number;
  readonly withNetwork: boolean;
}

/**
 * Asks about examples models that have not seen them. In each fold a fifth of the intents is left out altogether:
 * their sentences stand for what the desk does not know, so that a threshold can be drawn even where nobody wrote
 * down what is out of scope.
 */
export async function crossValidate(
  prepared: readonly Prepared[],
  { seed, withNetwork }: CrossValidation,
): Promise<HeldOut[]> {
  const foldOf = dealOut(prepared.length, seed);
  const leftOutOf = dealIntents(prepared, seed + 1);
  const rounds = Math.min(folds, Math.ceil((folds * plentyOfObservations) / Math.max(1, prepared.length)));
  const heldOut: HeldOut[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const isLeftOut = (one: Prepared) => leftOutOf.get(one.example.intent) === round;
    const held = prepared.filter((_, at) => foldOf[at] === round);
    const rest = prepared.filter((one, at) => foldOf[at] !== round && !isLeftOut(one));
    const network = withNetwork ? await trainNetwork(rest.map(toTaught), seed) : undefined;
    const classifier = trainClassifier(rest, { seed, withLayers: true });
    const labelOf = new Map(classifier.intents.map((intent, label) => [intent, label]));
    const isKept = ({ example: { intent } }: Prepared) => labelOf.has(intent) || intent === outOfScopeIntent;
    for (const one of held.filter((text) => isKept(text) || isLeftOut(text))) {
      const opinions = ask(classifier, one.features, network);
      heldOut.push({ opinions, label: labelOf.get(one.example.intent) ?? -1 });
    }
  }
  return heldOut;
}

export function toTaught({ example, features }: Prepared) {
  return { intent: example.intent, stems: features.stems };
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
