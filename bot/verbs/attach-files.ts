import type { Action } from "../../contract/index.js";
import { helpOffers } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";
import { askOnceMore } from "./ticket-form.js";

const ticketsOffered = 3;

/** Attaches what was sent in this talk to one of the person's open tickets. */
export async function attachFiles(turn: Turn, ticketNumber: string): Promise<StepResult> {
  const { conversationId, person, texts } = turn;
  const names = await turn.desk.attachFiles(person, { conversationId, ticketNumber });
  turn.conclude(names === undefined ? "answered" : "command");
  await turn.reply(
    names === undefined
      ? { text: texts.ticketUnknown(ticketNumber), actions: helpOffers(turn) }
      : { text: texts.filesAttached(names.join(", "), ticketNumber) },
  );
  return "handled";
}

/** Nobody knows what the files are for: a new ticket, one that is open, or a person. */
export async function askAboutFiles(turn: Turn): Promise<StepResult> {
  const tickets = (await turn.desk.openTickets(turn.person, turn.locale)).slice(0, ticketsOffered);
  const attach = tickets.map(
    ({ number }): Action => ({
      title: turn.texts.actions.attachTo(number),
      value: { kind: "attach-files", ticketNumber: number },
    }),
  );
  const offers = helpOffers(turn).filter(({ value }) => value.kind !== "resume-attendance");
  turn.conclude("asked-back");
  await turn.reply({ text: turn.texts.whatWithFiles(fileNames(turn)), actions: [...attach, ...offers] });
  return "handled";
}

/** The form stays open, and its question is asked once more when the message had no words to answer it. */
export async function acknowledgeInForm(
  turn: Turn,
  { hasWords }: { hasWords: boolean },
): Promise<StepResult> {
  turn.conclude("form");
  await turn.reply({ text: turn.texts.filesInForm(fileNames(turn)) });
  if (hasWords) return "pass";
  await askOnceMore(turn);
  return "handled";
}

/** The talk is about a ticket, which has got them with the message. */
export async function attachToKnown(
  turn: Turn,
  ticketNumber: string,
  { hasWords }: { hasWords: boolean },
): Promise<StepResult> {
  turn.conclude("command");
  await turn.reply({ text: turn.texts.filesAttached(fileNames(turn), ticketNumber) });
  return hasWords ? "pass" : "handled";
}

function fileNames({ incoming }: Turn): string {
  return incoming.files.map(({ name }) => name).join(", ");
}
