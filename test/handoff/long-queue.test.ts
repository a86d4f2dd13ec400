import type { Principal } from "../../contract/index.js";
import { engines } from "../support/stores.js";
import { openTestDesk, type TestDesk } from "./test-desk.js";

describe.each(engines)("a queue longer than what is listed of it, on %s", (engine) => {
  let desk: TestDesk;
  let bruno: Principal;
  let both: string[];
  beforeAll(async () => {
    desk = await openTestDesk(engine);
    both = [desk.groups.desk, desk.groups.network];
    bruno = await desk.addPerson("Bruno", { role: "agent", groupIds: both });
    for (let at = 0; at < 8; at += 1) await desk.waitingTalk();
    for (const groupIds of [both, [desk.groups.network]]) await desk.waitingTalk({ groupIds });
    await desk.handoff.settled();
  });
  afterAll(async () => {
    await desk.handoff.settled();
    await desk.discard();
    expect(desk.failures).toEqual([]);
  });

  it("is counted as a whole for an agent, each once who waits for several of the groups (S1-6)", async () => {
    const { total, groups } = await desk.handoff.reads.countFor(bruno);

    expect(total).toBe(10);
    expect(new Map(groups.map((one) => [one.groupId, one.waiting]))).toEqual(
      new Map([
        [desk.groups.desk, 9],
        [desk.groups.network, 2],
      ]),
    );
  });

  it("is counted for a supervisor over all groups, and for a requester not at all", async () => {
    const boss = await desk.addPerson("Sofia", { role: "supervisor" });
    const ana = await desk.addPerson("Ana");

    expect((await desk.handoff.reads.countFor(boss)).total).toBe(10);
    expect(await desk.handoff.reads.countFor(ana)).toEqual({ total: 0, groups: [] });
  });

  it("is listed from its head, with the head of each group behind it (S1-2)", async () => {
    const listed = await desk.handoff.reads.waitingFor(bruno, 3);

    expect(listed.slice(0, 3).map(({ position }) => position)).toEqual([0, 1, 2]);
    const ofNetwork = listed.filter(({ groupIds }) => groupIds.includes(desk.groups.network));
    expect(ofNetwork.map(({ position }) => position)).toEqual([0, 1]);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
  });

  it("is told a few times while very much happens, and its last count in any case", async () => {
    const counts: number[] = [];
    await desk.handoff.settled();
    const stop = desk.handoff.events.on("queue-changed", ({ waiting }) => counts.push(waiting));
    const startedAt = performance.now();

    for (let at = 0; at < 40; at += 1) await desk.waitingTalk();
    const tookMs = performance.now() - startedAt;
    await desk.handoff.settled();
    stop();

    expect(counts.at(-1)).toBe(49);
    expect(counts.length).toBeLessThanOrEqual(tookMs / 100 + 3);
  });
});
