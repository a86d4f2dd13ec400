import { helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";

/** Takes down whether an article helped; when it did not, both options stand in the same reply. */
export async function giveFeedback(turn: Turn, articleId: string, helped: boolean): Promise<StepResult> {
  await turn.desk.articleFeedback(turn.person, articleId, helped);
  const outcome = helped ? ("helped" as const) : ("refused" as const);
  turn.remember({
    articles: turn.dialog.articles.map((one) => (one.id === articleId ? { ...one, outcome } : one)),
  });
  turn.conclude(helped ? "small-talk" : "refused");
  if (helped) await turn.reply({ text: turn.texts.gladItHelped });
  else await turn.reply({ text: turn.texts.sorryItDidNot, actions: helpOffers(turn) });
  return "handled";
}
