import type { Desk } from "../../bot/index.js";
import type { Log, Parameters } from "../../config/index.js";
import { toAddresses } from "./address.js";
import { postJson } from "./ask.js";
import { toReplies } from "./replies.js";

export interface ExternalAssistantParts {
  readonly parameters: Pick<Parameters, "get">;
  readonly log: Pick<Log, "warn">;
}

/**
 * Lets an assistant of another house answer in place of the built-in one (402, 441, 442), over the REST channel that
 * Rasa and Anuva speak (S2-X3). `undefined` when none is set; no replies when it failed, so that the fallback is given.
 */
export function createExternalAssistant({ parameters, log }: ExternalAssistantParts): Desk["askElsewhere"] {
  return async ({ conversationId, text, locale, person, isFirst }) => {
    const addresses = toAddresses({
      base: parameters.get(402),
      conversation: parameters.get(441),
      parameters: parameters.get(442),
    });
    if (addresses === undefined) return undefined;
    const told = addresses.parameters(locale);
    try {
      if (isFirst && told !== undefined) {
        const address = `${told.replace(/\/*$/, "/")}${encodeURIComponent(conversationId)}/tracker/events`;
        await postJson(address, toSlots({ name: person.name, language: locale }));
      }
      return toReplies(
        await postJson(addresses.conversation(locale), { sender: conversationId, message: text }),
      );
    } catch (error) {
      log.warn({ err: error, conversationId }, "The external assistant did not answer.");
      return [];
    }
  };
}

/** What an external assistant may know of the person: no identity that could be used elsewhere. */
function toSlots(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([name, value]) => ({ event: "slot", name, value }));
}
