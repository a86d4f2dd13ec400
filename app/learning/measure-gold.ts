import { createHash } from "node:crypto";
import { type Confusion, goldRunSchema, type Locale, locales } from "../../contract/index.js";
import { outOfScopeIntent, type Recognizer } from "../../nlp/index.js";
import { fromJson, newId, type Store, toJson } from "../../store/index.js";
import type { Gold, StoredGold } from "./gold.js";
import { missesSchema } from "./gold.js";
import type { JudgeSentence } from "./judge-sentence.js";
import type { Meanings } from "./meanings.js";

/** Measures the assistant with the gold set. */
export interface GoldMeter {
  /** Once for each model, set and search words, on whichever node comes first; nothing where there is no set. */
  look(signal: AbortSignal): Promise<void>;
  /** Now, whatever was measured before. */
  run(signal?: AbortSignal): Promise<void>;
  /** What the newest run took for something else. */
  confusions(locale: Locale): Promise<Confusion[]>;
}

/** A conversational intent acts from here on, before anything is looked for. */
const sureWish = 0.5;
const firstShown = 3;
const nothing = "nothing";
const mostExamples = 5;

export function createGoldMeter(parts: {
  readonly store: Store;
  readonly gold: Gold;
  readonly meanings: Meanings;
  readonly judgeSentence: JudgeSentence;
  readonly recognizer: Pick<Recognizer, "threshold">;
  readonly model: () => string;
  /** Names what else the outcome hangs on. */
  readonly stamp: () => string;
  readonly now: () => number;
}): GoldMeter {
  const { store, gold, judgeSentence, recognizer, now } = parts;
  let running: Promise<void> | undefined;

  async function measure(sentences: readonly StoredGold[], key: string, signal?: AbortSignal): Promise<void> {
    const model = parts.model();
    const misses: { id: string; got: string }[] = [];
    for (const sentence of sentences) {
      // Between two sentences the thread serves people, and a stop is heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) return;
      const got = await missOf(sentence);
      if (got !== undefined) misses.push({ id: sentence.id, got });
    }
    const missed = new Set(misses.map(({ id }) => id));
    const isRight = ({ id }: StoredGold) => !missed.has(id);
    const byLanguage = locales.flatMap((language) => {
      const own = sentences.filter((one) => one.language === language);
      return own.length === 0 ? [] : [{ language, total: own.length, correct: own.filter(isRight).length }];
    });
    await store.db
      .insertInto("gold_run")
      .values({
        ...{ id: newId(), at: now(), key, model, total: sentences.length },
        correct: sentences.length - misses.length,
        threshold: recognizer.threshold,
        by_language_json: toJson(goldRunSchema.shape.byLanguage.parse(byLanguage)),
        misses_json: toJson(misses),
      })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
  }

  /** What was taken for the sentence, where that is none of what is right. */
  async function missOf({ text, language, expected }: StoredGold): Promise<string | undefined> {
    const { judged, heard } = await judgeSentence(text, language);
    const [best] = heard.intents;
    const isWish =
      best !== undefined &&
      !best.intent.startsWith("activity:") &&
      best.score >= Math.max(sureWish, heard.threshold);
    const { articles, activities } = judged.offered;
    const shown = [
      ...articles.map(({ id, score }) => ({ target: `article:${id}`, score })),
      ...activities.map(({ intent, score }) => ({ target: intent, score })),
    ].sort((a, b) => b.score - a.score);
    const first = judged.verdict === "fallback" ? [] : shown.slice(0, firstShown).map(({ target }) => target);
    const got = isWish ? best.intent : (first[0] ?? nothing);
    const isRight =
      (expected.includes(outOfScopeIntent) && (judged.verdict !== "answered" || isWish)) ||
      (best !== undefined && expected.includes(best.intent) && !best.intent.startsWith("activity:")) ||
      (!isWish && first.some((target) => expected.includes(target)));
    return isRight ? undefined : got;
  }

  return {
    look: async (signal) => {
      if (parts.model() === "") return;
      const sentences = await gold.all();
      if (sentences.length === 0) return;
      const key = createHash("sha256")
        .update(`${parts.model()} ${parts.stamp()} ${JSON.stringify(sentences)}`)
        .digest("hex");
      const done = await store.db
        .selectFrom("gold_run")
        .select("id")
        .where("key", "=", key)
        .executeTakeFirst();
      if (done === undefined) await measure(sentences, key, signal);
    },
    run: (signal) => {
      // Who asks while one is under way gets that one's outcome.
      running ??= gold
        .all()
        .then((sentences) => measure(sentences, newId(), signal))
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    confusions: async (locale) => {
      const last = await store.db
        .selectFrom("gold_run")
        .select("misses_json")
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      const misses = last === undefined ? [] : fromJson(missesSchema, last.misses_json);
      const sentences = new Map((await gold.all()).map((one) => [one.id, one]));
      const wrong = misses.flatMap(({ id, got }) => {
        const sentence = sentences.get(id);
        return sentence === undefined
          ? []
          : [{ meant: sentence.expected[0] ?? "", got, text: sentence.text }];
      });
      const nameOf = await parts.meanings.names(
        wrong.flatMap(({ meant, got }) => [meant, got]),
        locale,
      );
      const pairs = new Map<string, Confusion>();
      for (const { meant, got, text } of wrong) {
        const key = `${meant} ${got}`;
        const known = pairs.get(key);
        pairs.set(key, {
          source: "gold",
          meant: nameOf(meant),
          taken: nameOf(got),
          count: (known?.count ?? 0) + 1,
          examples: [...(known?.examples ?? []), text].slice(0, mostExamples),
        });
      }
      return [...pairs.values()];
    },
  };
}
