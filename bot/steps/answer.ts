import { rankActivities } from "../rank-activities.js";
import type { StepResult, Turn } from "../turn.js";
import { askBack } from "../verbs/ask-back.js";
import { showFound } from "../verbs/show-found.js";

/** From here on an article counts as the answer. */
const sureArticle = 0.5;
/** Below this nothing is worth asking back about. */
const possibleArticle = 0.25;
const possibleActivityShare = 0.4;

/** Articles and activities that fit: shown where the assistant is sure, asked back ("did you mean") where it is not. */
export async function answer(turn: Turn): Promise<StepResult> {
  if (turn.incoming.text.trim() === "") return "pass";
  const articles = await turn.articles();
  const activities = await rankActivities(turn);
  const { threshold } = turn.heard;
  turn.remember({
    question: turn.incoming.text.slice(0, 2000),
    candidates: [
      ...articles.map(({ id, title, score, matched }) => ({
        kind: "article" as const,
        id,
        title,
        score,
        why: matched.join(", "),
      })),
      ...activities.map(({ id, name, score, why }) => ({
        kind: "activity" as const,
        id,
        title: name,
        score,
        why,
      })),
    ]
      .sort((a, b) => b.score - a.score)
      .slice(0, 6),
  });
  const found = {
    articles: articles.filter((article) => article.score >= sureArticle),
    activities: activities.filter((activity) => activity.score >= threshold),
  };
  if (found.articles.length + found.activities.length > 0) {
    return showFound(turn, { ...found, articles: articles.filter(({ score }) => score >= possibleArticle) });
  }
  const possible = {
    articles: articles.filter((article) => article.score >= possibleArticle),
    activities: activities.filter((activity) => activity.score >= threshold * possibleActivityShare),
  };
  if (possible.articles.length + possible.activities.length > 0) return askBack(turn, possible);
  return "pass";
}
