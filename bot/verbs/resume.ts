import { helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";

/** Brings the requester back to an attendance of theirs (S0-18, S2-22). */
export async function resume(turn: Turn, ticketNumber: string | undefined): Promise<StepResult> {
  turn.conclude("resumed");
  const outcome = await turn.desk.resume({
    person: turn.person,
    conversationId: turn.conversationId,
    ticketNumber,
    causeId: turn.incoming.messageId,
  });
  if (outcome === "resumed") return "handled";
  const text = outcome === "busy" ? turn.texts.cannotResume : turn.texts.nothingToResume;
  const offers = helpOffers(turn).filter((offer) => offer.value.kind !== "resume-attendance");
  await turn.reply({ text, actions: offers });
  return "handled";
}
