import type { Trx } from "../conversation/index.js";
import type { Db } from "../store/index.js";
import { byPlace, type Known, type QueueEntry, type QueueIndex, toScore } from "./queue.js";
import { createEmbeddedQueue } from "./queue-embedded.js";

const fewIds = 5;
const headLimit = 1000;

/** The queue as it is read: from the index where that is whole, else from the store. It always answers. */
export interface Waiting {
  /** The first `limit` of these groups taken together, in the order they are served. */
  first(groupIds: readonly string[], limit: number): Promise<string[]>;
  /** How many wait before each, in the best of its groups; those that do not wait are left out. */
  positions(
    of: readonly Pick<QueueEntry, "attendanceId" | "groupIds">[],
  ): Promise<ReadonlyMap<string, number>>;
  counts(groupIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Makes the index agree with the store: adds what it misses, takes out what waits no longer. */
  reconcile(): Promise<void>;
}

export function createWaiting(options: {
  readonly db: Db;
  readonly index: QueueIndex;
  readonly now: () => number;
}): Waiting {
  const { db, index, now } = options;

  /** Answers from the index; fills a group that is not whole first; asks the store when the index is away. */
  async function ask<T>(groupId: string, question: (of: QueueIndex) => Promise<Known<T>>): Promise<T> {
    const known = await question(index);
    if (known.status === "whole") return known.value;
    const entries = await readWaiting(db, groupId);
    if (known.status === "missing") await index.fill(groupId, entries);
    const stored = createEmbeddedQueue({ now });
    await stored.fill(groupId, entries);
    const answer = await question(stored);
    if (answer.status !== "whole") throw new Error("A queue that was just filled is not whole.");
    return answer.value;
  }

  return {
    first: async (groupIds, limit) => {
      const heads = await Promise.all(groupIds.map((id) => ask(id, (queue) => queue.head(id, limit))));
      const places = heads.flatMap((head) => head.first).sort(byPlace);
      return [...new Set(places.map((place) => place.attendanceId))].slice(0, limit);
    },
    positions: async (entries) => {
      const groupIds = [...new Set(entries.flatMap((entry) => entry.groupIds))];
      const best = new Map<string, number>();
      for (const groupId of groupIds) {
        const ids = entries.filter((one) => one.groupIds.includes(groupId)).map((one) => one.attendanceId);
        const ranks = await ask(groupId, (queue) => ranksIn(queue, groupId, ids));
        for (const id of ids) {
          const rank = ranks.get(id);
          if (rank !== undefined) best.set(id, Math.min(rank, best.get(id) ?? rank));
        }
      }
      return best;
    },
    counts: async (groupIds) => {
      const heads = groupIds.map(async (id) => {
        const { count } = await ask(id, (queue) => queue.head(id, 0));
        return [id, count] as const;
      });
      return new Map(await Promise.all(heads));
    },
    reconcile: async () => {
      const groups = await db.selectFrom("assignment_group").select("id").execute();
      for (const { id } of groups) await reconcileGroup(db, index, id);
    },
  };
}

/** Many at once are found in one reading of the queue; those far behind it, or a few, one by one. */
async function ranksIn(
  queue: QueueIndex,
  groupId: string,
  ids: readonly string[],
): Promise<Known<ReadonlyMap<string, number>>> {
  const found = new Map<string, number>();
  if (ids.length > fewIds) {
    const head = await queue.head(groupId, headLimit);
    if (head.status !== "whole") return head;
    for (const [rank, { attendanceId }] of head.value.first.entries()) found.set(attendanceId, rank);
  }
  const rest = ids.filter((id) => !found.has(id));
  const ranks = await Promise.all(rest.map((id) => queue.rank(groupId, id)));
  for (const [at, rank] of ranks.entries()) {
    if (rank.status !== "whole") return rank;
    const id = rest[at];
    if (id !== undefined && rank.value !== undefined) found.set(id, rank.value);
  }
  return { status: "whole", value: found };
}

/**
 * The index is read before the store: what only the index has is gone for certain, and what is added while this runs
 * is never taken out.
 */
async function reconcileGroup(db: Db, index: QueueIndex, groupId: string): Promise<void> {
  const head = await index.head(groupId, Number.MAX_SAFE_INTEGER);
  if (head.status === "away") return;
  const entries = await readWaiting(db, groupId);
  if (head.status === "missing") return index.fill(groupId, entries);
  const indexed = new Map(head.value.first.map((place) => [place.attendanceId, place.score]));
  for (const entry of entries) {
    const isRight = indexed.get(entry.attendanceId) === toScore(entry);
    if (!isRight) await index.add({ ...entry, groupIds: [groupId] });
    indexed.delete(entry.attendanceId);
  }
  for (const attendanceId of indexed.keys()) await index.remove(attendanceId, [groupId]);
}

/** Those who wait in a group, from the store, in order. */
export async function readWaiting(trx: Trx, groupId: string): Promise<QueueEntry[]> {
  const rows = await trx
    .selectFrom("attendance")
    .innerJoin("attendance_group", "attendance_group.attendance_id", "attendance.id")
    .select(["attendance.id", "priority", "waiting_since"])
    .where("group_id", "=", groupId)
    .where("phase", "=", "logged")
    .orderBy("priority")
    .orderBy("waiting_since")
    .orderBy("attendance.id")
    .execute();
  return rows.map((row) => ({
    attendanceId: row.id,
    groupIds: [groupId],
    priority: row.priority,
    waitingSince: row.waiting_since,
  }));
}
