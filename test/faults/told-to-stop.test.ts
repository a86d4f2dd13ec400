import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildDesk } from "../support/desk-process.js";
import { descendantsOf } from "./stage/descendants.js";
import { until } from "./until.js";

const script = resolve(__dirname, "..", "..", "scripts", "faults.mjs");

/** What runs under a number; nothing when it has ended, or only waits to be forgotten. */
function nameOf(pid: number): string | undefined {
  try {
    const [, name = "", state = ""] = /\((.*)\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return state === "Z" ? undefined : name;
  } catch {
    return undefined;
  }
}

describe("the runner of faults", () => {
  beforeAll(() => buildDesk(), 180_000);

  it.each([
    { signal: "SIGTERM", times: 1 },
    { signal: "SIGINT", times: 2 },
  ] as const)(
    "ends every server it has started when it is told to stop ($signal, $times times)",
    async ({ signal, times }) => {
      const args = [script, "F12", "postgres", "--people", "few", "--share", "0.02", "--seed", "7"];
      const runner = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
      let said = "";
      for (const stream of [runner.stdout, runner.stderr])
        stream.on("data", (text) => (said += String(text)));
      const exited = once(runner, "exit");
      const under = () => descendantsOf(runner.pid ?? 0).map((pid) => ({ pid, name: nameOf(pid) ?? "" }));
      const runs = (name: RegExp) => under().some((one) => name.test(one.name));
      await until("all servers of the scenario run", () => {
        if (runner.exitCode !== null) throw new Error(`It ended by itself: ${said}`);
        return runs(/^postgres/) && runs(/^redis-server/) && runs(/^(node|MainThread)/);
      });
      const started = under();

      for (let time = 0; time < times; time += 1) runner.kill(signal);
      const [code] = await exited;

      expect(code).toBe(130);
      const left = () => started.filter(({ pid, name }) => nameOf(pid) === name);
      await until(`nothing is left of ${JSON.stringify(started)}`, () => left().length === 0, 10_000);
    },
  );
});
