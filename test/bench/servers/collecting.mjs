import { renameSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Read before a server's own code: on SIGUSR2 it collects garbage until nothing more goes, then writes what it holds.
 * Between collections resident memory says more about the collector's mood than about the server.
 */
process.on("SIGUSR2", async () => {
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc();
    await wait(50);
  }
  const draft = `${process.env.BENCH_HELD_FILE}.tmp`;
  writeFileSync(draft, JSON.stringify(process.memoryUsage()));
  renameSync(draft, process.env.BENCH_HELD_FILE);
});
