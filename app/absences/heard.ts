import type { Message } from "../../contract/index.js";
import { type Writer, writerOf } from "./party.js";

export interface HeardTalk {
  readonly conversationId: string;
  readonly writer: Writer;
  /** The first of the messages heard. */
  readonly fromSeq: number;
}

/** Collects which talks had messages; hearing one costs next to nothing, however many there are. */
export interface Heard {
  add(message: Message): void;
  /** What was heard since last asked. */
  take(): HeardTalk[];
}

export function createHeard(): Heard {
  const talks = new Map<string, HeardTalk>();
  return {
    add: (message) => {
      const writer = writerOf(message);
      if (writer === undefined) return;
      const { conversationId, seq: fromSeq } = message;
      const key = `${conversationId} ${writer}`;
      if (!talks.has(key)) talks.set(key, { conversationId, writer, fromSeq });
    },
    take: () => {
      const taken = [...talks.values()];
      talks.clear();
      return taken;
    },
  };
}
