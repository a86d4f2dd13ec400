import { presenceKey } from "./keys.js";
import { createLocalSockets, type Presence, presenceTtlMs } from "./presence.js";
import type { RedisLink } from "./redis-link.js";
import { defineScripts } from "./scripts.js";

/** Presence shared by all nodes: per person a sorted set of sockets in Redis, each with the time it lapses. */
export function createRedisPresence(options: {
  readonly link: RedisLink;
  readonly prefix: string;
  readonly now: () => number;
  readonly ttlMs?: number;
}): Presence {
  const { link, now, prefix, ttlMs = presenceTtlMs } = options;
  const scripts = defineScripts(link);
  const local = createLocalSockets();

  const touch = (accountId: string, socketId: string) =>
    scripts.run("touch", [presenceKey(prefix, accountId)], [socketId, now(), ttlMs]);

  async function isOnline(accountId: string): Promise<boolean> {
    if (local.has(accountId)) return true;
    const key = presenceKey(prefix, accountId);
    const live = await link.ask(() => link.client.zcount(key, `(${now()}`, "+inf"));
    return Number(live ?? 0) > 0;
  }

  return {
    connected: async (accountId, socketId) => {
      const here = local.add(accountId, socketId);
      const words = await touch(accountId, socketId);
      if (words === undefined) return here;
      return words[0] === "first" ? "first" : "more";
    },
    disconnected: async (accountId, socketId) => {
      const here = local.remove(accountId, socketId);
      const words = await scripts.run("leave", [presenceKey(prefix, accountId)], [socketId, now()]);
      if (words === undefined) return here;
      return words[0] === "last" ? "last" : "more";
    },
    refresh: async () => {
      await Promise.all(local.all().map(([accountId, socketId]) => touch(accountId, socketId)));
    },
    online: async (accountIds) => {
      const found = await Promise.all(accountIds.map(async (id) => ((await isOnline(id)) ? id : undefined)));
      return new Set(found.filter((id) => id !== undefined));
    },
    isUp: () => link.isUp(),
  };
}
