import { type Answers, AppError, type Request } from "../../contract/index.js";
import { type BotEventParts, type Caller, requireSide } from "./parts.js";

/** The requester ends the talk (S0-21); staff end attendances, not talks. */
export function conversationClose(parts: BotEventParts) {
  return async (
    { conversationId, reason }: Request<"conversation:close">,
    { principal }: Caller,
  ): Promise<Answers["conversation:close"]> => {
    const side = await requireSide(parts, principal, conversationId);
    if (side !== "requester") {
      throw new AppError(
        "conversation/not-owner",
        "Only the requester can close the talk; end the attendance instead.",
      );
    }
    await parts.closeTalk(conversationId, principal, reason);
    return { conversation: await parts.conversationView(conversationId, principal) };
  };
}
