import type { GroupRouting } from "../../contract/index.js";
import type { Trx } from "../../conversation/index.js";
import type { Pause } from "../announcer.js";
import type { Desk } from "../desk.js";
import { reclaimAttendance } from "../reclaim-attendance.js";
import { readGroupIds } from "../record.js";
import { readResting } from "./floor.js";
import { type HeldTalk, readHeldTalks } from "./held-talks.js";
import type { RoutingGroup, RoutingSettings } from "./settings.js";

/** How many talks are looked at with one statement. */
const batchMax = 200;

type Limits = Pick<GroupRouting, "firstAnswerSeconds" | "laterAnswerSeconds">;

export interface SilenceParts {
  readonly desk: Desk;
  readonly settings: RoutingSettings;
  /** Told of an agent who is left in peace after letting too much pass. */
  readonly rests: (pause: Pause) => void;
}

/**
 * Takes back what agents have accepted and leave without an answer (F20, chatwoot#14508): it waits again at its old
 * place, and the next one is asked. Everything is read from the store, so that any node may run it at any time.
 */
export async function reclaimSilent(parts: SilenceParts): Promise<void> {
  const { desk, settings } = parts;
  const groups = await settings.groups();
  const shortest = Math.min(...[...groups.values()].flatMap(({ routing }) => limitsOf(routing)));
  if (!Number.isFinite(shortest)) return;
  const now = desk.now();
  for (const ids of await readCandidates(desk, groups, now - shortest * 1000)) {
    for (const talk of await readHeldTalks(desk.store.db, ids)) {
      try {
        await reclaimOne(parts, talk, now);
      } catch (error) {
        desk.failed(error);
      }
    }
  }
}

async function reclaimOne({ desk, settings, rests }: SilenceParts, talk: HeldTalk, now: number) {
  const { db } = desk.store;
  const { agentId: accountId } = talk;
  const groups = await settings.groups();
  const asked = await readAskedGroups(db, talk, groups);
  const isDue = (held: HeldTalk, at: number) => {
    const due = dueAt(held, asked, (routing) => settings.openSince(routing, at));
    return due !== undefined && due <= at;
  };
  if (!isDue(talk, now) || !(await reclaimAttendance(desk, talk, isDue))) return;
  const until = (await readResting(db, [accountId], desk.now())).get(accountId);
  if (until !== undefined) rests({ accountId, until, giving: await readGiving(db, accountId, groups) });
}

/**
 * When a silence has lasted too long: the most patient of the groups through which the agent has the talk decides, and
 * one without a limit has all patience. Closed hours do not count, for nobody could take over in them.
 */
export function dueAt(
  talk: HeldTalk,
  groups: readonly GroupRouting[],
  openSince: (routing: GroupRouting) => number | undefined,
): number | undefined {
  const dues = groups.flatMap((routing) => {
    const since = openSince(routing);
    return since === undefined ? [] : [silenceEnds(talk, routing, since)];
  });
  const latest = Math.max(...dues);
  return Number.isFinite(latest) ? latest : undefined;
}

function silenceEnds(talk: HeldTalk, limits: Limits, openedAt: number): number {
  const { firstAnswerSeconds: first, laterAnswerSeconds: later } = limits;
  const after = (since: number, seconds: number) => Math.max(since, openedAt) + seconds * 1000;
  return Math.min(
    talk.isAnswered || first === undefined ? Infinity : after(talk.acceptedAt, first),
    talk.askedAt === undefined || later === undefined ? Infinity : after(talk.askedAt, later),
  );
}

function limitsOf({ firstAnswerSeconds, laterAnswerSeconds }: Limits): number[] {
  return [firstAnswerSeconds, laterAnswerSeconds].filter((limit) => limit !== undefined);
}

/** Talks of groups with a limit that were accepted long enough ago, in handfuls. */
async function readCandidates(
  { store }: Desk,
  groups: ReadonlyMap<string, RoutingGroup>,
  acceptedBefore: number,
): Promise<string[][]> {
  const limited = [...groups.values()].filter(({ routing }) => limitsOf(routing).length > 0);
  const rows = await store.db
    .selectFrom("attendance")
    .innerJoin("attendance_group", "attendance_group.attendance_id", "attendance.id")
    .select("attendance.id")
    .distinct()
    .where("phase", "=", "accepted")
    .where("accepted_at", "<=", acceptedBefore)
    .where(
      "group_id",
      "in",
      limited.map(({ id }) => id),
    )
    .execute();
  const ids = rows.map((row) => row.id);
  return Array.from({ length: Math.ceil(ids.length / batchMax) }, (_, at) =>
    ids.slice(at * batchMax, (at + 1) * batchMax),
  );
}

/** Whether the desk gives anything out to the agent, or all their groups let them pick. */
async function readGiving(
  trx: Trx,
  agentId: string,
  groups: ReadonlyMap<string, RoutingGroup>,
): Promise<Pause["giving"]> {
  const own = await readOwnGroups(trx, agentId, [...groups.keys()]);
  return own.some((id) => groups.get(id)?.routing.giving === "push") ? "push" : "pull";
}

/** The groups in which its agent has it; all of it for one who stands in none of them, as a supervisor may. */
async function readAskedGroups(
  trx: Trx,
  talk: HeldTalk,
  groups: ReadonlyMap<string, RoutingGroup>,
): Promise<GroupRouting[]> {
  const ids = await readGroupIds(trx, talk.attendanceId);
  const own = await readOwnGroups(trx, talk.agentId, ids);
  return (own.length > 0 ? own : ids).flatMap((id) => groups.get(id)?.routing ?? []);
}

async function readOwnGroups(trx: Trx, agentId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom("membership")
    .select("group_id")
    .where("account_id", "=", agentId)
    .where("group_id", "in", [...ids])
    .execute();
  return rows.map((row) => row.group_id);
}
