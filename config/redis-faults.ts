import { isLoopback } from "./loopback.js";

/** The first release of each line in which CVE-2025-49844 (Lua, use after free) and those before it are mended. */
const mended: Readonly<Record<string, number>> = { "6.2": 20, "7.2": 11, "7.4": 6, "8.0": 4, "8.2": 2 };

/**
 * What an operator should know of a Redis, from what `INFO` says and the address it was reached by: one sentence per
 * fault, none when all is well or nothing can be told (reliability F8, S38).
 */
export function redisFaults(info: string, url: string): string[] {
  return [...evictionFaults(info), ...versionFaults(info), ...addressFaults(url)];
}

/** A Redis that drops keys when its memory is full drops presence and queue; they are rebuilt, but late. */
function evictionFaults(info: string): string[] {
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  if (policy === undefined || policy === "noeviction") return [];
  return [`Redis evicts keys when its memory is full (${policy}); set maxmemory-policy to noeviction.`];
}

function versionFaults(info: string): string[] {
  // What calls itself otherwise counts its releases otherwise.
  if (/^server_name:(?!redis)/m.test(info)) return [];
  const found = /^redis_version:(\d+)\.(\d+)\.(\d+)/m.exec(info);
  if (found === null) return [];
  const [, major = "", minor = "", patch = ""] = found;
  const least = mended[`${major}.${minor}`];
  const isNew = Number(major) > 8 || (Number(major) === 8 && Number(minor) > 2);
  if (least === undefined ? isNew : Number(patch) >= least) return [];
  return [
    `Redis ${major}.${minor}.${patch} is older than the releases that mend CVE-2025-49844; update it, unless your distribution has mended it in this version.`,
  ];
}

function addressFaults(url: string): string[] {
  const { hostname, password } = new URL(url);
  if (password !== "" || isLoopback(hostname.replace(/^\[|\]$/g, ""))) return [];
  return [
    `Redis at ${hostname} takes commands without a password: whoever reaches it reads and changes the queue. Set one, and name it in REDIS_URL.`,
  ];
}
