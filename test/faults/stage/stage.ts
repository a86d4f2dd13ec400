import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { createDice } from "../../handoff/rush.js";
import { type Crowd, openCrowd } from "../crowd.js";
import { quantile } from "../oracles/history.js";
import { addPeople } from "../people.js";
import { until } from "../until.js";
import { type Desk, type DeskOptions, openDesk } from "./desk.js";
import type { Check, DeskKind } from "./scenario.js";

/** The load that stands while a fault is injected (reliability (c)). */
export interface Load {
  readonly requesters: number;
  readonly agents: number;
  /** Messages of requesters a second, all together. */
  readonly perSecond: number;
}

export const standingLoad: Load = { requesters: 50, agents: 10, perSecond: 20 };
/** For the selection that CI runs beside everything else. */
export const lightLoad: Load = { requesters: 6, agents: 3, perSecond: 40 };

/** Where one scenario is played: its desk, its people, its dice, and what was found. */
export class Stage {
  readonly kind: DeskKind;
  readonly seed: number;
  /** Every choice of the scenario comes from here: the same seed, the same schedule. */
  readonly dice: (below: number) => number;
  readonly checks: Check[] = [];
  /** From 0 to 1: how much of the long version is played. */
  readonly share: number;
  readonly #load: Load;
  readonly #closing: (() => unknown)[] = [];
  readonly #desks: Desk[] = [];

  constructor(options: { kind: DeskKind; seed: number; share: number; load: Load }) {
    this.kind = options.kind;
    this.seed = options.seed;
    this.share = options.share;
    this.#load = options.load;
    this.dice = createDice(options.seed);
  }

  /** This many of so many, at least one: rounds and seconds shrink in the short version. */
  part(whole: number, atLeast = 1): number {
    return Math.max(atLeast, Math.round(whole * this.share));
  }

  check(what: string, measured: number | string, passes: boolean): void {
    const text = typeof measured === "number" ? String(Math.round(measured * 10) / 10) : measured;
    this.checks.push({ what, measured: text, passes });
  }

  atMost(what: string, measured: number, limit: number, unit = "ms"): void {
    const text = `${Math.round(measured * 10) / 10} ${unit}`;
    this.checks.push({ what: `${what} ≤ ${limit} ${unit}`, measured: text, passes: measured <= limit });
  }

  /** The fault itself, so many times: with less the run is not judged. */
  dose(what: string, count: number, atLeast = 1): void {
    this.checks.push({ what, measured: String(count), passes: count >= atLeast, isDose: true });
  }

  /** Ends with the scenario, whatever becomes of it. */
  finally(end: () => unknown): void {
    this.#closing.push(end);
  }

  async desk(options: Omit<DeskOptions, "kind"> = {}): Promise<Desk> {
    const desk = await openDesk({ kind: this.kind, ...options });
    this.#desks.push(desk);
    this.finally(desk.close);
    return desk;
  }

  /** The standing load; resolves when people talk. */
  async crowd(desk: Desk, change: Partial<Load> & { readonly capacity?: number } = {}): Promise<Crowd> {
    const { requesters, agents, perSecond } = { ...this.#load, ...change };
    const who = await addPeople(desk.store, { requesters, agents, capacity: change.capacity ?? 5 });
    const pauseMs = (requesters / perSecond) * 1000;
    const crowd = openCrowd({ ...who, store: desk.store, urls: desk.urls, seed: this.seed, pauseMs });
    this.finally(crowd.close);
    await until("people talk", () => crowd.history.acked.length >= requesters / 2);
    return crowd;
  }

  /** How long it takes from now to the next acknowledgement, ms. */
  async nextAck({ history }: Crowd, withinMs = 60_000): Promise<number> {
    const before = history.acked.length;
    const since = performance.now();
    await until("the next acknowledgement", () => history.acked.length > before, withinMs);
    return performance.now() - since;
  }

  /** How long acknowledgements took while this lasted: the 99th of a hundred, ms, and how many there were. */
  async acksDuring({ history }: Crowd, work: Promise<unknown>): Promise<{ p99: number; count: number }> {
    const before = history.ackMs.length;
    await work;
    const took = history.ackMs.slice(before);
    return { p99: quantile(took, 0.99), count: took.length };
  }

  /** Lets time pass under the fault; nothing waits for it to be over. */
  async last(ms: number): Promise<void> {
    await wait(ms);
  }

  /** The three oracles, and that no process ended that was not ended by the scenario. */
  async judge(desk: Desk, crowd: Crowd): Promise<void> {
    const broken = await crowd.judge();
    const { acked, won, canaries } = crowd.history;
    const judged = `${acked.length} acks, ${won.length} wins, ${canaries.frames} frames`;
    this.check("Oracles: history, views, canaries", broken[0] ?? judged, broken.length === 0);
    for (const sentence of broken.slice(1, 6)) this.check("Oracle", sentence, false);
    this.check("Processes that ended by themselves", desk.deaths(), desk.deaths() === 0);
  }

  /** What all nodes have said: after a run that broke something it is read. */
  get said(): string {
    return this.#desks
      .flatMap(({ nodes }) => nodes.map((node, at) => `--- node ${at + 1}\n${node.said}`))
      .join("\n");
  }

  async close(): Promise<void> {
    for (const end of this.#closing.splice(0).reverse()) await end();
  }
}

/** Resident memory of a process, MB. */
export function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
