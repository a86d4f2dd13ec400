import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { show } from "../figures.mjs";

const shownMax = 12;
const idle = "(idle)";

/**
 * Where a desk's main thread spends its time under load, by folder of the desk and by package. `run` is given the
 * folder to profile into and must stop the desk right after `seconds` of load: earlier samples are the start.
 */
export async function profiled(seconds, run) {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-bench-profile-"));
  try {
    await run(folder);
    const [name] = readdirSync(folder).filter((file) => file.endsWith(".cpuprofile"));
    return toParagraphs(sharesOf(JSON.parse(readFileSync(join(folder, name), "utf8")), seconds));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sharesOf({ nodes, samples, timeDeltas }, seconds) {
  const areas = new Map(nodes.map(({ id, callFrame }) => [id, areaOf(callFrame)]));
  const shares = new Map();
  let left = seconds * 1e6;
  for (let at = samples.length - 1; at >= 0 && left > 0; at -= 1) {
    const area = areas.get(samples[at]);
    shares.set(area, (shares.get(area) ?? 0) + timeDeltas[at]);
    left -= timeDeltas[at];
  }
  return shares;
}

function areaOf({ functionName, url }) {
  if (functionName === "(garbage collector)") return "garbage collector";
  if (functionName === idle) return idle;
  const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (packaged !== undefined) return packaged;
  const own = /dist\/server\/(.+?)(?:\.js|$)/.exec(url)?.[1];
  if (own !== undefined) return `Deskhand ${own.split("/").slice(0, -1).join("/") || own}`;
  return url.startsWith("node:") ? "Node" : "Node, native (sockets, JSON)";
}

function toParagraphs(shares) {
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const percent = (share) => `${show((100 * share) / total)} %`;
  const busy = [...shares].filter(([area]) => area !== idle).sort((a, b) => b[1] - a[1]);
  const list = busy.slice(0, shownMax).map(([area, share]) => `${area} ${percent(share)}`);
  return [
    `Where the time of the desk's main thread goes at full load (SQLite): ${list.join(", ")}; idle, which is mostly ` +
      `the wait for the disk and for the clients, ${percent(shares.get(idle) ?? 0)}.`,
  ];
}
