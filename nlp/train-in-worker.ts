import { Worker } from "node:worker_threads";
import type { Train } from "./train.js";

/** Heap of the worker; far more than any desk needs, and an end to a training that runs away. */
const maxHeapMb = 1024;

/**
 * Trains on a thread of its own, so that the thread that answers never waits. `entry` is the compiled
 * `training-worker.js`. The thread ends with the training.
 */
export function createWorkerTrainer(entry: URL): Train {
  return ({ examples, seed }) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(entry, {
        workerData: { examples, seed },
        // Its one voice is a warning of an old logger inside nlp.js; failures arrive as errors.
        stderr: true,
        resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
      });
      worker.once("message", (bytes: unknown) => {
        if (bytes instanceof Uint8Array) resolve(bytes);
        else reject(new Error("The training gave no model."));
      });
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`The training ended early with code ${code}.`)));
    });
}
