import { buildDesk, newDataDir, spawnDesk } from "../support/desk-process.js";
import { type Front, openFront } from "../support/front.js";
import { newSchema } from "../support/postgres.js";
import { spawnRedis } from "../support/redis.js";

/** A running desk as its people reach it: requesters by one address, agents by another. */
export interface Setup {
  readonly requesters: Front;
  readonly agents: Front;
  /** kill -9 of the node the requesters are on; afterwards they reach the desk again. */
  loseRequestersNode(): Promise<void>;
  stop(): Promise<void>;
}

export const setups = [
  { name: "one embedded node", short: "embedded", start: startEmbedded },
  { name: "two nodes on Redis and PostgreSQL", short: "two-nodes", start: startTwoNodes },
];

/** SQLite and a queue in memory; the lost node is started again in the same folder. */
export async function startEmbedded(): Promise<Setup> {
  buildDesk();
  const data = newDataDir();
  let desk = await spawnDesk(data.path);
  const fronts = [await openFront(desk.port), await openFront(desk.port)] as const;
  const [requesters, agents] = fronts;
  return {
    requesters,
    agents,
    async loseRequestersNode() {
      await desk.kill();
      desk = await spawnDesk(data.path);
      for (const front of fronts) front.pointAt(desk.port);
    },
    async stop() {
      for (const front of fronts) await front.close();
      await desk.stop();
      data.remove();
    },
  };
}

/** Requesters on one node, agents on the other; when the first is lost its people go on with the other one. */
async function startTwoNodes(): Promise<Setup> {
  buildDesk();
  const [redis, schema] = await Promise.all([spawnRedis(), newSchema()]);
  const data = newDataDir();
  const environment = {
    REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    DATABASE_URL: schema.url,
    DATABASE_SCHEMA: schema.name,
    SESSION_SECRET: "0123456789abcdef0123456789abcdef",
  };
  const start = () => spawnDesk(data.path, environment);
  const near = await start();
  const far = await start();
  const [requesters, agents] = [await openFront(near.port), await openFront(far.port)];
  return {
    requesters,
    agents,
    async loseRequestersNode() {
      await near.kill();
      requesters.pointAt(far.port);
    },
    async stop() {
      for (const front of [requesters, agents]) await front.close();
      await Promise.all([near.stop(), far.stop()]);
      await redis.close();
      await schema.drop();
      data.remove();
    },
  };
}
