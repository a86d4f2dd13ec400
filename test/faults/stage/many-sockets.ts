import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { until } from "../until.js";

const script = resolve("test/faults/stage/socket-fleet.mjs");

export interface Fleet {
  /** Resolves when this many are connected at the same time. */
  connected(count: number, withinMs: number): Promise<void>;
  online(): number;
  close(): Promise<void>;
}

/** Many idle sockets in processes of their own, so that what they cost is not measured with the rest. */
export function openFleet(options: {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly count: number;
  readonly processes: number;
}): Fleet {
  const share = Math.ceil(options.count / options.processes);
  const fleets = Array.from({ length: options.processes }, () => startOne(options, share));
  const online = () => fleets.reduce((sum, fleet) => sum + fleet.online, 0);
  return {
    online,
    connected: (count, withinMs) =>
      until("all sockets are connected", () => online() >= count, withinMs).catch((error: Error) => {
        throw new Error(`${error.message}: ${online()} of ${count}`);
      }),
    close: async () => {
      await Promise.all(
        fleets.map(async ({ child }) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const exited = once(child, "exit");
          child.kill("SIGKILL");
          await exited;
        }),
      );
    },
  };
}

function startOne({ url, tokens }: { url: string; tokens: readonly string[] }, count: number) {
  const child: ChildProcess = spawn(process.execPath, [script, url, String(count)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin?.end(JSON.stringify(tokens));
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const one = { child, lines, online: 0 };
  lines.on("line", (line) => {
    one.online = Number(line);
  });
  return one;
}
