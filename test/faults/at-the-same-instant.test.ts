import { createDice } from "../handoff/rush.js";
import "../support/postgres.js";
import "../support/redis.js";
import { findBrokenPromises } from "./oracles/find-broken-promises.js";
import { History } from "./oracles/history.js";
import { addPeople } from "./people.js";
import { Person } from "./person.js";
import { openScaledDesk, type ScaledDesk } from "./scaled-desk.js";
import { interleave } from "./stage/interleave.js";
import { until } from "./until.js";

const rounds = 12;

describe("verbs that meet at the same instant on two nodes", () => {
  let desk: ScaledDesk;
  const people: Person[] = [];

  beforeAll(async () => {
    desk = await openScaledDesk();
  });
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

    await Promise.all(
      requesters.map((requester, at) =>
        interleave(requester, [one, other], { dice: createDice(71 + at), rounds }),
      ),
    );
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
  });
});
