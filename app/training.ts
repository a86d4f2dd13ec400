import {
  builtInExamples,
  builtInIntents,
  type Example,
  modelHash,
  outOfScopeIntent,
  type Recognizer,
  toWords,
} from "../nlp/index.js";
import type { ActivityCatalog } from "../tickets/index.js";
import { toExamples } from "./understanding.js";

/** One training and what came of it. */
export interface TrainingReport {
  readonly at: number;
  readonly outcome: "trained" | "cached" | "failed";
  /** Hash of what was taught. */
  readonly model: string;
  readonly examples: number;
  readonly intents: number;
  readonly tookMs: number;
  readonly threshold: number | undefined;
  readonly reason: string | undefined;
}

export interface TrainingState {
  readonly running: { readonly since: number; readonly examples: number } | undefined;
  /** Hash of the model that answers; empty before the first. */
  readonly model: string;
  readonly examples: number;
  readonly intents: number;
  /** Why the newest training gave no model. */
  readonly failed: string | undefined;
}

export interface Training {
  isTrained(): boolean;
  state(): TrainingState;
  /** Trains when what the desk teaches has changed since; the old model answers meanwhile. */
  refresh(): Promise<void>;
  /** Told whenever another model has begun to answer. */
  onTrained(listener: () => void): void;
  /** As `refresh`, and also what failed before is tried again. */
  retry(): Promise<void>;
}

const shortestTelling = 4;
/** What failed is not tried again and again: it would keep a core busy. */
const retryMs = 600_000;

/** Teaches the recognizer the built-in intents, the desk's activities, and what admins have taught it. */
export function createTraining(parts: {
  readonly recognizer: Recognizer;
  readonly catalog: Pick<ActivityCatalog, "activities">;
  readonly taught?: () => Promise<readonly Example[]>;
  readonly now?: () => number;
  readonly report?: (report: TrainingReport) => Promise<void>;
}): Training {
  const {
    recognizer,
    catalog,
    taught = async () => [],
    now = Date.now,
    report = async () => undefined,
  } = parts;
  const blank: TrainingState = { running: undefined, model: "", examples: 0, intents: 0, failed: undefined };
  let state = blank;
  let failed: { readonly hash: string; readonly at: number } | undefined;
  let learnt: Lesson | undefined;
  let queue: Promise<void> = Promise.resolve();
  const listeners: (() => void)[] = [];

  async function run(): Promise<void> {
    const activities = await catalog.activities();
    const extra = await taught();
    const lesson = { activities, extra: JSON.stringify(extra) };
    // Putting the examples together takes a while with many activities, and this is asked every few seconds.
    if (state.model !== "" && isSame(lesson, learnt)) return;
    const own = activities.flatMap(({ id, name, samples }) => toExamples({ id, names: name, samples }));
    const examples = withTaught(deskExamples(own), extra, activities);
    const hash = modelHash(examples);
    if (hash === state.model) {
      learnt = lesson;
      return;
    }
    if (failed?.hash === hash && now() - failed.at < retryMs) return;
    const intents = new Set(examples.map(({ intent }) => intent)).size;
    const told = { at: now(), model: hash, examples: examples.length, intents };
    const since = performance.now();
    const took = () => ({ tookMs: Math.round(performance.now() - since) });
    state = { ...state, running: { since: told.at, examples: examples.length } };
    try {
      const outcome = await recognizer.train(examples);
      failed = undefined;
      learnt = lesson;
      state = { ...blank, model: hash, examples: examples.length, intents };
      await report({ ...told, outcome, ...took(), threshold: recognizer.threshold, reason: undefined });
      for (const listener of listeners) listener();
    } catch (error) {
      failed = { hash, at: now() };
      const reason = error instanceof Error ? error.message : String(error);
      state = { ...state, running: undefined, failed: reason };
      await report({ ...told, outcome: "failed", ...took(), threshold: undefined, reason });
      throw error;
    }
  }

  /** One after the other: a second training of the same examples would be work for nothing. */
  function refresh(): Promise<void> {
    const turn = queue.then(run);
    queue = turn.catch(() => undefined);
    return turn;
  }

  return {
    isTrained: () => state.model !== "",
    state: () => state,
    refresh,
    onTrained: (listener) => void listeners.push(listener),
    retry: () => {
      failed = undefined;
      return refresh();
    },
  };
}

/** What the present model was taught from. */
interface Lesson {
  readonly activities: readonly object[];
  readonly extra: string;
}

function isSame(one: Lesson, other: Lesson | undefined): boolean {
  return one.activities === other?.activities && one.extra === other.extra;
}

/** What an admin taught of a sentence beats all else that is said of it; what is offered no more is not taught. */
function withTaught(
  examples: readonly Example[],
  taught: readonly Example[],
  activities: readonly { readonly id: string }[],
): Example[] {
  const known = new Set<string>([...builtInIntents, ...activities.map(({ id }) => `activity:${id}`)]);
  const useful = taught.filter(({ intent }) => known.has(intent));
  const keyOf = ({ language, text }: Example) => `${language} ${text.toLowerCase()}`;
  const said = new Set(useful.map(keyOf));
  return [...examples.filter((one) => !said.has(keyOf(one))), ...useful];
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
