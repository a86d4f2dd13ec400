import type { StepResult, Turn } from "../turn.js";
import { understood } from "./understood.js";

/** "I want to talk to a person", also in the middle of a form; frustration gets the offer, not another question. */
export async function wishForPerson(turn: Turn): Promise<StepResult> {
  if (understood(turn, "talk-to-attendant") === undefined) return "pass";
  await turn.handOver("wish");
  return "handled";
}
