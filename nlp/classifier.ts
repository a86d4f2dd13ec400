import { type Example, outOfScopeIntent } from "./examples.js";
import type { Features } from "./features.js";
import { type Layers, toLogits, trainLayers } from "./linear/layers.js";
import { trainSvm } from "./linear/svm.js";
import { fitVectorizer, type Vectorizer } from "./linear/vectorizer.js";
import { rowOf, type SparseRows, toMargins, toRows } from "./linear/vectors.js";
import type { Network } from "./network.js";
import type { Opinions } from "./opinions.js";

/** Said by themselves: whoever says more than that ("no mail today", "translate good night") means something else. */
const saidAlone: readonly string[] = ["yes", "no", "cancel", "greet", "thanks", "goodbye"];
const cost = 1;
const positiveCost = 2;
/** A text is held against this many of the intents that it is likest to. */
const mostRivals = 40;

/** An example with its features taken out. */
export interface Prepared {
  readonly example: Example;
  readonly features: Features;
}

/** What was trained over TF-IDF features: for each intent, and for "none of them" where there are examples of that. */
export interface Classifier {
  readonly intents: readonly string[];
  readonly hasOutOfScope: boolean;
  readonly vectorizer: Vectorizer;
  /** Of the linear models. */
  readonly weights: Float32Array;
  readonly layers: Layers | undefined;
  /** What the examples of each intent are about. */
  readonly contents: Contents;
}

/** For each stem the intents whose examples have it. */
export type Contents = ReadonlyMap<number, readonly number[]>;

export function trainClassifier(
  prepared: readonly Prepared[],
  { seed, withLayers }: { readonly seed: number; readonly withLayers: boolean },
): Classifier {
  const vectorizer = fitVectorizer(prepared.map(({ features }) => features.groups));
  const named = new Set(prepared.map(({ example }) => example.intent));
  const hasOutOfScope = named.delete(outOfScopeIntent);
  const intents = [...named].sort();
  const labelOf = new Map(intents.map((intent, label) => [intent, label]));
  const labels = Int32Array.from(prepared, ({ example }) => labelOf.get(example.intent) ?? intents.length);
  const rows = toRows(prepared.map(({ features }) => vectorizer.toVector(features.groups)));
  const classes = intents.length + (hasOutOfScope ? 1 : 0);
  const shape = { labels, classes, features: vectorizer.size, seed };
  const layers = withLayers ? trainLayers(rows, shape) : undefined;
  const rowsOf = layers === undefined ? undefined : rivalRows(layers, rows, shape);
  const weights = trainSvm(rows, { ...shape, cost, positiveCost, rowsOf });
  const contents = toContents(prepared, labels, intents.length);
  return { intents, hasOutOfScope, vectorizer, weights, layers, contents };
}

export function ask(classifier: Classifier, features: Features, network: Network | undefined): Opinions {
  const { intents, hasOutOfScope, vectorizer, weights, layers, contents } = classifier;
  const { groups, stems, content } = features;
  const vector = vectorizer.toVector(groups);
  const all = toMargins(weights, vector, intents.length + (hasOutOfScope ? 1 : 0));
  const logits = layers === undefined ? new Float64Array() : toLogits(layers, vector);
  const [words = 0, , characters = 0] = vector.known;
  const shared = toShared(contents, content, intents.length);
  return {
    margins: all.subarray(0, intents.length),
    outside: all[intents.length] ?? -1,
    logits: logits.subarray(0, intents.length),
    logitOutside: logits[intents.length],
    activations: network?.activate(stems, intents) ?? new Float64Array(),
    known: [words, characters],
    shared,
    unsaid: toUnsaid(intents, shared),
    sharedByAny: content.filter((stem) => contents.has(stem)).length / Math.max(1, content.length),
  };
}

/**
 * For each class the examples of it and those of others that might be taken for it: with many classes the rest only
 * costs time. Nothing where the classes are few.
 */
function rivalRows(
  layers: Layers,
  rows: SparseRows,
  { labels, classes }: { readonly labels: Int32Array; readonly classes: number },
): Int32Array[] | undefined {
  if (classes <= mostRivals) return undefined;
  const found: number[][] = Array.from({ length: classes }, () => []);
  for (let row = 0; row < rows.count; row += 1) {
    const logits = toLogits(layers, rowOf(rows, row));
    const least = Float64Array.from(logits).sort()[classes - mostRivals] ?? 0;
    found.forEach((own, label) => {
      if (label === labels[row] || (logits[label] ?? 0) >= least) own.push(row);
    });
  }
  return found.map((own) => Int32Array.from(own));
}

function toContents(prepared: readonly Prepared[], labels: Int32Array, intents: number): Contents {
  const found = new Map<number, Set<number>>();
  prepared.forEach(({ features: { content } }, row) => {
    const label = labels[row] ?? intents;
    if (label >= intents) return;
    for (const stem of content) {
      const own = found.get(stem) ?? new Set();
      found.set(stem, own.add(label));
    }
  });
  return new Map([...found].map(([stem, own]) => [stem, [...own]]));
}

/** For each intent that is said by itself the share of what the text is about that it has nothing to do with. */
function toUnsaid(intents: readonly string[], shared: Float64Array): Float64Array {
  const unsaid = new Float64Array(intents.length);
  for (const intent of saidAlone) {
    const label = intents.indexOf(intent);
    if (label >= 0) unsaid[label] = 1 - (shared[label] ?? 0);
  }
  return unsaid;
}

/** For each intent the share of what the text is about that its examples have. */
function toShared(contents: Contents, content: readonly number[], intents: number): Float64Array {
  const shared = new Float64Array(intents);
  const worth = 1 / Math.max(1, content.length);
  for (const stem of content) {
    for (const label of contents.get(stem) ?? []) shared[label] = (shared[label] ?? 0) + worth;
  }
  return shared;
}
