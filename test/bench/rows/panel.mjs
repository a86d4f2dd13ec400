import { judge, percentile, show } from "../figures.mjs";
import { openConsoleTab } from "../load/console-tab.mjs";
import { changePanel, fillPanel } from "../load/panel.mjs";
import { openPlace, startDesk } from "../servers/desk.mjs";

const size = { agents: 200, waiting: 1000 };
const perSecond = 50;
const warmMs = 4000;
const forMs = 20_000;
/** In sight of a console are few: each must be back in the queue before it is its turn again. */
const tabPauseMs = 600;
const shownWithinMs = 1500;

/** The panel of all agents while the queue moves, and what one console shows and keeps in memory. */
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
  try {
    await changePanel(panel, { perSecond, forMs: warmMs });
    const cpuMs = server.cpuMs();
    const told = await changePanel(panel, { perSecond, forMs });
    const cpuShare = (server.cpuMs() - cpuMs) / forMs;
    return report({ ...told, cpuShare }, await measureTab(panel, server.address));
  } finally {
    for (const socket of panel.sockets) socket.disconnect();
  }
}

/** What one console of a browser shows of the same, with those in its sight changing. */
async function measureTab(panel, address) {
  const tab = await openConsoleTab(address, "carla");
  if (tab === undefined) return undefined;
  try {
    const inSight = new Set(await tab.shown());
    const shown = { ...panel, waiting: panel.waiting.filter(({ name }) => inSight.has(name)) };
    const rate = { perSecond, pauseMs: tabPauseMs };
    await changePanel(shown, { ...rate, forMs: warmMs });
    await tab.left();
    const before = await tab.measure();
    const { accepts, changes } = await changePanel(shown, { ...rate, forMs });
    const left = await tab.left();
    return { before, after: await tab.measure(), changes, ...latenessOf(accepts, left) };
  } finally {
    await tab.close();
  }
}

/** From asking to the entry's leaving the list. */
function latenessOf(accepts, left) {
  const times = accepts.flatMap(({ name, at }) => {
    const gone = left.find((one) => one.name === name && one.at >= at && one.at < at + shownWithinMs);
    return gone === undefined ? [] : [gone.at - at];
  });
  return { times, unseen: accepts.length - times.length };
}

function report({ seen, missed, refused, cpuShare }, tab) {
  const grown = tab && ((tab.after.heapMb - tab.before.heapMb) / tab.changes) * 1000;
  const facts = (perSecond * size.agents).toLocaleString("en");
  return {
    title: "Panel of all agents while the queue moves",
    about: [
      `${size.waiting.toLocaleString("en")} waiting, ${size.agents} agents with a socket each, ${perSecond} changes a ` +
        "second (one accepts, and passes it back to the group), embedded on SQLite. Seen: from asking for the change to " +
        `hearing of it, on each of the ${size.agents} sockets; all of them are in one process of the bench, which hears ` +
        `${facts} changes a second and keeps them as text.`,
      ...(tab === undefined
        ? []
        : [
            "Afterwards a console is open in Chromium beside them, on the same processors, and the changes are among those " +
              "in its sight. Shown: from asking for an accept to the entry's leaving the page. Its heap is read after a " +
              `collection, before and after ${tab.changes.toLocaleString("en")} changes.`,
          ]),
      `${show(missed)} of ${(seen.length + missed).toLocaleString("en")} facts were not heard within 1.5 s; ` +
        `${refused.length} changes were refused` +
        `${tab === undefined ? "" : `; ${tab.unseen} of ${tab.changes / 2} accepts were not seen to leave the page`}.`,
    ],
    columns: ["", "value"],
    rows: [
      ["seen, p50, ms", show(percentile(seen, 0.5))],
      ["seen, p99, ms", show(percentile(seen, 0.99))],
      ["processor of the desk, cores", show(cpuShare)],
      ...(tab === undefined
        ? []
        : [
            ["shown in the browser, p50, ms", show(percentile(tab.times, 0.5))],
            ["shown in the browser, p99, ms", show(percentile(tab.times, 0.99))],
            ["heap of the console, MB", `${show(tab.before.heapMb)} → ${show(tab.after.heapMb)}`],
            ["nodes of its page", `${show(tab.before.nodes)} → ${show(tab.after.nodes)}`],
          ]),
    ],
    marks: [
      judge("seen, p99", percentile(seen, 0.99), { atMost: 300, unit: "ms" }),
      ...(tab === undefined
        ? []
        : [
            judge("shown in the browser, p99", percentile(tab.times, 0.99), { atMost: 300, unit: "ms" }),
            judge("heap grown in 1,000 changes", Math.max(0, grown), { atMost: 1, unit: "MB" }),
          ]),
    ],
  };
}
