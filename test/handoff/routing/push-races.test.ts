import fc from "fast-check";
import type { Principal } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { type RedisServer, spawnRedis } from "../../support/redis.js";
import { engines } from "../../support/stores.js";
import { heldByEach } from "../rush.js";
import { createNode } from "../test-desk.js";
import { openPushDesk, type PushDesk, type QueueKind } from "./push-desk.js";

const kinds: readonly QueueKind[] = ["embedded", "redis"];
const setups = engines.flatMap((engine) => kinds.map((queue) => ({ engine, queue })));

describe.each(setups)("offers in a race on $engine with the $queue queue", ({ engine, queue }) => {
  let desk: PushDesk;
  beforeEach(async () => {
    desk = await openPushDesk(engine, { queue });
  });
  afterEach(async () => {
    await desk.discard();
    expect(desk.failures).toEqual([]);
  });

  it("offers each once and each agent one when three nodes give out at once (Q1)", async () => {
    const agents = [];
    for (let at = 0; at < 4; at += 1) agents.push(await desk.addAgent(`Agent ${at}`, { isOnline: false }));
    const nodes = [1, 2, 3].map(() => createNode(desk.store, desk.clock));
    for (let at = 0; at < 8; at += 1) await desk.waitingTalk();
    for (const node of nodes)
      for (const agent of agents) await node.handoff.people.connected(agent.accountId, newId());

    await Promise.all(nodes.flatMap((node) => [node.handoff.route(), node.handoff.route()]));
    for (const node of nodes) await node.handoff.settled();

    const offers = await desk.offers();
    expect(new Set(offers.values()).size).toBe(offers.size);
    expect(offers.size).toBe(4);
    const open = await desk.store.db
      .selectFrom("attendance_offer")
      .select("id")
      .where("outcome", "=", "open")
      .execute();
    expect(open).toHaveLength(4);
    expect(nodes.flatMap((node) => node.failures)).toEqual([]);
  });

  it("never exceeds a capacity, whatever is offered, picked, assigned and declined at the same instant (Q4, Q12)", async () => {
    await desk.route({ giving: "pull" }, desk.groups.network);
    const boss = await desk.addPerson("Sofia", { role: "supervisor" });
    const both = [desk.groups.desk, desk.groups.network];
    const agents: Principal[] = [];
    for (let at = 0; at < 3; at += 1)
      agents.push(await desk.addAgent(`Agent ${at}`, { capacity: 2, groupIds: both }));
    const { handoff } = desk;
    const acts = {
      accept: (attendanceId: string, agent: Principal) =>
        handoff.accept({ attendanceId, agent, requestId: newId() }),
      decline: (attendanceId: string, { accountId }: Principal) =>
        handoff.decline({ attendanceId, agentId: accountId }),
      assign: (attendanceId: string, { accountId }: Principal) =>
        handoff.assign({ attendanceId, agentId: accountId, actor: boss }),
      route: () => handoff.route(),
    };
    const names = ["accept", "decline", "assign", "route"] as const;
    const act = fc.record({ name: fc.constantFrom(...names), talk: fc.nat(3), agent: fc.nat(2) });

    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 12 }), async (plan) => {
        const talks: Awaited<ReturnType<PushDesk["waitingTalk"]>>[] = [];
        for (let at = 0; at < 4; at += 1) talks.push(await desk.waitingTalk({ groupIds: both }));

        await Promise.all(
          plan.map(({ name, talk, agent }) => {
            const [id, who] = [talks[talk]?.attendanceId, agents[agent]];
            return id === undefined || who === undefined ? undefined : acts[name](id, who);
          }),
        );
        await handoff.settled();

        expect(Math.max(0, ...(await heldByEach(desk)))).toBeLessThanOrEqual(2);
        const offers = [...(await desk.offers()).values()];
        expect(new Set(offers).size).toBe(offers.length);
        for (const { attendanceId } of talks) await handoff.end({ attendanceId, actor: boss });
      }),
      { numRuns: 8 },
    );
  });
});

describe("without a reliable Redis", () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await spawnRedis();
  });
  afterAll(() => server.close());

  it("goes on giving out when Redis is flushed and when it is away (Q6)", async () => {
    const client = await server.connect();
    const desk = await openPushDesk("sqlite", { redis: { client, prefix: "push" } });
    const bruno = await desk.addAgent("Bruno");
    const { attendanceId } = await desk.waitingTalk();
    await desk.handoff.settled();

    await client.flushall();
    await desk.handoff.people.connected(bruno.accountId, newId());
    await desk.pass(30_001);
    expect(await desk.offers()).toEqual(new Map([[attendanceId, bruno.accountId]]));

    await server.kill();
    await desk.handoff.people.connected(bruno.accountId, newId());
    await desk.handoff.decline({ attendanceId, agentId: bruno.accountId });
    const next = await desk.waitingTalk();
    await desk.pass(30_001);
    expect((await desk.offers()).get(next.attendanceId)).toBe(bruno.accountId);
    await desk.discard();
  });
});
