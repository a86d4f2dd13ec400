import { helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";

/** Nothing fits: the fallback text (parameter 453) with both options in the same reply (S2-32). */
export async function fallBack(turn: Turn): Promise<StepResult> {
  if (turn.incoming.value === undefined) turn.remember({ question: turn.incoming.text.slice(0, 2000) });
  turn.conclude("fallback");
  await turn.reply({ text: turn.desk.fallbackText(turn.locale), actions: helpOffers(turn) });
  return "handled";
}
