import type { Pause } from "../announcer.js";
import type { Change, Desk } from "../desk.js";
import { readRecords } from "../record.js";
import { type AgentState, choose, isFree, type RoutedTo, type Wish } from "./eligible.js";
import { readAgentStates, readResting, readWishes } from "./floor.js";
import { lapseOffer, offerMany, type OfferInput, withdrawOffer } from "./offer.js";
import { runOverdue } from "./overdue.js";
import { findUnoffered, readOffered, readUnoffered } from "./unoffered.js";
import type { RoutingSettings } from "./settings.js";
import { createTurnOfHours } from "./turn-of-hours.js";

/** How many are looked at in one round; those behind them come when these are served. */
const roundMax = 500;
/** How many of them are read at once: with few free agents the first of them is enough. */
const chunk = 64;

export interface Router {
  /** Something has changed, of this attendance or around it, that may let somebody be served; rounds never overlap. */
  kick(attendanceId?: string): void;
  /** One whole round: what is overdue, then offers until nothing more can be given. */
  round(): Promise<void>;
  settled(): Promise<void>;
}

export interface RouterParts {
  readonly desk: Desk;
  readonly settings: RoutingSettings;
  /** Told of an agent who is left in peace after letting offers pass. */
  readonly rests: (pause: Pause) => void;
  /** Told of a group that has opened or closed. */
  readonly turned: (groupId: string) => void;
}

/**
 * Gives out what waits in groups that give out by themselves. Every node runs it: a round that comes second finds the
 * work done, because each offer is decided in the store. Who waits longest is looked at first, and is passed over only
 * while nobody can take them.
 */
export function createRouter(parts: RouterParts): Router {
  const { desk } = parts;
  const lookAtHours = createTurnOfHours(parts);
  let running: Promise<void> | undefined;
  let isDue = false;
  /** What is being told by this router itself is no news to it. */
  const telling = new Set<string>();

  function publish(change: Change): Promise<void> {
    const { id } = change.record.row;
    telling.add(id);
    const told = desk.publish(change);
    telling.delete(id);
    return told;
  }

  async function run(): Promise<void> {
    while (isDue) {
      isDue = false;
      await lookAtHours(desk.now());
      await runRound({ ...parts, desk: { ...desk, publish } });
    }
  }

  function start(): Promise<void> {
    isDue = true;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    kick: (attendanceId = "") => {
      if (!telling.has(attendanceId)) start().catch(desk.failed);
    },
    round: start,
    settled: async () => {
      while (running !== undefined) await running.catch(() => undefined);
    },
  };
}

async function runRound(parts: RouterParts): Promise<void> {
  const { desk, settings } = parts;
  const groups = [...(await settings.groups()).values()].filter((group) => group.takesAttendances);
  const now = desk.now();
  await runOverdue(desk, settings, groups);
  await lapseAll(parts, now);
  const pushing = groups.filter(({ routing }) => routing.giving === "push").map(({ id }) => id);
  if (pushing.length > 0) await giveOut(parts, await settings.routed(pushing, now), now);
}

async function lapseAll({ desk, rests }: RouterParts, now: number): Promise<void> {
  const { db } = desk.store;
  const rows = await db
    .selectFrom("attendance")
    .select("id")
    .where("phase", "=", "logged")
    .where("offered_to", "is not", null)
    .where("offered_until", "<=", now)
    .execute();
  for (const { id } of rows) {
    const accountId = await lapseOffer(desk, id);
    if (accountId === undefined) continue;
    const until = (await readResting(db, [accountId], now)).get(accountId);
    if (until !== undefined) rests({ accountId, until, giving: "push" });
  }
}

async function giveOut({ desk }: RouterParts, groups: readonly RoutedTo[], now: number): Promise<void> {
  const { db } = desk.store;
  const groupIds = groups.map(({ id }) => id);
  const offered = await readOffered(db, groupIds);
  // While nobody waits it does not matter who could serve them.
  if (offered.length === 0 && (await readUnoffered(db, groupIds, 1)).length === 0) return;
  const agents = await readAgentStates(db, desk.presence, groupIds, now);
  await takeBackOffers(desk, offered, agents);
  const free = new Map(agents.filter((agent) => isFree(agent, now)).map((agent) => [agent.id, agent]));
  // While everybody is busy nobody needs to know who waits.
  const ids = free.size === 0 ? [] : await readUnoffered(db, groupIds, roundMax);
  for (let at = 0; at < ids.length && free.size > 0; at += chunk) {
    const records = await readRecords(db, ids.slice(at, at + chunk));
    const byId = new Map(records.map((record) => [record.row.id, record]));
    const wishes = await readWishes(
      db,
      ids.slice(at, at + chunk).flatMap((id) => byId.get(id) ?? []),
      now,
    );
    await offerAll(desk, wishes, { free, groups, now });
  }
}

/** Takes offers back from those who take nothing new any more. */
async function takeBackOffers(
  desk: Desk,
  offered: readonly { readonly attendanceId: string; readonly agentId: string }[],
  agents: readonly AgentState[],
): Promise<void> {
  const status = new Map(agents.map((agent) => [agent.id, agent.status]));
  for (const offer of offered) {
    if (status.get(offer.agentId) !== "available") await withdrawOffer(desk, offer);
  }
}

interface Round {
  /** Who can be asked; whoever was leaves it. */
  readonly free: Map<string, AgentState>;
  readonly groups: readonly RoutedTo[];
  readonly now: number;
}

/** Asks the best for each; where one could not be asked after all, the next. */
async function offerAll(desk: Desk, wishes: readonly Wish[], round: Round): Promise<void> {
  for (let left = wishes; left.length > 0; ) {
    const offers = plan(left, round);
    if (offers.size === 0) return;
    const offered = await offerMany(desk, [...offers.values()]);
    const failed = [...offers].filter(([, { attendanceId }]) => !offered.has(attendanceId));
    const waiting = await findUnoffered(
      desk.store.db,
      failed.map(([, { attendanceId }]) => attendanceId),
    );
    left = failed.flatMap(([wish, { attendanceId }]) => (waiting.has(attendanceId) ? [wish] : []));
  }
}

/** In their order, so that nobody is asked for one who came later while an earlier one could have them. */
function plan(wishes: readonly Wish[], { free, groups, now }: Round): Map<Wish, OfferInput> {
  const offers = new Map<Wish, OfferInput>();
  for (const wish of wishes) {
    if (free.size === 0) break;
    const best = choose(wish, [...free.values()], groups, now);
    if (best === undefined) continue;
    free.delete(best.id);
    const group = groups.find(({ id }) => wish.groupIds.includes(id) && best.groupIds.includes(id));
    const offerMs = (group?.routing.offerSeconds ?? 0) * 1000;
    offers.set(wish, { attendanceId: wish.attendanceId ?? "", agentId: best.id, offerMs });
  }
  return offers;
}
