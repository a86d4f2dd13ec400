import type { Locale } from "../contract/index.js";
import type { Example } from "./examples.js";
import { wordHashes } from "./features.js";
import { toSound } from "./language/sound.js";
import type { Stemmer } from "./language/stems.js";
import { toWords } from "./language/words.js";
import type { Model } from "./model.js";

/** Why an intent is a candidate: shown to agents and admins, never used to decide. */
export interface Reason {
  /** The example of the intent that is most like the text. */
  readonly example?: string;
  /** The words of the text that spoke for the intent, strongest first, at most three. */
  readonly words: readonly string[];
}

export type Explainer = (text: string, language: Locale, intent: string) => Reason;

/** A text as reasons are looked for in it. */
interface Said {
  readonly text: string;
  readonly language: Locale;
  readonly words: readonly string[];
  readonly stems: ReadonlySet<string>;
  /** For each word. */
  readonly features: readonly (readonly number[])[];
}

interface Stemmed {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

const mostWords = 3;
/** More than this many examples of one intent are sampled: the reason has to be near, not nearest. */
const mostCompared = 150;

/** Looks for reasons in the model's examples and weights. */
export function createExplainer(model: Model, stemmer: Stemmer): Explainer {
  const byIntent = groupByIntent(model.examples, stemmer);
  const labelOf = new Map(model.classifier.intents.map((intent, label) => [intent, label]));
  const classes = model.classifier.intents.length + (model.classifier.hasOutOfScope ? 1 : 0);

  /** All candidates for one text are explained one after the other. */
  let last: Said | undefined;

  function toSaid(text: string, language: Locale): Said {
    const words = [...new Set(toWords(text))];
    return {
      ...{ text, language, words, stems: new Set(words.map((word) => stemmer.stem(word, language))) },
      features: words.map((word) => featuresOf(word, toSound(stemmer.stem(word, language), language))),
    };
  }

  /** Where the features that a word brings stand in the model, as far as it has them. */
  function featuresOf(word: string, sound: string): number[] {
    const { vocabulary } = model.classifier.vectorizer;
    return wordHashes(word, sound).flatMap((feature) => vocabulary.get(feature) ?? []);
  }

  return (text, language, intent) => {
    if (last?.text !== text || last.language !== language) last = toSaid(text, language);
    const { words, stems, features } = last;
    const label = labelOf.get(intent) ?? 0;
    const weights = features.map((own) => own.reduce((sum, index) => sum + weightOf(index, label), 0));
    return {
      ...nearest(byIntent.get(intent) ?? [], stems),
      words: speakingWords(words, weights),
    };
  };

  function weightOf(index: number, label: number): number {
    const { weights, vectorizer } = model.classifier;
    return (weights[index * classes + label] ?? 0) * (vectorizer.rarity[index] ?? 0);
  }
}

function groupByIntent(examples: readonly Example[], stemmer: Stemmer): Map<string, Stemmed[]> {
  const byIntent = new Map<string, Stemmed[]>();
  for (const { intent, text, language } of examples) {
    const own = byIntent.get(intent) ?? [];
    if (own.length < mostCompared) {
      own.push({ text, stems: new Set(stemmer.stems(text, language)) });
    }
    byIntent.set(intent, own);
  }
  return byIntent;
}

function nearest(examples: readonly Stemmed[], stems: ReadonlySet<string>): { example?: string } {
  let best: { example?: string; likeness: number } = { likeness: 0 };
  for (const candidate of examples) {
    let shared = 0;
    for (const stem of stems) {
      shared += candidate.stems.has(stem) ? 1 : 0;
    }
    const likeness = shared / (candidate.stems.size + stems.size - shared || 1);
    if (likeness > best.likeness) {
      best = { example: candidate.text, likeness };
    }
  }
  return best.example === undefined ? {} : { example: best.example };
}

function speakingWords(words: readonly string[], weights: readonly number[]): string[] {
  return words
    .map((word, at) => ({ word, weight: weights[at] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWords)
    .map(({ word }) => word);
}
