import { randomUUID } from "node:crypto";
import type { Talk } from "../../../web/chat/talk.js";
import { newCanary } from "../oracles/canary.js";
import type { History } from "../oracles/history.js";
import { QueueView } from "../oracles/queue-view.js";
import { addPeople } from "../people.js";
import { Person } from "../person.js";
import { until } from "../until.js";
import type { Desk } from "./desk.js";

/** A requester who waits for a person, seen from the requester's side. */
export interface Waiter {
  readonly person: Person;
  readonly talk: Talk;
  readonly attendanceId: string;
}

/** One requester with one agent, each on a node of their own choice. */
export interface Pair extends Waiter {
  readonly agent: Person;
  readonly agentTalk: Talk;
}

/** Logs people in who are no part of the standing load, and whom its agents leave alone, but for `forAll`. */
export async function enter(
  desk: Desk,
  history: History,
  count: {
    readonly requesters: number;
    readonly agents: number;
    readonly forAll?: true;
    readonly agentGroupIds?: readonly string[];
  },
) {
  const who = await addPeople(desk.store, { ...count, capacity: 50 });
  if (count.forAll !== true) for (const { id } of who.requesters) history.apart.add(id);
  const urlOf = (at: number) => desk.urls[at % desk.urls.length] ?? "";
  const requesters = who.requesters.map((one, at) => new Person(urlOf(at), one, history));
  const agents = who.agents.map((one, at) => new Person(urlOf(at + 1), one, history));
  // From the first moment: what an agent is told on coming is not told again.
  const queues = agents.map((agent) => new QueueView(agent));
  const people = [...requesters, ...agents];
  await until("they are online", () => people.every((person) => person.isOnline));
  return {
    requesters,
    agents,
    queues,
    who,
    end: () => {
      for (const person of people) person.close();
    },
  };
}

/** This requester asks for a person; resolves when the wait has begun. */
export async function waitForPerson(person: Person): Promise<Waiter> {
  const talk = await person.open();
  talk.send(`I want a person ${newCanary()}`, { kind: "talk-to-attendant" });
  const attendance = () => talk.getSnapshot().conversation?.attendance;
  await until("the wait has begun", () => attendance()?.status === "pending");
  return { person, talk, attendanceId: attendance()?.id ?? "" };
}

/** What an accept is answered with: `accepted`, or the code of the refusal. */
export async function tryAccept(agent: Person, attendanceId: string, history: History): Promise<string> {
  const outcome = await agent.ask("attendance:accept", { attendanceId, requestId: randomUUID() });
  if (!outcome.ok) return outcome.error.code;
  const { conversationId, epoch } = outcome;
  history.win({ attendanceId, conversationId, agentId: agent.id, epoch });
  agent.show(outcome.conversation);
  return "accepted";
}

export async function pairUp(requester: Person, agent: Person, history: History): Promise<Pair> {
  const waiter = await waitForPerson(requester);
  const answer = await tryAccept(agent, waiter.attendanceId, history);
  const agentTalk = agent.talks.get(waiter.talk.conversationId);
  if (agentTalk === undefined) throw new Error(`The accept was ${answer}.`);
  return { ...waiter, agent, agentTalk };
}

/** Sends words from the requester to the agent, one by one; answers how long each took to be on the agent's screen, ms. */
export async function deliver(
  { talk, agentTalk }: Pair,
  count: number,
  withinMs = 20_000,
): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const text = `words ${newCanary()}`;
    const since = performance.now();
    talk.send(text);
    const isThere = () =>
      agentTalk.getSnapshot().items.some((item) => item.kind === "posted" && item.message.text === text);
    await until("the words are on the agent's screen", isThere, withinMs);
    took.push(performance.now() - since);
  }
  return took;
}

/** Ends the talk, so that nothing is left open when the scenario is judged. */
export async function end({ agent, attendanceId }: Pair): Promise<void> {
  await agent.ask("attendance:end", { attendanceId });
}

export interface Readiness {
  readonly httpStatus: number;
  readonly status: string;
}

/** What a node says of itself. */
export async function readiness(url: string): Promise<Readiness> {
  const response = await fetch(`${url}/readyz`);
  const { status } = (await response.json()) as { status: string };
  return { httpStatus: response.status, status };
}
