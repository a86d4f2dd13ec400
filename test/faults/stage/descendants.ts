import { execFileSync } from "node:child_process";

/** All processes under this one, the nearest first; what a server has forked included. */
export function descendantsOf(root: number): number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const children = new Map<number, number[]>();
  for (const line of table.split("\n")) {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found: number[] = [];
  const waiting = [root];
  for (let pid = waiting.shift(); pid !== undefined; pid = waiting.shift()) {
    const under = children.get(pid) ?? [];
    found.push(...under);
    waiting.push(...under);
  }
  return found;
}

/** Ends everything that was started here, whatever it does just now. Synchronous: it may be the last thing done. */
export function endDescendants(): void {
  for (const pid of descendantsOf(process.pid)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself meanwhile, or was the list's own process.
    }
  }
}
