import { helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";

/**
 * Takes down whether an answer of the language model helped; what it says about the articles is not asked. When it did
 * not, both options stand in the same reply.
 */
export async function judgeAnswer(turn: Turn, messageId: string, helped: boolean): Promise<StepResult> {
  await turn.desk.judgeAnswer(turn.person, messageId, helped);
  turn.conclude(helped ? "small-talk" : "refused");
  if (helped) await turn.reply({ text: turn.texts.gladItHelped });
  else await turn.reply({ text: turn.texts.sorryItDidNot, actions: helpOffers(turn) });
  return "handled";
}
