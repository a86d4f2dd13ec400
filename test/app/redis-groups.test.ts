import { randomUUID } from "node:crypto";
import { queueKeys } from "../../handoff/keys.js";
import { until } from "../faults/until.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { newSchema, type TestSchema } from "../support/postgres.js";
import "../support/redis.js";
import { type RedisGroup, spawnCluster, spawnSentinels } from "../support/redis-groups.js";

const masterName = "desk-of-the-test";
const kinds = [
  { mode: "cluster", what: "a Redis Cluster", spawn: spawnCluster },
  { mode: "sentinel", what: "Redis behind Sentinels", spawn: () => spawnSentinels(masterName) },
] as const;

describe.each(kinds)("two nodes on $what (issue 7)", ({ mode, spawn }) => {
  let group: RedisGroup;
  let schema: TestSchema;
  let first: RunningDesk;
  let second: RunningDesk;

  beforeAll(async () => {
    [group, schema] = await Promise.all([spawn(), newSchema()]);
    const [url, ...others] = group.nodes;
    const environment = {
      DATABASE_URL: schema.url,
      DATABASE_SCHEMA: schema.name,
      REDIS_URL: `redis://${url}`,
      REDIS_NODES: others.join(","),
      REDIS_MODE: mode,
      REDIS_MASTER_NAME: masterName,
      REDIS_PREFIX: "desk:",
    };
    first = await startDesk(environment);
    second = await startDesk(environment);
  });
  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    await Promise.all([group.close(), schema.drop()]);
  });

  const isUp = async ({ app }: RunningDesk) => app.domains.handoff.health().state === "up";

  /** Ana asks on one node, Bruno takes it on the other; answers the group in whose queue it was. */
  async function handOver(ana: DeskClient, bruno: DeskClient): Promise<string> {
    const talk = await Talk.begin(ana);
    const { id } = await talk.askForPerson();
    const { attendance } = await bruno.hear("attendance:changed", (fact) => fact.attendance.id === id);
    const accepted = await bruno.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    await bruno.get("message:send", {
      conversationId: accepted.conversationId,
      clientMessageId: randomUUID(),
      text: `Hello from ${mode}`,
      epoch: accepted.epoch,
    });
    await ana.hear(
      "message:posted",
      ({ message }) => message.conversationId === talk.id && message.sender.kind === "agent",
    );
    await bruno.get("attendance:end", { attendanceId: id });
    return attendance.groupIds.toSorted()[0] ?? "";
  }

  it("hands over through the queue there, and survives the death of the master that holds it", async () => {
    await until("both nodes to have Redis", async () => (await isUp(first)) && (await isUp(second)));
    const [ana, bruno] = [await first.connect("ana"), await second.connect("bruno")];

    const groupId = await handOver(ana, bruno);
    const queueKey = queueKeys("desk:").waiting(groupId);
    const held = () => first.app.domains.redis?.commands.exists(queueKey);
    expect(await held()).toBe(1);

    await group.killMasterOf(queueKey);
    await handOver(ana, bruno);
    await until("another master holds the queue", async () => (await held()?.catch(() => 0)) === 1);
    await until("both nodes to have Redis again", async () => (await isUp(first)) && (await isUp(second)));
    await handOver(ana, bruno);

    // A slot that is not the script's own, or a connection that stayed with the dead master, would be logged as failed.
    const crossed = [...first.log, ...second.log].filter((line) => /CROSSSLOT|MOVED|READONLY/.test(line));
    expect(crossed).toEqual([]);
  });
});
