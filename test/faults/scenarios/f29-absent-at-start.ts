import { newDataDir } from "../../support/desk-process.js";
import { spawnRedis } from "../../support/redis.js";
import { DeskNode } from "../desk-node.js";
import { spawnPostgres } from "../stage/postgres-server.js";
import type { Scenario } from "../stage/scenario.js";
import type { Stage } from "../stage/stage.js";
import { readiness } from "../stage/talks.js";
import { until } from "../until.js";

export const absentAtStart: Scenario = {
  id: "F29",
  fault: "Redis or PostgreSQL is not there at the start",
  criterion:
    "without PostgreSQL it says so once and serves when it comes; without Redis it serves, degraded, and recovers",
  on: ["sqlite", "postgres"],
  play: (stage) => (stage.kind === "sqlite" ? withoutRedis(stage) : withoutPostgres(stage)),
};

async function withoutRedis(stage: Stage): Promise<void> {
  const redis = await spawnRedis();
  stage.finally(redis.close);
  await redis.kill();
  const node = openNode(stage, { REDIS_URL: `redis://127.0.0.1:${redis.port}` });
  await node.start();
  const { status } = await readiness(node.url);
  stage.check("/readyz without Redis", status, status === "degraded");
  await redis.restart();
  const since = performance.now();
  await until("it is ready", async () => (await readiness(node.url)).status === "ready", 20_000);
  stage.atMost("Ready after Redis came", performance.now() - since, 10_000);
  stage.check("Processes that ended by themselves", node.deaths, node.deaths === 0);
}

async function withoutPostgres(stage: Stage): Promise<void> {
  const postgres = await spawnPostgres();
  stage.finally(postgres.close);
  await postgres.stop();
  const node = openNode(stage, { DATABASE_URL: postgres.url });
  const serving = node.start();
  const count = () => node.said.split("database is away").length - 1;
  await until("it says so", () => count() > 0, 30_000);
  await stage.last(stage.part(20_000, 2000));
  stage.check("Lines that say so", count(), count() === 1);
  await postgres.start();
  const since = performance.now();
  await serving;
  stage.atMost(
    "Serving after PostgreSQL came, migrated and with the demo desk",
    performance.now() - since,
    20_000,
  );
  stage.check("Processes that ended by themselves", node.deaths, node.deaths === 0);
}

function openNode(stage: Stage, environment: Readonly<Record<string, string>>): DeskNode {
  const data = newDataDir();
  const node = new DeskNode(data.path, { environment });
  stage.finally(data.remove);
  stage.finally(() => node.kill());
  return node;
}
