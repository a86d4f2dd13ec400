import { helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";

/** From here on the assistant says that it does not get any further. */
const severalInRow = 3;

/**
 * Nothing fits: a fallback text (parameter 453) with both options in the same reply (S2-32). Several texts take turns
 * (S2-X4); after several in a row the assistant says that a person or a ticket is the way on (S2-X2).
 */
export async function fallBack(turn: Turn): Promise<StepResult> {
  if (turn.incoming.value === undefined) turn.remember({ question: turn.incoming.text.slice(0, 2000) });
  const { fallbacks, fallbacksInRow, last } = turn.dialog;
  const inRow = last === "fallback" ? fallbacksInRow + 1 : 1;
  turn.remember({ fallbacks: fallbacks + 1, fallbacksInRow: inRow });
  turn.conclude("fallback");
  const texts = turn.desk.fallbackTexts(turn.locale);
  const text = texts[fallbacks % texts.length] ?? turn.texts.fallback;
  const parts = [
    text,
    ...(turn.desk.knowsAllArticles() ? [] : [turn.texts.stillReading]),
    ...(inRow >= severalInRow ? [stuckText(turn)] : []),
  ];
  await turn.reply({ text: parts.join("\n\n"), actions: helpOffers(turn) });
  return "handled";
}

function stuckText({ mode, texts }: Turn): string {
  return mode === "automatic" ? texts.stuckAlone : texts.stuck;
}
