import { AppError } from "../../contract/index.js";
import { tellClosed } from "../hand-over.js";
import { helpOffers } from "../offers.js";
import type { ResumeOutcome } from "../ports.js";
import type { StepResult, Turn } from "../turn.js";

/** Brings the requester back to an attendance of theirs (S0-18, S2-22). */
export async function resume(turn: Turn, ticketNumber: string | undefined): Promise<StepResult> {
  turn.conclude("resumed");
  const outcome = await ask(turn, ticketNumber);
  if (outcome === "resumed" || outcome === "told") return "handled";
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
    case "no-chat":
      return texts.noChatAboutTicket;
    case "none":
      return texts.nothingToResume;
  }
}

async function ask(turn: Turn, ticketNumber: string | undefined) {
  const { person, conversationId, incoming, desk } = turn;
  try {
    return await desk.resume({ person, conversationId, ticketNumber, causeId: incoming.messageId });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "attendance/closed") throw error;
    await tellClosed(turn, error);
    return "told" as const;
  }
}
