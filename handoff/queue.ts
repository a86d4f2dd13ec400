/** An attendance in the queue: what the order and the place depend on. */
export interface QueueEntry {
  readonly attendanceId: string;
  readonly groupIds: readonly string[];
  /** 0 is served first. */
  readonly priority: number;
  /** ms UTC. */
  readonly waitingSince: number;
}

export interface Claim {
  readonly attendanceId: string;
  readonly groupIds: readonly string[];
  readonly requestId: string;
  readonly agentId: string;
}

export type ClaimAnswer =
  | { readonly status: "claimed" }
  | { readonly status: "taken"; readonly agentId: string }
  /** Not in the queue. */
  | { readonly status: "gone" }
  /** The index is not whole or not there: only the store knows. */
  | { readonly status: "unknown" };

export type Known<T> =
  | { readonly status: "whole"; readonly value: T }
  /** Emptied from outside: fill it from the store. */
  | { readonly status: "missing" }
  /** Does not answer: ask the store. */
  | { readonly status: "away" };

export interface GroupHead {
  /** How many wait in all. */
  readonly count: number;
  readonly first: readonly { readonly attendanceId: string; readonly score: number }[];
}

/**
 * The order of those who wait, per group. An index only: it holds nothing that cannot be rebuilt from the store, its
 * answers may lag behind, and no verb of it rejects or hangs when what is below it is away.
 */
export interface QueueIndex {
  /** Adds, or moves when priority or waiting since changed. */
  add(entry: QueueEntry): Promise<void>;
  /** Takes it out of the queue, with any claim on it. */
  remove(attendanceId: string, groupIds: readonly string[]): Promise<void>;
  /** The first `limit` of a group, in order. */
  head(groupId: string, limit: number): Promise<Known<GroupHead>>;
  /** How many wait before it in this group; `undefined` when it is not there. */
  rank(groupId: string, attendanceId: string): Promise<Known<number | undefined>>;
  /** Adds all entries to this group's queue and declares it whole. */
  fill(groupId: string, entries: readonly QueueEntry[]): Promise<void>;
  /**
   * One claimer is promised it; a repeat under the same `requestId` gets the same answer (Q2). It stays in the queue
   * until `remove`, which follows the commit.
   */
  claim(claim: Claim): Promise<ClaimAnswer>;
  /** Gives up this claimer's claim, so that others can have it. */
  release(claim: Claim): Promise<void>;
  isUp(): boolean;
}

/** How long a claim stands when the node that made it dies before the store knew. */
export const claimTtlMs = 10_000;

/** Priorities there are: 0 … 999. */
export const lastPriority = 999;

const timeRange = 2 ** 42;

/**
 * One number that sorts by (priority, waiting since). Times fit below 2^42 until the year 2109, so that with 1000
 * priorities the sum is exact in a double; equal scores are ordered by id.
 */
export function toScore(entry: Pick<QueueEntry, "priority" | "waitingSince">): number {
  return entry.priority * timeRange + entry.waitingSince;
}

/** The group in whose slot an attendance is claimed: the same on every node. */
export function homeGroup(groupIds: readonly string[]): string | undefined {
  return groupIds.toSorted()[0];
}

/** By score, then by id: the order in which people are served. */
export function byPlace(
  a: { readonly attendanceId: string; readonly score: number },
  b: { readonly attendanceId: string; readonly score: number },
): number {
  if (a.score !== b.score) return a.score - b.score;
  return a.attendanceId < b.attendanceId ? -1 : Number(a.attendanceId > b.attendanceId);
}
