import { readFileSync } from "node:fs";
import { z } from "zod";
import { localeSchema } from "../../contract/index.js";
import { createRecognizer, outOfScopeIntent, type Recognizer } from "../../nlp/index.js";

const labelled = z.array(z.tuple([z.string(), z.string()]));
const setSchema = z.object({
  name: z.string(),
  lang: localeSchema,
  train: labelled,
  val: labelled,
  test: labelled,
  train_oos: z.array(z.string()).default([]),
  val_oos: z.array(z.string()).default([]),
  test_oos: z.array(z.string()).default([]),
});
type IntentSet = z.infer<typeof setSchema>;
interface Verdict {
  readonly best: string | undefined;
  readonly score: number;
  readonly ms: number;
}

/** Trains the product's recogniser on the training part of a set and judges it on the named part; one line of figures. */
export async function measureIntents(path: string, part: "val" | "test", shots = Number.POSITIVE_INFINITY) {
  const set = setSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const recognizer = createRecognizer();
  const started = performance.now();
  await recognizer.train(toExamples(set, shots));
  const trainSeconds = (performance.now() - started) / 1000;
  const inside = set[part].map(([text, intent]) => ({ intent, ...verdict(recognizer, text, set) }));
  const outside = set[`${part}_oos`].map((text) => verdict(recognizer, text, set));
  return {
    set: set.name,
    part,
    ...figures(inside, outside, recognizer.threshold),
    trainSeconds,
    ...cost(inside),
  };
}

function toExamples(set: IntentSet, shots: number) {
  const taken = new Map<string, number>();
  const inScope = set.train.filter(([, intent]) => {
    const count = (taken.get(intent) ?? 0) + 1;
    taken.set(intent, count);
    return count <= shots;
  });
  return [
    ...inScope.map(([text, intent]) => ({ intent, language: set.lang, text })),
    ...set.train_oos.map((text) => ({ intent: outOfScopeIntent, language: set.lang, text })),
  ];
}

function verdict(recognizer: Recognizer, text: string, set: IntentSet): Verdict {
  const started = performance.now();
  const [first] = recognizer.recognize(text, { language: set.lang }).candidates;
  return { best: first?.intent, score: first?.score ?? 0, ms: performance.now() - started };
}

function figures(inside: (Verdict & { intent: string })[], outside: Verdict[], threshold: number) {
  const right = inside.filter(({ best, intent }) => best === intent);
  const answered = right.filter(({ score }) => score >= threshold).length;
  const refused = outside.filter(({ score }) => score < threshold).length;
  const refusedAll = refused + inside.filter(({ score }) => score < threshold).length;
  return {
    accuracy: percent(right.length, inside.length),
    inScopeAccuracy: percent(answered, inside.length),
    outOfScopeRecall: percent(refused, outside.length),
    outOfScopePrecision: percent(refused, refusedAll),
    joint: percent(answered + refused, inside.length + outside.length),
    auroc: areaUnderCurve(inside, outside),
    threshold,
  };
}

function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((10_000 * part) / whole) / 100;
}

function areaUnderCurve(inside: Verdict[], outside: Verdict[]): number | undefined {
  const all = [
    ...inside.map((one) => ({ ...one, inside: 1 })),
    ...outside.map((one) => ({ ...one, inside: 0 })),
  ];
  let below = 0;
  let won = 0;
  for (const one of all.sort((a, b) => a.score - b.score)) {
    won += one.inside * below;
    below += 1 - one.inside;
  }
  return percent(won, inside.length * outside.length);
}

function cost(verdicts: Verdict[]) {
  const times = verdicts.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(3));
  return { p50Ms: at(0.5), p99Ms: at(0.99), heapMb: Math.round(process.memoryUsage().rss / 1e6) };
}
