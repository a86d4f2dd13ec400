import { type Candidates, judge } from "../judge.js";
import type { StepResult, Turn } from "../turn.js";
import { askBack } from "../verbs/ask-back.js";
import { showFound } from "../verbs/show-found.js";
import { writeAnswer } from "../verbs/write-answer.js";

/** Articles and activities that fit: shown where the assistant is sure, asked back ("did you mean") where it is not. */
export async function answer(turn: Turn): Promise<StepResult> {
  const { text } = turn.incoming;
  if (text.trim() === "") return "pass";
  const { verdict, ranked, offered } = await judge({
    text,
    locale: turn.locale,
    heard: turn.heard,
    activities: () => turn.desk.activities(turn.person, turn.locale),
    findArticles: () => turn.articles(),
    findNamed: (name) => turn.desk.findNamed(turn.person, name, turn.locale),
  });
  rememberRanked(turn, ranked);
  if ((await writeAnswer(turn, { ...offered, verdict })) === "handled") return "handled";
  if (verdict === "answered") return showFound(turn, offered);
  return verdict === "asked-back" ? askBack(turn, offered) : "pass";
}

/** What was ranked travels with the conversation when a person takes over. */
function rememberRanked(turn: Turn, { articles, activities }: Candidates): void {
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
