import type { Message } from "../../contract/conversation.js";

/** `hole`: something before it is missing. `conflict`: another message already has that number. */
export type Applied = "whole" | "hole" | "conflict";

export interface MessageLog {
  /** 1 … lastSeq without a gap, in that order; a new array at each change. */
  readonly messages: readonly Message[];
  readonly lastSeq: number;
  apply(incoming: readonly Message[]): Applied;
  reset(): void;
}

/** The messages of one conversation by `seq` alone: neither arrival nor clocks order anything (D6, D10). */
export function createMessageLog(): MessageLog {
  let messages: readonly Message[] = [];
  const early = new Map<number, Message>();

  function place(message: Message): Applied {
    const known = messages[message.seq - 1] ?? early.get(message.seq);
    if (known) return known.id === message.id ? "whole" : "conflict";
    early.set(message.seq, message);
    return "whole";
  }

  function drain(): void {
    const ready: Message[] = [];
    for (let seq = messages.length + 1; ; seq += 1) {
      const next = early.get(seq);
      if (!next) break;
      early.delete(seq);
      ready.push(next);
    }
    if (ready.length > 0) messages = [...messages, ...ready];
  }

  return {
    get messages() {
      return messages;
    },
    get lastSeq() {
      return messages.length;
    },
    apply(incoming) {
      const conflict = incoming.map(place).includes("conflict");
      drain();
      if (conflict) return "conflict";
      return early.size > 0 ? "hole" : "whole";
    },
    reset() {
      messages = [];
      early.clear();
    },
  };
}
