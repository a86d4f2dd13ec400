/** Rows of a sparse matrix, one after the other: row r holds `indices[starts[r]..starts[r+1]]`. */
export interface SparseRows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
  /** For each view of the text the share of its features that any example has. */
  readonly known: readonly number[];
}

export function toRows(vectors: readonly SparseVector[]): SparseRows {
  const total = vectors.reduce((sum, vector) => sum + vector.indices.length, 0);
  const starts = new Int32Array(vectors.length + 1);
  const indices = new Int32Array(total);
  const values = new Float32Array(total);
  let at = 0;
  vectors.forEach((vector, row) => {
    indices.set(vector.indices, at);
    values.set(vector.values, at);
    at += vector.indices.length;
    starts[row + 1] = at;
  });
  return { count: vectors.length, starts, indices, values };
}

export function rowOf({ starts, indices, values }: SparseRows, row: number) {
  const [start, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
  return { indices: indices.subarray(start, end), values: values.subarray(start, end) };
}

/** Margins of every class: `weights` holds the classes of feature 0, then of feature 1, and so on. */
export function toMargins(
  weights: Float32Array,
  vector: Pick<SparseVector, "indices" | "values">,
  classes: number,
): Float64Array {
  const margins = new Float64Array(classes);
  const { indices, values } = vector;
  for (let at = 0; at < indices.length; at += 1) {
    const offset = (indices[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let label = 0; label < classes; label += 1) {
      margins[label] = (margins[label] ?? 0) + (weights[offset + label] ?? 0) * value;
    }
  }
  return margins;
}

export function indexOfGreatest(numbers: Float64Array): number {
  let best = 0;
  for (let at = 1; at < numbers.length; at += 1) {
    if ((numbers[at] ?? 0) > (numbers[best] ?? 0)) {
      best = at;
    }
  }
  return best;
}
