import { isDeepStrictEqual } from "node:util";
import { type ActionValue, actionValueSchema, type Message } from "../../contract/index.js";

const shape = /^\/([a-z]+(?:-[a-z]+)*)(\{.*\})?$/s;

/** A choice as one text, in the manner of Rasa: `/open-article{"articleId":"…"}`. */
export function toPayload({ kind, ...rest }: ActionValue): string {
  return Object.keys(rest).length === 0 ? `/${kind}` : `/${kind}${JSON.stringify(rest)}`;
}

/** The choice a text stands for, or nothing for what a person has typed. */
export function fromPayload(text: string): ActionValue | undefined {
  const [, kind, rest = "{}"] = shape.exec(text.trim()) ?? [];
  if (kind === undefined) return undefined;
  try {
    return actionValueSchema.safeParse({ ...JSON.parse(rest), kind }).data;
  } catch {
    return undefined;
  }
}

/** What stood on the button, so that the log reads as if it had been pressed. */
export function titleOf(value: ActionValue, messages: readonly Message[]): string | undefined {
  const actions = messages.toReversed().flatMap(({ actions = [] }) => actions);
  return actions.find((action) => isDeepStrictEqual(action.value, value))?.title;
}
