import { type Example, outOfScopeIntent } from "./examples.js";
import type { Features } from "./features.js";
import { trainSvm } from "./linear/svm.js";
import { fitVectorizer, type Vectorizer } from "./linear/vectorizer.js";
import { indexOfGreatest, toMargins, toRows } from "./linear/vectors.js";
import type { Network } from "./network.js";

/** Said in reaction to something: whoever says more than that ("no mail today") means something else. */
const reactions: readonly (string | undefined)[] = ["yes", "no", "cancel"];
const reactionPenalty = 0.6;
const cost = 1;
const positiveCost = 2;

/** An example with its features taken out. */
export interface Prepared {
  readonly example: Example;
  readonly features: Features;
}

/** Linear models over TF-IDF features, one margin an intent, and one for "none of them" where there are examples of that. */
export interface Classifier {
  readonly intents: readonly string[];
  readonly hasOutOfScope: boolean;
  readonly vectorizer: Vectorizer;
  readonly weights: Float32Array;
  /** What the examples of each intent are about. */
  readonly contents: readonly ReadonlySet<number>[];
}

/** What each leg of the ensemble says of one text. */
export interface Opinions {
  /** Of the linear models, one for each of `intents`. */
  readonly margins: Float64Array;
  /** Of "none of them". */
  readonly outside: number;
  /** Of the network, one for each of `intents`; empty without one. */
  readonly activations: Float64Array;
  /** Shares of the words and of the character runs that any example has. */
  readonly known: readonly [number, number];
  /** For each intent the share of what the text is about that its examples have. */
  readonly shared: Float64Array;
  readonly sharedByAny: number;
}

export interface Judgement {
  /** One for each of `intents`. */
  readonly margins: Float64Array;
  /** What speaks for the text being in scope at all; see `judge`. */
  readonly evidence: readonly number[];
}

export function trainClassifier(prepared: readonly Prepared[], seed: number): Classifier {
  const vectorizer = fitVectorizer(prepared.map(({ features }) => features.groups));
  const named = new Set(prepared.map(({ example }) => example.intent));
  const hasOutOfScope = named.delete(outOfScopeIntent);
  const intents = [...named].sort();
  const labelOf = new Map(intents.map((intent, label) => [intent, label]));
  const labels = Int32Array.from(prepared, ({ example }) => labelOf.get(example.intent) ?? intents.length);
  const rows = toRows(prepared.map(({ features }) => vectorizer.toVector(features.groups)));
  const classes = intents.length + (hasOutOfScope ? 1 : 0);
  const weights = trainSvm(rows, { labels, classes, features: vectorizer.size, seed, cost, positiveCost });
  const contents = intents.map(() => new Set<number>());
  prepared.forEach(({ features: { content } }, row) => {
    for (const stem of content) contents[labels[row] ?? intents.length]?.add(stem);
  });
  return { intents, hasOutOfScope, vectorizer, weights, contents };
}

export function ask(classifier: Classifier, features: Features, network: Network | undefined): Opinions {
  const { intents, hasOutOfScope, vectorizer, weights, contents } = classifier;
  const { groups, stems, content } = features;
  const all = toMargins(weights, vectorizer.toVector(groups), intents.length + (hasOutOfScope ? 1 : 0));
  const [words, , characters] = groups;
  const shared = Float64Array.from(contents, (own) => shareOf(content, (stem) => own.has(stem)));
  const tooMuchSaid = (label: number) => (isReaction(intents[label]) ? 1 - (shared[label] ?? 0) : 0);
  return {
    margins: all
      .slice(0, intents.length)
      .map((margin, label) => margin - reactionPenalty * tooMuchSaid(label)),
    outside: all[intents.length] ?? -1,
    activations: network?.activate(stems, intents) ?? new Float64Array(),
    known: [shareKnown(vectorizer, words), shareKnown(vectorizer, characters)],
    shared,
    sharedByAny: shareOf(content, (stem) => contents.some((own) => own.has(stem))),
  };
}

/** What the other opinions are worth beside a margin of the linear models; 0 where one is not heard. */
export interface Worths {
  readonly network: number;
  readonly shared: number;
}

/** Joins the opinions. */
export function judge(opinions: Opinions, worths: Worths): Judgement {
  const { activations, outside, known, shared, sharedByAny } = opinions;
  const margins = opinions.margins.map(
    (margin, at) => margin + worths.network * (activations[at] ?? 0) + worths.shared * (shared[at] ?? 0),
  );
  const best = indexOfGreatest(margins);
  const lead = [...toLead(margins), outside];
  const active = worths.network === 0 ? [] : [activations[best] ?? 0];
  return { margins, evidence: [...lead, ...known, shared[best] ?? 0, sharedByAny, ...active] };
}

/** Best margin and its lead over the second. */
function toLead(margins: Float64Array): readonly [number, number] {
  let best = -1;
  let second = -1;
  for (const margin of margins) {
    if (margin > best) {
      second = best;
      best = margin;
    } else if (margin > second) {
      second = margin;
    }
  }
  return [best, best - second];
}

function isReaction(intent: string | undefined): boolean {
  return reactions.includes(intent);
}

function shareOf(content: readonly number[], isThere: (stem: number) => boolean): number {
  return content.filter(isThere).length / Math.max(1, content.length);
}

function shareKnown(vectorizer: Vectorizer, counts: ReadonlyMap<number, number>): number {
  let known = 0;
  for (const feature of counts.keys()) {
    known += vectorizer.vocabulary.has(feature) ? 1 : 0;
  }
  return counts.size === 0 ? 0 : known / counts.size;
}
