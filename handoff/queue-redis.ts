import { type QueueKeys, queueKeys } from "./keys.js";
import {
  type Claim,
  type ClaimAnswer,
  claimTtlMs,
  type GroupHead,
  homeGroup,
  type Known,
  type QueueEntry,
  type QueueIndex,
  toScore,
} from "./queue.js";
import type { RedisLink } from "./redis-link.js";
import { defineScripts, type Scripts, type Words } from "./scripts.js";

/**
 * Member of each group's sorted set that says the set is whole. It lives inside the set and not beside it, so that
 * whatever empties the set (a flush, an eviction, a restart) takes the mark along.
 */
const wholeMark = "whole";

const fillEntries = 500;

/** The queue in Redis: per group one sorted set, every verb one Lua script. */
export function createRedisQueue(options: { readonly link: RedisLink; readonly prefix: string }): QueueIndex {
  const { link } = options;
  const keys = queueKeys(options.prefix);
  const scripts = defineScripts(link);
  return {
    add: async (entry) => {
      const added = entry.groupIds.map((groupId) =>
        scripts.run("add", [keys.waiting(groupId)], [entry.attendanceId, toScore(entry)]),
      );
      await Promise.all(added);
    },
    remove: async (attendanceId, groupIds) => {
      const removed = groupIds.map((groupId) =>
        scripts.run("remove", pair(keys, groupId, attendanceId), [attendanceId]),
      );
      await Promise.all(removed);
    },
    head: async (groupId, limit) =>
      toHead(await scripts.run("read", [keys.waiting(groupId)], [limit, wholeMark])),
    rank: async (groupId, attendanceId) =>
      toRank(await scripts.run("rank", [keys.waiting(groupId)], [attendanceId, wholeMark])),
    fill: (groupId, entries) => fill(scripts, keys.waiting(groupId), entries),
    claim: (claim) => runClaim(scripts, keys, claim),
    release: async (claim) => {
      const home = homeGroup(claim.groupIds);
      if (home === undefined) return;
      await scripts.run("release", [keys.claim(home, claim.attendanceId)], [claim.requestId]);
    },
    isUp: () => link.isUp(),
  };
}

function pair(keys: QueueKeys, groupId: string, attendanceId: string): [waiting: string, claim: string] {
  return [keys.waiting(groupId), keys.claim(groupId, attendanceId)];
}

async function fill(scripts: Scripts, key: string, entries: readonly QueueEntry[]): Promise<void> {
  for (let at = 0; ; at += fillEntries) {
    const part = entries.slice(at, at + fillEntries);
    const pairs = part.flatMap((entry) => [toScore(entry), entry.attendanceId]);
    const isLast = at + fillEntries >= entries.length;
    const words = await scripts.run("fill", [key], [isLast ? "last" : "more", wholeMark, ...pairs]);
    if (isLast || words === undefined) return;
  }
}

async function runClaim(scripts: Scripts, keys: QueueKeys, claim: Claim): Promise<ClaimAnswer> {
  const home = homeGroup(claim.groupIds);
  if (home === undefined) return { status: "unknown" };
  const args = [claim.attendanceId, claim.requestId, claim.agentId, claimTtlMs, wholeMark];
  const words = await scripts.run("claim", pair(keys, home, claim.attendanceId), args);
  switch (words?.[0]) {
    case "claimed":
    case "gone":
      return { status: words[0] };
    case "taken":
      return { status: "taken", agentId: words[1] ?? "" };
    default:
      return { status: "unknown" };
  }
}

function toHead(words: Words): Known<GroupHead> {
  if (words === undefined) return { status: "away" };
  if (words[0] !== "whole") return { status: "missing" };
  const first: { attendanceId: string; score: number }[] = [];
  for (let at = 2; at + 1 < words.length; at += 2) {
    first.push({ attendanceId: words[at] ?? "", score: Number(words[at + 1]) });
  }
  return { status: "whole", value: { count: Number(words[1]), first } };
}

function toRank(words: Words): Known<number | undefined> {
  if (words === undefined) return { status: "away" };
  if (words[0] === "missing") return { status: "missing" };
  return { status: "whole", value: words[0] === "whole" ? Number(words[1]) : undefined };
}
