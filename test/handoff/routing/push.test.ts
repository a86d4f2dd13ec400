import { newId } from "../../../store/index.js";
import { engines } from "../../support/stores.js";
import { wish } from "../test-desk.js";
import { openPushDesk, type PushDesk } from "./push-desk.js";

describe.each(engines)("giving out on %s", (engine) => {
  let desk: PushDesk;
  beforeEach(async () => {
    desk = await openPushDesk(engine);
  });
  afterEach(async () => {
    await desk.discard();
    expect(desk.failures).toEqual([]);
  });

  const accept = (attendanceId: string, agent: Awaited<ReturnType<PushDesk["addAgent"]>>) =>
    desk.handoff.accept({ attendanceId, agent, requestId: newId() });
  const wait = async (options?: Parameters<PushDesk["waitingTalk"]>[0]) => {
    const talk = await desk.waitingTalk(options);
    await desk.handoff.settled();
    return talk;
  };

  it("asks one agent of the group, who alone may take it (S1-2, S1-3, Q1)", async () => {
    const bruno = await desk.addAgent("Bruno");
    const carla = await desk.addAgent("Carla");
    await desk.addAgent("Diego", { groupIds: [desk.groups.network] });

    const { attendanceId } = await wait();

    const [asked, other] =
      (await desk.offers()).get(attendanceId) === bruno.accountId ? [bruno, carla] : [carla, bruno];
    expect(await desk.offers()).toEqual(new Map([[attendanceId, asked.accountId]]));
    expect(await accept(attendanceId, other)).toMatchObject({ status: "offered-to-other" });
    expect(await accept(attendanceId, asked)).toMatchObject({ status: "accepted" });
    expect(await desk.offers()).toEqual(new Map());
  });

  it("chatwoot#10685: agents who come online drain the backlog", async () => {
    const talks = [await wait(), await wait(), await wait()];
    expect(await desk.offers()).toEqual(new Map());

    const bruno = await desk.addAgent("Bruno", { capacity: 3 });
    const served: string[] = [];
    for (const _ of talks) {
      const [id = ""] = [...(await desk.offers()).keys()];
      expect(await accept(id, bruno)).toMatchObject({ status: "accepted" });
      served.push(id);
    }

    expect(served).toEqual(talks.map(({ attendanceId }) => attendanceId));
  });

  it("chatwoot#10376, LHC#1260: serves in the order of waiting, the higher priority first", async () => {
    const late = await wait();
    const urgent = await wait({ priority: 1 });
    const last = await wait();
    const bruno = await desk.addAgent("Bruno", { capacity: 9 });

    const served: string[] = [];
    while ((await desk.offers()).size > 0) {
      const [id = ""] = [...(await desk.offers()).keys()];
      served.push(id);
      await accept(id, bruno);
    }

    expect(served).toEqual([urgent, late, last].map(({ attendanceId }) => attendanceId));
  });

  it("chatwoot#10583: freed capacity goes to who waited first, not to who comes now", async () => {
    const bruno = await desk.addAgent("Bruno", { capacity: 1 });
    const first = await wait();
    await accept(first.attendanceId, bruno);
    const stuck = await wait();
    expect(await desk.offers()).toEqual(new Map());

    await desk.handoff.end({ attendanceId: first.attendanceId, actor: bruno });
    await wait();

    expect(await desk.offers()).toEqual(new Map([[stuck.attendanceId, bruno.accountId]]));
  });

  it("chatwoot#13050: loses nobody while all are full; each is served in turn", async () => {
    const bruno = await desk.addAgent("Bruno", { capacity: 1 });
    const talks = [await wait(), await wait(), await wait(), await wait()];
    const served: string[] = [];
    for (const _ of talks) {
      const asked = await desk.offers();
      expect(asked.size).toBe(1);
      const [id = ""] = asked.keys();
      expect(await accept(id, bruno)).toMatchObject({ status: "accepted" });
      expect(await desk.offers()).toEqual(new Map());
      served.push(id);
      await desk.handoff.end({ attendanceId: id, actor: bruno });
    }

    expect(served).toEqual(talks.map(({ attendanceId }) => attendanceId));
    expect(await desk.handoff.reads.waitingFor(bruno)).toEqual([]);
  });

  it("chatwoot#14508: asks the next one when an agent stays silent, and the place is kept", async () => {
    const bruno = await desk.addAgent("Bruno");
    const carla = await desk.addAgent("Carla");
    const { attendanceId } = await wait();
    const first = (await desk.offers()).get(attendanceId);
    const before = await desk.handoff.reads.record(attendanceId);

    await desk.pass(30_001);

    const second = (await desk.offers()).get(attendanceId);
    expect(new Set([first, second])).toEqual(new Set([bruno.accountId, carla.accountId]));
    expect((await desk.handoff.reads.record(attendanceId))?.row.waiting_since).toBe(
      before?.row.waiting_since,
    );
  });

  it("LHC#1218, LHC#1073: goes round all attendants while nobody takes it, and round again", async () => {
    const agents = [await desk.addAgent("Bruno"), await desk.addAgent("Carla"), await desk.addAgent("Diego")];
    const { attendanceId } = await wait();
    const asked: (string | undefined)[] = [];

    for (let round = 0; round < agents.length; round += 1) {
      asked.push((await desk.offers()).get(attendanceId));
      await desk.pass(30_001);
    }

    expect(new Set(asked)).toEqual(new Set(agents.map(({ accountId }) => accountId)));
    await desk.pass(60_000);
    expect(asked).toContain((await desk.offers()).get(attendanceId));
  });

  it("chatwoot#11034: spreads evenly over those who are there, whatever their limit", async () => {
    const agents = [
      await desk.addAgent("Bruno", { capacity: 4 }),
      await desk.addAgent("Carla", { capacity: 4 }),
      await desk.addAgent("Diego", { capacity: 4 }),
    ];
    const held = new Map(agents.map(({ accountId }) => [accountId, 0]));

    for (let talk = 0; talk < 9; talk += 1) {
      const { attendanceId } = await wait();
      const askedId = (await desk.offers()).get(attendanceId) ?? "";
      const asked = agents.find(({ accountId }) => accountId === askedId);
      if (asked === undefined) throw new Error("Nobody was asked.");
      expect(await accept(attendanceId, asked)).toMatchObject({ status: "accepted" });
      held.set(askedId, (held.get(askedId) ?? 0) + 1);
    }

    expect([...held.values()]).toEqual([3, 3, 3]);
  });

  it("chatwoot#1198, botpress/v12#1322: asks nobody beyond their limit, and says so to who picks", async () => {
    await desk.route({ giving: "pull" });
    const bruno = await desk.addAgent("Bruno", { capacity: 2 });
    const talks = [await wait(), await wait(), await wait()];
    const outcomes = [];
    for (const { attendanceId } of talks) outcomes.push(await accept(attendanceId, bruno));
    expect(outcomes.map(({ status }) => status)).toEqual(["accepted", "accepted", "at-capacity"]);

    await desk.route({ giving: "push" });
    await desk.pass(1000);

    expect(await desk.offers()).toEqual(new Map());
  });

  it("RC#18029, RC#18200: what has waited for days can still be taken, given to somebody and ended", async () => {
    await desk.route({ giving: "pull" });
    const boss = await desk.addPerson("Sofia", { role: "supervisor" });
    const [taken, given, ended] = [await wait(), await wait(), await wait()];
    const dayMs = 24 * 3_600_000;

    await desk.pass(5 * dayMs);
    const bruno = await desk.addAgent("Bruno");

    expect(await accept(taken.attendanceId, bruno)).toMatchObject({ status: "accepted" });
    const wish = { attendanceId: given.attendanceId, agentId: bruno.accountId, actor: boss };
    expect(await desk.handoff.assign(wish)).toMatchObject({ status: "assigned" });
    expect(await desk.handoff.end({ attendanceId: ended.attendanceId, actor: boss })).toMatchObject({
      status: "closed",
    });
    expect(await desk.handoff.reads.waitingFor(bruno)).toEqual([]);
  });

  it("RC#19837: one who was taken and put back can be taken and answered by the next", async () => {
    await desk.route({ giving: "pull" });
    const [bruno, carla] = [await desk.addAgent("Bruno"), await desk.addAgent("Carla")];
    const { attendanceId, conversationId } = await wait();
    await accept(attendanceId, bruno);
    const to = { kind: "group", id: desk.groups.desk } as const;
    await desk.handoff.transfer({ attendanceId, actor: bruno, to });

    const again = await accept(attendanceId, carla);

    if (again.status !== "accepted") throw new Error(again.status);
    const sender = { kind: "agent", id: carla.accountId, name: carla.name } as const;
    const words = { conversationId, clientMessageId: newId(), sender, text: "Hello", epoch: again.epoch };
    expect(await desk.conversations.append(words)).toMatchObject({ status: "stored" });
  });

  it("asks the next one at once when an agent declines, and not the same again", async () => {
    const bruno = await desk.addAgent("Bruno");
    const { attendanceId } = await wait();

    expect(await desk.handoff.decline({ attendanceId, agentId: bruno.accountId })).toBe("declined");
    expect(await desk.handoff.decline({ attendanceId, agentId: bruno.accountId })).toBe("declined");

    expect(await desk.offers()).toEqual(new Map());
    const carla = await desk.addAgent("Carla");
    expect(await desk.offers()).toEqual(new Map([[attendanceId, carla.accountId]]));
  });

  it("leaves an agent in peace who lets offers pass, tells them, and never changes their status", async () => {
    const bruno = await desk.addAgent("Bruno");
    const paused: [string, string][] = [];
    desk.handoff.events.on("offers-paused", (pause) => void paused.push([pause.accountId, pause.giving]));
    const { attendanceId } = await wait();

    for (let round = 0; round < 3; round += 1) await desk.pass(30_001);

    expect(paused).toEqual([[bruno.accountId, "push"]]);
    expect(await desk.offers()).toEqual(new Map());
    expect(await desk.handoff.people.statusOf([bruno.accountId])).toMatchObject([
      { status: "available", online: true },
    ]);
    await desk.handoff.people.setAvailability(bruno.accountId, "available");
    await desk.pass(1);
    expect(await desk.offers()).toEqual(new Map([[attendanceId, bruno.accountId]]));
  });

  it("asks only those who have the skills and speak the language", async () => {
    await desk.route({ giving: "push", skills: ["vpn"], languages: ["pt"] });
    await desk.addAgent("No skill", { languages: ["en"] });
    await desk.addAgent("Speaks what the group speaks", { skills: ["vpn"] });
    const right = await desk.addAgent("Right", { skills: ["vpn"], languages: ["es", "en"] });

    const { attendanceId } = await wait();

    expect(await desk.offers()).toEqual(new Map([[attendanceId, right.accountId]]));
  });

  it("zammad#1581: asks the least loaded, then the longest idle", async () => {
    const bruno = await desk.addAgent("Bruno", { capacity: 4 });
    const { attendanceId: first } = await wait();
    await accept(first, bruno);
    const carla = await desk.addAgent("Carla", { capacity: 4 });

    const { attendanceId: second } = await wait();
    expect((await desk.offers()).get(second)).toBe(carla.accountId);
    await accept(second, carla);
    await desk.handoff.end({ attendanceId: first, actor: bruno });
    await desk.handoff.end({ attendanceId: second, actor: carla });

    const { attendanceId: third } = await wait();
    expect((await desk.offers()).get(third)).toBe(bruno.accountId);
  });

  it("asks the former agent first when a requester comes back", async () => {
    const bruno = await desk.addAgent("Bruno", { capacity: 1 });
    const first = await wait();
    await accept(first.attendanceId, bruno);
    const carla = await desk.addAgent("Carla");
    await desk.handoff.transfer({
      attendanceId: first.attendanceId,
      actor: bruno,
      to: { kind: "group", id: desk.groups.desk },
    });

    expect((await desk.offers()).get(first.attendanceId)).toBe(bruno.accountId);
    expect(carla.accountId).not.toBe(bruno.accountId);
  });

  it("asks first who served the requester last when they come with something else", async () => {
    const bruno = await desk.addAgent("Bruno");
    const { attendanceId, requester } = await wait();
    await accept(attendanceId, bruno);
    const carla = await desk.addAgent("Carla");
    await desk.handoff.end({ attendanceId, actor: bruno });

    const again = await wait({ requester });
    const stranger = await wait();

    expect(await desk.offers()).toEqual(
      new Map([
        [again.attendanceId, bruno.accountId],
        [stranger.attendanceId, carla.accountId],
      ]),
    );
  });

  it("LHC#1337: nobody picks from a group that gives out by itself, but a supervisor", async () => {
    const bruno = await desk.addAgent("Bruno", { isOnline: false });
    const boss = await desk.addPerson("Sofia", { role: "supervisor", groupIds: [desk.groups.desk] });
    const { attendanceId } = await wait();

    expect(await accept(attendanceId, bruno)).toEqual({ status: "not-offered" });
    expect(await accept(attendanceId, boss)).toMatchObject({ status: "accepted" });
  });

  it("takes an offer back from an agent who says that they are away", async () => {
    const bruno = await desk.addAgent("Bruno");
    const { attendanceId } = await wait();
    expect((await desk.offers()).get(attendanceId)).toBe(bruno.accountId);

    await desk.handoff.people.setAvailability(bruno.accountId, "away");

    expect(await desk.offers()).toEqual(new Map());
  });

  it("RC PR#36528: a supervisor is told the true reason why it cannot be assigned", async () => {
    const boss = await desk.addPerson("Sofia", { role: "supervisor" });
    const full = await desk.addAgent("Full", { capacity: 1 });
    const { attendanceId: taken } = await wait();
    await accept(taken, full);
    const gone = await desk.addAgent("Gone", { isOnline: false });
    const foreign = await desk.addAgent("Foreign", { groupIds: [desk.groups.network] });
    const { attendanceId } = await wait();
    const assign = (agentId: string, actor = boss) => desk.handoff.assign({ attendanceId, agentId, actor });

    expect(await assign(full.accountId)).toEqual({ status: "at-capacity", name: "Full", capacity: 1 });
    expect(await assign(gone.accountId)).toEqual({ status: "offline", name: "Gone" });
    expect(await assign(foreign.accountId)).toEqual({ status: "not-in-group", name: "Foreign" });
    expect(await assign(full.accountId, full)).toEqual({ status: "denied" });
    const free = await desk.addAgent("Free");
    expect(await assign(free.accountId)).toMatchObject({ status: "assigned" });
    expect(await desk.offers()).toEqual(new Map());
  });

  it("counts a channel apart: no more of it than the group allows, by offer or by pick", async () => {
    await desk.route({ channelCapacity: { web: 1 } });
    const bruno = await desk.addAgent("Bruno", { capacity: 5 });
    const [one, two] = [await wait(), await wait()];

    expect(await accept(one.attendanceId, bruno)).toMatchObject({ status: "accepted" });
    expect(await accept(two.attendanceId, bruno)).toEqual({
      status: "channel-full",
      channel: "web",
      capacity: 1,
    });
  });

  it("shows who waits too long to a second group, in the same place", async () => {
    await desk.route({ overflow: { groupId: desk.groups.network, afterSeconds: 60 } });
    const { attendanceId } = await wait();
    const nina = await desk.addAgent("Nina", { groupIds: [desk.groups.network] });
    expect(await desk.handoff.reads.waitingFor(nina)).toEqual([]);

    await desk.pass(60_001);

    const [shown] = await desk.handoff.reads.waitingFor(nina);
    expect(shown).toMatchObject({ id: attendanceId, position: 0 });
    expect(shown?.groupIds).toEqual([desk.groups.desk, desk.groups.network].sort());
  });

  it("gives back to the assistant who waits far too long, and keeps the place (S1-26)", async () => {
    await desk.route({ waitLimitSeconds: 120 });
    const { attendanceId, conversationId, requester } = await wait();
    const since = (await desk.handoff.reads.record(attendanceId))?.row.waiting_since;
    await wait();

    await desk.pass(120_001);

    expect(await desk.owner(conversationId)).toMatchObject({ owner_kind: "assistant" });
    const { messages } = await desk.conversations.after(conversationId, 0);
    expect(messages.at(-1)?.actions).toEqual([
      { title: "Resume attendance", value: { kind: "resume-attendance" } },
    ]);
    const resumed = await desk.handoff.resume({ requester, causeId: newId() });
    if (resumed.status !== "waiting") throw new Error(resumed.status);
    expect(resumed.attendance.row.waiting_since).toBe(since);
    await desk.pass(1000);
    expect(await desk.owner(conversationId)).toMatchObject({ owner_kind: "queue" });
  });

  it("asks for a cause once however often it is told", async () => {
    await desk.addAgent("Bruno");
    const talk = await desk.talk();
    const cause = wish(talk, [desk.groups.desk]);

    await Promise.all([desk.handoff.request(cause), desk.handoff.request(cause)]);

    expect((await desk.offers()).size).toBe(1);
  });
});
