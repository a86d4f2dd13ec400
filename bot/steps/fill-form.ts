import type { StepResult, Turn } from "../turn.js";
import { cancelForm, takeAnswer } from "../verbs/ticket-form.js";
import { understood } from "./understood.js";

/** A ticket is being filled in: this message answers its question, or stops it. */
export async function fillForm(turn: Turn): Promise<StepResult> {
  if (turn.dialog.form === undefined) return "pass";
  if (turn.incoming.value === undefined && understood(turn, "cancel") !== undefined) return cancelForm(turn);
  return takeAnswer(turn, turn.dialog.form);
}
