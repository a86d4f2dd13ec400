import fc from "fast-check";
import type { Principal } from "../../contract/index.js";
import { newId } from "../../store/index.js";
import { openTestRedis, type TestRedis } from "../support/redis.js";
import { engines } from "../support/stores.js";
import { createDice, heldByEach, rush } from "./rush.js";
import { createNode, openTestDesk, type TestDesk } from "./test-desk.js";

describe.each(engines)("many at once on %s", (engine) => {
  let desk: TestDesk;
  let redis: TestRedis;
  beforeEach(async () => {
    redis = await openTestRedis();
    desk = await openTestDesk(engine, { redis });
  });
  afterEach(async () => {
    await desk.handoff.settled();
    await desk.discard();
    await redis.close();
    expect(desk.failures).toEqual([]);
  });

  function addAgents(count: number, capacity: number): Promise<Principal[]> {
    const options = { role: "agent", groupIds: [desk.groups.desk], capacity } as const;
    return Promise.all(Array.from({ length: count }, (_, at) => desk.addPerson(`Agent ${at}`, options)));
  }

  it("gives one attendance to one of a hundred agents and tells the others who (S1-10, Q1)", async () => {
    const agents = await addAgents(100, 3);
    const other = createNode(desk.store, desk.clock, { redis });
    const { attendanceId, conversationId } = await desk.waitingTalk();

    const outcomes = await Promise.all(
      agents.map((agent, at) => {
        const { handoff } = at % 2 === 0 ? desk : other;
        return handoff.accept({ agent, attendanceId, requestId: newId() });
      }),
    );

    const winners = agents.filter((_, at) => outcomes[at]?.status === "accepted");
    expect(winners).toHaveLength(1);
    const holder = { id: winners[0]?.accountId, name: winners[0]?.name };
    expect(outcomes.filter(({ status }) => status !== "accepted")).toEqual(
      Array(99).fill({ status: "taken", holder }),
    );
    expect(await desk.owner(conversationId)).toEqual({
      owner_kind: "agent",
      owner_id: holder.id,
      epoch: 3,
    });
  });

  it("takes every attendance once and fills nobody beyond their capacity (Q4, F19)", async () => {
    const agents = await addAgents(100, 3);
    const talks = await Promise.all(Array.from({ length: 290 }, () => desk.waitingTalk()));
    const other = createNode(desk.store, desk.clock, { redis });

    const nodes = [desk.handoff, other.handoff];
    const { winners } = await rush({ agents, nodes, pick: createDice(7) });

    expect(winners.size).toBe(talks.length);
    expect([...winners.values()].filter((of) => of.size !== 1)).toEqual([]);
    const held = await heldByEach(desk);
    expect(Math.max(...held)).toBe(3);
    expect(held.reduce((sum, one) => sum + one, 0)).toBe(talks.length);
  });

  it("stops at the capacity of all when more wait than they can take", async () => {
    const agents = await addAgents(10, 3);
    await Promise.all(Array.from({ length: 50 }, () => desk.waitingTalk()));

    const { winners, answers } = await rush({ agents, nodes: [desk.handoff], pick: createDice(11) });

    expect(winners.size).toBe(30);
    expect(await heldByEach(desk)).toEqual(Array(10).fill(3));
    expect(answers.get("at-capacity")).toBeGreaterThanOrEqual(10);
    expect((await desk.handoff.reads.counts([desk.groups.desk])).get(desk.groups.desk)).toBe(20);
  });

  it("fills an agent to their capacity and no further when they accept on two nodes at once (Q4)", async () => {
    const [agent] = await addAgents(1, 3);
    if (agent === undefined) throw new Error("No agent.");
    const other = createNode(desk.store, desk.clock, { redis });
    const talks = await Promise.all(Array.from({ length: 20 }, () => desk.waitingTalk()));

    const outcomes = await Promise.all(
      talks.map(({ attendanceId }, at) => {
        const { handoff } = at % 2 === 0 ? desk : other;
        return handoff.accept({ agent, attendanceId, requestId: newId() });
      }),
    );

    expect(outcomes.filter(({ status }) => status === "accepted")).toHaveLength(3);
    expect(outcomes.filter(({ status }) => status === "at-capacity")).toHaveLength(17);
    expect(await heldByEach(desk)).toEqual([3]);
  });

  it("fails only the accept whose own work fails, of those that came together", async () => {
    const agents = await addAgents(3, 3);
    const talks = [await desk.waitingTalk(), await desk.waitingTalk(), await desk.waitingTalk()];
    const broken = talks[1]?.attendanceId;
    const node = createNode(desk.store, desk.clock, {
      redis,
      hooks: {
        accepted: async (_trx, { attendance }) => {
          if (attendance.row.id === broken) throw new Error("The ticket could not be assigned.");
        },
      },
    });

    const answers = await Promise.allSettled(
      talks.map(({ attendanceId }, at) => {
        const agent = agents[at];
        if (agent === undefined) throw new Error("No agent.");
        return node.handoff.accept({ agent, attendanceId, requestId: newId() });
      }),
    );

    expect(answers.map((answer) => answer.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await heldByEach(desk)).toEqual([1, 1]);
    expect(await desk.owner(talks[1]?.conversationId ?? "")).toMatchObject({ owner_kind: "queue", epoch: 2 });
    const [, late] = agents;
    if (late === undefined || broken === undefined) throw new Error("No agent.");
    expect(
      await desk.handoff.accept({ agent: late, attendanceId: broken, requestId: newId() }),
    ).toMatchObject({
      status: "accepted",
    });
  });

  it("knows only legal states whatever happens at the same instant (F24, Q12)", async () => {
    const [bruno, carla] = await addAgents(2, 2);
    const boss = await desk.addPerson("Sofia", { role: "supervisor" });
    if (bruno === undefined || carla === undefined) throw new Error("No agents.");
    await desk.handoff.people.connected(carla.accountId, newId());
    const { handoff } = desk;
    const acts = {
      acceptByBruno: (attendanceId: string) =>
        handoff.accept({ attendanceId, agent: bruno, requestId: newId() }),
      acceptByCarla: (attendanceId: string) =>
        handoff.accept({ attendanceId, agent: carla, requestId: newId() }),
      cancel: (attendanceId: string, actor: Principal) => handoff.cancel({ attendanceId, actor }),
      end: (attendanceId: string) => handoff.end({ attendanceId, actor: boss }),
      toCarla: (attendanceId: string) =>
        handoff.transfer({ attendanceId, actor: boss, to: { kind: "agent", id: carla.accountId } }),
      toGroup: (attendanceId: string) =>
        handoff.transfer({ attendanceId, actor: boss, to: { kind: "group", id: desk.groups.network } }),
      handBack: (attendanceId: string) =>
        handoff.transfer({ attendanceId, actor: boss, to: { kind: "assistant" } }),
      resume: (_: string, requester: Principal) => handoff.resume({ requester, causeId: newId() }),
    };
    const names = [
      "acceptByBruno",
      "acceptByCarla",
      "cancel",
      "end",
      "toCarla",
      "toGroup",
      "handBack",
      "resume",
    ] as const;
    const plans = fc.array(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    });

    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { attendanceId, conversationId, requester } = await desk.waitingTalk();

        for (const atOnce of plan) {
          await Promise.all(atOnce.map((name) => acts[name](attendanceId, requester)));
          await expectLegal(conversationId);
        }

        await endAll(conversationId, boss);
      }),
      { numRuns: 40, seed: 20_261_122, endOnFailure: true },
    );
    await handoff.settled();
    expect(await handoff.reads.counts([desk.groups.desk, desk.groups.network])).toEqual(
      new Map([
        [desk.groups.desk, 0],
        [desk.groups.network, 0],
      ]),
    );
  });

  async function expectLegal(conversationId: string): Promise<void> {
    const owner = await desk.owner(conversationId);
    const rows = await desk.store.db
      .selectFrom("attendance")
      .selectAll()
      .where("conversation_id", "=", conversationId)
      .where("phase", "<>", "closed")
      .execute();
    expect(rows.length).toBeLessThanOrEqual(1);
    const open = rows[0];
    const expected = { logged: "queue", accepted: "agent" }[open?.phase ?? ""] ?? "closed";
    const found = ["assistant", "none"].includes(owner.owner_kind) ? "closed" : owner.owner_kind;
    expect(found).toBe(expected);
    expect(owner.owner_id).toBe(open?.agent_id ?? null);
    // Every change of owner writes one line into the talk, so the two counts go together.
    expect(await desk.notices(conversationId)).toHaveLength(owner.epoch - 1);
    expect(Math.max(0, ...(await heldByEach(desk)))).toBeLessThanOrEqual(2);
  }

  async function endAll(conversationId: string, boss: Principal): Promise<void> {
    const rows = await desk.store.db
      .selectFrom("attendance")
      .select("id")
      .where("conversation_id", "=", conversationId)
      .where("phase", "<>", "closed")
      .execute();
    for (const { id } of rows) await desk.handoff.end({ attendanceId: id, actor: boss });
  }
});
