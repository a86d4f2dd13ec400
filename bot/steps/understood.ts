import type { Turn } from "../turn.js";

/** Acting on a wish that was not meant is worse than asking: small desks draw lower thresholds than this. */
const sureWish = 0.5;

/** Whether one of these conversational intents is what the message was taken for, with enough certainty. */
export function understood(turn: Turn, ...intents: readonly string[]): string | undefined {
  const best = turn.heard.intents[0];
  if (best === undefined || best.score < Math.max(sureWish, turn.heard.threshold)) return undefined;
  return intents.find((intent) => intent === best.intent);
}
