import type { Redis } from "ioredis";
import type { Principal } from "../../contract/index.js";
import { createRedisLink, createRedisQueue } from "../../handoff/index.js";
import { newId } from "../../store/index.js";
import { patientMs, type RedisServer, spawnRedis } from "../support/redis.js";
import { startStopwatch } from "../support/slowness.js";
import { engines } from "../support/stores.js";
import { openCuttingProxy } from "./cutting-proxy.js";
import { createDice, heldByEach, rush } from "./rush.js";
import { createNode, openTestDesk, type TestDesk } from "./test-desk.js";

let server: RedisServer;
let client: Redis;
beforeAll(async () => {
  server = await spawnRedis();
  client = await server.connect();
});
afterAll(() => server.close());

describe.each(engines)("with a Redis that fails, on %s (Q6)", (engine) => {
  let desk: TestDesk;
  let agents: Principal[];
  beforeEach(async () => {
    desk = await openTestDesk(engine, { redis: { client, prefix: newId() } });
    const options = { role: "agent", groupIds: [desk.groups.desk], capacity: 3 } as const;
    agents = await Promise.all(Array.from({ length: 20 }, (_, at) => desk.addPerson(`Agent ${at}`, options)));
  });
  afterEach(async () => {
    await desk.handoff.settled();
    await desk.discard();
  });

  async function shown(): Promise<(string | number | undefined)[][]> {
    const [agent] = agents;
    if (agent === undefined) throw new Error("No agents.");
    return (await desk.handoff.reads.waitingFor(agent)).map(({ id, position }) => [id, position]);
  }

  async function threeWaiting(): Promise<(string | number)[][]> {
    const talks = [await desk.waitingTalk(), await desk.waitingTalk(), await desk.waitingTalk()];
    return talks.map(({ attendanceId }, at) => [attendanceId, at]);
  }

  it("finds the queue again in order after FLUSHALL and SCRIPT FLUSH (F6)", async () => {
    const waiting = await threeWaiting();
    expect(await shown()).toEqual(waiting);

    await client.flushall();
    await client.script("FLUSH");

    expect(await shown()).toEqual(waiting);
    expect(await client.dbsize()).toBeGreaterThan(0);
  });

  it("shows what came while the index was emptied, and is whole again after a sweep", async () => {
    await threeWaiting();
    await client.flushall();
    const { attendanceId } = await desk.waitingTalk();
    await client.flushall();

    await desk.handoff.sweep();

    expect((await shown()).at(3)).toEqual([attendanceId, 3]);
  });

  it("repairs an index that somebody else has spoiled", async () => {
    const waiting = await threeWaiting();
    await shown();
    const [key = ""] = await client.keys(`*${desk.groups.desk}*`);
    await client.zadd(key, 5, newId());
    await client.zrem(key, String(waiting[1]?.[0]));

    await desk.handoff.sweep();

    expect(await shown()).toEqual(waiting);
  });

  it("loses nobody while Redis is flushed again and again under a rush (F5, F6)", async () => {
    await Promise.all(Array.from({ length: 55 }, () => desk.waitingTalk()));
    const other = createNode(desk.store, desk.clock, { redis: { client, prefix: newId() } });

    const { winners } = await rush({
      agents,
      nodes: [desk.handoff, other.handoff],
      pick: createDice(3),
      won: async (total) => {
        if (total % 5 === 0) await Promise.all([client.flushall(), client.script("FLUSH")]);
      },
    });

    expect(winners.size).toBe(55);
    expect([...winners.values()].filter((of) => of.size !== 1)).toEqual([]);
    expect(Math.max(...(await heldByEach(desk)))).toBeLessThanOrEqual(3);
  });

  it("goes on from the store while Redis is dead, says so, and is right when it comes back empty (F5)", async () => {
    const [first, ...others] = await threeWaiting();
    await server.kill();

    expect(await shown()).toEqual([first, ...others]);
    expect(desk.handoff.health()).toEqual({ queue: "redis", state: "degraded" });
    const [agent] = agents;
    if (agent === undefined || first === undefined) throw new Error("Nobody is there.");
    const wish = { attendanceId: String(first[0]), agent, requestId: newId() };
    expect(await desk.handoff.accept(wish)).toMatchObject({ status: "accepted" });
    await desk.handoff.people.connected(agent.accountId, "socket");
    const [status] = await desk.handoff.people.statusOf([agent.accountId]);
    expect(status?.online).toBe(true);

    await server.restart();
    desk.clock.now += 1000;
    await desk.handoff.sweep();
    await desk.handoff.people.refresh();

    expect(await shown()).toEqual(others.map(([id], at) => [id, at]));
    expect(desk.handoff.health()).toEqual({ queue: "redis", state: "up" });
  });

  it("never waits long for a Redis that hangs (F7)", async () => {
    const [first] = await threeWaiting();
    const [agent] = agents;
    if (agent === undefined || first === undefined) throw new Error("Nobody is there.");
    // What is still to be counted would be answered after the pause, and Redis be up.
    await desk.handoff.settled();
    server.pause();

    const watch = startStopwatch();
    const outcome = await desk.handoff.accept({ attendanceId: String(first[0]), agent, requestId: newId() });
    const tookMs = watch.ms();
    server.resume();
    await client.ping();

    expect(outcome).toMatchObject({ status: "accepted" });
    // One timeout of half a second; the calls after it are not even sent.
    expect(tookMs).toBeLessThan(3000);
    expect(desk.handoff.health().state).toBe("degraded");
    desk.clock.now += 1000;
    await desk.handoff.sweep();
    expect(await shown()).toHaveLength(2);
  });

  it("fills the index by itself when it starts, and stops at the signal", async () => {
    const waiting = await threeWaiting();
    await client.flushall();
    const stopping = new AbortController();

    desk.handoff.start(stopping.signal);
    stopping.abort();
    await desk.handoff.stopped();

    expect(await client.keys(`*${desk.groups.desk}*`)).toHaveLength(1);
    expect(await shown()).toEqual(waiting);
    expect(desk.failures).toEqual([]);
  });

  it("forgets the sockets of a killed node after their time, and tells it", async () => {
    const [agent] = agents;
    if (agent === undefined) throw new Error("Nobody is there.");
    const { accountId } = agent;
    const redis = { client, prefix: newId() };
    const killed = createNode(desk.store, desk.clock, { redis });
    const alive = createNode(desk.store, desk.clock, { redis });
    await killed.handoff.people.connected(accountId, "socket");
    const told: boolean[] = [];
    alive.handoff.events.on("presence-changed", ({ online }) => told.push(online));
    const [before] = await alive.handoff.people.statusOf([accountId]);

    desk.clock.now += 46_000;
    await alive.handoff.people.refresh();
    await alive.handoff.people.refresh();

    const [after] = await alive.handoff.people.statusOf([accountId]);
    expect([before?.online, after?.online]).toEqual([true, false]);
    expect(told).toEqual([false]);
  });
});

describe("a claim whose answer is cut off (finding 7, F10)", () => {
  it("is found again by the claimer: no attendance is lost and none given twice", async () => {
    const proxy = await openCuttingProxy({ targetPort: server.port, cutEvery: 10 });
    const cut = await server.connect(proxy.port);
    const prefix = newId();
    const direct = createRedisQueue({
      link: createRedisLink({ client, commandTimeoutMs: patientMs, now: Date.now }),
      prefix,
    });
    const ids = Array.from({ length: 200 }, (_, at) => `attendance-${at}`);
    const entries = ids.map((attendanceId, at) => ({
      attendanceId,
      groupIds: ["desk"],
      priority: 500,
      waitingSince: at,
    }));
    await direct.fill("desk", entries);
    const link = createRedisLink({ client: cut, now: Date.now, restMs: 0, commandTimeoutMs: 5000 });
    const queue = createRedisQueue({ link, prefix });

    const statuses = new Map<string, number>();
    for (const attendanceId of ids) {
      const claim = { attendanceId, groupIds: ["desk"], requestId: `r-${attendanceId}`, agentId: "bruno" };
      const { status } = await claimUntilKnown(() => queue.claim(claim), cut);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    await proxy.close();

    expect(proxy.cuts()).toBeGreaterThan(10);
    expect(statuses).toEqual(new Map([["claimed", 200]]));
  });
});

/** While the connection is being made again the index cannot know; the claimer asks once it is there. */
async function claimUntilKnown<T extends { readonly status: string }>(
  ask: () => Promise<T>,
  connection: Redis,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer.status !== "unknown") return answer;
    await connection.ping();
  }
}
