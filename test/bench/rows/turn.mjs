import { deskhand } from "../desk/deskhand.mjs";
import { addPeople } from "../desk/people.mjs";
import { stockDesk } from "../desk/stock.mjs";
import { inTurns, judge, median, percentile, show } from "../figures.mjs";
import { ask, connect, eachOf, logIn } from "../load/clients.mjs";
import { askAll, askSteadily, createAsker } from "../load/turns.mjs";
import { profiled } from "../profile/shares.mjs";
import { startBare } from "../servers/bare.mjs";
import { openPlace, startDesk } from "../servers/desk.mjs";

const requesters = 40;
const articles = 10_000;
const activities = 500;
const rounds = 4;
const seconds = 4;
const steadyPerSecond = 15;
const warmUpSeconds = 2;
const profileSeconds = 5;

const bare = "bare botbuilder echo bot";
const ours = "Deskhand, SQLite (FULL)";

/** The assistant's turn from the requester's message to the reply on their screen, against a bot that only echoes. */
export async function measureTurns() {
  const candidates = [await bareCandidate(), await deskCandidate()];
  let measured;
  try {
    for (const { server, askers } of candidates) await askAll(server, askers, { seconds: warmUpSeconds });
    const full = await inTurns(rounds, candidates, ({ server, askers }) =>
      askAll(server, askers, { seconds }),
    );
    const even = await inTurns(rounds, candidates, ({ askers }) =>
      askSteadily(askers, { perSecond: steadyPerSecond, seconds }),
    );
    measured = report(candidates, full, even, await candidates[1].outcomes());
  } finally {
    for (const candidate of candidates) await candidate.close();
  }
  return { ...measured, where: await profiled(profileSeconds, runProfiled) };
}

async function runProfiled(profileInto) {
  const place = await openPlace("sqlite");
  const { server, askers } = await openAssistant(place, { profileInto });
  await askAll(server, askers, { seconds: profileSeconds });
  for (const { socket } of askers) socket.close();
  await server.stop();
  await place.remove();
}

async function bareCandidate() {
  const server = await startBare("bare-bot");
  const ids = Array.from({ length: requesters }, (_, at) => `talk-${at}`);
  const askers = await Promise.all(
    ids.map(async (conversationId, at) => {
      const socket = await connect(server.address, { conversationId, name: "Requester" });
      return createAsker({ socket, conversationId, at });
    }),
  );
  return candidateOf({ name: bare, server, askers, remove: async () => undefined, outcomes: async () => [] });
}

async function deskCandidate() {
  const place = await openPlace("sqlite");
  const { server, askers } = await openAssistant(place);
  const outcomes = () => outcomesOf(place);
  return candidateOf({ name: ours, server, askers, remove: place.remove, outcomes });
}

/** A desk with the stock of articles and activities, and requesters who have the assistant before them. */
export async function openAssistant(place, options) {
  const first = await startDesk(place);
  await first.stop();
  await stockDesk(place, { articles, activities });
  const people = await addPeople(place, { requesters, agents: 0 });
  const server = await startDesk(place, options);
  const askers = await eachOf(people.requesters, 8, async (name, at) => {
    const socket = await logIn(server.address, name);
    const { conversation } = await ask(socket, "conversation:open", { locale: "en" });
    return createAsker({ socket, conversationId: conversation.id, at });
  });
  return { server, askers };
}

function candidateOf({ name, server, askers, remove, outcomes }) {
  const close = async () => {
    for (const { socket } of askers) socket.close();
    await server.stop();
    await remove();
  };
  return { name, server, askers, outcomes, close };
}

/** What the turns came to, to see that the assistant was made to work. */
async function outcomesOf(place) {
  const { connectStore } = await deskhand();
  const store = connectStore(place.options);
  try {
    return await store.db
      .selectFrom("turn")
      .select(({ fn }) => ["outcome", fn.countAll().as("count")])
      .groupBy("outcome")
      .execute();
  } finally {
    await store.close();
  }
}

function report(candidates, full, even, outcomes) {
  const [base, desk] = candidates.map(({ name }) => ({
    name,
    perSecond: median(full.get(name).map((one) => one.perSecond)),
    cpuMicros: median(full.get(name).map((one) => one.cpuMicros)),
    p50: median(even.get(name).map((times) => percentile(times, 0.5))),
    p95: median(even.get(name).map((times) => percentile(times, 0.95))),
  }));
  const total = outcomes.reduce((sum, one) => sum + Number(one.count), 0);
  const shares = outcomes.map(({ outcome, count }) => `${outcome} ${show((100 * Number(count)) / total)} %`);
  return {
    title: "Turn of the assistant, end to end",
    about: [
      `${articles.toLocaleString("en-US")} articles and ${activities} activities in three languages, ${requesters} requesters. ` +
        `Turns per second: each requester asks as soon as the reply is there; ${rounds} rounds of ${seconds} s in turn, ` +
        `medians. Times: ${steadyPerSecond} turns a second in all, from sending to the reply on the requester's socket.`,
      `What the desk's turns came to: ${shares.join(", ")}.`,
    ],
    columns: ["", "turns/s", "of bare", "server CPU, µs/turn", "p50, ms", "p95, ms"],
    rows: [base, desk].map((one) => [
      one.name,
      show(one.perSecond),
      show(one.perSecond / base.perSecond),
      show(one.cpuMicros),
      show(one.p50),
      show(one.p95),
    ]),
    marks: [
      judge("turns per second of bare", desk.perSecond / base.perSecond, { atLeast: 0.3 }),
      judge("p95 of a turn", desk.p95, { atMost: 10, unit: "ms" }),
    ],
  };
}
