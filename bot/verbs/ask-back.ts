import type { Action } from "../../contract/index.js";
import type { StepResult, Turn } from "../turn.js";
import { type Found, noneOfThese, rememberShown, toActions } from "./show-found.js";

const choicesMax = 3;
/** A wish for a person that was not clear enough to act on is offered from this share of the threshold on. */
const possibleWishShare = 0.4;

/** Unsure: "did you mean" with the best three, and a way to say that it is none of them. */
export async function askBack(turn: Turn, { articles, activities }: Found): Promise<StepResult> {
  const ranked = [
    ...articles.map((article) => ({ score: article.score, article })),
    ...activities.map((activity) => ({ score: activity.score ?? 1, activity })),
  ]
    .sort((a, b) => b.score - a.score)
    .slice(0, choicesMax);
  const offered: Found = {
    articles: ranked.flatMap((one) => ("article" in one ? [one.article] : [])),
    activities: ranked.flatMap((one) => ("activity" in one ? [one.activity] : [])),
  };
  rememberShown(turn, offered.articles);
  turn.conclude("asked-back");
  await turn.reply({
    text: turn.texts.unsure,
    actions: [...toActions(turn, offered), ...wishForPerson(turn), noneOfThese(turn)],
  });
  return "handled";
}

function wishForPerson({ heard, groupMode, texts }: Turn): Action[] {
  const wish = heard.intents.find(({ intent }) => intent === "talk-to-attendant");
  const isPossible = wish !== undefined && wish.score >= heard.threshold * possibleWishShare;
  return isPossible && groupMode !== "automatic"
    ? [{ title: texts.actions.talkToAttendant, value: { kind: "talk-to-attendant" } }]
    : [];
}
