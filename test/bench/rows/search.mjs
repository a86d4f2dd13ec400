import { fileURLToPath } from "node:url";
import { judge, show } from "../figures.mjs";
import { startChild } from "../servers/child.mjs";

const sizes = [1_000, 10_000, 100_000];
const engines = ["deskhand", "minisearch", "fuse", "tokens"];
const names = {
  deskhand: "Deskhand",
  minisearch: "MiniSearch alone",
  fuse: "fuse.js alone",
  tokens: "fuse.js alone, token search",
};
/** One question to it takes a minute there, and building it as long. */
const isTooSlow = (engine, size) => engine === "tokens" && size === sizes.at(-1);
const runner = fileURLToPath(new URL("../load/search-engine.mjs", import.meta.url));

/** Search over made-up articles with known answers: the product's index, MiniSearch and fuse.js, each in a process of its own. */
export async function measureSearch() {
  const results = [];
  for (const size of sizes) {
    for (const engine of engines.filter((one) => !isTooSlow(one, size)))
      results.push({ size, engine, ...(await measure(engine, size)) });
  }
  const of = (engine, size) => results.find((one) => one.engine === engine && one.size === size);
  const [own, fuse] = [of("deskhand", sizes.at(-1)), of("fuse", sizes.at(-1))];
  return {
    title: "Search",
    about: [
      "Made-up articles of one language (titles of 4 to 7 words, bodies of some 120 words from a vocabulary of 40,000 as " +
        "frequent as words are), the same for all three; everybody may read everything. Questions use a few words of one " +
        "article, in other endings and order, with words that say nothing between, every third with a typo; the article " +
        "they come from is the answer. Deskhand: the index as served, passages not worked out. MiniSearch alone: title and " +
        "body, as it comes. fuse.js alone: keys title and body, as it comes, and with `useTokenSearch` and `ignoreLocation`.",
      "Times of one question are processor time, which a busy machine disturbs less, then what the clock said. Memory is " +
        "what heap and buffers hold after the index was built, the articles themselves among it for MiniSearch and fuse.js " +
        "only as far as they keep them. Of fuse.js as many questions were asked as fit into 20 seconds, one at least.",
    ],
    columns: [
      ...["articles, index", "CPU p50, ms", "CPU p99, ms", "clock p50, ms", "clock p99, ms", "nDCG@10, %"],
      ...["build, CPU s", "change one, CPU p50 / p99, ms", "memory, MB", "questions"],
    ],
    rows: results.map((one) => [
      `${one.size.toLocaleString("en-US")}, ${names[one.engine]}`,
      ...[one.cpu.p50, one.cpu.p99, one.clock.p50, one.clock.p99, one.ndcg].map((value) => show(value)),
      show(one.buildSeconds),
      one.change === undefined ? "–" : `${show(one.change.p50)} / ${show(one.change.p99)}`,
      show(one.memoryMb),
      String(one.questions),
    ]),
    marks: [
      judge("100,000 articles: p99, processor time", own.cpu.p99, { atMost: 20, unit: "ms" }),
      judge("100,000 articles: p99, by the clock", own.clock.p99, { atMost: 20, unit: "ms" }),
      judge("100,000 articles: memory", own.memoryMb, { atMost: 600, unit: "MB" }),
      judge("100,000 articles: change one, p50 of processor time", own.change.p50, {
        atMost: 5,
        unit: "ms",
      }),
      judge("100,000 articles: times faster than fuse.js (median CPU)", fuse.cpu.p50 / own.cpu.p50, {
        atLeast: 50,
      }),
      judge("100,000 articles: nDCG@10 above that of fuse.js", own.ndcg - fuse.ndcg, { atLeast: 0 }),
    ],
  };
}

async function measure(engine, size) {
  const child = await startChild({
    args: ["--expose-gc", "--max-old-space-size=6000", runner, engine, String(size)],
    ready: /RESULT (.*)\n/,
    withinMs: 900_000,
  });
  await child.stop();
  return JSON.parse(child.match[1]);
}
