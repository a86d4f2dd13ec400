import type { Attendance } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import type { Presence } from "../presence.js";
import type { AttendanceRecord } from "../record.js";
import type { AgentState } from "./eligible.js";
import { readAgentStates } from "./floor.js";
import type { RoutingSettings } from "./settings.js";

/** Fewer talks than this tell nothing. */
const samplesMin = 5;
const samplesMax = 50;
const lookBackMs = 8 * 60 * 60_000;
const believedMs = 5000;

export interface Figures {
  /** How long talks took lately, ms. */
  readonly talkMs: readonly number[];
  /** How long those who found a free agent waited, ms. */
  readonly pickUpMs: readonly number[];
}

/**
 * How long the wait will be, out of what was seen lately: with places free, as long as being picked up took; else as
 * long as it takes until enough of the talks under way have ended. `undefined` when too little is known.
 */
export function estimateWait(options: {
  readonly position: number;
  readonly places: number;
  readonly taken: number;
  readonly figures: Figures;
}): number | undefined {
  const { position, places, taken, figures } = options;
  if (places === 0) return undefined;
  const pickUp = median(figures.pickUpMs);
  const free = Math.max(places - taken, 0);
  if (position < free) return pickUp;
  const talk = median(figures.talkMs);
  if (talk === undefined) return undefined;
  return Math.round(((position - free + 1) * talk) / places) + (pickUp ?? 0);
}

function median(samples: readonly number[]): number | undefined {
  if (samples.length < samplesMin) return undefined;
  return [...samples].sort((a, b) => a - b)[Math.floor(samples.length / 2)];
}

type Wait = NonNullable<Attendance["wait"]>;

/** Tells requesters what is known about their wait. What concerns a whole group is read every few seconds only. */
export function createEstimates(options: {
  readonly db: Db;
  readonly presence: Presence;
  readonly settings: RoutingSettings;
  readonly now: () => number;
}): (record: AttendanceRecord, position: number | undefined) => Promise<Wait> {
  const { db, presence, settings, now } = options;
  const known = new Map<string, { readonly at: number; readonly group: Promise<GroupNow> }>();

  async function read(groupId: string, at: number): Promise<GroupNow> {
    const [figures, agents] = await Promise.all([
      readFigures(db, groupId, at),
      readAgentStates(db, presence, [groupId], at),
    ]);
    return { figures, agents: agents.filter(({ status, isOnline }) => isOnline && status === "available") };
  }

  function groupNow(groupId: string, at: number): Promise<GroupNow> {
    const present = known.get(groupId);
    if (present !== undefined && Math.abs(at - present.at) < believedMs) return present.group;
    const group = read(groupId, at);
    known.set(groupId, { at, group });
    group.catch(() => known.delete(groupId));
    return group;
  }

  return async ({ groupIds }, position) => {
    const at = now();
    const [routed, present] = await Promise.all([
      settings.routed(groupIds, at),
      Promise.all(groupIds.map((id) => groupNow(id, at))),
    ]);
    const isClosed = routed.length > 0 && routed.every(({ hours }) => !hours.isOpen);
    const openings = routed.flatMap(({ hours }) => hours.opensAt ?? []);
    const nobodyHere = present.every(({ agents }) => agents.length === 0);
    const estimates = present.flatMap((group) => estimateIn(group, position) ?? []);
    return {
      nobodyHere,
      isClosed,
      ...(isClosed && openings.length > 0 ? { opensAt: Math.min(...openings) } : {}),
      ...(isClosed || estimates.length === 0 ? {} : { estimateMs: Math.min(...estimates) }),
    };
  };
}

interface GroupNow {
  readonly figures: Figures;
  readonly agents: readonly AgentState[];
}

function estimateIn({ figures, agents }: GroupNow, position: number | undefined): number | undefined {
  if (position === undefined) return undefined;
  const places = agents.reduce((sum, { capacity }) => sum + capacity, 0);
  const taken = agents.reduce((sum, { held }) => sum + held, 0);
  return estimateWait({ position, places, taken, figures });
}

async function readFigures(db: Db, groupId: string, at: number): Promise<Figures> {
  const rows = await db
    .selectFrom("attendance")
    .innerJoin("attendance_group", "attendance_group.attendance_id", "attendance.id")
    .select(["created_at", "accepted_at", "closed_at"])
    .where("group_id", "=", groupId)
    .where("updated_at", ">", at - lookBackMs)
    .where("accepted_at", "is not", null)
    .orderBy("updated_at", "desc")
    .limit(samplesMax)
    .execute();
  return {
    talkMs: rows.flatMap(({ accepted_at, closed_at }) =>
      accepted_at === null || closed_at === null ? [] : [closed_at - accepted_at],
    ),
    pickUpMs: rows.flatMap(({ created_at, accepted_at }) =>
      accepted_at === null ? [] : [accepted_at - created_at],
    ),
  };
}
