import { setTimeout as wait } from "node:timers/promises";
import { isStoreAway } from "../store/index.js";

const retryMs = 1000;

/**
 * Does this now, or as soon as the store answers again, for as long as it is wanted. What is told reads the present
 * state, so that late is as right as at once (reliability F12). Any other error is thrown.
 */
export async function onceStoreAnswers(work: () => Promise<void>, isWanted: () => boolean): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isStoreAway(error)) throw error;
    }
    await wait(retryMs, undefined, { ref: false });
    if (!isWanted()) return;
  }
}
