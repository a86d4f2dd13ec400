import { randomUUID } from "node:crypto";
import { demoDesk } from "../../config/demo/index.js";
import type { Talk } from "../../web/chat/talk.js";
import { createDice } from "../handoff/rush.js";
import "../support/postgres.js";
import "../support/redis.js";
import { findBrokenPromises } from "./find-broken-promises.js";
import { History } from "./history.js";
import { addPeople } from "./people.js";
import { Person } from "./person.js";
import { openScaledDesk, type ScaledDesk } from "./scaled-desk.js";
import { until } from "./until.js";

const rounds = 12;
const group = demoDesk.groups.find((one) => one.takesAttendances)?.id ?? "";

describe("verbs that meet at the same instant on two nodes", () => {
  let desk: ScaledDesk;
  const people: Person[] = [];

  beforeAll(async () => {
    desk = await openScaledDesk();
  }, 180_000);
  afterAll(async () => {
    for (const person of people) person.close();
    await desk.close();
  });

  it("have one order: every state is legal and each message has one who answers (F24, Q12)", async () => {
    const history = new History();
    const who = await addPeople(desk.store, { requesters: 5, agents: 2, capacity: 50 });
    const [here = "", there = ""] = desk.urls;
    const agents = who.agents.map((agent, at) => new Person(at === 0 ? here : there, agent, history));
    const requesters = who.requesters.map((one, at) => new Person(at % 2 === 0 ? here : there, one, history));
    people.push(...agents, ...requesters);
    const [one, other] = agents;
    if (one === undefined || other === undefined) throw new Error("There are no agents.");
    await until("all are online", () => people.every((person) => person.isOnline));

    await Promise.all(requesters.map((requester, at) => play(requester, [one, other], createDice(71 + at))));
    const { db } = desk.store;
    await until("every question is answered", async () => {
      const rows = await db
        .selectFrom("conversation")
        .select("id")
        .where("owner_kind", "=", "assistant")
        .whereRef("asked_seq", ">", "answered_seq")
        .execute();
      return rows.length === 0;
    });

    for (const person of people) await person.settle(desk.store);
    for (const person of people) person.tell();
    expect(await findBrokenPromises(desk.store, history)).toEqual([]);
    expect(desk.deaths()).toBe(0);
    expect(desk.nodes.map((node) => node.said).join("")).not.toContain('"level":50');
  }, 120_000);
});

type Act = (scene: Scene) => Promise<unknown>;

interface Scene {
  readonly requester: Person;
  readonly agents: readonly [Person, Person];
  readonly talk: Talk;
  readonly attendanceId: string;
}

const accept =
  (at: 0 | 1): Act =>
  async ({ agents, attendanceId }) => {
    const outcome = await agents[at].ask("attendance:accept", { attendanceId, requestId: randomUUID() });
    if (outcome.ok) agents[at].show(outcome.conversation);
  };
const write: Act = async ({ requester, talk }) => {
  talk.send(`The requester's words ${randomUUID()}`);
  await requester.sent(talk);
};
const answer =
  (at: 0 | 1): Act =>
  async ({ agents, talk }) => {
    const own = agents[at].talks.get(talk.conversationId);
    own?.send(`The agent's words ${randomUUID()}`);
    if (own !== undefined) await agents[at].sent(own);
  };
const cancel: Act = ({ requester, attendanceId }) => requester.ask("attendance:cancel", { attendanceId });
const close: Act = ({ requester, talk }) =>
  requester.ask("conversation:close", { conversationId: talk.conversationId });
const end =
  (at: 0 | 1): Act =>
  ({ agents, attendanceId }) =>
    agents[at].ask("attendance:end", { attendanceId });
const passOn =
  (at: 0 | 1): Act =>
  ({ agents, attendanceId }) =>
    agents[at].ask("attendance:transfer", {
      attendanceId,
      to: { kind: "agent", id: agents[1 - at]?.id ?? "" },
    });
const passBack =
  (at: 0 | 1): Act =>
  ({ agents, attendanceId }) =>
    agents[at].ask("attendance:transfer", { attendanceId, to: { kind: "group", id: group } });
const handBack =
  (at: 0 | 1): Act =>
  ({ agents, attendanceId }) =>
    agents[at].ask("attendance:transfer", { attendanceId, to: { kind: "assistant" } });

const whileWaiting = [accept(0), accept(1), accept(0), accept(1), write, write, cancel, close];
const whileTalking = [
  ...[answer(0), answer(1), answer(0), answer(1), write, write, close],
  ...[end(0), end(1), passOn(0), passOn(1), passBack(0), passBack(1), handBack(0), handBack(1)],
];

/** Again and again: a wish, a handful of verbs at once while it waits, a handful at once while they talk. */
async function play(
  requester: Person,
  agents: readonly [Person, Person],
  dice: (below: number) => number,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const talk = await requester.open();
    if (talk.getSnapshot().conversation?.owner.kind === "assistant") {
      talk.send(`I want a person ${randomUUID()}`, { kind: "talk-to-attendant" });
      await until("it has left the assistant", () => ownerOf(talk) !== "assistant");
    }
    const attendanceId = talk.getSnapshot().conversation?.attendance?.id;
    if (attendanceId === undefined) throw new Error("There is no attendance.");
    const scene = { requester, agents, talk, attendanceId };
    await atOnce(whileWaiting, scene, dice);
    await atOnce(whileTalking, scene, dice);
  }
}

function ownerOf(talk: Talk): string | undefined {
  return talk.getSnapshot().conversation?.owner.kind;
}

async function atOnce(acts: readonly Act[], scene: Scene, dice: (below: number) => number): Promise<void> {
  const chosen = Array.from({ length: 5 }, () => acts[dice(acts.length)]);
  await Promise.all(chosen.map((act) => act?.(scene)));
}
