import { addPeople } from "../desk/people.mjs";
import { openTalks } from "../desk/talks.mjs";
import { inTurns, judge, median, percentile, show } from "../figures.mjs";
import { openBareTalks } from "../load/bare-talks.mjs";
import { fsyncTimes } from "../load/disk.mjs";
import { countPosted, saturate, steady } from "../load/messages.mjs";
import { profiled } from "../profile/shares.mjs";
import { startBare } from "../servers/bare.mjs";
import { openPlace, startDesk } from "../servers/desk.mjs";

const talks = 50;
const inFlight = 4;
const rounds = 4;
const seconds = 2.5;
/** The first messages run in code that is not compiled yet. */
const warmUpSeconds = 1.5;
const profileSeconds = 4;
const steadyPerSecond = 300;

const bare = "bare socket.io";
const labels = { sqlite: "Deskhand, SQLite (FULL)", postgres: "Deskhand, PostgreSQL" };

/** Chat messages between requesters and agents, committed and acknowledged, against socket.io alone. */
export async function measureMessages() {
  const candidates = [await bareCandidate(), ...(await deskCandidates())];
  let measured;
  try {
    for (const { server, senders } of candidates) {
      await saturate(server, senders, { inFlight, seconds: warmUpSeconds });
    }
    const full = await inTurns(rounds, candidates, ({ server, senders }) =>
      saturate(server, senders, { inFlight, seconds }),
    );
    const even = await inTurns(rounds, candidates, async ({ senders }) =>
      steady(senders, { perSecond: steadyPerSecond, seconds }),
    );
    measured = report(candidates, full, even, fsyncTimes());
  } finally {
    for (const candidate of candidates) await candidate.close();
  }
  return { ...measured, where: await profiled(profileSeconds, runProfiled) };
}

async function runProfiled(profileInto) {
  const place = await openPlace("sqlite");
  const { server, senders } = await openDesk(place, { profileInto });
  await saturate(server, senders, { inFlight, seconds: profileSeconds });
  for (const { socket } of senders) socket.close();
  await server.stop();
  await place.remove();
}

async function bareCandidate() {
  const server = await startBare("bare-socket");
  const senders = await openBareTalks(server.address, talks);
  return candidateOf(bare, server, senders, async () => undefined);
}

async function deskCandidates() {
  const found = [];
  for (const engine of ["sqlite", "postgres"]) {
    const place = await openPlace(engine);
    if (place === undefined) continue;
    const { server, senders } = await openDesk(place);
    found.push(candidateOf(labels[engine], server, senders, place.remove));
  }
  return found;
}

/** A desk on which `talks` requesters are with an agent each. */
export async function openDesk(place, options) {
  const server = await startDesk(place, options);
  const people = await addPeople(place, { requesters: talks, agents: talks });
  const senders = (await openTalks(server.address, people)).flat();
  return { server, senders };
}

function candidateOf(name, server, senders, remove) {
  const close = async () => {
    for (const { socket } of senders) socket.close();
    await server.stop();
    await remove();
  };
  return { name, server, senders, count: countPosted(senders), close };
}

function report(candidates, full, even, fsync) {
  const figures = candidates.map(({ name }) => ({
    name,
    perSecond: median(full.get(name).map((one) => one.perSecond)),
    cpuMicros: median(full.get(name).map((one) => one.cpuMicros)),
    p50: median(even.get(name).map((times) => percentile(times, 0.5))),
    p99: median(even.get(name).map((times) => percentile(times, 0.99))),
  }));
  const [base, ...desks] = figures;
  return {
    title: "Chat message, agent and requester, committed and acknowledged",
    about: [
      `${talks} talks, both sides sending. Throughput: each side always has ${inFlight} messages without an answer; ` +
        `${rounds} rounds of ${seconds} s in turn, medians. Times: ${steadyPerSecond} messages a second in all, ` +
        "from sending to the answer. Both servers answer the sender and tell both sides; the desk besides checks who " +
        "may write, numbers, stores and commits.",
      `The disk under it took ${show(percentile(fsync, 0.5), "ms")} (median) and ${show(percentile(fsync, 0.99), "ms")} ` +
        "(p99) for a write and fsync of 4 KB, which is what every commit waits for.",
    ],
    columns: ["", "messages/s", "of bare", "server CPU, µs/message", "p50, ms", "p99, ms", "p99 of bare"],
    rows: figures.map((one) => [
      one.name,
      show(one.perSecond),
      show(one.perSecond / base.perSecond),
      show(one.cpuMicros),
      show(one.p50),
      show(one.p99),
      show(one.p99 / base.p99),
    ]),
    marks: desks.flatMap((one) => [
      judge(`${one.name}: throughput of bare`, one.perSecond / base.perSecond, { atLeast: 0.5 }),
      judge(`${one.name}: p99 of bare at equal load`, one.p99 / base.p99, { atMost: 2 }),
    ]),
  };
}
