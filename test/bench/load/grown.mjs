import { randomUUID } from "node:crypto";
import { idAt } from "../desk/made-up-ids.mjs";
import { percentile } from "../figures.mjs";
import { ask, connect, eachOf } from "./clients.mjs";
import { steady } from "./messages.mjs";

const perSecond = 100;
const seconds = 4;
const openings = 200;
const readings = 15;
const accepting = 20;
const acceptsEach = 20;

/** What people do on a desk with many conversations behind it; each p50 and p99, ms. */
export async function useTalks(address, sessions, count) {
  const senders = await eachOf(numbered("l", 20), 10, async (name, at) => {
    const socket = await connect(address, { token: sessions.get(name) });
    const conversationId = idAt("cl", at + 1);
    await ask(socket, "conversation:open", { conversationId });
    return { socket, payload: { conversationId } };
  });
  await steady(senders, { perSecond, seconds: 1 });
  const stored = await steady(senders, { perSecond, seconds });
  const opened = await openPast(address, sessions, count);
  const agent = sessions.get("p101");
  const list = (path) => timesOf(readings, () => read(address, agent, path));
  const result = {
    "store a message": spread(stored),
    "open a talk and read it": spread(opened),
    "agent: own attendances": spread(await list("attendances?view=mine")),
    "agent: requests that wait for me": spread(await list("chat-requests?view=mine")),
    "agent: all requests, first page": spread(await list("chat-requests")),
    "agent: search requests": spread(await list("chat-requests?q=Agent%2099")),
    "agent: search tickets": spread(await list("tickets?view=all&q=T77")),
  };
  for (const { socket } of senders) socket.close();
  return result;
}

/** One after the other, each by whoever it belongs to, spread over all there are. */
async function openPast(address, sessions, count) {
  const sockets = new Map();
  const times = [];
  for (let at = 0; at < openings; at += 1) {
    // Of c<x> the requester is p<x % 200 + 1>, and those up to p100 are requesters.
    const number = Math.max(1, Math.floor((at * count) / openings / 200) * 200 + (at % 99) + 1);
    const name = `p${(number % 200) + 1}`;
    if (!sockets.has(name)) sockets.set(name, await connect(address, { token: sessions.get(name) }));
    const startedAt = performance.now();
    const conversationId = idAt("c", number);
    await ask(sockets.get(name), "conversation:open", { conversationId });
    const { messages } = await ask(sockets.get(name), "conversation:sync", { conversationId, afterSeq: 0 });
    times.push(performance.now() - startedAt);
    if (messages.length < 2) throw new Error(`${conversationId} has ${messages.length} messages.`);
  }
  for (const socket of sockets.values()) socket.close();
  return times;
}

/** What agents do on a desk where many wait: p50 and p99, ms, of the lists; then how many they accept in a second. */
export async function useQueue(address, sessions) {
  const token = sessions.get("w100");
  const list = (path) => timesOf(readings, () => read(address, token, path));
  const first = spread(await list("attendances?limit=50"));
  const panel = spread(await list("attendances?limit=2000"));
  const sockets = await eachOf(numbered("w", accepting), 10, (name) =>
    connect(address, { token: sessions.get(name) }),
  );
  const times = [];
  const startedAt = performance.now();
  await Promise.all(
    sockets.map(async (socket, at) => {
      for (let round = 0; round < acceptsEach; round += 1) {
        const attendanceId = idAt("aw", round * accepting + at + 1);
        const askedAt = performance.now();
        await ask(socket, "attendance:accept", { attendanceId, requestId: randomUUID() });
        times.push(performance.now() - askedAt);
      }
    }),
  );
  const perSecond = times.length / ((performance.now() - startedAt) / 1000);
  for (const socket of sockets) socket.close();
  return {
    lists: { "queue: first page": first, "queue: snapshot of 2,000": panel },
    perSecond,
    accept: spread(times),
  };
}

function numbered(letter, count) {
  return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
}

async function read(address, token, path) {
  const response = await fetch(`${address}/api/v1/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
}

async function timesOf(count, work) {
  await work();
  const times = [];
  for (let round = 0; round < count; round += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times;
}

function spread(values) {
  return { p50: percentile(values, 0.5), p99: percentile(values, 0.99) };
}
