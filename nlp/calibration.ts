import { fitLogistic, type Logistic, probabilityOf } from "./linear/logistic.js";
import { indexOfGreatest } from "./linear/vectors.js";

/** What one text looks like to the classifier; `label` is the right class, or -1 when it is out of scope. */
export interface Observation {
  readonly margins: Float64Array;
  readonly evidence: readonly number[];
  readonly label: number;
}

/** Turns margins into probabilities. */
export interface Calibration {
  /** Factor on the margins before they become shares of 1. */
  readonly sharpness: number;
  readonly scope: Logistic;
  /** Candidates with a score from here on count as understood. */
  readonly threshold: number;
}

/** Part of what people write that is nobody's intent; the score of the best candidate is a probability under this. */
const outOfScopeShare = 0.2;
const sharpnesses = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 13];
const fewestObservations = 12;
const highest = 0.8;

/** What a threshold may cost, and how much is expected that is nobody's intent. */
interface Care {
  readonly outOfScopeShare: number;
  /** Share of rightly recognized texts that the threshold may refuse. */
  readonly mostRightRefused: number;
  readonly lowest: number;
}

/** Who has taught much has taught most of what is asked. */
const ofPlenty: Care = { outOfScopeShare, mostRightRefused: 0.03, lowest: 0.15 };
/** Of what people write to a desk that was taught little, almost half is something else; asking back costs them less than a wrong answer. */
const ofFew: Care = { outOfScopeShare: 0.4, mostRightRefused: 0.06, lowest: 0.3 };
const fewObservations = 1000;

/** Of a desk with too few examples to hold some back: sure only of what is nearly an example. */
export const untriedCalibration: Calibration = {
  sharpness: 4,
  // The network has no part in it: so few examples choose none.
  scope: { centers: [0.5, 1, -1, 0.6, 0.7, 0.6, 0.7], weights: [2, 0.5, -1, 2, 2, 2, 1], bias: 0 },
  threshold: 0.5,
};

/** Fits the calibration to texts that the classifier was not trained on. */
export function calibrate(observations: readonly Observation[]): Calibration {
  const inside = observations.filter((observation) => observation.label >= 0);
  const outside = observations.filter((observation) => observation.label < 0);
  if (inside.length < fewestObservations || outside.length < fewestObservations) {
    return untriedCalibration;
  }
  const sharpness = bestSharpness(inside);
  const scope = fitLogistic(
    observations.map((observation) => ({
      inputs: observation.evidence,
      outcome: observation.label >= 0 ? 1 : 0,
      weight:
        observation.label >= 0 ? (1 - outOfScopeShare) / inside.length : outOfScopeShare / outside.length,
    })),
  );
  return { sharpness, scope, threshold: bestThreshold(inside, outside, { sharpness, scope }) };
}

/** Probability of each class, out of scope taken into account: they add up to the probability of being in scope. */
export function toScores(
  margins: Float64Array,
  evidence: readonly number[],
  calibration: Pick<Calibration, "sharpness" | "scope">,
): Float64Array {
  const inScope = probabilityOf(calibration.scope, evidence);
  const shares = toShares(margins, calibration.sharpness);
  return shares.map((share) => share * inScope);
}

function toShares(margins: Float64Array, sharpness: number): Float64Array {
  const greatest = margins.reduce((most, margin) => Math.max(most, margin), Number.NEGATIVE_INFINITY);
  const powers = margins.map((margin) => Math.exp((margin - greatest) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function bestSharpness(inside: readonly Observation[]): number {
  let best = { sharpness: 4, loss: Number.POSITIVE_INFINITY };
  for (const sharpness of sharpnesses) {
    const loss = inside.reduce((sum, { margins, label }) => {
      return sum - Math.log((toShares(margins, sharpness)[label] ?? 0) + 1e-9);
    }, 0);
    if (loss < best.loss) {
      best = { sharpness, loss };
    }
  }
  return best.sharpness;
}

/**
 * The threshold under which most texts meet the right fate (the right intent, or none where there is none), but never
 * so high that more than a few of the texts that were recognized rightly would be refused.
 */
function bestThreshold(
  inside: readonly Observation[],
  outside: readonly Observation[],
  calibration: Pick<Calibration, "sharpness" | "scope">,
): number {
  const care = inside.length < fewObservations ? ofFew : ofPlenty;
  const judged = [...inside, ...outside]
    .map(({ margins, evidence, label }) => {
      const scores = toScores(margins, evidence, calibration);
      const best = indexOfGreatest(scores);
      return { score: scores[best] ?? 0, outside: label < 0, right: best === label };
    })
    .sort((a, b) => b.score - a.score);
  const right = judged.filter((one) => one.right);
  const mostRefused = right[Math.floor(right.length * (1 - care.mostRightRefused))]?.score ?? highest;
  const gains = judged.map((one) => gainOf(one, { care, inside: inside.length, outside: outside.length }));
  return clamp(Math.min(mostRefused, scoreOfGreatestGain(judged, gains)), care.lowest);
}

function gainOf(
  one: { readonly outside: boolean; readonly right: boolean },
  { care, inside, outside }: { readonly care: Care; readonly inside: number; readonly outside: number },
): number {
  if (one.outside) return -care.outOfScopeShare / outside;
  return one.right ? (1 - care.outOfScopeShare) / inside : 0;
}

function scoreOfGreatestGain(judged: readonly { score: number }[], gains: readonly number[]): number {
  let sum = 0;
  let most = 0;
  let threshold = highest;
  judged.forEach(({ score }, at) => {
    sum += gains[at] ?? 0;
    if (sum > most) {
      most = sum;
      threshold = (score + (judged[at + 1]?.score ?? score)) / 2;
    }
  });
  return threshold;
}

function clamp(threshold: number, least: number): number {
  return Math.min(highest, Math.max(least, threshold));
}
