import { buildDesk, newDataDir, spawnDesk } from "../support/desk-process.js";
import { openFront } from "../support/front.js";
import { newSchema } from "../support/postgres.js";
import { spawnRedis } from "../support/redis.js";
import { describeHandOver } from "./hand-over.js";
import { describeLostConnection } from "./lost-connection.js";
import type { Setup } from "./setup.js";
import { prepareStage } from "./stage.js";

// The runner looks for these names to know what a suite needs: "../support/browser.js".

describe("two nodes on Redis and PostgreSQL in the browser", () => {
  const stage = prepareStage("two-nodes", startTwoNodes);

  describeHandOver(stage, "two-nodes");
  describeLostConnection(stage, "two-nodes");
});

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
  const near = await spawnDesk(data.path, environment);
  const far = await spawnDesk(data.path, environment);
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
