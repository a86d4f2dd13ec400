import type { Answers, Request } from "../../contract/index.js";
import { type BotEventParts, type Caller, requireSide } from "./parts.js";

/** What was missed after `afterSeq`, paged, for every (re)connect (D7). Follows the conversation first (D8). */
export function conversationSync({ conversations, ...parts }: BotEventParts) {
  return async (
    { conversationId, afterSeq }: Request<"conversation:sync">,
    caller: Caller,
  ): Promise<Answers["conversation:sync"]> => {
    const side = await requireSide({ conversations, ...parts }, caller.principal, conversationId);
    await caller.follow(conversationId, side);
    const { resync, ...page } = await conversations.after(conversationId, afterSeq);
    return resync ? { ...page, resync } : page;
  };
}
