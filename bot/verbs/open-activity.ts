import { activityOffers, helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";
import { modeFor, startTicket } from "./ticket-form.js";

/** Tells what an activity is for and offers a new ticket for it, or an attendance to resume (S2-22, S2-36). */
export async function openActivity(turn: Turn, activityId: string): Promise<StepResult> {
  const activities = await turn.desk.activities(turn.person, turn.locale);
  const activity = activities.find((one) => one.id === activityId);
  turn.conclude("answered");
  if (activity === undefined) {
    await turn.reply({ text: turn.texts.activityGone, actions: helpOffers(turn) });
    return "handled";
  }
  // Where the assistant answers for the desk but people alone for this group, it does not stand between.
  const isForPeople = turn.mode !== "manual" && (await modeFor(turn, activity.id)) === "manual";
  if (isForPeople) return startTicket(turn, activity.id);
  await turn.reply({
    text: turn.texts.activity(activity.name, activity.description),
    actions: activityOffers(turn, activity),
  });
  return "handled";
}
