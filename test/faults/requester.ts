import { setTimeout as wait } from "node:timers/promises";
import { newCanary } from "./oracles/canary.js";
import type { Person } from "./person.js";

/** Longer than any fault lasts: a message waits for the desk, not the other way round. */
const sentWithinMs = 120_000;
const questions = ["How do I reset my password?", "The printer does not print", "qwzx blorf mumpitz"];

/**
 * Somebody who writes and writes: questions to the assistant, the wish for a person, words to the agent who comes.
 * When a conversation has ended the next one begins.
 */
export async function writeUntil(
  person: Person,
  stop: AbortSignal,
  options: { readonly dice: (below: number) => number; readonly pauseMs?: number },
): Promise<void> {
  const { dice, pauseMs = 40 } = options;
  while (!stop.aborted) {
    const talk = await person.open();
    while (!stop.aborted && talk.getSnapshot().conversation?.owner.kind !== "none") {
      const owner = talk.getSnapshot().conversation?.owner.kind;
      const wishes = owner === "assistant" && dice(4) === 0;
      const text = `${wishes ? "Talk to an attendant" : questions[dice(questions.length)]} ${newCanary()}`;
      talk.send(text, wishes ? { kind: "talk-to-attendant" } : undefined);
      await person.sent(talk, sentWithinMs);
      await wait(dice(2 * pauseMs));
    }
  }
}
