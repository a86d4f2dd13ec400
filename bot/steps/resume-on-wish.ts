import type { StepResult, Turn } from "../turn.js";
import { resume } from "../verbs/resume.js";
import { understood } from "./understood.js";

/** "I want to go on with the attendance I had." */
export async function resumeOnWish(turn: Turn): Promise<StepResult> {
  if (understood(turn, "resume-attendance") === undefined) return "pass";
  return resume(turn, turn.heard.ticketNumber);
}
