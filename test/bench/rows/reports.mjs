import { judge, median, show } from "../figures.mjs";
import { deskhand } from "../desk/deskhand.mjs";
import { fillYear } from "../load/year.mjs";
import { openPlace } from "../servers/desk.mjs";

const attendances = 100_000;
const rounds = 3;
const until = Date.UTC(2026, 10, 22);
const year = { from: "2025-11-22", to: "2026-11-21", zone: "America/Sao_Paulo" };
const names = ["attendances", "times", "reasons", "assistant", "satisfaction", "tickets"];
const engines = { sqlite: "SQLite", postgres: "PostgreSQL" };
const beatMs = 5;

/** Every report of a year, and how long the thread that serves people stands still meanwhile. */
export async function measureReports() {
  const lines = [];
  for (const engine of Object.keys(engines)) {
    const place = await openPlace(engine);
    if (place === undefined) continue;
    try {
      lines.push(...(await measureEngine(engine, place)));
    } finally {
      await place.remove();
    }
  }
  const slowest = (engine) => Math.max(...lines.filter((one) => one.engine === engine).map(({ ms }) => ms));
  const present = [...new Set(lines.map(({ engine }) => engine))];
  const pause = Math.max(...lines.map(({ pauseMs }) => pauseMs));
  return {
    title: "Reports of a year",
    about: [
      `${attendances.toLocaleString("en")} attendances in one year, each with its talk, messages, turn and ticket; the ` +
        `whole year by day, as the page reads it, medians of ${rounds}. The pause is the longest time in which a timer of ` +
        `${beatMs} ms in the same thread was not served while the report was read, less the longest while nothing was.`,
    ],
    columns: ["", "ms", "longest pause, ms"],
    rows: lines.map((one) => [`${engines[one.engine]}: ${one.name}`, show(one.ms), show(one.pauseMs)]),
    marks: [
      ...present.map((engine) =>
        judge(`${engines[engine]}: slowest report`, slowest(engine) / 1000, { atMost: 1, unit: "s" }),
      ),
      judge("longest pause of the serving thread", pause, { atMost: 50, unit: "ms" }),
    ],
  };
}

async function measureEngine(engine, place) {
  const { connectStore, migrate, createReports } = await deskhand();
  const store = connectStore(place.options);
  try {
    await migrate(store);
    await fillYear(store, { count: attendances, until });
    const reports = createReports(store);
    const lines = [];
    for (const name of names) {
      const readings = [];
      for (let round = 0; round <= rounds; round += 1) readings.push(await readOnce(reports, name));
      const counted = readings.slice(1);
      lines.push({
        engine,
        name,
        ms: median(counted.map(({ ms }) => ms)),
        pauseMs: median(counted.map(({ pauseMs }) => pauseMs)),
      });
    }
    return lines;
  } finally {
    await store.close();
  }
}

async function readOnce(reports, name) {
  const startedAt = performance.now();
  const { longest } = await watched(() => reports.read(name, { ...year, by: "day" }));
  const ms = performance.now() - startedAt;
  const idle = await watched(() => new Promise((resolve) => setTimeout(resolve, ms)));
  return { ms, pauseMs: Math.max(0, longest - idle.longest) };
}

/** The longest gap between two beats of a timer while `work` goes on. */
async function watched(work) {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const at = performance.now();
    longest = Math.max(longest, at - last - beatMs);
    last = at;
  }, beatMs);
  try {
    await work();
    await new Promise((resolve) => setTimeout(resolve, 2 * beatMs));
    return { longest };
  } finally {
    clearInterval(timer);
  }
}
