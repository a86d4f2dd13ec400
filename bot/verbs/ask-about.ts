import type { Turn } from "../turn.js";

/** Takes down the article that the question came from, so that whoever answers knows it. */
export async function askAbout(turn: Turn, articleId: string): Promise<void> {
  const article = await turn.desk.readArticle(turn.person, articleId, turn.locale);
  if (article === undefined) return;
  const { id, title } = article;
  const others = turn.dialog.articles.filter((one) => one.id !== id);
  turn.remember({ articles: [...others, { id, title, outcome: "opened" as const }].slice(-20) });
}
