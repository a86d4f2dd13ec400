import { join } from "node:path";
import { root } from "../../scripts/build.mjs";
import { readFacts } from "./report/machine.mjs";
import { writePage } from "./report/page.mjs";
import { toText } from "./report/print.mjs";
import { measureClaims } from "./rows/claim.mjs";
import { measureGrowth } from "./rows/growth.mjs";
import { measureMessages } from "./rows/message.mjs";
import { measurePanel } from "./rows/panel.mjs";
import { measurePush } from "./rows/push.mjs";
import { measureReports } from "./rows/reports.mjs";
import { measureSearch } from "./rows/search.mjs";
import { measureSockets } from "./rows/sockets.mjs";
import { measureStart } from "./rows/start.mjs";
import { measureTurns } from "./rows/turn.mjs";
import { measureWidget } from "./rows/widget.mjs";

/** Every row by its name, in the order of the page. */
const measures = {
  message: measureMessages,
  turn: measureTurns,
  claim: measureClaims,
  push: measurePush,
  panel: measurePanel,
  sockets: measureSockets,
  growth: measureGrowth,
  reports: measureReports,
  search: measureSearch,
  start: measureStart,
  widget: measureWidget,
};

/** Measures the named rows, or all of them; prints each when it is done and rewrites the page. */
export async function runBench(names) {
  const order = Object.keys(measures);
  const unknown = names.filter((name) => !order.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no row ${unknown.join(", ")}; there are ${order.join(", ")}.`);
  const facts = await readFacts();
  for (const name of names.length > 0 ? names : order) {
    console.log(`\nMeasuring: ${name} …`);
    const result = await measures[name]();
    console.log(toText(result));
    await writePage(join(root, "docs", "benchmarks.md"), order, [{ name, result }], facts);
  }
}
