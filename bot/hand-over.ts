import { z } from "zod";
import { AppError, type HandoverContext, type Locale } from "../contract/index.js";
import { fold } from "./fold.js";
import type { Turn } from "./turn.js";

/**
 * Gives the conversation to people: says so, opens the ticket if the talk has none yet, and queues it with everything
 * the assistant knows. Answers whether the conversation has left. Each effect names the message that caused it, so a
 * turn that is run again repeats nothing.
 */
export async function handOver(
  turn: Turn,
  reason: HandoverContext["reason"],
  flush: () => Promise<void>,
): Promise<boolean> {
  turn.conclude("handed-over");
  // Asked for directly, a person is wanted for what was just filled in, not for what the talk was about before.
  const conversationId = reason === "direct" ? undefined : turn.conversationId;
  const { person, locale } = turn;
  const matter = { person, locale, conversationId, activityId: turn.dialog.form?.activityId };
  if ((await turn.desk.modeOf(matter)) === "automatic") return refuse(turn);
  try {
    await turn.desk.requireHandOver(matter);
    const present =
      conversationId === undefined ? undefined : await turn.desk.ticketOf(turn.person, conversationId);
    const ticket = present ?? (await openTicket(turn));
    await turn.reply({ text: turn.texts.callingPeople });
    await flush();
    await turn.desk.handOver({
      person: turn.person,
      conversationId: turn.conversationId,
      epoch: turn.epoch,
      locale: turn.locale,
      ticket,
      context: contextOf(turn, reason),
      causeId: turn.incoming.messageId,
    });
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "attendance/closed") return tellClosed(turn, error);
    turn.conclude("failed");
    const { message } = turn.desk.tell(error.toBody(), turn.locale);
    await turn.reply({ text: error.code === "attendance/off" ? turn.texts.peopleOff : message });
    return false;
  }
}

const closedDetailsSchema = z.object({ opensAt: z.int().optional(), timeZone: z.string().optional() });

/** Nobody is there: says from when on, and offers to leave a request instead (S1-26). */
export async function tellClosed(turn: Turn, error: AppError): Promise<false> {
  turn.conclude("fallback");
  const { opensAt, timeZone } = closedDetailsSchema.parse(error.details ?? {});
  const { actions } = turn.texts;
  await turn.reply({
    text: turn.texts.peopleClosed(opensAt === undefined ? undefined : toWhen(opensAt, turn.locale, timeZone)),
    actions: [{ title: actions.submitRequest, value: { kind: "new-ticket" } }],
  });
  return false;
}

function toWhen(at: number, locale: Locale, timeZone: string | undefined): string {
  const form = {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  return new Intl.DateTimeFormat(locale, { ...form, timeZone }).format(at);
}

async function refuse(turn: Turn): Promise<false> {
  turn.conclude("fallback");
  const { actions } = turn.texts;
  await turn.reply({
    text: turn.person.guest ? turn.texts.peopleOffForGuests : turn.texts.peopleOff,
    actions: [{ title: actions.newTicket, value: { kind: "new-ticket" } }],
  });
  return false;
}

function openTicket(turn: Turn) {
  const { dialog } = turn;
  return turn.desk.openTicket({
    person: turn.person,
    locale: turn.locale,
    activityId: dialog.form?.activityId,
    description: dialog.form?.description ?? (questionOf(turn) || turn.texts.actions.talkToAttendant),
    fields: Object.fromEntries((dialog.form?.values ?? []).map(({ name, value }) => [name, value])),
    conversationId: turn.conversationId,
    causeId: turn.incoming.messageId,
  });
}

/** What was asked last; or what stands in this message, when it is more than the title of a chip. */
function questionOf(turn: Turn): string {
  const { text, value } = turn.incoming;
  const isChip = fold(text) === fold(turn.texts.actions.talkToAttendant);
  const typed = isChip ? "" : text.trim();
  return value === undefined ? turn.dialog.question || typed : typed || turn.dialog.question;
}

function contextOf(turn: Turn, reason: HandoverContext["reason"]): HandoverContext {
  const { dialog, heard } = turn;
  const intents = heard.intents.slice(0, 3).map(({ intent, score, why }) => ({
    kind: "intent" as const,
    id: intent,
    title: intent,
    score,
    why,
  }));
  return {
    reason,
    question: questionOf(turn).slice(0, 2000),
    language: turn.locale,
    candidates: dialog.candidates.length > 0 ? dialog.candidates : intents,
    articles: dialog.articles,
    fields: dialog.fields,
  };
}
