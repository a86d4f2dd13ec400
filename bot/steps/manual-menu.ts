import { fold } from "../fold.js";
import { helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";
import { openActivity } from "../verbs/open-activity.js";
import { resume } from "../verbs/resume.js";
import { showFound } from "../verbs/show-found.js";
import { startTicket } from "../verbs/ticket-form.js";
import { understood } from "./understood.js";

/**
 * Without the assistant (mode manual) the chat knows the wish for a ticket (S2-13), the names of activities and the
 * titles of articles or parts of them (S2-21, S2-24), and nothing else; what it does not know gets the menu.
 */
export async function manualMenu(turn: Turn): Promise<StepResult> {
  if (turn.mode !== "manual") return "pass";
  const typed = fold(turn.incoming.text);
  const activities = await turn.desk.activities(turn.person, turn.locale);
  const named = typed.length < 3 ? [] : activities.filter(({ folded }) => folded.includes(typed));
  const [only] = named;
  if (!named.some(({ folded }) => folded === typed)) {
    if (understood(turn, "new-ticket") !== undefined) return startTicket(turn, undefined);
    if (understood(turn, "resume-attendance") !== undefined) return resume(turn, undefined);
  }
  if (only !== undefined && named.length === 1) return openActivity(turn, only.id);
  const titles = await turn.desk.findTitles(turn.person, turn.incoming.text, turn.locale);
  if (named.length + titles.length > 0) return showFound(turn, { articles: titles, activities: named });
  turn.conclude("fallback");
  await turn.reply({ text: turn.texts.manualHelp, actions: helpOffers(turn) });
  return "handled";
}
