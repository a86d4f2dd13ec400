import {
  byPlace,
  type Claim,
  type ClaimAnswer,
  claimTtlMs,
  type QueueEntry,
  type QueueIndex,
  toScore,
} from "./queue.js";

interface Place {
  readonly attendanceId: string;
  readonly score: number;
}

interface HeldClaim {
  readonly claim: Claim;
  readonly until: number;
}

/** The queue in the memory of one process: for a desk without Redis, and to answer from a read of the store. */
export function createEmbeddedQueue(options: { readonly now: () => number }): QueueIndex {
  const groups = new Map<string, Place[]>();
  const whole = new Set<string>();
  const claims = new Map<string, HeldClaim>();

  const places = (groupId: string): Place[] => groups.get(groupId) ?? [];

  function put(groupId: string, place: Place): void {
    const list = without(places(groupId), place.attendanceId);
    list.splice(firstAfter(list, place), 0, place);
    groups.set(groupId, list);
  }

  function drop(groupId: string, attendanceId: string): void {
    groups.set(groupId, without(places(groupId), attendanceId));
  }

  function heldClaim(attendanceId: string): HeldClaim | undefined {
    const held = claims.get(attendanceId);
    if (held !== undefined && held.until > options.now()) return held;
    claims.delete(attendanceId);
    return undefined;
  }

  function claim(wish: Claim): ClaimAnswer {
    const held = heldClaim(wish.attendanceId);
    if (held !== undefined) {
      return held.claim.requestId === wish.requestId
        ? { status: "claimed" }
        : { status: "taken", agentId: held.claim.agentId };
    }
    if (!isWaiting(wish)) return { status: wish.groupIds.every((id) => whole.has(id)) ? "gone" : "unknown" };
    claims.set(wish.attendanceId, { claim: wish, until: options.now() + claimTtlMs });
    return { status: "claimed" };
  }

  function isWaiting({ attendanceId, groupIds }: Claim): boolean {
    return groupIds.some((id) => places(id).some((place) => place.attendanceId === attendanceId));
  }

  return {
    add: async (entry) => {
      for (const groupId of entry.groupIds) put(groupId, toPlace(entry));
    },
    remove: async (attendanceId, groupIds) => {
      claims.delete(attendanceId);
      for (const groupId of groupIds) drop(groupId, attendanceId);
    },
    head: async (groupId, limit) => {
      if (!whole.has(groupId)) return { status: "missing" };
      const list = places(groupId);
      return { status: "whole", value: { count: list.length, first: list.slice(0, limit) } };
    },
    rank: async (groupId, attendanceId) => {
      if (!whole.has(groupId)) return { status: "missing" };
      const rank = places(groupId).findIndex((place) => place.attendanceId === attendanceId);
      return { status: "whole", value: rank === -1 ? undefined : rank };
    },
    fill: async (groupId, entries) => {
      const list = new Map(places(groupId).map((place) => [place.attendanceId, place]));
      for (const entry of entries) list.set(entry.attendanceId, toPlace(entry));
      groups.set(groupId, [...list.values()].sort(byPlace));
      whole.add(groupId);
    },
    claim: async (wish) => claim(wish),
    release: async ({ attendanceId, requestId }) => {
      if (heldClaim(attendanceId)?.claim.requestId === requestId) claims.delete(attendanceId);
    },
    isUp: () => true,
  };
}

function toPlace(entry: QueueEntry): Place {
  return { attendanceId: entry.attendanceId, score: toScore(entry) };
}

function without(list: readonly Place[], attendanceId: string): Place[] {
  return list.filter((place) => place.attendanceId !== attendanceId);
}

function firstAfter(list: readonly Place[], place: Place): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other !== undefined && byPlace(other, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
