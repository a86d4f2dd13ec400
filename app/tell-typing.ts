import type { Facts } from "../contract/index.js";
import type { Sockets } from "../sockets.js";
import type { Domains } from "./domains.js";

type Typing = Facts["typing:changed"] & { readonly socketId: string };

/** Tells that somebody types to all who look at the talk, here and on the other nodes, but not to themselves. */
export function createTellTyping(
  { bell, directLine }: Pick<Domains, "bell" | "directLine">,
  sockets: () => Sockets,
): (typing: Typing) => void {
  return ({ socketId, ...fact }) => {
    sockets().toConversation(fact.conversationId, "typing:changed", fact, socketId);
    directLine.showTyping(fact);
    bell.ring("typing", JSON.stringify(fact));
  };
}
