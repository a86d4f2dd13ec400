import type { Message } from "../../contract/conversation.js";
import type { FileAttachment } from "../../contract/file.js";
import type { OutboxEntry, SendFailure } from "./outbox-entry.js";

export type TalkSide = "requester" | "agent";
export interface Me {
  readonly id: string;
  readonly side: TalkSide;
}

/** One bubble. `key` stays the same when the server's message replaces the waiting one (D10). */
export type TalkItem =
  | {
      readonly kind: "posted";
      readonly key: string;
      readonly message: Message;
      readonly own: boolean;
      /** Of own messages: whether the other side has read it. */
      readonly state: "sent" | "read";
    }
  | {
      readonly kind: "outgoing";
      readonly key: string;
      readonly clientMessageId: string;
      readonly text: string;
      readonly files?: readonly FileAttachment[];
      readonly firstSentAt: number;
      readonly state: "pending" | "failed";
      readonly failure?: SendFailure;
    };

export interface TalkParts {
  readonly messages: readonly Message[];
  readonly entries: readonly OutboxEntry[];
  readonly othersReadUpTo: number;
}

/** Makes bubbles of the log and the outbox; an unchanged bubble keeps its identity. */
export function createTalkItems(me: Me): (parts: TalkParts) => readonly TalkItem[] {
  const made = new Map<string, TalkItem>();

  function toPosted(message: Message, othersReadUpTo: number): TalkItem {
    const own = message.sender.kind === me.side && message.sender.id === me.id;
    const state = own && message.seq <= othersReadUpTo ? "read" : "sent";
    const known = made.get(message.id);
    if (known?.kind === "posted" && known.state === state) return known;
    const named = message.clientMessageId && own;
    const key = named ? `own:${message.clientMessageId}` : message.id;
    const item: TalkItem = { kind: "posted", key, message, own, state };
    made.set(message.id, item);
    return item;
  }

  return ({ messages, entries, othersReadUpTo }) => {
    const posted = messages.map((message) => toPosted(message, othersReadUpTo));
    const stored = new Set(posted.map(({ key }) => key));
    const outgoing = entries.map(toOutgoing).filter(({ key }) => !stored.has(key));
    return [...posted, ...outgoing];
  };
}

function toOutgoing(entry: OutboxEntry): TalkItem {
  const { clientMessageId, text, files, firstSentAt, state, failure } = entry;
  const item = { key: `own:${clientMessageId}`, clientMessageId, text, firstSentAt, state };
  return { kind: "outgoing", ...item, ...(files ? { files } : {}), ...(failure ? { failure } : {}) };
}

/** How many of the others' words this side has not read. */
export function countUnread(items: readonly TalkItem[], readUpTo: number): number {
  return items.filter(
    (item) =>
      item.kind === "posted" &&
      !item.own &&
      item.message.seq > readUpTo &&
      item.message.sender.kind !== "system",
  ).length;
}
