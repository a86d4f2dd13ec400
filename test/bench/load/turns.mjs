import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { questionAt } from "../desk/questions.mjs";
import { ask } from "./clients.mjs";

const settleMs = 500;
const replyWithinMs = 15_000;

/**
 * One requester's socket; `ask` resolves when the first reply to the question is on it. A conversation that the
 * assistant gave to people is closed, and the next question begins a new one.
 */
export function createAsker({ socket, conversationId, at, questionOf = questionAt }) {
  const waiting = new Map();
  const early = new Set();
  const talk = { id: conversationId, isLeft: false };
  let asked = at * 37;
  const settle = (id) => {
    waiting.get(id)?.();
    waiting.delete(id);
  };
  socket.on("message:posted", ({ message }) => {
    if (message.sender.kind === "system" && message.conversationId === talk.id) {
      talk.isLeft = true;
      for (const id of waiting.keys()) settle(id);
    }
    const answered = /^reply:(.+):0$/.exec(message.clientMessageId)?.[1];
    if (answered === undefined) return;
    // The reply may be there before the answer that tells the question's id.
    if (!waiting.has(answered)) early.add(answered);
    settle(answered);
  });
  const asker = {
    socket,
    isBusy: false,
    ask: async () => {
      asker.isBusy = true;
      if (talk.isLeft) await beginAnew(socket, talk);
      const payload = { conversationId: talk.id, clientMessageId: randomUUID(), text: questionOf(asked++) };
      const { message } = await ask(socket, "message:send", payload);
      if (!early.delete(message.id) && !talk.isLeft) await replied(waiting, message.id, payload.text);
      asker.isBusy = false;
    },
  };
  return asker;
}

async function beginAnew(socket, talk) {
  await ask(socket, "conversation:close", { conversationId: talk.id });
  const { conversation } = await ask(socket, "conversation:open", { locale: "en" });
  talk.id = conversation.id;
  talk.isLeft = false;
}

function replied(waiting, id, question) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No reply to "${question}".`)), replyWithinMs);
    waiting.set(id, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Everybody asks again as soon as the reply is there; turns per second and the server's processor time per turn, µs. */
export async function askAll(server, askers, { seconds }) {
  const state = { open: true, done: 0 };
  const running = askers.map(async (asker) => {
    while (state.open) {
      await asker.ask();
      state.done += 1;
    }
  });
  await wait(settleMs);
  const before = { done: state.done, cpuMs: server.cpuMs(), at: performance.now() };
  await wait(seconds * 1000);
  const done = state.done - before.done;
  const perSecond = done / ((performance.now() - before.at) / 1000);
  const cpuMicros = ((server.cpuMs() - before.cpuMs) * 1000) / done;
  state.open = false;
  await Promise.all(running);
  return { perSecond, cpuMicros };
}

/** Questions at a steady rate, each from a requester who has no open one; the time of each turn, ms. */
export async function askSteadily(askers, { perSecond, seconds }) {
  const times = [];
  const running = [];
  const startedAt = performance.now();
  let at = 0;
  while (running.length < perSecond * seconds) {
    const due = ((performance.now() - startedAt) / 1000) * perSecond;
    while (running.length < due) {
      at = nextFree(askers, at + 1);
      running.push(timed(askers[at], times));
    }
    await wait(1);
  }
  await Promise.all(running);
  return times;
}

function nextFree(askers, from) {
  for (let step = 0; step < askers.length; step += 1) {
    const at = (from + step) % askers.length;
    if (!askers[at].isBusy) return at;
  }
  throw new Error("All requesters still wait for a reply: the rate is above what the server can do.");
}

async function timed(asker, times) {
  const startedAt = performance.now();
  await asker.ask();
  times.push(performance.now() - startedAt);
}
