import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const collecting = new URL("./collecting.mjs", import.meta.url).href;
const withinMs = 20_000;

/**
 * What a server started with `args` and `env` holds after a collection, MB: resident, and the heap with the buffers
 * outside of it.
 */
export function createHeld() {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-bench-held-"));
  const file = join(folder, "held.json");
  return {
    args: ["--expose-gc", "--import", collecting],
    env: { BENCH_HELD_FILE: file },
    read: async (pid) => {
      rmSync(file, { force: true });
      process.kill(pid, "SIGUSR2");
      const giveUpAt = performance.now() + withinMs;
      while (!existsSync(file)) {
        if (performance.now() > giveUpAt) throw new Error("The server did not say what it holds.");
        await wait(20);
      }
      const { rss, heapUsed, external } = JSON.parse(readFileSync(file, "utf8"));
      return { residentMb: rss / 2 ** 20, heldMb: (heapUsed + external) / 2 ** 20 };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
