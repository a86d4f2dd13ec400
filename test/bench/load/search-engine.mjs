import { askedOf, createArticles } from "../desk/search-stock.mjs";
import { percentile } from "../figures.mjs";
import { engines } from "../servers/search-engines.mjs";

/** Beyond this no more questions are asked: fuse.js takes seconds for each. */
const mostSeconds = 20;
const questions = 400;
const warmUp = 20;
const changes = 200;

const [engine, size] = process.argv.slice(2);

/** Measures one index at one size in this process, and says the figures in one line. */
async function main() {
  const create = await engines[engine]();
  const before = held();
  const articles = createArticles(Number(size));
  const withArticles = held() - before;
  const building = process.cpuUsage();
  const index = create(articles);
  const buildSeconds = cpuMs(building) / 1000;
  const memoryMb = (held() - before - withArticles) / 2 ** 20;
  const asked = askedOf(articles, questions);
  const until = performance.now() + mostSeconds * 1000;
  const quick = asked.slice(0, warmUp).filter(({ text }) => performance.now() < until && index.find(text));
  const figures = [];
  for (const { text, id } of asked) {
    if (figures.length > 0 && performance.now() > until) break;
    figures.push(ask(index, text, id));
  }
  const change = quick.length < warmUp ? undefined : changed(index, articles);
  const result = {
    cpu: spread(figures.map((one) => one.cpu)),
    clock: spread(figures.map((one) => one.clock)),
    // One right answer: its gain at the place where it stands.
    ndcg: (100 * figures.reduce((sum, { place }) => sum + gainAt(place), 0)) / figures.length,
    ...{ buildSeconds, memoryMb, change, questions: figures.length },
  };
  console.log(`RESULT ${JSON.stringify(result)}`);
}

function ask(index, text, id) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const found = index.find(text);
  const clock = performance.now() - started;
  return { cpu: cpuMs(cpu), clock, place: found.indexOf(id) };
}

function changed(index, articles) {
  if (index.change === undefined) return undefined;
  const step = Math.max(1, Math.floor(articles.length / changes));
  const times = articles
    .filter((_, at) => at % step === 0)
    .map((article) => {
      const cpu = process.cpuUsage();
      index.change({ ...article, body: `${article.body} Changed since.` });
      return cpuMs(cpu);
    });
  return spread(times);
}

function gainAt(place) {
  return place < 0 || place > 9 ? 0 : 1 / Math.log2(place + 2);
}

function spread(values) {
  return { p50: percentile(values, 0.5), p99: percentile(values, 0.99) };
}

function cpuMs(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function held() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

await main();
// The parent ends it when it has read the line.
setInterval(() => undefined, 60_000);
