import { helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";

/** Opens an article inside the chat and asks whether it helped (S2-26). */
export async function openArticle(turn: Turn, articleId: string): Promise<StepResult> {
  turn.conclude("answered");
  const article = await turn.desk.readArticle(turn.person, articleId, turn.locale);
  if (article === undefined) {
    await turn.reply({ text: turn.texts.articleGone, actions: helpOffers(turn) });
    return "handled";
  }
  const { id, title, body } = article;
  await turn.desk.articleOpened(id);
  const others = turn.dialog.articles.filter((one) => one.id !== id);
  turn.remember({ articles: [...others, { id, title, outcome: "opened" as const }].slice(-20) });
  const { actions } = turn.texts;
  await turn.reply({
    text: turn.texts.didItHelp,
    attachments: [{ kind: "article", articleId: id, title, body }],
    actions: [
      { title: actions.helped, value: { kind: "article-feedback", articleId: id, helped: true } },
      { title: actions.didNotHelp, value: { kind: "article-feedback", articleId: id, helped: false } },
    ],
  });
  return "handled";
}
