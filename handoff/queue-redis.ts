import { createGathering } from "./gathering.js";
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

/**
 * The queue in Redis: per group one sorted set; every verb of more than one command is a Lua script. Many who are added
 * or claimed in one turn of the event loop share a command. Whatever else is asked goes behind them, so that Redis is
 * told in the order in which it was asked.
 */
export function createRedisQueue(options: { readonly link: RedisLink; readonly prefix: string }): QueueIndex {
  const { link } = options;
  const keys = queueKeys(options.prefix);
  const scripts = defineScripts(link);
  const adding = createGathering<readonly [score: number, id: string], void>(async (groupId, entries) => {
    await link.ask(() => link.client.zadd(keys.waiting(groupId), ...entries.flat()));
    return entries.map(() => undefined);
  });
  const claiming = createGathering<Claim, ClaimAnswer>((home, claims) => {
    adding.flush();
    return runClaims(scripts, keys, home, claims);
  });
  const run: Scripts["run"] = (name, of, args) => {
    adding.flush();
    claiming.flush();
    return scripts.run(name, of, args);
  };
  return {
    add: async (entry) => {
      const score = toScore(entry);
      await Promise.all(entry.groupIds.map((groupId) => adding.ask(groupId, [score, entry.attendanceId])));
    },
    remove: async (attendanceId, groupIds) => {
      const removed = groupIds.map((groupId) =>
        run("remove", pair(keys, groupId, attendanceId), [attendanceId]),
      );
      await Promise.all(removed);
    },
    head: async (groupId, limit) => toHead(await run("read", [keys.waiting(groupId)], [limit, wholeMark])),
    rank: async (groupId, attendanceId) =>
      toRank(await run("rank", [keys.waiting(groupId)], [attendanceId, wholeMark])),
    fill: (groupId, entries) => fill({ run }, keys.waiting(groupId), entries),
    claim: async (claim) => {
      const home = homeGroup(claim.groupIds);
      return home === undefined ? { status: "unknown" } : claiming.ask(home, claim);
    },
    release: async (claim) => {
      const home = homeGroup(claim.groupIds);
      if (home === undefined) return;
      await run("release", [keys.promise(home, claim.attendanceId)], [claimerOf(claim)]);
    },
    isUp: () => link.isUp(),
  };
}

function pair(keys: QueueKeys, groupId: string, attendanceId: string): [waiting: string, promise: string] {
  return [keys.waiting(groupId), keys.promise(groupId, attendanceId)];
}

/** Ids of agents hold no space; what stands behind the first one is the request. */
function claimerOf({ agentId, requestId }: Claim): string {
  return `${agentId} ${requestId}`;
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

async function runClaims(
  scripts: Scripts,
  keys: QueueKeys,
  home: string,
  claims: readonly Claim[],
): Promise<ClaimAnswer[]> {
  const words = await scripts.run(
    "claim",
    [keys.waiting(home), ...claims.map(({ attendanceId }) => keys.promise(home, attendanceId))],
    [claimTtlMs, wholeMark, ...claims.flatMap((claim) => [claim.attendanceId, claimerOf(claim)])],
  );
  return claims.map((_, at) => toAnswer(words?.[2 * at], words?.[2 * at + 1]));
}

function toAnswer(status: string | undefined, agentId = ""): ClaimAnswer {
  switch (status) {
    case "claimed":
    case "gone":
      return { status };
    case "taken":
      return { status, agentId };
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
