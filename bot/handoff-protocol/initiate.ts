import { AppError, type Locale, type Principal } from "../../contract/index.js";
import type { Conversations } from "../../conversation/index.js";
import type { Desk } from "../ports.js";
import type { Initiation } from "./initiation.js";

export interface InitiateParts {
  readonly desk: Pick<Desk, "requireHandOver" | "ticketOf" | "openTicket" | "handOver" | "tell">;
  readonly conversations: Pick<Conversations, "append" | "byId">;
}

export interface HandedOver {
  readonly conversationId: string;
  readonly person: Principal;
  readonly locale: Locale;
  readonly initiation: Initiation;
  /** Names the hand-off: the same one again repeats nothing. */
  readonly causeId: string;
}

/**
 * Takes over a person from a bot elsewhere: the ticket is opened and the talk queued with everything that bot knew, by
 * the same doors as the assistant's own hand-over. Where they are closed the talk is told so, and with it the bot.
 */
export async function initiateHandoff(
  { desk, conversations }: InitiateParts,
  handed: HandedOver,
): Promise<void> {
  const { conversationId, person, locale, causeId, initiation } = handed;
  const row = await conversations.byId(conversationId);
  // It is with people already: whoever asks again is told nothing new.
  if (row === undefined || row.owner_kind !== "assistant") return;
  const matter = { person, locale, conversationId };
  const { question, fields } = initiation;
  try {
    await desk.requireHandOver(matter);
    const ticket =
      (await desk.ticketOf(person, conversationId)) ??
      (await desk.openTicket({
        ...{ person, locale, conversationId, causeId },
        activityId: undefined,
        description: question,
        fields: {},
      }));
    const context = {
      reason: "transfer" as const,
      question,
      language: locale,
      candidates: [],
      articles: [],
      fields,
    };
    await desk.handOver({ person, conversationId, epoch: row.epoch, locale, ticket, context, causeId });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await conversations.append({
      conversationId,
      clientMessageId: `handoff-refused:${causeId}`,
      sender: { kind: "system", id: "system", name: "Deskhand" },
      text: desk.tell(error.toBody(), locale).message,
      notice: { kind: "handoff-refused" },
    });
  }
}
