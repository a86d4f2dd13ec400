import type { Account } from "../../../../contract/account.js";
import type { Conversation } from "../../../../contract/conversation.js";
import { type ChatClient, createTalk, type Keeping, type Me, type Talk } from "../../../chat/index.js";

export interface OpenTalks {
  /** The live talk of a conversation; the same object until it is closed. */
  of(conversationId: string, conversation?: Conversation): Talk;
  /** Says on which side of a talk this agent stands, where it is not the agent's. */
  stand(conversationId: string, side: Me["side"]): void;
  close(conversationId: string): void;
  /** Reads in all of them what may be missing. */
  refresh(): void;
  stop(): void;
}

/** The talks that have a tab, each one live. */
export function createOpenTalks(options: {
  readonly client: ChatClient;
  readonly me: Pick<Account, "id">;
  readonly keeping: Keeping;
}): OpenTalks {
  const { client, me, keeping } = options;
  const talks = new Map<string, Talk>();
  const sides = new Map<string, Me["side"]>();
  return {
    of(conversationId, conversation) {
      const known = talks.get(conversationId);
      if (known) return known;
      const talk = createTalk(client, conversationId, {
        me: { id: me.id, side: sides.get(conversationId) ?? "agent" },
        keeping,
        ...(conversation ? { conversation } : {}),
      });
      talks.set(conversationId, talk);
      return talk;
    },
    stand: (conversationId, side) => void sides.set(conversationId, side),
    close(conversationId) {
      talks.get(conversationId)?.stop();
      talks.delete(conversationId);
    },
    refresh() {
      for (const talk of talks.values()) talk.refresh();
    },
    stop() {
      for (const talk of talks.values()) talk.stop();
      talks.clear();
    },
  };
}
