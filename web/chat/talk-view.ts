import type { Conversation } from "../../contract/conversation.js";
import type { MessageLog } from "./message-log.js";
import type { Outbox } from "./outbox.js";
import type { ReadMark } from "./read-mark.js";
import { createWritable, type Readable } from "./readable.js";
import { countUnread, createTalkItems, type Me, type TalkItem } from "./talk-items.js";
import type { TypingHeard, Typist } from "./typing.js";

export interface TalkSnapshot {
  /** `loading` until the first page came; `failed` when the server refuses the conversation. */
  readonly phase: "loading" | "ready" | "failed";
  readonly error?: { readonly code: string; readonly message: string } | undefined;
  /** False between a reconnect (or a hole) and the moment nothing is missing. */
  readonly caughtUp: boolean;
  readonly conversation?: Conversation;
  readonly items: readonly TalkItem[];
  readonly lastSeq: number;
  readonly unread: number;
  readonly typists: readonly Typist[];
  readonly draft: string;
}

export interface TalkViewParts {
  readonly me: Me;
  readonly log: MessageLog;
  readonly outbox: Outbox;
  readonly typing: TypingHeard;
  readonly readMark: ReadMark;
}

export interface TalkView extends Readable<TalkSnapshot> {
  /** Draws the parts anew, with `change` on top of what was shown. */
  show(change?: Partial<TalkSnapshot>): void;
}

/** What a reader sees, put together from the log, the outbox and what is known of the conversation. */
export function createTalkView(
  parts: TalkViewParts,
  first: Pick<TalkSnapshot, "draft" | "conversation">,
): TalkView {
  const { me, log, outbox, typing, readMark } = parts;
  const toItems = createTalkItems(me);
  const otherSide = me.side === "agent" ? "requester" : "agent";
  const shown = createWritable<TalkSnapshot>({
    phase: "loading",
    caughtUp: false,
    items: [],
    lastSeq: 0,
    unread: 0,
    typists: [],
    ...first,
  });
  return {
    ...shown,
    show(change = {}) {
      const next = { ...shown.getSnapshot(), ...change };
      const readUpTo = next.conversation?.readUpTo;
      const items = toItems({
        messages: log.messages,
        entries: outbox.entries.getSnapshot(),
        othersReadUpTo: readUpTo?.[otherSide] ?? 0,
      });
      const unread = countUnread(items, Math.max(readMark.upTo, readUpTo?.[me.side] ?? 0));
      const typists = typing.typists.getSnapshot().filter(({ accountId }) => accountId !== me.id);
      shown.set({ ...next, items, unread, typists, lastSeq: log.lastSeq });
    },
  };
}
