import fc from "fast-check";
import { availabilities, groupRoutingSchema, locales } from "../../../contract/index.js";
import {
  type AgentState,
  choose,
  obstaclesOf,
  type RoutedTo,
  type Wish,
} from "../../../handoff/routing/eligible.js";
import { estimateWait } from "../../../handoff/routing/estimate.js";
import { findRule } from "../../../handoff/routing/rules.js";
import { explain } from "../../../handoff/routing/why.js";
import { newId } from "../../../store/index.js";
import { openPushDesk, type PushDesk, question } from "./push-desk.js";

const at = 1_800_000_000_000;
const words = fc.subarray(["vpn", "sap", "mail"]);
const spoken = fc.subarray([...locales]);
const groupIds = fc.subarray(["a", "b"], { minLength: 1 });
const later = fc.integer({ min: at - 1000, max: at + 1000 });

const agents: fc.Arbitrary<AgentState[]> = fc
  .array(
    fc.record({
      name: fc.constant("Agent"),
      groupIds,
      status: fc.constantFrom(...availabilities),
      isOnline: fc.boolean(),
      held: fc.integer({ min: 0, max: 3 }),
      capacity: fc.integer({ min: 1, max: 3 }),
      heldOn: fc.integer({ min: 0, max: 3 }).map((count) => new Map([["web", count]])),
      skills: words,
      languages: spoken,
      restingUntil: fc.option(later, { nil: undefined }),
      deciding: fc.option(fc.constant({ attendanceId: "other", until: at + 1 }), { nil: undefined }),
      idleSince: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((agent, index) => ({ ...agent, id: `agent-${index}` })));

const wishes: fc.Arbitrary<Wish> = fc.record({
  attendanceId: fc.constant("this"),
  groupIds,
  channel: fc.constantFrom("web", "msteams"),
  language: fc.constantFrom(...locales),
  skills: words,
  lastAgentId: fc.option(fc.constant("agent-1"), { nil: undefined }),
  answers: fc
    .array(fc.record({ declinedUntil: later, lapses: fc.integer({ min: 0, max: 2 }) }), { maxLength: 3 })
    .map((all) => new Map(all.map((answer, index) => [`agent-${index}`, answer]))),
});

const groups: fc.Arbitrary<RoutedTo[]> = fc.tuple(group("a"), group("b")).map(([one, other]) => [one, other]);

function group(id: string): fc.Arbitrary<RoutedTo> {
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    hours: fc.record({ isOpen: fc.boolean(), isEnding: fc.constant(false) }),
    routing: fc
      .record({
        giving: fc.constantFrom("pull", "push"),
        skills: words,
        languages: spoken,
        channelCapacity: fc.constantFrom({}, { web: 1 }),
      })
      .map((settings) => groupRoutingSchema.parse(settings)),
  });
}

describe("why is this waiting", () => {
  it("tells of each agent exactly what the router sees: nobody free is passed over, nobody else is asked", () => {
    fc.assert(
      fc.property(wishes, agents, groups, (wish, all, both) => {
        const own = both.filter(({ id }) => wish.groupIds.includes(id));
        const chosen = choose(wish, all, own, at);
        const told = explain({ wish, agents: all, groups: own, at });

        const free = told.groups
          .filter(({ giving, isOpen }) => giving === "push" && isOpen)
          .flatMap((one) => one.agents.filter(({ isFree }) => isFree).map(({ id }) => id));
        expect(chosen === undefined ? free : free.includes(chosen.id)).toEqual(
          chosen === undefined ? [] : true,
        );
        if (chosen !== undefined) expect(told.next.kind).toBe("offer-follows");
        for (const { agents: members, id } of told.groups)
          expect(members.map((one) => one.id)).toEqual(
            all.filter((one) => one.groupIds.includes(id)).map((one) => one.id),
          );
      }),
      { numRuns: 500 },
    );
  });

  it("never asks somebody who is full, gone, resting, or lacks what is needed (Q4)", () => {
    fc.assert(
      fc.property(wishes, agents, groups, (wish, all, both) => {
        const chosen = choose(wish, all, both, at);
        if (chosen === undefined) return;
        expect(chosen).toMatchObject({ status: "available", isOnline: true });
        expect(chosen.held).toBeLessThan(chosen.capacity);
        expect((chosen.restingUntil ?? 0) > at).toBe(false);
        expect(wish.skills.every((skill) => chosen.skills.includes(skill))).toBe(true);
        expect(chosen.languages.length === 0 || chosen.languages.includes(wish.language)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("asks the former agent before those who are freer", () => {
    const one = agent("agent-0");
    const former = { ...agent("agent-1"), held: 2 };
    const wish = { groupIds: ["a"], channel: "web", language: "en" as const, skills: [], answers: new Map() };
    const own = [pushGroup()];

    expect(choose(wish, [one, former], own, at)?.id).toBe("agent-0");
    expect(choose({ ...wish, lastAgentId: "agent-1" }, [one, former], own, at)?.id).toBe("agent-1");
    expect(obstaclesOf({ ...one, held: 3 }, wish, pushGroup(), at)).toEqual([
      { kind: "full", held: 3, capacity: 3 },
    ]);
  });
});

describe("on a desk", () => {
  let desk: PushDesk;
  beforeEach(async () => {
    desk = await openPushDesk("sqlite");
  });
  afterEach(() => desk.discard());

  it("RC PR#36528: tells apart who is full, who is away, who is gone and who lacks a skill", async () => {
    await desk.route({ giving: "push", skills: ["vpn"] });
    const full = await desk.addAgent("Full", { capacity: 1, skills: ["vpn"] });
    const taken = await desk.waitingTalk();
    await desk.handoff.settled();
    await desk.handoff.accept({ attendanceId: taken.attendanceId, agent: full, requestId: newId() });
    const away = await desk.addAgent("Away", { skills: ["vpn"] });
    await desk.handoff.people.setAvailability(away.accountId, "away");
    await desk.addAgent("Gone", { isOnline: false, skills: ["vpn"] });
    await desk.addAgent("Unskilled");
    const { attendanceId, requester } = await desk.waitingTalk();

    const why = await desk.handoff.routing.why(attendanceId, full);

    const reasons = why?.groups[0]?.agents.map(({ name, obstacles }) => [name, obstacles]);
    expect(Object.fromEntries(reasons ?? [])).toEqual({
      Full: [{ kind: "full", held: 1, capacity: 1 }],
      Away: [{ kind: "away" }],
      Gone: [{ kind: "disconnected" }],
      Unskilled: [{ kind: "no-skill", skill: "vpn" }],
    });
    expect(why?.next).toMatchObject({ kind: "talk-ends", agent: "Full" });
    expect(await desk.handoff.routing.why(attendanceId, requester)).toBeUndefined();
    const stranger = await desk.addAgent("Stranger", { groupIds: [desk.groups.network] });
    expect(await desk.handoff.routing.why(attendanceId, stranger)).toBeUndefined();
  });

  it("answers what would be if an agent came, and changes nothing by it", async () => {
    const bruno = await desk.addAgent("Bruno", { isOnline: false });
    const ask = (online: boolean) =>
      desk.handoff.routing.whatIf(
        question({ fallbackGroupId: desk.groups.desk, agents: [{ id: bruno.accountId, online }] }),
      );

    expect((await ask(false)).first).toBeUndefined();
    expect((await ask(true)).first).toBe("Bruno");
    await desk.waitingTalk();
    expect(await desk.offers()).toEqual(new Map());
  });

  it("takes the first rule that fits department, location, language and company (S1-32)", async () => {
    const rule = (name: string, when: object, groupId: string) => ({
      id: newId(),
      name,
      when: { departments: [], locations: [], companies: [], languages: [], groupIds: [], ...when },
      groupId,
      skills: [name],
    });
    const { desk: service, network, closed } = desk.groups;
    const rules = [
      rule("sales in Lisbon", { departments: ["Sales"], locations: ["LISBÓN"] }, network),
      rule("acme", { companies: ["ACME"], languages: ["es"] }, network),
    ];
    await desk.handoff.routing.saveRules(rules, newId());
    const target = async (of: object) =>
      (await desk.handoff.routing.targets([{ language: "en", groupId: service, ...of }]))[0];

    expect(await target({ department: "sales", location: "Lisbon" })).toEqual({
      groupId: network,
      skills: ["sales in Lisbon"],
    });
    expect(await target({ department: "sales", location: "Porto" })).toEqual({
      groupId: service,
      skills: [],
    });
    expect((await target({ company: "Acme", language: "es" }))?.groupId).toBe(network);
    expect((await target({ company: "Acme" }))?.groupId).toBe(service);
    expect(findRule(rules, { language: "en", groupId: undefined })).toBeUndefined();
    await expect(desk.handoff.routing.saveRules([rule("closed", {}, closed)], newId())).rejects.toMatchObject(
      { code: "routing/refused" },
    );
  });
});

describe("the estimated wait", () => {
  const figures = {
    talkMs: [6, 6, 6, 6, 6].map((n) => n * 60_000),
    pickUpMs: [1, 1, 1, 1, 1].map((n) => n * 60_000),
  };

  it("is not told when too little is known", () => {
    const few = { talkMs: [60_000], pickUpMs: [60_000] };
    expect(estimateWait({ position: 0, places: 3, taken: 0, figures: few })).toBeUndefined();
    expect(estimateWait({ position: 0, places: 0, taken: 0, figures })).toBeUndefined();
  });

  it("is short with a free place, and grows with those before and shrinks with places", () => {
    expect(estimateWait({ position: 0, places: 3, taken: 2, figures })).toBe(60_000);
    expect(estimateWait({ position: 2, places: 3, taken: 3, figures })).toBe(60_000 + 6 * 60_000);
    expect(estimateWait({ position: 2, places: 6, taken: 6, figures })).toBe(60_000 + 3 * 60_000);
  });
});

function agent(id: string): AgentState {
  return {
    id,
    name: id,
    groupIds: ["a"],
    status: "available",
    isOnline: true,
    held: 0,
    capacity: 3,
    heldOn: new Map(),
    skills: [],
    languages: [],
    idleSince: 0,
  };
}

function pushGroup(): RoutedTo {
  const routing = groupRoutingSchema.parse({ giving: "push" });
  return { id: "a", name: "a", routing, hours: { isOpen: true, isEnding: false } };
}
