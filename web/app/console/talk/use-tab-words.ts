import type { Consult } from "../../../../contract/consult.js";
import { useConsult, useDirectContact } from "../colleagues/colleagues-context.js";
import { nameConsult } from "../colleagues/consult-name.js";
import { useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { findAttendance } from "../state/console-state.js";
import { lastWords } from "./last-words.js";

/** With whom one talks, and what was said last: what a tab shows of a talk, wherever the tab stands (S1-31). */
export function useTabWords(conversationId: string): {
  readonly name: string;
  readonly words: string | undefined;
  readonly consult: Consult | undefined;
} {
  const t = useConsoleTexts();
  const attendance = useConsoleState((state) => findAttendance(state, conversationId));
  const meId = useConsoleState((state) => state.me.id);
  const talk = useTalk(conversationId);
  const consult = useConsult(conversationId);
  const contact = useDirectContact(conversationId);
  const requester = talk.conversation?.requester ?? attendance?.requester;
  const name = consult ? nameConsult(consult, meId, t) : (contact?.name ?? requester?.name ?? "…");
  return { name, words: lastWords(talk) ?? attendance?.question, consult };
}
