import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../../scripts/build.mjs";
import { growQueue, growTalks } from "../desk/grown.mjs";
import { show } from "../figures.mjs";
import { useQueue, useTalks } from "../load/grown.mjs";
import { drawPicture } from "../report/picture.mjs";
import { startChild } from "../servers/child.mjs";
import { openPlace, startDesk } from "../servers/desk.mjs";
import { measureSocketsOf } from "./sockets.mjs";

const all = {
  articles: [1000, 10_000, 100_000],
  talks: [1000, 10_000, 100_000],
  waiting: [1000, 10_000, 100_000],
};
const sizes = { ...all, sockets: [1000, 10_000] };
const engines = { sqlite: "SQLite", postgres: "PostgreSQL" };
const searchRunner = fileURLToPath(new URL("../load/search-engine.mjs", import.meta.url));
const picture = join("docs", "images", "growth.svg");
/** A desk without samples: what it holds is what was put there. */
const bare = { env: { DEMO: "off" } };

/** How what people do slows down as the desk fills, as a table and a picture. */
export async function measureGrowth() {
  const articles = await eachSize(sizes.articles, measureSearch);
  const talks = await perEngine((engine) => eachSize(sizes.talks, (size) => measureTalks(engine, size)));
  const queues = await perEngine((engine) => eachSize(sizes.waiting, (size) => measureQueue(engine, size)));
  const sockets = await eachSize(sizes.sockets, (size) => measureSocketsOf("desk", size));
  const panels = toPanels({ articles, talks, queues, sockets });
  mkdirSync(join(root, "docs", "images"), { recursive: true });
  writeFileSync(join(root, picture), drawPicture(panels));
  showIn(join(root, "docs", "scaling.md"));
  return report(panels);
}

/** The page about scaling has a place for the picture, which is empty until there is one. */
function showIn(page) {
  const place = /(<!-- growth -->\n)[\s\S]*?(?=<!-- \/growth -->)/;
  const shown = "$1\n![How the desk slows down as it fills](images/growth.svg)\n\n";
  writeFileSync(page, readFileSync(page, "utf8").replace(place, shown));
}

async function eachSize(sizes, measure) {
  const found = [];
  for (const size of sizes) {
    const startedAt = performance.now();
    found.push({ size, ...(await measure(size)) });
    console.log(
      `  ${measure.name || "size"} ${size}: ${Math.round((performance.now() - startedAt) / 1000)} s`,
    );
  }
  return found;
}

async function perEngine(measure) {
  const found = [];
  for (const engine of Object.keys(engines)) {
    const place = await openPlace(engine);
    if (place === undefined) continue;
    await place.remove();
    found.push({ engine, results: await measure(engine) });
  }
  return found;
}

async function measureSearch(size) {
  const child = await startChild({
    args: ["--expose-gc", "--max-old-space-size=6000", searchRunner, "deskhand", String(size)],
    ready: /RESULT (.*)\n/,
    withinMs: 900_000,
  });
  await child.stop();
  return JSON.parse(child.match[1]);
}

async function onDesk(engine, fill, use) {
  const place = await openPlace(engine);
  try {
    const sessions = await fill(place);
    const server = await startDesk(place, bare);
    try {
      return { ...(await use(server.address, sessions)), residentMb: server.memoryMb() };
    } finally {
      await server.stop();
    }
  } finally {
    await place.remove();
  }
}

async function measureTalks(engine, size) {
  return onDesk(
    engine,
    (place) => growTalks(place, size),
    async (address, sessions) => ({ times: await useTalks(address, sessions, size) }),
  );
}

async function measureQueue(engine, size) {
  return onDesk(engine, (place) => growQueue(place, size), useQueue);
}

function toPanels({ articles, talks, queues, sockets }) {
  const line = (name, results, read) => ({ name, points: results.map((one) => [one.size, read(one)]) });
  const both = (found, toLines) =>
    found.map(({ engine, results }) => ({ engine: engines[engine], lines: toLines(results) }));
  const timed = (results, timesIn) =>
    Object.keys(timesIn(results[0])).map((name) => line(name, results, (one) => timesIn(one)[name].p99));
  return [
    {
      ...{ title: "Articles: one search", unit: "ms of processor" },
      lines: [line("p50", articles, ({ cpu }) => cpu.p50), line("p99", articles, ({ cpu }) => cpu.p99)],
    },
    {
      ...{ title: "Articles: index", unit: "MB" },
      lines: [line("heap and buffers", articles, ({ memoryMb }) => memoryMb)],
    },
    ...both(talks, (results) => timed(results, ({ times }) => times)).map(({ engine, lines }) => ({
      ...{ title: `Conversations, ${engine}`, unit: "p99, ms", lines },
    })),
    ...both(queues, (results) => [
      ...timed(results, ({ lists }) => lists),
      line("accept, 20 at once", results, ({ accept }) => accept.p99),
    ]).map(({ engine, lines }) => ({ title: `Waiting, ${engine}`, unit: "p99, ms", lines })),
    {
      ...{ title: "Waiting: accepts", unit: "a second" },
      lines: queues.map(({ engine, results }) =>
        line(engines[engine], results, ({ perSecond }) => perSecond),
      ),
    },
    {
      ...{ title: "Idle sockets: resident memory", unit: "MB" },
      lines: [line("of the whole node", sockets, ({ residentMb }) => residentMb)],
    },
    {
      ...{ title: "Idle sockets: answer at 1,000 messages/s", unit: "ms" },
      lines: [line("p50", sockets, ({ p50 }) => p50), line("p99", sockets, ({ p99 }) => p99)],
    },
  ];
}

function report(panels) {
  const columns = [...new Set(Object.values(sizes).flat())].sort((a, b) => a - b);
  const at = (points, size) => points.find(([one]) => one === size)?.[1];
  return {
    title: "Growth",
    about: [
      "![What grows, and how](images/growth.svg)",
      "The same work on a desk that holds more and more: articles of the search row; conversations of a year with 20 " +
        "messages, a ticket and an attendance each, beside 20 talks under way in which 100 messages a second are sent; " +
        "attendances that wait for one group of a hundred agents, of whom 20 accept at once; sockets of the row above. " +
        "Both axes of the picture are logarithmic: a line that climbs as fast as the ground is linear, a flat one is not " +
        "touched by the size.",
    ],
    columns: ["", ...columns.map((size) => size.toLocaleString("en"))],
    rows: panels.flatMap(({ title, unit, lines }) =>
      lines.map(({ name, points }) => [
        `${title}: ${name}, ${unit}`,
        ...columns.map((size) => show(at(points, size) ?? Number.NaN)),
      ]),
    ),
    marks: [],
  };
}
