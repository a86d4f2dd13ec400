import type { StepResult, Turn } from "../turn.js";

/** An empty message opens the talk: the assistant says who it is, once. */
export async function greetFirst(turn: Turn): Promise<StepResult> {
  const { text, value, files } = turn.incoming;
  if (text.trim() !== "" || value !== undefined || files.length > 0) return "pass";
  turn.conclude("small-talk");
  await turn.reply({ text: turn.texts.greeting(turn.person.name) });
  return "handled";
}
