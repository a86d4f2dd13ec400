import { readFileSync } from "node:fs";

/**
 * With fewer a desk does not start: Node reads modules side by side, at 384 it misses some of them, at 512 none. The rest
 * is for people.
 */
export const leastDescriptors = 1024;

/** How many files and connections this process may have open at once; unknown where the system does not tell (Linux does). */
export function readDescriptorLimit(): number | undefined {
  try {
    const [, soft] = /^Max open files\s+(\S+)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
    return soft === undefined || soft === "unlimited" ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}
