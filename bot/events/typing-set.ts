import type { Answers, Request } from "../../contract/index.js";
import { type BotEventParts, type Caller, requireSide } from "./parts.js";

/** This person types, or has stopped; told to the others in the conversation and kept nowhere. */
export function typingSet(parts: BotEventParts) {
  return async (
    { conversationId, on }: Request<"typing:set">,
    { principal, socketId }: Caller,
  ): Promise<Answers["typing:set"]> => {
    const side = await requireSide(parts, principal, conversationId);
    // Who looks on, or writes a note, types to nobody.
    if (side === "agent" && !(await parts.takesPart(principal, conversationId))) return {};
    parts.tellTyping({ conversationId, person: principal, on, socketId });
    return {};
  };
}
