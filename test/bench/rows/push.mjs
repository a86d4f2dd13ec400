import { inTurns, median, percentile, show } from "../figures.mjs";
import { bullPushContestant, pushContestant } from "../load/push.mjs";
import { startRedis } from "../servers/redis.mjs";

const rounds = 3;
const steady = { perSecond: 100, forMs: 4000 };
const backlog = { waiting: 1000, capacity: 3 };
const agents = 200;

const names = {
  bull: "BullMQ: add, worker gets it",
  sqlite: "Deskhand, SQLite (FULL)",
  postgres: "Deskhand, PostgreSQL",
};

/** Work that is given out by the desk itself: how soon its agent is asked, and how soon a backlog is gone. */
export async function measurePush() {
  const redis = await startRedis();
  const contestants = [];
  try {
    contestants.push({ name: names.bull, ...(await bullPushContestant(redis.url)) });
    for (const engine of ["sqlite", "postgres"]) {
      const contestant = await pushContestant(redis.url, engine);
      if (contestant !== undefined) contestants.push({ name: names[engine], ...contestant });
    }
    await inTurns(1, contestants, (one) => one.steady({ ...steady, forMs: 500 }));
    const times = await inTurns(rounds, contestants, (one) => one.steady(steady));
    const drained = await inTurns(rounds, contestants, (one) => one.backlog(backlog));
    return report(contestants, times, drained);
  } finally {
    for (const { close } of contestants) await close();
    await redis.stop();
  }
}

function report(contestants, times, drained) {
  const places = agents * backlog.capacity;
  const lines = contestants.map(({ name }) => {
    const all = times.get(name).flat();
    const ms = median(drained.get(name));
    return {
      name,
      p50: percentile(all, 0.5),
      p99: percentile(all, 0.99),
      ms,
      perSecond: places / (ms / 1000),
    };
  });
  return {
    title: "Offers of a group that gives out by itself",
    about: [
      `${agents} agents. Asked: ${steady.perSecond} attendances a second, from the request until the agent who is chosen ` +
        `hears of the offer, ${rounds} rounds in turn, all of them together; every agent takes what is offered at once. ` +
        `Backlog: ${backlog.waiting.toLocaleString("en")} wait when all agents come at the same moment, with ` +
        `${backlog.capacity} places each; until all ${places} places are taken, medians. The desk chooses by skills, ` +
        "language, load and idleness, asks an agent for one at a time, and stores request, offer and acceptance. BullMQ, " +
        "beside it as a yardstick, hands the next job to whatever worker asks.",
    ],
    columns: ["", "asked p50, ms", "asked p99, ms", "backlog gone, ms", "taken per second"],
    rows: lines.map((one) => [one.name, show(one.p50), show(one.p99), show(one.ms), show(one.perSecond)]),
    marks: [],
  };
}
