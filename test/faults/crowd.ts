import { setTimeout as wait } from "node:timers/promises";
import { demoDesk } from "../../config/demo/index.js";
import type { Store } from "../../store/index.js";
import { createDice } from "../handoff/rush.js";
import { Agent } from "./agent.js";
import { findStaleViews } from "./oracles/compare-views.js";
import { findBrokenPromises } from "./oracles/find-broken-promises.js";
import { findLeaks } from "./oracles/find-leaks.js";
import { History } from "./oracles/history.js";
import { QueueView } from "./oracles/queue-view.js";
import { readEverything } from "./oracles/read-everything.js";
import { addBystanders, type LoggedIn } from "./people.js";
import { Person } from "./person.js";
import { writeUntil } from "./requester.js";
import { until } from "./until.js";

export interface CrowdOptions {
  readonly store: Store;
  readonly requesters: readonly LoggedIn[];
  readonly agents: readonly LoggedIn[];
  /** Addresses of the nodes; people are spread over them. */
  readonly urls: readonly string[];
  readonly seed: number;
  readonly pauseMs?: number;
  /** How long the end of the writing may take to be answered and served. */
  readonly patienceMs?: number;
}

export interface Crowd {
  readonly history: History;
  readonly people: readonly Person[];
  /**
   * Ends the writing, waits until everything is served, and answers which promises were broken: by the history of all
   * clients, by views that differ from what they would show if opened now, and by texts in the wrong hands.
   */
  judge(): Promise<string[]>;
  close(): void;
}

const takingGroups = demoDesk.groups.filter((group) => group.takesAttendances).map((group) => group.id);
const servedWithinMs = 60_000;
const screenWithinMs = 20_000;
const comeEveryMs = 500;

/** Requesters who write without end, agents who take whatever waits, and two who have nothing to do with any of it. */
export function openCrowd(options: CrowdOptions): Crowd {
  const { store, urls, seed } = options;
  const history = new History();
  const stopping = new AbortController();
  const urlOf = (at: number): string => urls[at % urls.length] ?? "";
  const requesters = options.requesters.map((who, at) => new Person(urlOf(at), who, history));
  const agents = options.agents.map((who, at) => new Person(urlOf(at + 1), who, history));
  const queues = agents.map((person) => new QueueView(person));
  for (const [at, person] of agents.entries())
    new Agent(person, history, { dice: createDice(seed + 100 + at), passOnTo: takingGroups });
  const writing = requesters.map((person, at) =>
    writeUntil(person, stopping.signal, { dice: createDice(seed + at), pauseMs: options.pauseMs }),
  );
  const people = [...requesters, ...agents];
  const bystanders: Person[] = [];
  const coming = addBystanders(store).then((added) => {
    for (const [at, who] of added.entries()) comeAndGo(who, urlOf(at)).catch(() => undefined);
    return added;
  });
  // Awaited in the end: what fails meanwhile must not end the whole run here.
  for (const work of [coming, ...writing]) work.catch(() => undefined);

  /** Each time somebody comes they are told what they may see: the bystanders hear it again and again. */
  async function comeAndGo(who: LoggedIn, url: string): Promise<void> {
    while (!stopping.signal.aborted) {
      const person = new Person(url, who, history);
      bystanders.push(person);
      await wait(comeEveryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      person.close();
    }
  }

  async function findAll(): Promise<string[]> {
    for (const person of people) person.tell();
    const broken = await findBrokenPromises(store, history);
    const living = [
      ...requesters.map((person, at) => ({ person, openAgain: () => again(options.requesters[at], at) })),
      ...agents.map((person, at) => ({
        person,
        queue: queues[at],
        openAgain: () => again(options.agents[at], at + 1),
      })),
    ];
    const stale = await findStaleViews(
      living,
      Math.min(options.patienceMs ?? screenWithinMs, screenWithinMs),
    );
    for (const who of await coming) await readEverything(who, { url: urlOf(0), store, history });
    return [...broken, ...stale, ...(await findLeaks(store, history))];
  }

  /** What does not come to rest in time is a broken promise like any other. */
  async function settle(): Promise<string[]> {
    const { patienceMs = servedWithinMs } = options;
    const late: string[] = [];
    const expect = async (what: string, holds: () => Promise<boolean>) => {
      await until(what, holds, patienceMs).catch((error: Error) => late.push(error.message));
    };
    await Promise.all(writing).catch((error: Error) => late.push(error.message));
    // In this order: the last answers may lead to attendances, attendances lead to no question.
    await expect("every question is answered", async () => (await countUnanswered(store)) === 0);
    await expect("every attendance is served", async () => (await countOpen(store)) === 0);
    const screenMs = Math.min(patienceMs, screenWithinMs);
    const settled = people.map((person) =>
      person.settle(store, screenMs, patienceMs).catch((error: Error) => late.push(error.message)),
    );
    await Promise.all(settled);
    return late;
  }

  function again(who: LoggedIn | undefined, at: number): Person {
    if (who === undefined) throw new Error("There is nobody at this place.");
    return new Person(urlOf(at), who, history);
  }

  return {
    history,
    people,
    judge: async () => {
      stopping.abort();
      const late = await settle();
      return [...late, ...(await findAll())];
    },
    close: () => {
      stopping.abort();
      for (const person of [...people, ...bystanders]) person.close();
    },
  };
}

async function countOpen({ db }: Store): Promise<number> {
  const rows = await db.selectFrom("attendance").select("id").where("phase", "<>", "closed").execute();
  return rows.length;
}

async function countUnanswered({ db }: Store): Promise<number> {
  const rows = await db
    .selectFrom("conversation")
    .select("id")
    .where("owner_kind", "=", "assistant")
    .whereRef("asked_seq", ">", "answered_seq")
    .execute();
  return rows.length;
}
