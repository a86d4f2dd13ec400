import type { StepResult, Turn } from "../turn.js";
import { fallBack } from "./fall-back.js";

/** Where an external assistant is set (441), it answers in place of this one; what it cannot answer gets the fallback. */
export async function askElsewhere(turn: Turn): Promise<StepResult> {
  const { value, text } = turn.incoming;
  const said = value?.kind === "say" ? value.text : text.trim();
  if (said === "" || (value !== undefined && value.kind !== "say")) return "pass";
  const replies = await turn.desk.askElsewhere({
    conversationId: turn.conversationId,
    text: said,
    locale: turn.locale,
    person: turn.person,
    isFirst: turn.dialog.question === "",
  });
  if (replies === undefined) return "pass";
  turn.remember({ question: said.slice(0, 2000) });
  if (replies.length === 0) return fallBack(turn);
  turn.conclude("answered");
  for (const reply of replies) await turn.reply(reply);
  return "handled";
}
