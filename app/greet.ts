import { onceStoreAnswers } from "./once-store-answers.js";

/**
 * Does what a socket that has just come is owed, one after the other. Whoever came while the store was away would
 * otherwise never hear what waits for them (reliability F12).
 */
export async function greet(steps: readonly (() => Promise<void>)[], isHere: () => boolean): Promise<void> {
  for (const step of steps) await onceStoreAnswers(step, isHere);
}
