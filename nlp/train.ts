import type { Example } from "./examples.js";
import { createFeatureExtractor } from "./features.js";
import { createFillers } from "./language/fillers.js";
import { createStemmer, type Stemmer } from "./language/stems.js";
import { trainModel } from "./model.js";
import { toBytes } from "./snapshot.js";

export interface TrainingWish {
  readonly examples: readonly Example[];
  readonly seed: number;
}

/** Trains a model and gives it as bytes; rejects with the reason when it cannot. */
export type Train = (wish: TrainingWish) => Promise<Uint8Array>;

/** Trains on the thread that calls: for tests and for the worker, which has a thread of its own. */
export function createTrainer(stemmer: Stemmer = createStemmer()): Train {
  const extract = createFeatureExtractor(stemmer, createFillers(stemmer));
  return async ({ examples, seed }) => toBytes(await trainModel(examples, extract, seed));
}
