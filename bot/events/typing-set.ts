import type { Answers, Request } from "../../contract/index.js";
import { type BotEventParts, type Caller, requireSide } from "./parts.js";

/** This person types, or has stopped; told to the others in the conversation and kept nowhere. */
export function typingSet(parts: BotEventParts) {
  return async (
    { conversationId, on }: Request<"typing:set">,
    { principal, socketId }: Caller,
  ): Promise<Answers["typing:set"]> => {
    await requireSide(parts, principal, conversationId);
    parts.tellTyping({ conversationId, person: principal, on, socketId });
    return {};
  };
}
