import { addPeople } from "../desk/people.mjs";
import { addSleepers } from "../desk/sleepers.mjs";
import { openTalks } from "../desk/talks.mjs";
import { judge, median, percentile, show } from "../figures.mjs";
import { openBareTalks } from "../load/bare-talks.mjs";
import { steady } from "../load/messages.mjs";
import { startBare } from "../servers/bare.mjs";
import { openPlace, startDesk } from "../servers/desk.mjs";
import { createHeld } from "../servers/held.mjs";
import { openIdle, requireSockets } from "../servers/idle-sockets.mjs";

const count = 10_000;
/** What the first sockets cost beside themselves: code that is compiled, tables that grow. */
const warmUpCount = 500;
const talks = 50;
const perSecond = 1000;
const warmUpSeconds = 2;
const seconds = 4;
const rounds = 3;

const bare = "bare socket.io";
const desk = "Deskhand, SQLite (FULL)";

/** How often each server is started anew: how many half-empty pages the collector leaves differs by a third. */
const starts = 3;

/** Sockets that idle while others write: what each one holds of the server, and what the others notice of it. */
export async function measureSockets() {
  requireSockets(count);
  const [base, own] = [[], []];
  for (let start = 0; start < starts; start += 1) {
    base.push(await measureSocketsOf("bare", count));
    own.push(await measureSocketsOf("desk", count));
  }
  return report([toMedians(base), toMedians(own)]);
}

function toMedians(figures) {
  const of = (key) => median(figures.map((one) => one[key]));
  const names = Object.keys(figures[0]).filter((key) => key !== "name");
  return { name: figures[0].name, ...Object.fromEntries(names.map((key) => [key, of(key)])) };
}

/** The figures of one server with so many sockets; each has the machine to itself. */
export async function measureSocketsOf(which, count) {
  const held = createHeld();
  const server = which === "bare" ? await openBare(held) : await openDesk(held, count + warmUpCount);
  try {
    await steady(server.senders, { perSecond, seconds: warmUpSeconds });
    const warmUp = await openIdle(server.address, server.idle.slice(0, warmUpCount));
    await warmUp.close();
    const before = await held.read(server.pid);
    const cpuBefore = server.cpuMs();
    const startedAt = performance.now();
    const idle = await openIdle(server.address, server.idle.slice(warmUpCount, warmUpCount + count));
    const openCpu = ((server.cpuMs() - cpuBefore) * 1000) / count;
    const openSeconds = (performance.now() - startedAt) / 1000;
    const after = await held.read(server.pid);
    const times = [];
    for (let round = 0; round < rounds; round += 1)
      times.push(await steady(server.senders, { perSecond, seconds }));
    await idle.close();
    return {
      name: which === "bare" ? bare : desk,
      residentKb: ((after.residentMb - before.residentMb) * 1024) / count,
      heldKb: ((after.heldMb - before.heldMb) * 1024) / count,
      residentMb: after.residentMb,
      ...{ openCpu, openSeconds },
      p50: median(times.map((one) => percentile(one, 0.5))),
      p99: median(times.map((one) => percentile(one, 0.99))),
    };
  } finally {
    await server.close();
    held.remove();
  }
}

async function openBare(held) {
  const server = await startBare("bare-socket", held);
  const senders = await openBareTalks(server.address, talks);
  const idle = Array.from({ length: count + warmUpCount }, (_, at) => ({
    auth: { conversationId: `idle-${at}`, name: "requester" },
  }));
  return { ...server, senders, idle, close: () => closeAll(senders, server) };
}

async function openDesk(held, sleepers) {
  const place = await openPlace("sqlite");
  const server = await startDesk(place, held);
  const people = await addPeople(place, { requesters: talks, agents: talks });
  const idle = await addSleepers(place, sleepers);
  const senders = (await openTalks(server.address, people)).flat();
  const close = async () => {
    await closeAll(senders, server);
    await place.remove();
  };
  return { ...server, senders, idle, close };
}

async function closeAll(senders, server) {
  for (const { socket } of senders) socket.close();
  await server.stop();
}

function report([base, own]) {
  return {
    title: `${count.toLocaleString("en")} idle sockets`,
    about: [
      `${count.toLocaleString("en")} requesters, each logged in with a socket that has its open talk before it, and ` +
        `silent; beside them ${talks} talks of two sides in which ${perSecond.toLocaleString("en")} messages a second are ` +
        `sent, ${rounds} rounds of ${seconds} s, from sending to the answer. One server after the other, each started ` +
        `${starts} times, medians; the idle clients in two processes of their own. The bare server's sockets are each in the room of a conversation.`,
      "Memory is what the process has grown by from before the idle sockets came, after a collection both times: " +
        "resident, then the heap with what lies outside of it.",
    ],
    columns: [
      ...["", "resident, KB/socket", "of bare", "held, KB/socket", "resident in all, MB"],
      ...["server CPU to open one, µs", "p50, ms", "p99, ms", "p99 of bare"],
    ],
    rows: [base, own].map((one) => [
      one.name,
      show(one.residentKb),
      show(one.residentKb / base.residentKb),
      show(one.heldKb),
      show(one.residentMb),
      show(one.openCpu),
      show(one.p50),
      show(one.p99),
      show(one.p99 / base.p99),
    ]),
    marks: [
      judge("resident memory of a socket, of bare", own.residentKb / base.residentKb, { atMost: 1.5 }),
      judge("p99 of the answer while they idle, of bare", own.p99 / base.p99, { atMost: 2 }),
    ],
  };
}
