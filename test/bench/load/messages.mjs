import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

const settleMs = 500;
const text = "The printer on the third floor says it has no paper, but the tray is full. What can I do?";

/**
 * Every sender always has `inFlight` messages without an answer; answers messages per second, and the server's
 * processor time per message in µs.
 */
export async function saturate(server, senders, { inFlight, seconds }) {
  const state = { open: true, acked: 0, failed: 0 };
  const running = senders.flatMap((sender) =>
    Array.from({ length: inFlight }, () => keepSending(sender, state)),
  );
  await wait(settleMs);
  const before = { acked: state.acked, cpuMs: server.cpuMs(), at: performance.now() };
  await wait(seconds * 1000);
  const acked = state.acked - before.acked;
  const perSecond = acked / ((performance.now() - before.at) / 1000);
  const cpuMicros = ((server.cpuMs() - before.cpuMs) * 1000) / acked;
  state.open = false;
  await Promise.all(running);
  if (state.failed > 0) throw new Error(`${state.failed} messages were refused.`);
  return { perSecond, cpuMicros };
}

async function keepSending(sender, state) {
  while (state.open) {
    const answer = await send(sender);
    if (answer.ok) state.acked += 1;
    else state.failed += 1;
  }
}

/**
 * Messages at a steady rate, spread over the senders, whatever the answers take; answers every time from sending to
 * the answer, ms.
 */
export async function steady(senders, { perSecond, seconds }) {
  const times = [];
  const sent = [];
  const startedAt = performance.now();
  const total = Math.round(perSecond * seconds);
  while (sent.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
    while (sent.length < due) sent.push(timed(senders[sent.length % senders.length], times));
    await wait(1);
  }
  await Promise.all(sent);
  return times;
}

async function timed(sender, times) {
  const startedAt = performance.now();
  const answer = await send(sender);
  if (!answer.ok) throw new Error(`Refused: ${answer.error.code}`);
  times.push(performance.now() - startedAt);
}

function send({ socket, payload }) {
  return new Promise((resolve) => {
    socket.emit("message:send", { ...payload, clientMessageId: randomUUID(), text }, resolve);
  });
}

/** Counts what all senders' sockets are told, to see that every message reached both sides. */
export function countPosted(senders) {
  const count = { posted: 0 };
  for (const { socket } of senders) socket.on("message:posted", () => (count.posted += 1));
  return count;
}
