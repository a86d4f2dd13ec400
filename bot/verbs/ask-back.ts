import type { StepResult, Turn } from "../turn.js";
import { type Found, noneOfThese, rememberShown, toActivityAction, toArticleAction } from "./show-found.js";

const choicesMax = 3;

/** Unsure: "did you mean" with the best three, and a way to say that it is none of them. */
export async function askBack(turn: Turn, possible: Found): Promise<StepResult> {
  const activities = possible.activities.slice(0, 2);
  const articles = possible.articles.slice(0, choicesMax - activities.length);
  rememberShown(turn, articles);
  turn.conclude("asked-back");
  await turn.reply({
    text: turn.texts.unsure,
    actions: [...articles.map(toArticleAction), ...activities.map(toActivityAction), noneOfThese(turn)],
  });
  return "handled";
}
