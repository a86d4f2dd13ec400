import { EventEmitter } from "node:events";
import type { Facts } from "../../contract/index.js";
import type { Limits } from "../limits.js";
import { DirectLineRefusal } from "./refusals.js";
import type { Talk } from "./talks.js";

export type TypingFact = Facts["typing:changed"];

export interface Typists {
  /** The person of this talk types. Clients repeat it while it is so, and say nothing when it is over. */
  heard(limits: Pick<Limits, "socket">, talk: Talk): Promise<void>;
  onTyping(hear: (typing: TypingFact) => void): () => void;
}

/** People of talks who type, for those who talk with them. It is kept nowhere. */
export function createTypists(): Typists {
  const events = new EventEmitter<{ typing: [TypingFact] }>();
  return {
    heard: async (limits, { person, parts }) => {
      if (!(await limits.socket(person, "typing:set")))
        throw new DirectLineRefusal(429, "TooManyRequests", "These are many at once. Please wait a minute.");
      const open = parts.findLast(({ isOpen }) => isOpen);
      // Between two conversations nobody is there to see it.
      if (open === undefined) return;
      const { accountId, name } = person;
      events.emit("typing", { conversationId: open.conversationId, accountId, name, on: true });
    },
    onTyping: (hear) => {
      events.on("typing", hear);
      return () => events.off("typing", hear);
    },
  };
}
