import type { FactName, Facts } from "../contract/index.js";
import type { News } from "./regroup.js";

/** What the desk tells over its sockets, and what it knows of them. */
export interface Sockets {
  toSide<N extends FactName>(
    conversationId: string,
    side: "requester" | "agent",
    name: N,
    fact: Facts[N],
  ): void;
  toConversation<N extends FactName>(
    conversationId: string,
    name: N,
    fact: Facts[N],
    exceptSocket?: string,
  ): void;
  toAccount<N extends FactName>(accountId: string, name: N, fact: Facts[N]): void;
  /** Everybody of these groups, and supervisors; each socket once. */
  toGroups<N extends FactName>(groupIds: readonly string[], name: N, fact: Facts[N]): void;
  toStaff<N extends FactName>(name: N, fact: Facts[N]): void;
  /** Everybody in these rooms, each socket once. */
  toRooms<N extends FactName>(names: readonly string[], name: N, fact: Facts[N]): void;
  toSocket<N extends FactName>(socketId: string, name: N, fact: Facts[N]): void;
  /** From now on this person's sockets hear these groups and ask as their member; whether that is another thing. */
  regroup(accountId: string, news: News): boolean;
  /** Conversations that sockets of this person follow on the agents' side. */
  followedBy(accountId: string): readonly string[];
  /** From now on this person's sockets hear nothing of the conversation any more. */
  forget(conversationId: string, accountId: string): void;
  /** Ends every socket of a session that is over (S15). */
  endSession(sessionId: string, reason: Facts["session:ended"]["reason"]): void;
  isHere(socketId: string): boolean;
  /** Whether a socket of this node is in the conversation, on this side or on whichever. */
  isFollowed(conversationId: string, side?: "requester" | "agent"): boolean;
  /** Whether this person has a socket on this node. */
  isOnline(accountId: string): boolean;
  /** The sockets of this node and whose they are, to renew their presence. */
  present(): readonly { readonly socketId: string; readonly accountId: string; readonly guest?: boolean }[];
  /** The sessions that hold a socket here, each once. */
  sessions(): readonly string[];
  /** Takes no more requests; resolves when those under way are answered. */
  drain(): Promise<void>;
  close(): Promise<void>;
}
