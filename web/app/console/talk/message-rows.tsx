import { memo } from "react";
import type { TalkItem } from "../../../chat/index.js";
import { NoticeLine } from "./notice-line.js";
import { OutgoingRow } from "./outgoing-row.js";
import { PostedRow } from "./posted-row.js";

export interface MessageRowsProps {
  readonly items: readonly TalkItem[];
  /** Needed where unsent messages may stand. */
  readonly conversationId?: string;
}

/** The messages of one stretch; the first of each sender shows who it is. */
export const MessageRows = memo(function MessageRows({ items, conversationId }: MessageRowsProps) {
  return items.map((item, at) => {
    const first = toSenderKey(item) !== toSenderKey(items[at - 1]);
    if (item.kind === "outgoing") {
      return (
        conversationId && (
          <OutgoingRow key={item.key} item={item} conversationId={conversationId} first={first} />
        )
      );
    }
    if (item.message.notice) return <NoticeLine key={item.key} message={item.message} />;
    return <PostedRow key={item.key} item={item} first={first} />;
  });
});

function toSenderKey(item: TalkItem | undefined): string {
  if (!item) return "";
  if (item.kind === "outgoing") return "own";
  if (item.message.notice) return "notice";
  return item.own ? "own" : `${item.message.sender.kind} ${item.message.sender.id}`;
}
