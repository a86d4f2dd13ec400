import {
  builtInExamples,
  type Example,
  modelHash,
  outOfScopeIntent,
  type Recognizer,
  toWords,
} from "../nlp/index.js";
import type { ActivityCatalog } from "../tickets/index.js";
import { toExamples } from "./understanding.js";

export interface Training {
  isTrained(): boolean;
  /** Trains when what the desk teaches has changed since; the old model answers meanwhile. */
  refresh(): Promise<void>;
}

const shortestTelling = 4;

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
      const examples = deskExamples(
        activities.flatMap(({ id, name, samples }) => toExamples({ id, names: name, samples })),
      );
      const hash = modelHash(examples);
      if (hash === taught) return;
      await parts.recognizer.train(examples);
      taught = hash;
    },
  };
}

/** The desk's own examples with the built-in ones, less what contradicts them: to a desk for buildings a stuck elevator is no small talk. */
export function deskExamples(own: readonly Example[]): Example[] {
  const served = new Set(
    own.flatMap(({ language, text }) => tellingWords(text).map((word) => language + word)),
  );
  const isServed = ({ language, text }: Example) =>
    tellingWords(text).every((word) => served.has(language + word));
  const builtIn = builtInExamples();
  return [...builtIn.filter((one) => one.intent !== outOfScopeIntent || !isServed(one)), ...own];
}

function tellingWords(text: string): string[] {
  return toWords(text).filter((word) => word.length >= shortestTelling);
}
