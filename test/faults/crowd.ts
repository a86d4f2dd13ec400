import { demoDesk } from "../../config/demo/index.js";
import type { Store } from "../../store/index.js";
import { createDice } from "../handoff/rush.js";
import { Agent } from "./agent.js";
import { findBrokenPromises } from "./find-broken-promises.js";
import { History } from "./history.js";
import type { LoggedIn } from "./people.js";
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
}

export interface Crowd {
  readonly history: History;
  readonly people: readonly Person[];
  /** Ends the writing, waits until everything is served, and answers which promises were broken. */
  judge(): Promise<string[]>;
  close(): void;
}

const takingGroups = demoDesk.groups.filter((group) => group.takesAttendances).map((group) => group.id);

/** Requesters who write without end and agents who take whatever waits. */
export function openCrowd(options: CrowdOptions): Crowd {
  const { store, urls, seed } = options;
  const history = new History();
  const stopping = new AbortController();
  const urlOf = (at: number): string => urls[at % urls.length] ?? "";
  const requesters = options.requesters.map((who, at) => new Person(urlOf(at), who, history));
  const agents = options.agents.map((who, at) => new Person(urlOf(at + 1), who, history));
  for (const [at, person] of agents.entries())
    new Agent(person, history, { dice: createDice(seed + 100 + at), passOnTo: takingGroups });
  const writing = requesters.map((person, at) =>
    writeUntil(person, stopping.signal, { dice: createDice(seed + at), pauseMs: options.pauseMs }),
  );
  const people = [...requesters, ...agents];

  return {
    history,
    people,
    judge: async () => {
      stopping.abort();
      await Promise.all(writing);
      // In this order: the last answers may lead to attendances, attendances lead to no question.
      await until("every question is answered", async () => (await countUnanswered(store)) === 0, 40_000);
      await until("every attendance is served", async () => (await countOpen(store)) === 0, 40_000);
      for (const person of people) await person.settle(store);
      for (const person of people) person.tell();
      return findBrokenPromises(store, history);
    },
    close: () => {
      stopping.abort();
      for (const person of people) person.close();
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
