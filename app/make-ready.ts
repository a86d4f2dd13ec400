import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config/index.js";
import { isStoreAway, migrate } from "../store/index.js";
import { waitForStore } from "./connections.js";
import { refuseDemoPasswords, seedDemo } from "./demo.js";
import type { Domains } from "./domains.js";

const retryMs = 500;

/** Everything a node reads before it serves, one step after the other. Each may be done again. */
export async function makeReady(
  domains: Domains,
  options: {
    readonly config: Config;
    readonly rootFolder: string;
    readonly now: () => number;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { store, log } = domains;
  const { config, rootFolder, now, signal } = options;
  const steps: readonly (() => Promise<unknown>)[] = [
    () => waitForStore(store, log, signal),
    () => migrate(store),
    async () => {
      if (config.desk.isDemo) await seedDemo(domains, rootFolder, now);
      else if (!config.server.onLoopback) await refuseDemoPasswords(domains.accounts);
    },
    () => domains.parameters.start(signal),
    () => domains.calendars.start(signal),
    () => domains.widget.refresh(),
    () => domains.privacy.rules.refresh(),
    () => domains.modes.start(signal),
    () => domains.startKnowledge(),
    () => domains.learning.searchWords.start(signal),
    // A desk that cannot be taught still finds articles by their words; the next round tries again.
    () => domains.training.refresh().catch(domains.failed),
  ];
  for (const step of steps) await doneAgain(step, domains, signal);
}

/**
 * A database that goes away while the desk starts is waited for like one that is not there yet (reliability F29). A file
 * that takes nothing is told at once: nobody else mends it.
 */
async function doneAgain(
  step: () => Promise<unknown>,
  { store, log }: Pick<Domains, "store" | "log">,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    try {
      await step();
      return;
    } catch (error) {
      if (signal.aborted || store.engine === "sqlite" || !isStoreAway(error)) throw error;
      log.warn({ err: error }, "The database went away while the desk starts; trying again.");
    }
    await wait(retryMs, undefined, { signal });
    await waitForStore(store, log, signal);
  }
}
