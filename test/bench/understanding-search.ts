import { readFileSync } from "node:fs";
import { z } from "zod";
import { localeSchema } from "../../contract/index.js";
import { createSearch } from "../../knowledge/search.js";
import { createStemmer } from "../../nlp/index.js";

const setSchema = z.object({
  name: z.string(),
  lang: localeSchema,
  docs: z.array(z.object({ id: z.string(), title: z.string(), body: z.string() })),
  queries: z.array(z.object({ id: z.string(), text: z.string(), rel: z.record(z.string(), z.number()) })),
});
type SearchSet = z.infer<typeof setSchema>;

const places = 10;

/** Asks the product's search all queries of a set; one line of figures. */
export function measureSearch(path: string) {
  const set = setSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const search = indexed(set);
  const judged = set.queries.map(({ text, rel }) => {
    const started = performance.now();
    const found = search.search(text, { language: set.lang, permits: () => true, limit: places });
    return { rel, ids: found.map(({ id }) => id), ms: performance.now() - started };
  });
  const times = judged.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    set: set.name,
    ndcg10: mean(judged.map(({ ids, rel }) => gain(ids, rel) / idealGain(rel))),
    mrr10: mean(judged.map(({ ids, rel }) => 1 / (1 + firstRelevant(ids, rel)))),
    recall5: mean(judged.map(({ ids, rel }) => recall(ids.slice(0, 5), rel))),
    p50Ms: times[Math.floor(times.length * 0.5)],
    p99Ms: times[Math.floor(times.length * 0.99)],
    heapMb: Math.round(process.memoryUsage().heapUsed / 1e6),
  };
}

function indexed(set: SearchSet) {
  const stemmer = createStemmer();
  const search = createSearch({ tokenize: stemmer.stems });
  for (const { id, title, body } of set.docs) {
    search.add({
      id,
      title,
      body,
      language: set.lang,
      visibility: "public",
      state: "published",
      groupIds: [],
    });
  }
  return search;
}

function gain(ids: readonly string[], rel: Record<string, number>): number {
  return ids.reduce((sum, id, place) => sum + (2 ** (rel[id] ?? 0) - 1) / Math.log2(place + 2), 0);
}

function idealGain(rel: Record<string, number>): number {
  const best = Object.entries(rel).sort(([, a], [, b]) => b - a);
  return gain(
    best.slice(0, places).map(([id]) => id),
    rel,
  );
}

function firstRelevant(ids: readonly string[], rel: Record<string, number>): number {
  const place = ids.findIndex((id) => (rel[id] ?? 0) > 0);
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}

function recall(ids: readonly string[], rel: Record<string, number>): number {
  const relevant = Object.values(rel).filter((grade) => grade > 0).length;
  return ids.filter((id) => (rel[id] ?? 0) > 0).length / relevant;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
