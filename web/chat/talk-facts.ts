import type { Facts } from "../../contract/events.js";
import type { ChatClient } from "./chat-client.js";

/** What a talk does with each fact about its conversation. */
export interface TalkFacts {
  posted(fact: Facts["message:posted"]): void;
  changed(fact: Facts["conversation:changed"]): void;
  attendance(fact: Facts["attendance:changed"]): void;
  wasRead(fact: Facts["message:was-read"]): void;
  ownershipLost(fact: Facts["ownership:lost"]): void;
  typing(fact: Facts["typing:changed"]): void;
}

/** Hears only what is about this conversation; the answer stops it. */
export function listenToTalk(client: ChatClient, conversationId: string, on: TalkFacts): () => void {
  const leave = [
    client.on("message:posted", (fact) => {
      if (fact.message.conversationId === conversationId) on.posted(fact);
    }),
    client.on("conversation:changed", (fact) => {
      if (fact.conversation.id === conversationId) on.changed(fact);
    }),
    client.on("attendance:changed", (fact) => {
      if (fact.attendance.conversationId === conversationId) on.attendance(fact);
    }),
    client.on("message:was-read", (fact) => {
      if (fact.conversationId === conversationId) on.wasRead(fact);
    }),
    client.on("ownership:lost", (fact) => {
      if (fact.conversationId === conversationId) on.ownershipLost(fact);
    }),
    client.on("typing:changed", (fact) => {
      if (fact.conversationId === conversationId) on.typing(fact);
    }),
  ];
  return () => {
    for (const end of leave) end();
  };
}
