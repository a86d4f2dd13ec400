import type { Action, Activity } from "../../contract/index.js";
import type { FoundArticle } from "../ports.js";
import type { StepResult, Turn } from "../turn.js";

const shownArticles = 3;
const shownActivities = 2;

export interface Found {
  readonly articles: readonly FoundArticle[];
  readonly activities: readonly Activity[];
}

/** Shows what was found, the best article with the sentences that answer; titles open in the chat (S2-25, S2-26). */
export async function showFound(turn: Turn, found: Found): Promise<StepResult> {
  const articles = found.articles.slice(0, shownArticles);
  const activities = found.activities.slice(0, shownActivities);
  rememberShown(turn, articles);
  turn.conclude("answered");
  await turn.reply({
    text: introduce(turn, articles, activities),
    actions: [...articles.map(toArticleAction), ...activities.map(toActivityAction), noneOfThese(turn)],
  });
  return "handled";
}

function introduce(turn: Turn, articles: readonly FoundArticle[], activities: readonly Activity[]): string {
  const [best] = articles;
  if (best === undefined) return turn.texts.foundActivities;
  if (best.passage !== "") return turn.texts.foundArticle(best.title, best.passage);
  return activities.length > 0 ? turn.texts.foundBoth : turn.texts.foundArticles;
}

export function toArticleAction(article: { id: string; title: string }): Action {
  return { title: article.title.slice(0, 200), value: { kind: "open-article", articleId: article.id } };
}

export function toActivityAction(activity: { id: string; name: string }): Action {
  return { title: activity.name.slice(0, 200), value: { kind: "open-activity", activityId: activity.id } };
}

export function noneOfThese(turn: Turn): Action {
  return { title: turn.texts.actions.noneOfThese, value: { kind: "none-of-these" } };
}

/** What was shown travels with the conversation when a person takes over. */
export function rememberShown(turn: Turn, articles: readonly { id: string; title: string }[]): void {
  const known = new Set(turn.dialog.articles.map((article) => article.id));
  const fresh = articles.filter((article) => !known.has(article.id));
  turn.remember({
    articles: [
      ...turn.dialog.articles,
      ...fresh.map(({ id, title }) => ({ id, title, outcome: "shown" as const })),
    ].slice(-20),
  });
}
