import type { ParameterDefinition } from "../definition.js";
import { assistantParameters } from "./assistant.js";
import { chatParameters } from "./chat.js";
import { ticketParameters } from "./tickets.js";

/** Every parameter there is, by number. */
export const definitions: readonly ParameterDefinition[] = [
  ...ticketParameters,
  ...chatParameters,
  ...assistantParameters,
].sort((a, b) => a.number - b.number);

const byNumber: ReadonlyMap<number, ParameterDefinition> = new Map(
  definitions.map((definition) => [definition.number, definition]),
);

export function definitionOf(number: number): ParameterDefinition | undefined {
  return byNumber.get(number);
}
