import { randomUUID } from "node:crypto";
import { Queue, Worker } from "bullmq";
import { deskhand } from "../desk/deskhand.mjs";
import { openPlace } from "../servers/desk.mjs";
import { addGroup, addTalks } from "./bare-stock.mjs";
import { requestFor } from "./claims-durable.mjs";
import { readyRedis } from "./claims-redis.mjs";
import { eachOf } from "./clients.mjs";

const agentCount = 200;
const atOnce = 50;
const roomy = 1000;

/** A desk whose groups give out by themselves, with agents who take whatever they are offered. */
export async function pushContestant(url, engine) {
  const place = await openPlace(engine);
  if (place === undefined) return undefined;
  const { connectStore, migrate, createConversations, createHandoff, createSilentBell } = await deskhand();
  const store = connectStore(place.options);
  await migrate(store);
  const client = await readyRedis(url);
  const common = { store, bell: createSilentBell(), now: Date.now, failed: report };
  const conversations = createConversations(common);
  const redis = { client, prefix: `bench-push-${engine}` };
  const handoff = createHandoff({ ...common, conversations, redis });
  const stop = new AbortController();
  await handoff.sweep();
  handoff.start(stop.signal);
  const open = async (capacity) => {
    const group = await addGroup(store, { agents: agentCount, capacity, routing: { giving: "push" } });
    handoff.routing.changed();
    return { ...group, seen: takeOffers(handoff, group) };
  };
  const shut = async ({ groupId, seen }) => {
    seen.stop();
    await store.db
      .updateTable("assignment_group")
      .set({ takes_attendances: 0 })
      .where("id", "=", groupId)
      .execute();
    handoff.routing.changed();
  };
  const come = ({ agents }) =>
    Promise.all(agents.map(({ accountId }) => handoff.people.connected(accountId, randomUUID())));
  return {
    steady: async ({ perSecond, forMs }) => {
      const group = await open(roomy);
      const talks = await addTalks(store, Math.floor((perSecond * forMs) / 1000));
      await come(group);
      const asked = await atRate(talks, perSecond, (talk) => requestFor(handoff, talk, group.groupId));
      await group.seen.until(asked.length);
      await shut(group);
      return asked.map(({ result, at }) => group.seen.offeredAt(result) - at);
    },
    backlog: async ({ waiting, capacity }) => {
      const group = await open(capacity);
      await eachOf(await addTalks(store, waiting), atOnce, (talk) =>
        requestFor(handoff, talk, group.groupId),
      );
      const startedAt = performance.now();
      await come(group);
      await group.seen.until(agentCount * capacity);
      const took = performance.now() - startedAt;
      await shut(group);
      return took;
    },
    close: async () => {
      stop.abort();
      await handoff.stopped();
      await handoff.settled();
      client.disconnect();
      await store.close();
      await place.remove();
    },
  };
}

function report(error) {
  console.error("Background work failed:", error);
}

/** What is told to agents is heard as their sockets hear it, and taken at once. */
function takeOffers(handoff, { agents }) {
  const people = new Map(agents.map((agent) => [agent.accountId, agent]));
  const offeredAt = new Map();
  let taken = 0;
  let heard = () => undefined;
  const hear = async (attendanceId) => {
    const sides = await handoff.reads.sides(attendanceId);
    const agent = people.get(sides?.offered?.agentId);
    if (agent === undefined || offeredAt.has(attendanceId)) return;
    offeredAt.set(attendanceId, performance.now());
    const { status } = await handoff.accept({ attendanceId, agent, requestId: randomUUID() });
    if (status !== "accepted") throw new Error(`What was offered was ${status}.`);
    taken += 1;
    heard();
  };
  const stop = handoff.events.on("attendance-changed", (id) => {
    hear(id).catch(report);
  });
  return {
    stop,
    offeredAt: (id) => offeredAt.get(id) ?? Number.NaN,
    until: (count) =>
      new Promise((resolve) => {
        heard = () => {
          if (taken >= count) resolve();
        };
        heard();
      }),
  };
}

/** BullMQ: workers that are there get what is added. */
export async function bullPushContestant(url) {
  const { hostname: host, port } = new URL(url);
  const connection = { host, port: Number(port), maxRetriesPerRequest: null };
  const open = async () => {
    const name = `push-${randomUUID()}`;
    const queue = new Queue(name, { connection });
    await queue.waitUntilReady();
    return { name, queue };
  };
  const work = async (name, concurrency, hear) => {
    const worker = new Worker(name, async ({ data }) => hear(data.id), { connection, concurrency });
    await worker.waitUntilReady();
    return worker;
  };
  return {
    steady: async ({ perSecond, forMs }) => {
      const { name, queue } = await open();
      const seenAt = new Map();
      const worker = await work(name, agentCount, (id) => seenAt.set(id, performance.now()));
      const ids = Array.from({ length: Math.floor((perSecond * forMs) / 1000) }, () => randomUUID());
      const asked = await atRate(ids, perSecond, (id) => queue.add("attendance", { id }));
      await untilTrue(() => seenAt.size === ids.length);
      await worker.close();
      await queue.close();
      return asked.map(({ item, at }) => seenAt.get(item) - at);
    },
    backlog: async ({ waiting, capacity }) => {
      const { name, queue } = await open();
      const ids = Array.from({ length: waiting }, () => randomUUID());
      await eachOf(ids, atOnce, (id) => queue.add("attendance", { id }));
      let taken = 0;
      const startedAt = performance.now();
      const worker = await work(name, agentCount, () => (taken += 1));
      await untilTrue(() => taken >= agentCount * capacity);
      const took = performance.now() - startedAt;
      await worker.close();
      await queue.close();
      return took;
    },
    close: async () => undefined,
  };
}

/** Begins `work` for each item at a steady rate, whatever it takes; answers when each was begun, and its result. */
async function atRate(items, perSecond, work) {
  const startedAt = performance.now();
  const begun = [];
  for (const [index, item] of items.entries()) {
    const left = startedAt + (index * 1000) / perSecond - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    const at = performance.now();
    begun.push(work(item).then((result) => ({ item, at, result })));
  }
  return Promise.all(begun);
}

async function untilTrue(isTrue) {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1));
}
