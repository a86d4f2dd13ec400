import { helpOffers } from "../offers.js";
import type { ResumeOutcome } from "../ports.js";
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
  const offers = helpOffers(turn).filter((offer) => offer.value.kind !== "resume-attendance");
  await turn.reply({ text: textFor(turn, outcome), actions: offers });
  return "handled";
}

function textFor({ texts }: Turn, outcome: Exclude<ResumeOutcome, "resumed">): string {
  switch (outcome) {
    case "busy":
      return texts.cannotResume;
    case "off":
      return texts.peopleOff;
    case "none":
      return texts.nothingToResume;
  }
}
