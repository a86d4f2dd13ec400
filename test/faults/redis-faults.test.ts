import { setTimeout as wait } from "node:timers/promises";
import type { Attendance, Conversation } from "../../contract/index.js";
import type { Talk } from "../../web/chat/talk.js";
import { startStopwatch } from "../support/slowness.js";
import "../support/postgres.js";
import "../support/redis.js";
import { type Crowd, openCrowd } from "./crowd.js";
import { findBrokenPromises } from "./oracles/find-broken-promises.js";
import { History, quantile } from "./oracles/history.js";
import { addPeople } from "./people.js";
import { Person } from "./person.js";
import { openScaledDesk, type ScaledDesk } from "./scaled-desk.js";
import { until } from "./until.js";

describe("two nodes whose Redis fails", () => {
  let desk: ScaledDesk;
  let crowd: Crowd | undefined;
  const people: Person[] = [];

  beforeAll(async () => {
    desk = await openScaledDesk();
  });
  afterEach(() => {
    crowd?.close();
    crowd = undefined;
    for (const person of people.splice(0)) person.close();
  });
  afterAll(() => desk.close());

  const join = (...args: ConstructorParameters<typeof Person>): Person => {
    const person = new Person(...args);
    people.push(person);
    return person;
  };

  it("keep every promise while it is emptied again and again in a rush (F6)", async () => {
    const client = await desk.redis.connect();
    const who = await addPeople(desk.store, { requesters: 6, agents: 4, capacity: 3 });
    crowd = openCrowd({ ...who, store: desk.store, urls: desk.urls, seed: 23, pauseMs: 25 });
    for (let flushed = 0; flushed < 20 || crowd.history.won.length < 12; flushed += 1) {
      await wait(300);
      await client.flushall();
      await client.script("FLUSH");
    }

    expect(await crowd.judge()).toEqual([]);
    expect(desk.deaths()).toBe(0);
  });

  it("offer everybody who waits again after it was killed and came back empty (F5)", async () => {
    const history = new History();
    const who = await addPeople(desk.store, { requesters: 8, agents: 2, capacity: 20 });
    const waiting = await Promise.all(
      who.requesters.map(async (requester, at) => {
        const person = join(desk.urls[at % 2] ?? "", requester, history);
        const talk = await person.open();
        talk.send(`I want a person ${requester.id}`, { kind: "talk-to-attendant" });
        await until("it waits", () => talk.getSnapshot().conversation?.attendance?.status === "pending");
        return talk.getSnapshot().conversation?.attendance?.id;
      }),
    );

    await desk.redis.kill();
    await desk.redis.restart();
    const watch = startStopwatch();
    const [first, second] = who.agents.map((agent, at) => {
      const offered = new Map<string, Attendance>();
      const person = join(desk.urls[at] ?? "", agent, history);
      person.on("attendance:changed", ({ attendance }) => void offered.set(attendance.id, attendance));
      return { person, offered };
    });
    if (first === undefined || second === undefined) throw new Error("There are no agents.");
    const isWhole = () =>
      [first, second].every(({ offered }) => waiting.every((id) => id !== undefined && offered.has(id)));
    await until("everybody is offered on both nodes", isWhole);
    expect(watch.ms()).toBeLessThan(10_000);

    const answers = await Promise.all(
      waiting.flatMap((id = "") =>
        [first, second].map(async ({ person }) => {
          const outcome = await person.ask("attendance:accept", { attendanceId: id, requestId: person.id });
          return outcome.ok ? `${id} accepted` : outcome.error.code;
        }),
      ),
    );

    expect(answers.filter((answer) => answer.endsWith("accepted")).toSorted()).toEqual(
      waiting.map((id) => `${id} accepted`).toSorted(),
    );
    expect(answers.filter((answer) => answer === "attendance/taken")).toHaveLength(waiting.length);
    for (const person of people) await person.settle(desk.store);
    for (const person of people) person.tell();
    expect(await findBrokenPromises(desk.store, history)).toEqual([]);
  });

  it("talk on without delay while it hangs, claim from the store, and say that they are degraded (F7)", async () => {
    const history = new History();
    const who = await addPeople(desk.store, { requesters: 3, agents: 2 });
    const [here = "", there = ""] = desk.urls;
    const agents = who.agents.map((agent, at) => join(at === 0 ? here : there, agent, history));
    const requesters = who.requesters.map((requester) => join(here, requester, history));
    const [near, far, late] = await Promise.all(requesters.map((person) => waitForPerson(person)));
    if (near === undefined || far === undefined || late === undefined) throw new Error("Nobody waits.");
    const [nearAgent, farAgent] = agents;
    if (nearAgent === undefined || farAgent === undefined) throw new Error("There are no agents.");
    await accept(nearAgent, near);
    await accept(farAgent, far);
    const arrived = new Map<string, number>();
    for (const agent of agents)
      agent.on("message:posted", ({ message }) => {
        if (!arrived.has(message.text)) arrived.set(message.text, performance.now());
      });
    const before = history.ackMs.length;

    const watch = startStopwatch();
    desk.redis.pause();
    const sent = new Map<string, { talk: Talk; at: number }>();
    for (let at = 0; at < 60; at += 1) {
      const talk = at % 2 === 0 ? near : far;
      const text = `words ${at} ${who.requesters[0]?.id}`;
      sent.set(text, { talk, at: performance.now() });
      talk.send(text);
      await wait(60);
    }
    const twice = await Promise.all(agents.map((agent) => tryAccept(agent, late)));
    const readiness = await fetch(`${here}/readyz`);
    desk.redis.resume();
    await until("everything has arrived", () => arrived.size >= sent.size);
    const lateMs = watch.lateMs();

    const tookMs = (talk: Talk) =>
      [...sent].flatMap(([text, one]) => (one.talk === talk ? [(arrived.get(text) ?? 0) - one.at] : []));
    expect(quantile(history.ackMs.slice(before), 0.99)).toBeLessThan(300 + lateMs);
    expect(quantile(tookMs(near), 0.99)).toBeLessThan(300 + lateMs);
    expect(Math.max(...tookMs(far))).toBeLessThan(2500 + lateMs);
    expect(twice.toSorted()).toEqual(["accepted", "attendance/taken"]);
    expect([readiness.status, await readiness.json()]).toEqual([
      200,
      expect.objectContaining({ status: "degraded" }),
    ]);
    for (const person of people) await person.settle(desk.store);
    for (const person of people) person.tell();
    expect(await findBrokenPromises(desk.store, history)).toEqual([]);
  });
});

async function waitForPerson(person: Person): Promise<Talk> {
  const talk = await person.open();
  talk.send(`I want a person ${person.id}`, { kind: "talk-to-attendant" });
  await until("it waits", () => present(talk)?.attendance?.status === "pending");
  return talk;
}

function present(talk: Talk): Conversation | undefined {
  return talk.getSnapshot().conversation;
}

async function accept(agent: Person, talk: Talk): Promise<void> {
  const attendanceId = present(talk)?.attendance?.id ?? "";
  const outcome = await agent.ask("attendance:accept", { attendanceId, requestId: agent.id });
  if (!outcome.ok) throw new Error(outcome.error.code);
  agent.show(outcome.conversation);
}

async function tryAccept(agent: Person, talk: Talk): Promise<string> {
  const attendanceId = present(talk)?.attendance?.id ?? "";
  const outcome = await agent.ask("attendance:accept", { attendanceId, requestId: agent.id });
  return outcome.ok ? "accepted" : outcome.error.code;
}
