import type { Locale } from "../contract/index.js";
import { untriedCalibration } from "./calibration.js";
import { type Entities, findEntities } from "./entities.js";
import type { Example } from "./examples.js";
import { createFeatureExtractor, type FeatureExtractor } from "./features.js";
import { createFillers } from "./language/fillers.js";
import { createStemmer, type Stemmer } from "./language/stems.js";
import { type Model, type Ranked, rank } from "./model.js";
import { createExplainer, type Explainer, type Reason } from "./reasons.js";
import { fromBytes, modelHash, toBytes } from "./snapshot.js";
import { createTrainer, type Train } from "./train.js";

/** Where trained models are kept between starts; reading answers `undefined` for what is not there. */
export interface ModelCache {
  read(hash: string): Promise<Uint8Array | undefined>;
  write(hash: string, bytes: Uint8Array): Promise<void>;
}

export interface RecognizerOptions {
  readonly seed?: number;
  readonly cache?: ModelCache;
  readonly stemmer?: Stemmer;
  /** Trains elsewhere (`createWorkerTrainer`); without it training blocks the thread that calls. */
  readonly train?: Train;
}

export interface Candidate {
  readonly intent: string;
  /** Calibrated probability, 0..1. */
  readonly score: number;
  /** Looked for when it is first read, in the model that recognized. */
  readonly why: Reason;
}

/** What one text may mean: at most five candidates, best first, and the probability that it is none of them. */
export interface Recognition {
  readonly language: Locale;
  readonly candidates: readonly Candidate[];
  readonly outOfScope: number;
  readonly entities: Entities;
}

/**
 * Recognizes intents in English, Spanish and Portuguese. Deterministic: the same examples and seed give the same
 * answers. Until trained, and for text without a word in it, there are no candidates and `outOfScope` is 1.
 */
export class Recognizer {
  readonly #seed: number;
  readonly #cache: ModelCache | undefined;
  readonly #stemmer: Stemmer;
  readonly #extract: FeatureExtractor;
  readonly #train: Train;
  #model: Model | undefined;
  #explain: Explainer | undefined;

  constructor({ seed = 1, cache, stemmer = createStemmer(), train }: RecognizerOptions) {
    this.#seed = seed;
    this.#cache = cache;
    this.#stemmer = stemmer;
    this.#train = train ?? createTrainer(stemmer);
    this.#extract = createFeatureExtractor(stemmer, createFillers(stemmer));
  }

  /** The score from which on a candidate counts as understood, drawn from the training examples by cross-validation. */
  get threshold(): number {
    return this.#model?.calibration.threshold ?? untriedCalibration.threshold;
  }

  /** Takes the model of these examples from the cache, or trains it and puts it there. The old model answers until then, and after a training that failed. */
  async train(examples: readonly Example[]): Promise<"cached" | "trained"> {
    const hash = modelHash(examples, this.#seed);
    const stored = await this.#cache?.read(hash);
    if (stored !== undefined && this.load(stored)) {
      return "cached";
    }
    const bytes = await this.#train({ examples, seed: this.#seed });
    if (!this.load(bytes)) throw new Error("The training gave a model that cannot be read.");
    await this.#cache?.write(hash, bytes);
    return "trained";
  }

  recognize(text: string, { language }: { readonly language: Locale }): Recognition {
    const entities = findEntities(text);
    if (this.#model === undefined) {
      return { language, candidates: [], outOfScope: 1, entities };
    }
    const { ranked, outOfScope } = rank(this.#model, this.#extract(text, language));
    const explain = this.#explain;
    const candidates = ranked.map((one) =>
      explained(one, () => explain?.(text, language, one.intent) ?? { words: [] }),
    );
    return { language, candidates, outOfScope, entities };
  }

  /** The trained model as bytes, or `undefined` before training. */
  serialize(): Uint8Array | undefined {
    return this.#model === undefined ? undefined : toBytes(this.#model);
  }

  /** Takes over a serialized model; answers false, and changes nothing, where the bytes are not one of this version. */
  load(bytes: Uint8Array): boolean {
    const model = fromBytes(bytes);
    if (model !== undefined) {
      this.#use(model);
    }
    return model !== undefined;
  }

  /** Lets go of the model. */
  dispose(): void {
    this.#model = undefined;
    this.#explain = undefined;
  }

  #use(model: Model): void {
    this.#model = model;
    this.#explain = createExplainer(model, this.#stemmer);
  }
}

/** Deciding needs no reasons, and looking for them takes longer than deciding. */
function explained(ranked: Ranked, explain: () => Reason): Candidate {
  let found: Reason | undefined;
  return {
    ...ranked,
    get why() {
      found ??= explain();
      return found;
    },
  };
}

export function createRecognizer(options: RecognizerOptions = {}): Recognizer {
  return new Recognizer(options);
}
