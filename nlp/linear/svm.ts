import { createRandom, shuffle } from "./random.js";
import type { SparseRows } from "./vectors.js";

/** Looked up once: these stand in the inner loop. */
const { abs, max } = Math;
const maxEpochs = 8;
/** An epoch that moves no coefficient by more than this ends the training of a class. */
const stillness = 0.05;
/** Margins beyond which an example that has no part in the border is left alone for good. */
const safeAtFirst = 0.2;
const safeLater = 0.05;

export interface SvmOptions {
  readonly labels: Int32Array;
  readonly classes: number;
  readonly features: number;
  readonly seed: number;
  /** Cost of an example on the wrong side. */
  readonly cost: number;
  /** How much more an example of the class counts than one of the others. */
  readonly positiveCost: number;
  /** For each class the examples it is learned from, in order; all of them where it is not given. */
  readonly rowsOf?: readonly Int32Array[] | undefined;
}

/**
 * Linear support vector machines, one against the rest, squared hinge, by dual coordinate descent with shrinking
 * (Hsieh et al. 2008). Class by class, because one class's weights stay in the processor's cache.
 * Gives weights as `toMargins` reads them.
 */
export function trainSvm(rows: SparseRows, options: SvmOptions): Float32Array {
  const weights = new Float32Array(options.features * options.classes);
  const norms = squaredNorms(rows);
  const random = createRandom(options.seed);
  for (let label = 0; label < options.classes; label += 1) {
    const own = trainClass(rows, label, { ...options, norms, random });
    for (let feature = 0; feature < options.features; feature += 1) {
      weights[feature * options.classes + label] = own[feature] ?? 0;
    }
  }
  return weights;
}

function squaredNorms(rows: SparseRows): Float64Array {
  const norms = new Float64Array(rows.count);
  for (let row = 0; row < rows.count; row += 1) {
    let sum = 0;
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at += 1) {
      sum += (rows.values[at] ?? 0) ** 2;
    }
    norms[row] = sum;
  }
  return norms;
}

type ClassOptions = SvmOptions & { readonly norms: Float64Array; readonly random: () => number };

function trainClass(rows: SparseRows, label: number, options: ClassOptions): Float64Array {
  const { labels, norms, random } = options;
  const weights = new Float64Array(options.features);
  const duals = new Float64Array(rows.count);
  const active = options.rowsOf?.[label]?.slice() ?? Int32Array.from({ length: rows.count }, (_, row) => row);
  let left = active.length;
  for (let epoch = 0; epoch < maxEpochs; epoch += 1) {
    shuffle(active, left, random);
    let kept = 0;
    let greatestMove = 0;
    for (let at = 0; at < left; at += 1) {
      const row = active[at] ?? 0;
      const side = labels[row] === label ? 1 : -1;
      const softness = 1 / (2 * options.cost * (side > 0 ? options.positiveCost : 1));
      const dual = duals[row] ?? 0;
      const gradient = side * dot(rows, row, weights) - 1 + dual * softness;
      if (dual === 0 && gradient > (epoch === 0 ? safeAtFirst : safeLater)) {
        continue;
      }
      active[kept++] = row;
      const next = max(0, dual - gradient / ((norms[row] ?? 0) + softness));
      if (next !== dual) {
        duals[row] = next;
        add(rows, row, weights, (next - dual) * side);
        greatestMove = max(greatestMove, abs(next - dual));
      }
    }
    left = kept;
    if (greatestMove < stillness) {
      break;
    }
  }
  return weights;
}

function dot(rows: SparseRows, row: number, weights: Float64Array): number {
  const { starts, indices, values } = rows;
  const end = starts[row + 1] ?? 0;
  let sum = 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    sum += (weights[indices[at] ?? 0] ?? 0) * (values[at] ?? 0);
  }
  return sum;
}

function add(rows: SparseRows, row: number, weights: Float64Array, factor: number): void {
  const { starts, indices, values } = rows;
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const index = indices[at] ?? 0;
    weights[index] = (weights[index] ?? 0) + (values[at] ?? 0) * factor;
  }
}
