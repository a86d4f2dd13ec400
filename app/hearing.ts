import { join } from "node:path";
import type { Config } from "../config/index.js";
import type { Locale } from "../contract/index.js";
import type { Wording } from "../knowledge/index.js";
import {
  createLanguageDetector,
  createRecognizer,
  createStemmer,
  createWorkerTrainer,
  type DetectLanguage,
  type Recognition,
  type Recognizer,
} from "../nlp/index.js";
import { createModelCache } from "./understanding.js";

/** What a sentence may mean, with the words that admins say mean the same. */
export type Recognize = (text: string, language: Locale) => Recognition;

/** More than a sentence: words for one another are looked up in what is considered of a text alone. */
const maxChars = 2000;

/** What hears in three languages; it understands nothing before it was trained. */
export function createEars({
  config,
  trainingWorker,
  modelsFolder,
}: {
  readonly config: Pick<Config, "store">;
  readonly trainingWorker?: URL | undefined;
  readonly modelsFolder?: string | undefined;
}) {
  const stemmer = createStemmer();
  const recognizer = createRecognizer({
    cache: createModelCache(join(config.store.dataDir, "models"), modelsFolder),
    stemmer,
    ...(trainingWorker === undefined ? {} : { train: createWorkerTrainer(trainingWorker) }),
  });
  return { stemmer, recognizer, detectLanguage: createLanguageDetector() };
}

/**
 * Hears a sentence as it was written, and with admins' words put in for one another; the reading that is surest of
 * something counts. Nothing has to be trained anew for a word.
 */
export function createRecognize(parts: {
  readonly recognizer: Pick<Recognizer, "recognize">;
  readonly wording: Pick<Wording, "readings">;
}): Recognize {
  const { recognizer, wording } = parts;
  return (text, language) => {
    const written = recognizer.recognize(text, { language });
    const others = wording
      .readings(text.slice(0, maxChars), language)
      .map((reading) => recognizer.recognize(reading, { language }));
    const best = others.reduce((most, one) => (surest(one) > surest(most) ? one : most), written);
    return { ...best, entities: written.entities };
  };
}

const surest = ({ candidates }: Recognition) => candidates[0]?.score ?? 0;

/** A language is changed in the middle of a talk only by words that leave no doubt. */
const sureOfLanguage = 0.8;

/** The language of a text in a talk that is held in `prior`. */
export function spokenIn(detect: DetectLanguage, text: string, prior: Locale): Locale {
  const { language, confidence } = detect(text, { prior });
  return confidence >= sureOfLanguage ? language : prior;
}

/**
 * What a sentence may mean in a talk held in `prior`. Words that leave a doubt ("hello") count in the language they
 * rather belong to where they mean something there, and less in that of the talk.
 */
export function createHear(parts: {
  readonly recognize: Recognize;
  readonly recognizer: Pick<Recognizer, "threshold">;
  readonly detectLanguage: DetectLanguage;
}): (text: string, prior: Locale) => Recognition {
  const { recognize, recognizer } = parts;
  return (text, prior) => {
    const rather = parts.detectLanguage(text, { prior });
    if (rather.confidence >= sureOfLanguage) return recognize(text, rather.language);
    const own = recognize(text, prior);
    if (rather.language === prior) return own;
    const other = recognize(text, rather.language);
    return surest(other) > Math.max(surest(own), recognizer.threshold) ? other : own;
  };
}
