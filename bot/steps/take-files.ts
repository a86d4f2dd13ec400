import type { StepResult, Turn } from "../turn.js";
import { acknowledgeInForm, askAboutFiles, attachToKnown } from "../verbs/attach-files.js";

/**
 * Files came with the message. A ticket that is open gets them, one that is being filled in will; without one the
 * assistant asks what to do. Words that came along are then taken like any others.
 */
export async function takeFiles(turn: Turn): Promise<StepResult> {
  const { files, text, value } = turn.incoming;
  if (files.length === 0) return "pass";
  const hasWords = text.trim() !== "" || value !== undefined;
  const ticket = await turn.desk.ticketOf(turn.person, turn.conversationId);
  if (turn.dialog.form !== undefined) return acknowledgeInForm(turn, { hasWords });
  if (ticket !== undefined) return attachToKnown(turn, ticket.number, { hasWords });
  if (!hasWords) return askAboutFiles(turn);
  await turn.reply({ text: turn.texts.gotFiles(namesOf(turn)) });
  return "pass";
}

function namesOf({ incoming }: Turn): string {
  return incoming.files.map(({ name }) => name).join(", ");
}
