import { inTurns, judge, median, show } from "../figures.mjs";
import { bareContestant } from "../load/claims-bare.mjs";
import { durableContestant } from "../load/claims-durable.mjs";
import { bullContestant, luaContestant } from "../load/claims-redis.mjs";
import { startRedis } from "../servers/redis.mjs";

const rounds = 5;
const perRound = { redis: 2000, durable: 300 };
const atOnce = 50;

const names = {
  bull: "BullMQ: add, take",
  lua: "Deskhand, Lua verbs: add, claim",
  sqlite: "Deskhand, durable on SQLite (FULL)",
  postgres: "Deskhand, durable on PostgreSQL",
  bare: "bare SQLite (FULL): the rows of the durable claim alone",
};

/** Taking work from the queue, against BullMQ on the same Redis. */
export async function measureClaims() {
  const redis = await startRedis();
  const contestants = [];
  try {
    contestants.push({ name: names.bull, count: perRound.redis, ...(await bullContestant(redis.url)) });
    contestants.push({ name: names.lua, count: perRound.redis, ...(await luaContestant(redis.url)) });
    for (const engine of ["sqlite", "postgres"]) {
      const contestant = await durableContestant(redis.url, engine, perRound.durable * (rounds + 1));
      if (contestant !== undefined)
        contestants.push({ name: names[engine], count: perRound.durable, ...contestant });
    }
    const talks = perRound.durable * (rounds + 1);
    contestants.push({ name: names.bare, count: perRound.durable, ...(await bareContestant(talks)) });
    await inTurns(1, contestants, ({ count, run }) => run(count, atOnce));
    const results = await inTurns(rounds, contestants, ({ count, run }) => timed(count, run));
    return report(contestants, results);
  } finally {
    for (const { close } of contestants) await close();
    await redis.stop();
  }
}

async function timed(count, run) {
  const startedAt = performance.now();
  await run(count, atOnce);
  return count / ((performance.now() - startedAt) / 1000);
}

function report(contestants, results) {
  const figures = contestants.map(({ name }) => ({ name, perSecond: median(results.get(name)) }));
  const [bull, lua, ...others] = figures;
  const durable = others.filter(({ name }) => name !== names.bare);
  const bare = others.find(({ name }) => name === names.bare);
  const [sqlite] = durable;
  return {
    title: "Claim from the queue",
    about: [
      `${atOnce} at once, ${perRound.redis} (durable: ${perRound.durable}) in each of ${rounds} rounds in turn, medians. ` +
        "BullMQ adds a job and takes it with `getNextJob`. The Lua verbs add an attendance to the index and claim it. " +
        "Durable is the whole of it: the attendance is requested and accepted, two SQL transactions with messages, " +
        "ownership and the agent's room, and the index on Redis kept with them; the ticket's part is not in it.",
      "What arrives together shares a transaction, at most 64 at once; with 50 at once some 25 statements and two commits " +
        "serve them. Bare SQLite shows what is left when nothing is read, checked, told or indexed: the rows with their " +
        "indexes, two messages, two new owners and two commits, by statements prepared once, reach " +
        `${show(bare.perSecond / bull.perSecond)} of BullMQ, which keeps its jobs in memory. The desk reaches ` +
        `${show(sqlite.perSecond / bare.perSecond)} of that: besides it reads and locks what it decides by, keeps the ` +
        "index on Redis and tells both sides. On PostgreSQL each statement waits for its answer from another process.",
    ],
    columns: ["", "per second", "of BullMQ"],
    rows: figures.map((one) => [one.name, show(one.perSecond), show(one.perSecond / bull.perSecond)]),
    marks: [
      judge("Lua verbs, of BullMQ", lua.perSecond / bull.perSecond, { atLeast: 3 }),
      ...durable.map((one) =>
        judge(`${one.name}, of BullMQ`, one.perSecond / bull.perSecond, { atLeast: 1 }),
      ),
    ],
  };
}
