import { randomUUID } from "node:crypto";
import { Queue, Worker } from "bullmq";
import { deskhand } from "../desk/deskhand.mjs";
import { eachOf } from "./clients.mjs";

const silent = { info: () => undefined, warn: () => undefined };

/** BullMQ: each job is added, then each is taken by a worker that asks for it. */
export async function bullContestant(url) {
  const { hostname: host, port } = new URL(url);
  const connection = { host, port: Number(port), maxRetriesPerRequest: null };
  const queue = new Queue("bench", { connection });
  const worker = new Worker("bench", null, { connection, autorun: false });
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  return {
    run: async (count, atOnce) => {
      const wishes = Array.from({ length: count }, () => ({ id: randomUUID(), token: randomUUID() }));
      await eachOf(wishes, atOnce, ({ id }) => queue.add("attendance", { id }));
      const taken = await eachOf(wishes, atOnce, ({ token }) => worker.getNextJob(token, { block: false }));
      if (taken.some((job) => job === undefined)) throw new Error("BullMQ gave out fewer than it was given.");
    },
    close: async () => {
      await worker.close();
      await queue.close();
    },
  };
}

/** A connection as the desk makes it, and ready. */
export async function readyRedis(url) {
  const { createRedis } = await deskhand();
  const client = createRedis(url, silent);
  await client.connect();
  return client;
}

/** The verbs of the desk's index in Redis, without the store. */
export async function luaContestant(url) {
  const { createRedisLink, createRedisQueue, newId } = await deskhand();
  const client = await readyRedis(url);
  const link = createRedisLink({ client, now: Date.now, commandTimeoutMs: 5000 });
  const index = createRedisQueue({ link, prefix: "bench" });
  const groupIds = [newId()];
  await index.fill(groupIds[0], []);
  return {
    run: async (count, atOnce) => {
      const ids = Array.from({ length: count }, newId);
      await eachOf(ids, atOnce, (attendanceId) =>
        index.add({ attendanceId, groupIds, priority: 500, waitingSince: Date.now() }),
      );
      const answers = await eachOf(ids, atOnce, (attendanceId) =>
        index.claim({ attendanceId, groupIds, requestId: randomUUID(), agentId: "agent" }),
      );
      if (answers.some(({ status }) => status !== "claimed")) throw new Error("A claim was not granted.");
    },
    close: async () => client.disconnect(),
  };
}
