/** A fitted yes-or-no question: `inputs` less `centers`, weighed, squeezed into 0..1. */
export interface Logistic {
  readonly centers: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

export interface Observed {
  readonly inputs: readonly number[];
  readonly outcome: 0 | 1;
  readonly weight: number;
}

const { exp } = Math;
const steps = 400;
const stepSize = 2;
const decay = 1e-4;

/** Logistic regression by gradient descent on standardized inputs; weights of the observations should add up to about 1. */
export function fitLogistic(observed: readonly Observed[]): Logistic {
  const size = observed[0]?.inputs.length ?? 0;
  const places = Array.from({ length: size }, (_, place) => place);
  const centers = places.map((place) => mean(observed, ({ inputs }) => inputs[place] ?? 0));
  const spreads = places.map((place) => {
    const variance = mean(observed, ({ inputs }) => ((inputs[place] ?? 0) - (centers[place] ?? 0)) ** 2);
    return Math.sqrt(variance) || 1;
  });
  const scaled = observed.map(({ inputs }) =>
    places.map((place) => standardize(inputs, place, centers, spreads)),
  );
  const { weights, bias } = descend(scaled, observed);
  return { centers, weights: weights.map((weight, place) => weight / (spreads[place] ?? 1)), bias };
}

export function probabilityOf(logistic: Logistic, inputs: readonly number[]): number {
  const { centers, weights, bias } = logistic;
  return squeeze(
    weights.reduce(
      (sum, weight, place) => sum + weight * ((inputs[place] ?? 0) - (centers[place] ?? 0)),
      bias,
    ),
  );
}

function mean(observed: readonly Observed[], pick: (one: Observed) => number): number {
  return observed.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, observed.length);
}

function standardize(
  inputs: readonly number[],
  place: number,
  centers: readonly number[],
  spreads: readonly number[],
): number {
  return ((inputs[place] ?? 0) - (centers[place] ?? 0)) / (spreads[place] ?? 1);
}

function descend(scaled: readonly (readonly number[])[], observed: readonly Observed[]) {
  const weights = new Array<number>(scaled[0]?.length ?? 0).fill(0);
  let bias = 0;
  for (let step = 0; step < steps; step += 1) {
    const slopes = weights.map((weight) => decay * weight);
    let biasSlope = 0;
    observed.forEach(({ outcome, weight }, row) => {
      const inputs = scaled[row] ?? [];
      const reached = squeeze(weights.reduce((sum, own, place) => sum + own * (inputs[place] ?? 0), bias));
      const error = (reached - outcome) * weight;
      biasSlope += error;
      inputs.forEach((input, place) => {
        slopes[place] = (slopes[place] ?? 0) + error * input;
      });
    });
    slopes.forEach((slope, place) => {
      weights[place] = (weights[place] ?? 0) - stepSize * slope;
    });
    bias -= stepSize * biasSlope;
  }
  return { weights, bias };
}

function squeeze(value: number): number {
  return 1 / (1 + exp(-value));
}
