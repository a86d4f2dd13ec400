import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, root } from "./build.mjs";

const usage = "Usage: npm run evaluate -- intents FILE.json | search FILE.json";
const locales = ["en", "es", "pt"];

/** Measures the recognizer or the search exactly as they are served, on a set given by path; prints one JSON line. */
async function main([kind, file]) {
  if ((kind !== "intents" && kind !== "search") || file === undefined) throw new Error(usage);
  const set = JSON.parse(readFileSync(file, "utf8"));
  // What building says goes where it does not stand in the way of the one line.
  console.log = console.error;
  ensureBuilt();
  const figures = kind === "intents" ? await evaluateIntents(set) : await evaluateSearch(set);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

async function evaluateIntents(set) {
  const { createRecognizer, createWorkerTrainer, outOfScopeIntent } = await load("nlp/index.js");
  const language = languageOf(set);
  const toExample = ([text, intent]) => ({ text, intent, language });
  const outside = (set.train_oos ?? []).map((text) => toExample([text, outOfScopeIntent]));
  const train = createWorkerTrainer(pathToFileURL(join(root, "dist/server/nlp/training-worker.js")));
  const recognizer = createRecognizer({ train });
  const before = performance.now();
  await recognizer.train([...set.train.map(toExample), ...outside]);
  const trainSeconds = (performance.now() - before) / 1000;

  const times = [];
  const ask = (text) => timed(times, () => recognizer.recognize(text, { language }).candidates[0]);
  for (const [text] of set.test.slice(0, 200)) recognizer.recognize(text, { language });
  const inside = set.test.map(([text, intent]) => ({ intent, best: ask(text) }));
  const others = (set.test_oos ?? []).map((text) => ({ best: ask(text) }));
  return {
    set: set.name,
    ...scopes(inside, others, recognizer.threshold),
    threshold: recognizer.threshold,
    trainSeconds: rounded(trainSeconds),
    ...spent(times),
  };
}

function scopes(inside, others, threshold) {
  const score = ({ best }) => best?.score ?? 0;
  const isRight = ({ intent, best }) => best?.intent === intent;
  const accepted = (one) => score(one) >= threshold;
  const insideRight = inside.filter((one) => accepted(one) && isRight(one)).length;
  const refused = others.filter((one) => !accepted(one)).length;
  const allRefused = refused + inside.filter((one) => !accepted(one)).length;
  return {
    accuracy: percent(inside.filter(isRight).length, inside.length),
    macroF1: percent(macroF1(inside), 1),
    inScopeAccuracy: percent(insideRight, inside.length),
    outOfScopeRecall: others.length === 0 ? null : percent(refused, others.length),
    outOfScopePrecision: others.length === 0 ? null : percent(refused, allRefused || 1),
    joint: percent(insideRight + refused, inside.length + others.length),
    auroc: others.length === 0 ? null : percent(auroc(inside.map(score), others.map(score)), 1),
  };
}

function macroF1(inside) {
  const intents = [...new Set(inside.map(({ intent }) => intent))];
  const all = intents.map((intent) => {
    const right = inside.filter((one) => one.intent === intent && one.best?.intent === intent).length;
    const wanted = inside.filter((one) => one.intent === intent).length;
    const given = inside.filter((one) => one.best?.intent === intent).length;
    return (2 * right) / (wanted + given || 1);
  });
  return all.reduce((sum, one) => sum + one, 0) / (all.length || 1);
}

/** Chance that a sentence in scope scores higher than one out of scope; a tie counts half. */
function auroc(inside, others) {
  const sorted = [...others].sort((a, b) => a - b);
  const below = (score, orEqual) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < score || (orEqual && sorted[middle] === score)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = inside.reduce((sum, score) => sum + (below(score, false) + below(score, true)) / 2, 0);
  return wins / (inside.length * others.length || 1);
}

async function evaluateSearch(set) {
  const { createFillers, createStemmer } = await load("nlp/index.js");
  const { createSearch } = await load("knowledge/index.js");
  const language = languageOf(set);
  const stemmer = createStemmer();
  const tokenize = (text, of) => stemmer.stems(text, of);
  const search = createSearch({ tokenize, isFiller: createFillers(stemmer) });
  for (const { id, title, body } of set.docs) {
    search.add({
      id,
      language,
      title: title ?? "",
      body,
      visibility: "public",
      state: "published",
      groupIds: [],
    });
  }
  const options = { language, permits: () => true, limit: 10 };
  for (const { text } of set.queries.slice(0, 50)) search.search(text, options);
  const times = [];
  const answers = set.queries.map(({ text, rel }) => ({
    grades: timed(times, () => search.search(text, options)).map(({ id }) => rel[id] ?? 0),
    wanted: Object.values(rel).filter((grade) => grade > 0),
  }));
  return {
    set: set.name,
    ndcg10: meanOf(
      answers,
      ({ grades, wanted }) => dcg(grades) / (dcg([...wanted].sort((a, b) => b - a).slice(0, 10)) || 1),
    ),
    mrr10: meanOf(answers, ({ grades }) => 1 / (grades.findIndex((grade) => grade > 0) + 1 || Infinity)),
    recall5: meanOf(
      answers,
      ({ grades, wanted }) => grades.slice(0, 5).filter((grade) => grade > 0).length / (wanted.length || 1),
    ),
    ...spent(times),
  };
}

function dcg(grades) {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

function meanOf(all, figure) {
  return percent(
    all.reduce((sum, one) => sum + figure(one), 0),
    all.length,
  );
}

function languageOf({ lang }) {
  return locales.find((locale) => String(lang).toLowerCase().startsWith(locale)) ?? "en";
}

function load(path) {
  return import(pathToFileURL(join(root, "dist", "server", path)).href);
}

function timed(times, work) {
  const before = performance.now();
  const result = work();
  times.push(performance.now() - before);
  return result;
}

function spent(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50Ms: at(0.5), p99Ms: at(0.99), heapMb: rounded(process.memoryUsage().heapUsed / 2 ** 20) };
}

function percent(part, whole) {
  return rounded((100 * part) / (whole || 1));
}

function rounded(number) {
  return Math.round(number * 1000) / 1000;
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
