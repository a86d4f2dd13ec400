import type { Desk } from "../desk.js";
import { withGroups } from "../record.js";
import { type AgentState, choose, type RoutedTo, type Wish } from "./eligible.js";
import { readAgentStates, readResting, readWishes } from "./floor.js";
import { lapseOffer, offerTo, withdrawOffer } from "./offer.js";
import { runOverdue } from "./overdue.js";
import type { RoutingSettings } from "./settings.js";

/** How many are looked at in one round; those behind them come when these are served. */
const roundMax = 500;

export interface Router {
  /** Something has changed that may let somebody be served; rounds never overlap. */
  kick(): void;
  /** One whole round: what is overdue, then offers until nothing more can be given. */
  round(): Promise<void>;
  settled(): Promise<void>;
}

export interface RouterParts {
  readonly desk: Desk;
  readonly settings: RoutingSettings;
  /** Told of an agent who is left in peace after letting offers pass. */
  readonly rests: (pause: { accountId: string; until: number }) => void;
}

/**
 * Gives out what waits in groups that give out by themselves. Every node runs it: a round that comes second finds the
 * work done, because each offer is decided in the store. Who waits longest is looked at first, and is passed over only
 * while nobody can take them.
 */
export function createRouter(parts: RouterParts): Router {
  const { desk } = parts;
  let running: Promise<void> | undefined;
  let isDue = false;

  async function run(): Promise<void> {
    while (isDue) {
      isDue = false;
      await runRound(parts);
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
    kick: () => void start().catch(desk.failed),
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
    if (until !== undefined) rests({ accountId, until });
  }
}

async function giveOut({ desk }: RouterParts, groups: readonly RoutedTo[], now: number): Promise<void> {
  const { db } = desk.store;
  const groupIds = groups.map(({ id }) => id);
  const wishes = await readWaitingWishes(desk, groupIds);
  if (wishes.length === 0) return;
  const agents = new Map(
    (await readAgentStates(db, desk.presence, groupIds, now)).map((agent) => [agent.id, agent]),
  );
  for (const wish of wishes) {
    const { attendanceId = "" } = wish;
    if (wish.offered !== undefined) {
      const { agentId } = wish.offered;
      const state = agents.get(agentId);
      if (state?.status === "available") continue;
      await withdrawOffer(desk, { attendanceId, agentId });
      if (state !== undefined) agents.set(agentId, { ...state, deciding: undefined });
    }
    await offerFirst(desk, { ...wish, offered: undefined }, { agents, groups, now });
  }
}

interface Round {
  readonly agents: Map<string, AgentState>;
  readonly groups: readonly RoutedTo[];
  readonly now: number;
}

/** Asks the best; one who could not be asked after all is left out for the rest of the round. */
async function offerFirst(desk: Desk, wish: Wish, { agents, groups, now }: Round): Promise<void> {
  const { attendanceId = "" } = wish;
  for (;;) {
    const best = choose(wish, [...agents.values()], groups, now);
    if (best === undefined) return;
    const group = groups.find(({ id }) => wish.groupIds.includes(id) && best.groupIds.includes(id));
    const offerMs = (group?.routing.offerSeconds ?? 0) * 1000;
    if (await offerTo(desk, { attendanceId, agentId: best.id, offerMs })) {
      agents.set(best.id, { ...best, deciding: { attendanceId, until: now + offerMs } });
      return;
    }
    agents.delete(best.id);
    if (!(await isStillFree(desk, attendanceId))) return;
  }
}

async function isStillFree({ store }: Desk, id: string): Promise<boolean> {
  const row = await store.db
    .selectFrom("attendance")
    .select(["phase", "offered_to"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.phase === "logged" && row.offered_to === null;
}

async function readWaitingWishes({ store }: Desk, groupIds: readonly string[]): Promise<Wish[]> {
  const { db } = store;
  const ids = db
    .selectFrom("attendance_group")
    .select("attendance_id")
    .where("group_id", "in", [...groupIds]);
  const rows = await db
    .selectFrom("attendance")
    .selectAll()
    .where("phase", "=", "logged")
    .where("id", "in", ids)
    .orderBy("priority")
    .orderBy("waiting_since")
    .orderBy("id")
    .limit(roundMax)
    .execute();
  return readWishes(db, await withGroups(db, rows));
}
