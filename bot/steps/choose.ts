import type { ActionValue } from "../../contract/index.js";
import { fold } from "../fold.js";
import { helpReply } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";
import { attachFiles } from "../verbs/attach-files.js";
import { giveFeedback } from "../verbs/give-feedback.js";
import { judgeAnswer } from "../verbs/judge-answer.js";
import { openActivity } from "../verbs/open-activity.js";
import { openArticle } from "../verbs/open-article.js";
import { resume } from "../verbs/resume.js";
import { showTicket } from "../verbs/show-ticket.js";
import { askAbout } from "../verbs/ask-about.js";
import { cancelForm, startTicket } from "../verbs/ticket-form.js";
import { bareAnswer } from "./bare-answer.js";
import { fallBack } from "./fall-back.js";

/** The fallback text tells people to type it (parameter 453); the same word in all three languages. */
const menuWord = "menu";

/** A choice that was made: a chip that was pressed, or its title or number typed. */
export async function choose(turn: Turn): Promise<StepResult> {
  const value = turn.incoming.value ?? typedChoice(turn);
  if (value !== undefined) {
    turn.chose(value);
    return act(turn, value);
  }
  return fold(turn.incoming.text) === menuWord ? showMenu(turn) : "pass";
}

async function showMenu(turn: Turn): Promise<StepResult> {
  turn.conclude("small-talk");
  await turn.reply(helpReply(turn));
  return "handled";
}

/** "2", "the second" is left to the form; here only a title or a plain number counts. */
function typedChoice(turn: Turn): ActionValue | undefined {
  const typed = fold(turn.incoming.text);
  const { choices } = turn.dialog;
  const numbered =
    /^\d$/.test(typed) && turn.dialog.form === undefined ? choices[Number(typed) - 1] : undefined;
  return (choices.find((choice) => fold(choice.title) === typed) ?? numbered)?.value ?? meantByYesOrNo(turn);
}

/** A bare "yes" takes the one thing that was offered, "no" refuses what was shown; forms ask questions of their own. */
function meantByYesOrNo(turn: Turn): ActionValue | undefined {
  const { choices, form } = turn.dialog;
  const said = form === undefined ? bareAnswer(turn) : undefined;
  if (said === undefined) return undefined;
  const values = choices.map(({ value }) => value);
  const feedback = values.find((one) => "helped" in one && one.helped === (said === "yes"));
  if (feedback !== undefined) return feedback;
  if (said === "no") return values.find(({ kind }) => kind === "none-of-these");
  const offered = values.filter((one) => isOneMatter(one));
  return offered.length === 1 ? offered[0] : undefined;
}

function isOneMatter(value: ActionValue): boolean {
  if (value.kind === "new-ticket") return value.activityId !== undefined;
  return value.kind === "open-article" || value.kind === "open-activity";
}

async function act(turn: Turn, value: ActionValue): Promise<StepResult> {
  switch (value.kind) {
    case "talk-to-attendant":
      await turn.handOver(reasonFor(turn));
      return "handled";
    case "resume-attendance":
      return resume(turn, value.ticketNumber);
    case "open-article":
      return openArticle(turn, value.articleId);
    case "ask-about":
      await askAbout(turn, value.articleId);
      return "pass";
    case "open-activity":
      return openActivity(turn, value.activityId);
    case "new-ticket":
      return startTicket(turn, value.activityId);
    case "article-feedback":
      return giveFeedback(turn, value.articleId, value.helped);
    case "answer-feedback":
      return judgeAnswer(turn, value.messageId, value.helped);
    case "ticket-status":
      return showTicket(turn, value.ticketNumber);
    case "attach-files":
      return attachFiles(turn, value.ticketNumber);
    case "set-language":
      await turn.switchLocale(value.locale);
      turn.conclude("command");
      await turn.reply({ text: turn.texts.languageSet });
      return "handled";
    case "menu":
      return showMenu(turn);
    case "cancel":
      return cancelForm(turn);
    case "none-of-these":
      turn.remember({ articles: turn.dialog.articles.map(refused) });
      return fallBack(turn);
    case "search":
    case "rate-talk":
    case "answer":
    case "yes":
    case "no":
    case "say":
      // Answers belong to the question of the form that is open, words to whoever answers words.
      return "pass";
  }
}

/** A person is wanted because nothing was found, because what was found did not help, or just so. */
function reasonFor({ dialog }: Turn): "fallback" | "refused" | "wish" {
  if (dialog.last === "fallback") return "fallback";
  return ["answered", "refused", "asked-back"].includes(dialog.last) ? "refused" : "wish";
}

function refused<A extends { outcome: string }>(article: A): A | (A & { outcome: "refused" }) {
  return article.outcome === "shown" ? { ...article, outcome: "refused" } : article;
}
