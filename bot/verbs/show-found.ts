import type { Action, Activity, Locale } from "../../contract/index.js";
import { languageNames } from "../language-names.js";
import type { FoundArticle, Passage } from "../ports.js";
import type { Reply, StepResult, Turn } from "../turn.js";

const shownArticles = 3;
const shownActivities = 2;
/** The best article is quoted unless an activity fits this much better. */
const quotedBesideActivity = 0.6;

export interface Found {
  readonly articles: readonly FoundArticle[];
  /** Those without a score are certain. */
  readonly activities: readonly (Activity & { readonly score?: number })[];
}

/** Shows what was found, best first, the best article with the sentences that answer; titles open in the chat (S2-25, S2-26). */
export async function showFound(turn: Turn, found: Found): Promise<StepResult> {
  const articles = found.articles.slice(0, shownArticles);
  const activities = found.activities.slice(0, shownActivities);
  rememberShown(turn, articles);
  turn.conclude("answered");
  await turn.reply({
    ...introduce(turn, { articles, activities }),
    actions: [...toActions(turn, { articles, activities }), noneOfThese(turn)],
  });
  return "handled";
}

/** A chip for each, the most probable first. */
export function toActions(turn: Turn, { articles, activities }: Found): Action[] {
  const titles = new Set(articles.map((article) => titleFor(article, turn.locale)));
  // Two chips with one title: nobody knows which is the ticket.
  const nameOf = ({ name }: Activity) => (titles.has(name) ? turn.texts.actions.newTicketFor(name) : name);
  return [
    ...articles.map((article) => ({ score: article.score, action: toArticleAction(article, turn.locale) })),
    ...activities.map((activity) => ({
      score: activity.score ?? 1,
      action: toActivityAction({ id: activity.id, name: nameOf(activity) }),
    })),
  ]
    .sort((a, b) => b.score - a.score)
    .map(({ action }) => action);
}

/** Whether the best article is what is meant, as far as the activities beside it leave that open. */
export function articleLeads({ articles: [best], activities }: Found): boolean {
  const rival = activities[0] === undefined ? 0 : (activities[0].score ?? 1);
  return best !== undefined && best.score >= rival * quotedBesideActivity;
}

function introduce(turn: Turn, { articles, activities }: Found): Pick<Reply, "text" | "marked"> {
  const [best] = articles;
  if (best === undefined) return { text: turn.texts.foundActivities };
  const passage = articleLeads({ articles, activities }) ? best.passage() : { text: "" };
  if (passage.text !== "")
    return quote(turn.texts.foundArticle(titleFor(best, turn.locale), passage.text), passage);
  return { text: activities.length > 0 ? turn.texts.foundBoth : turn.texts.foundArticles };
}

/** The mark moves along with the passage, which ends the text. */
function quote(text: string, { text: passage, marked }: Passage): Pick<Reply, "text" | "marked"> {
  const start = text.lastIndexOf(passage);
  if (marked === undefined || start < 0) return { text };
  return { text, marked: { from: start + marked.from, to: start + marked.to } };
}

function toArticleAction(article: FoundArticle, locale: Locale): Action {
  return {
    title: titleFor(article, locale).slice(0, 200),
    value: { kind: "open-article", articleId: article.id },
  };
}

/** Says which language an article is in when it is not the reader's. */
function titleFor({ title, language }: FoundArticle, locale: Locale): string {
  return language === locale ? title : `${title} (${languageNames[language]})`;
}

function toActivityAction(activity: { id: string; name: string }): Action {
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
