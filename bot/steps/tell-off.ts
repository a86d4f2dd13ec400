import type { StepResult, Turn } from "../turn.js";

/** The chat is switched off (parameter 316): what comes in through a channel all the same is told so, and no more. */
export async function tellOff(turn: Turn): Promise<StepResult> {
  if (turn.mode !== "off") return "pass";
  turn.conclude("fallback");
  await turn.reply({ text: turn.texts.chatOff });
  return "handled";
}
