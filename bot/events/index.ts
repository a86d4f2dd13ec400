import { conversationClose } from "./conversation-close.js";
import { conversationOpen } from "./conversation-open.js";
import { conversationSync } from "./conversation-sync.js";
import { messageRead } from "./message-read.js";
import { messageSend } from "./message-send.js";
import type { BotEventParts } from "./parts.js";
import { typingSet } from "./typing-set.js";

/** The socket events of a talk. */
export function createBotEvents(parts: BotEventParts) {
  return {
    "conversation:open": conversationOpen(parts),
    "conversation:sync": conversationSync(parts),
    "conversation:close": conversationClose(parts),
    "message:send": messageSend(parts),
    "message:read": messageRead(parts),
    "typing:set": typingSet(parts),
  };
}

export type { BotEventParts };
