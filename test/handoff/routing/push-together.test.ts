import { newId } from "../../../store/index.js";
import { engines } from "../../support/stores.js";
import { openPushDesk, type PushDesk } from "./push-desk.js";

describe.each(engines)("giving out to many at once on %s", (engine) => {
  let desk: PushDesk;
  beforeEach(async () => {
    desk = await openPushDesk(engine);
  });
  afterEach(async () => {
    await desk.discard();
    expect(desk.failures).toEqual([]);
  });

  type Agent = Awaited<ReturnType<PushDesk["addAgent"]>>;
  const accept = (attendanceId: string, agent: Agent) =>
    desk.handoff.accept({ attendanceId, agent, requestId: newId() });
  const outcomes = async () => {
    const rows = await desk.store.db.selectFrom("attendance_offer").select("outcome").execute();
    return rows.map(({ outcome }) => outcome).sort();
  };

  it("asks each of those who come together for another one, longest waiting first, until all are full (Q4)", async () => {
    const waiting: string[] = [];
    for (let at = 0; at < 30; at += 1) waiting.push((await desk.waitingTalk()).attendanceId);
    const agents = new Map<string, Agent>();
    for (let at = 0; at < 5; at += 1) {
      const agent = await desk.addAgent(`Agent ${at}`, { capacity: 4, isOnline: false });
      agents.set(agent.accountId, agent);
    }
    await Promise.all([...agents.keys()].map((id) => desk.handoff.people.connected(id, newId())));

    const served: string[] = [];
    for (let offers = await desk.offers(); offers.size > 0; offers = await desk.offers()) {
      expect(new Set(offers.values()).size).toBe(offers.size);
      served.push(...offers.keys());
      const taken = await Promise.all(
        [...offers].map(([id, agentId]) => {
          const agent = agents.get(agentId);
          if (agent === undefined) throw new Error("A stranger is asked.");
          return accept(id, agent);
        }),
      );
      expect(new Set(taken.map(({ status }) => status))).toEqual(new Set(["accepted"]));
    }

    expect(served).toHaveLength(20);
    expect(new Set(served)).toEqual(new Set(waiting.slice(0, 20)));
    expect(await outcomes()).toEqual(Array.from({ length: 20 }, () => "accepted"));
  });

  it("decides accepts that come together as it decides each alone: the one who is asked, and a supervisor", async () => {
    const bruno = await desk.addAgent("Bruno");
    const { attendanceId: first } = await desk.waitingTalk();
    await desk.handoff.settled();
    const carla = await desk.addAgent("Carla");
    const { attendanceId: second } = await desk.waitingTalk();
    const { attendanceId: third } = await desk.waitingTalk();
    expect(await desk.offers()).toEqual(
      new Map([
        [first, bruno.accountId],
        [second, carla.accountId],
      ]),
    );
    const sofia = await desk.addPerson("Sofia", { role: "supervisor", groupIds: [desk.groups.desk] });

    const answers = await Promise.all([
      accept(first, carla),
      accept(first, bruno),
      accept(second, bruno),
      accept(third, bruno),
      accept(third, sofia),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([
      "offered-to-other",
      "accepted",
      "offered-to-other",
      "not-offered",
      "accepted",
    ]);
  });

  it("withdraws an offer when a supervisor takes what a colleague is asked for, in company too", async () => {
    const bruno = await desk.addAgent("Bruno", { capacity: 1 });
    const { attendanceId: first } = await desk.waitingTalk();
    const { attendanceId: second } = await desk.waitingTalk();
    expect([...(await desk.offers()).values()]).toEqual([bruno.accountId]);
    const sofia = await desk.addPerson("Sofia", { role: "supervisor", groupIds: [desk.groups.desk] });
    await desk.pass(29_000);
    desk.clock.now += 2000;

    await Promise.all([accept(first, sofia), accept(second, sofia)]);

    expect(await outcomes()).toContain("withdrawn");
  });

  it("keeps the limit of a channel among accepts that come together", async () => {
    await desk.route({ giving: "pull", channelCapacity: { web: 2 } });
    const bruno = await desk.addAgent("Bruno", { capacity: 9 });
    const ids: string[] = [];
    for (let at = 0; at < 4; at += 1) ids.push((await desk.waitingTalk()).attendanceId);

    const answers = await Promise.all(ids.map((id) => accept(id, bruno)));

    expect(answers.map(({ status }) => status).sort()).toEqual([
      "accepted",
      "accepted",
      "channel-full",
      "channel-full",
    ]);
  });
});
