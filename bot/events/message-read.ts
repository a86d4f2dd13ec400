import type { Answers, Request } from "../../contract/index.js";
import { type BotEventParts, type Caller, requireSide } from "./parts.js";

/** This person has seen everything up to here. An agent who only looks on leaves no mark: nobody is told of it. */
export function messageRead(parts: BotEventParts) {
  return async (
    { conversationId, upToSeq }: Request<"message:read">,
    { principal }: Caller,
  ): Promise<Answers["message:read"]> => {
    const side = await requireSide(parts, principal, conversationId);
    if (side === "agent" && !(await parts.takesPart(principal, conversationId))) return {};
    await parts.conversations.markRead({ conversationId, accountId: principal.accountId, side, upToSeq });
    return {};
  };
}
