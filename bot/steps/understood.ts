import type { Turn } from "../turn.js";

/** Whether one of these conversational intents is what the message was taken for, with enough certainty. */
export function understood(turn: Turn, ...intents: readonly string[]): string | undefined {
  const best = turn.heard.intents[0];
  if (best === undefined || best.score < turn.heard.threshold) return undefined;
  return intents.find((intent) => intent === best.intent);
}
