import { judge, show } from "../figures.mjs";
import { openConsoleTab } from "../load/console-tab.mjs";
import { changePanel, fillPanel } from "../load/panel.mjs";
import { openPlace, startDesk } from "../servers/desk.mjs";

const size = { agents: 200, waiting: 1000 };
const perSecond = 50;
const warmMs = 4000;
const forMs = 20_000;

/** The panel of all agents while the queue moves, and what one console keeps in memory. */
export async function measurePanel() {
  const place = await openPlace("sqlite");
  try {
    const server = await startDesk(place);
    try {
      return await measureOn(place, server);
    } finally {
      await server.stop();
    }
  } finally {
    await place.remove();
  }
}

async function measureOn(place, server) {
  const panel = await fillPanel(place, server.address, size);
  const tab = await openConsoleTab(server.address, "carla");
  try {
    await changePanel(panel, { perSecond, forMs: warmMs });
    const before = await tab?.measure();
    const cpuMs = server.cpuMs();
    const result = await changePanel(panel, { perSecond, forMs });
    const usedMs = server.cpuMs() - cpuMs;
    const after = await tab?.measure();
    return report(result, { before, after, cpuShare: usedMs / forMs });
  } finally {
    await tab?.close();
    for (const socket of panel.sockets) socket.disconnect();
  }
}

function report({ seen, missed, refused, changes }, { before, after, cpuShare }) {
  const times = seen.sort((a, b) => a - b);
  const at = (share) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  const grown = before === undefined ? undefined : ((after.heapMb - before.heapMb) / changes) * 1000;
  return {
    title: "Panel of all agents while the queue moves",
    about: [
      `${size.waiting.toLocaleString("en")} waiting, ${size.agents} agents with a socket each, ${perSecond} changes a ` +
        "second (one accepts, and passes it back to the group), embedded on SQLite. Seen: from asking for the change to " +
        `hearing of it, on each of the ${size.agents} sockets; all of them are in one process of the bench, which reads ` +
        `${(perSecond * size.agents).toLocaleString("en")} facts a second. Besides, one console is open in Chromium: its ` +
        `heap after a collection, before and after ${changes.toLocaleString("en")} changes.`,
      `${show(missed)} of ${(times.length + missed).toLocaleString("en")} facts were not heard within 1.5 s; ` +
        `${refused.length} changes were refused.`,
    ],
    columns: ["", "value"],
    rows: [
      ["seen, p50, ms", show(at(0.5))],
      ["seen, p99, ms", show(at(0.99))],
      ["processor of the desk, cores", show(cpuShare)],
      ...(before === undefined
        ? []
        : [
            ["heap of the console, MB", `${show(before.heapMb)} → ${show(after.heapMb)}`],
            ["nodes of its page", `${show(before.nodes)} → ${show(after.nodes)}`],
          ]),
    ],
    marks: [
      judge("seen, p99", at(0.99), { atMost: 300, unit: "ms" }),
      ...(grown === undefined
        ? []
        : [judge("heap grown in 1,000 changes", Math.max(0, grown), { atMost: 1, unit: "MB" })]),
    ],
  };
}
