import { builtInExamples, modelHash, type Recognizer } from "../nlp/index.js";
import type { ActivityCatalog } from "../tickets/index.js";
import { toExamples } from "./understanding.js";

export interface Training {
  isTrained(): boolean;
  /** Trains when what the desk teaches has changed since; the old model answers meanwhile. */
  refresh(): Promise<void>;
}

/** Teaches the recognizer the built-in intents and the desk's activities. */
export function createTraining(parts: {
  readonly recognizer: Recognizer;
  readonly catalog: ActivityCatalog;
}): Training {
  let taught: string | undefined;
  return {
    isTrained: () => taught !== undefined,
    refresh: async () => {
      const activities = await parts.catalog.activities();
      const examples = [
        ...builtInExamples(),
        ...activities.flatMap(({ id, name, samples }) => toExamples({ id, names: name, samples })),
      ];
      const hash = modelHash(examples);
      if (hash === taught) return;
      await parts.recognizer.train(examples);
      taught = hash;
    },
  };
}
