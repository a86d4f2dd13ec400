import type { FoundArticle } from "../ports.js";
import { type RankedActivity, rankActivities } from "../rank-activities.js";
import { possibleArticle, rankArticles } from "../rank-articles.js";
import type { StepResult, Turn } from "../turn.js";
import { askBack } from "../verbs/ask-back.js";
import { showFound } from "../verbs/show-found.js";

/** From here on an article counts as the answer. */
const sureArticle = 0.5;
const possibleActivityShare = 0.4;
/** An activity is clear when it is this many times as probable as the next thing that may be meant. */
const clearLead = 1.5;
/** What is this much less probable than the best is left out, possible or not. */
const worthBesideBest = 0.5;

/** Articles and activities that fit: shown where the assistant is sure, asked back ("did you mean") where it is not. */
export async function answer(turn: Turn): Promise<StepResult> {
  if (turn.incoming.text.trim() === "") return "pass";
  const activities = await rankActivities(turn);
  const articles = await rankArticles(turn, activities);
  rememberRanked(turn, articles, activities);
  const { threshold, minimum } = turn.heard;
  // Where an admin drew the line, what is above it is worth a question.
  const possible = {
    articles: besideBest(articles).filter(({ score }) => score >= (minimum ?? possibleArticle)),
    activities: besideBest(activities).filter(
      ({ score }) => score >= (minimum ?? threshold * possibleActivityShare),
    ),
  };
  const clear = clearActivity(turn, activities);
  if (clear !== undefined || (articles[0]?.score ?? 0) >= sureArticle) {
    return showFound(turn, {
      articles: possible.articles,
      activities: possible.activities.filter(({ score }) => score >= threshold),
    });
  }
  if (possible.articles.length + possible.activities.length > 0) return askBack(turn, possible);
  return "pass";
}

/** The best activity, where it is probable enough and clearly ahead of whatever else may be meant. */
function clearActivity(turn: Turn, [best]: readonly RankedActivity[]): RankedActivity | undefined {
  if (best === undefined || best.score < turn.heard.threshold) return undefined;
  const others = turn.heard.intents.filter(({ intent }) => intent !== best.intent);
  return others.every(({ score }) => best.score >= clearLead * score) ? best : undefined;
}

function besideBest<Ranked extends { readonly score: number }>(ranked: readonly Ranked[]): Ranked[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= best * worthBesideBest);
}

/** What was ranked travels with the conversation when a person takes over. */
function rememberRanked(
  turn: Turn,
  articles: readonly FoundArticle[],
  activities: readonly RankedActivity[],
): void {
  const candidates = [
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
  ];
  turn.remember({
    question: turn.incoming.text.slice(0, 2000),
    candidates: candidates.sort((a, b) => b.score - a.score).slice(0, 6),
  });
}
