import { createRandom, shuffle } from "./random.js";
import type { SparseRows, SparseVector } from "./vectors.js";

/** Looked up once: these stand in the inner loop. */
const { exp, log } = Math;
/** Units of the hidden layer; a multiple of four, which the loops rely on. */
const width = 64;
const learningRate = 0.3;
/** Chance that a feature is left out when an example is learned: no single word decides. */
const leftOut = 0.5;
const inwardSpread = 0.03;
const outwardSpread = 0.1;
/** Classes whose error is smaller are not corrected. */
const smallestError = 0.003;
/** Biases learn slower than weights: frequent classes have no head start. */
const biasShare = 0.1;
/** Examples looked at in a whole training: few of them are gone through more often. */
const looks = 45_000;
const fewestRounds = 6;
const mostRounds = 40;

/**
 * A network with one hidden layer over the features of the linear models. Words that stand in examples of the same
 * intents come to lie near each other in the hidden layer, which the linear models cannot do.
 */
export interface Layers {
  /** For each feature the `width` weights into the hidden layer. */
  readonly inward: Float32Array;
  /** For each hidden unit its weights on the classes: those of units at rest need not be looked at. */
  readonly outward: Float32Array;
  readonly biases: Float32Array;
}

export const layersWidth = width;

export interface LayersOptions {
  readonly labels: Int32Array;
  readonly classes: number;
  readonly features: number;
  readonly seed: number;
}

/** Trains by stochastic gradient descent on the cross-entropy, rectified, with features dropped out. Repeatable by seed. */
export function trainLayers(rows: SparseRows, options: LayersOptions): Layers {
  const random = createRandom(options.seed);
  const layers: Layers = {
    inward: randomNumbers(options.features * width, inwardSpread, random),
    outward: randomNumbers(options.classes * width, outwardSpread, random),
    biases: new Float32Array(options.classes),
  };
  const rounds = Math.min(mostRounds, Math.max(fewestRounds, Math.round(looks / Math.max(1, rows.count))));
  const order = Int32Array.from({ length: rows.count }, (_, row) => row);
  const learn = createLearner(layers, rows, random);
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, rows.count, random);
    for (const row of order) {
      learn(row, options.labels[row] ?? 0, learningRate * (1 - step / (rounds * rows.count)));
      step += 1;
    }
  }
  return layers;
}

/** The logarithm of the probability of each class, before they are brought to a sum of 1. */
export function toLogits(
  { inward, outward, biases }: Layers,
  { indices, values }: Pick<SparseVector, "indices" | "values">,
): Float64Array {
  const hidden = new Float64Array(width);
  for (let at = 0; at < indices.length; at += 1) {
    gather(hidden, inward, (indices[at] ?? 0) * width, values[at] ?? 0);
  }
  const logits = Float64Array.from(biases);
  addOutward(logits, outward, hidden);
  return logits;
}

/** Logarithm of the sum of what the logits stand for: high where the network has seen something like it. */
export function energyOf(logits: Float64Array): number {
  const most = logits.reduce((best, logit) => Math.max(best, logit), Number.NEGATIVE_INFINITY);
  return logits.length === 0 ? 0 : most + log(logits.reduce((sum, logit) => sum + exp(logit - most), 0));
}

function createLearner({ inward, outward, biases }: Layers, rows: SparseRows, random: () => number) {
  const hidden = new Float64Array(width);
  const slopes = new Float64Array(width);
  const shares = new Float64Array(biases.length);
  const kept = new Int32Array(longestRow(rows));

  return (row: number, label: number, rate: number): void => {
    const count = drop(row);
    hidden.fill(0);
    for (let at = 0; at < count; at += 1) {
      const place = kept[at] ?? 0;
      gather(hidden, inward, (rows.indices[place] ?? 0) * width, (rows.values[place] ?? 0) / (1 - leftOut));
    }
    spread();
    correct(label, rate);
    for (let at = 0; at < count; at += 1) {
      const place = kept[at] ?? 0;
      scatter(inward, (rows.indices[place] ?? 0) * width, slopes, -rate * (rows.values[place] ?? 0));
    }
  };

  function drop(row: number): number {
    let count = 0;
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at += 1) {
      if (random() >= leftOut) {
        kept[count] = at;
        count += 1;
      }
    }
    return count;
  }

  function spread(): void {
    shares.set(biases);
    addOutward(shares, outward, hidden);
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < shares.length; label += 1) {
      if ((shares[label] as number) > most) most = shares[label] as number;
    }
    let sum = 0;
    for (let label = 0; label < shares.length; label += 1) {
      const power = exp((shares[label] as number) - most);
      shares[label] = power;
      sum += power;
    }
    for (let label = 0; label < shares.length; label += 1) shares[label] = (shares[label] as number) / sum;
  }

  function correct(right: number, rate: number): void {
    slopes.fill(0);
    for (let label = 0; label < shares.length; label += 1) {
      const error = (shares[label] as number) - (label === right ? 1 : 0);
      if (error < smallestError && error > -smallestError) continue;
      for (let unit = 0; unit < width; unit += 1) {
        // A unit at rest has no part in the error.
        if ((hidden[unit] as number) <= 0) continue;
        const place = unit * shares.length + label;
        slopes[unit] = (slopes[unit] as number) + error * (outward[place] as number);
        outward[place] = (outward[place] as number) - rate * error * (hidden[unit] as number);
      }
      biases[label] = (biases[label] as number) - biasShare * rate * error;
    }
  }
}

function longestRow({ starts, count }: SparseRows): number {
  let longest = 1;
  for (let row = 0; row < count; row += 1) {
    longest = Math.max(longest, (starts[row + 1] ?? 0) - (starts[row] ?? 0));
  }
  return longest;
}

function randomNumbers(length: number, spread: number, random: () => number): Float32Array {
  const numbers = new Float32Array(length);
  for (let at = 0; at < length; at += 1) numbers[at] = (2 * random() - 1) * spread;
  return numbers;
}

/** Adds what one feature says to the hidden layer, four units at a time. */
function gather(hidden: Float64Array, inward: Float32Array, start: number, value: number): void {
  for (let at = 0; at < width; at += 4) {
    hidden[at] = (hidden[at] as number) + value * (inward[start + at] as number);
    hidden[at + 1] = (hidden[at + 1] as number) + value * (inward[start + at + 1] as number);
    hidden[at + 2] = (hidden[at + 2] as number) + value * (inward[start + at + 2] as number);
    hidden[at + 3] = (hidden[at + 3] as number) + value * (inward[start + at + 3] as number);
  }
}

/** The way back of `gather`. */
function scatter(inward: Float32Array, start: number, slopes: Float64Array, value: number): void {
  for (let at = 0; at < width; at += 4) {
    inward[start + at] = (inward[start + at] as number) + value * (slopes[at] as number);
    inward[start + at + 1] = (inward[start + at + 1] as number) + value * (slopes[at + 1] as number);
    inward[start + at + 2] = (inward[start + at + 2] as number) + value * (slopes[at + 2] as number);
    inward[start + at + 3] = (inward[start + at + 3] as number) + value * (slopes[at + 3] as number);
  }
}

/** Units below zero are at rest. */
function addOutward(logits: Float64Array, outward: Float32Array, hidden: Float64Array): void {
  const classes = logits.length;
  for (let unit = 0; unit < width; unit += 1) {
    const value = hidden[unit] as number;
    if (value <= 0) continue;
    const start = unit * classes;
    for (let label = 0; label < classes; label += 1) {
      logits[label] = (logits[label] as number) + value * (outward[start + label] as number);
    }
  }
}
