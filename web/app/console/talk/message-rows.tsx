import { Fragment, memo } from "react";
import type { Note } from "../../../../contract/team/talk-team.js";
import type { TalkItem } from "../../../chat/index.js";
import { NoteRow } from "../team/note-row.js";
import { notesWithin, seqOf } from "../team/place-notes.js";
import { NoticeLine } from "./notice-line.js";
import { OutgoingRow } from "./outgoing-row.js";
import { PostedRow } from "./posted-row.js";

export interface MessageRowsProps {
  readonly items: readonly TalkItem[];
  /** Needed where unsent messages may stand. */
  readonly conversationId?: string;
  /** Notes of colleagues that stand between these messages. */
  readonly notes?: readonly Note[];
}

/** The messages of one stretch; the first of each sender shows who it is. */
export const MessageRows = memo(function MessageRows({
  items,
  conversationId,
  notes = [],
}: MessageRowsProps) {
  return items.map((item, at) => {
    const first = toSenderKey(item) !== toSenderKey(items[at - 1]);
    if (item.kind === "outgoing") {
      return (
        conversationId && (
          <OutgoingRow key={item.key} item={item} conversationId={conversationId} first={first} />
        )
      );
    }
    const after = notesWithin(notes, at === 0 ? 0 : item.message.seq, seqOf(items[at + 1]));
    return (
      <Fragment key={item.key}>
        {item.message.notice ? (
          <NoticeLine message={item.message} />
        ) : (
          <PostedRow item={item} first={first} />
        )}
        {after.map((note) => (
          <NoteRow key={note.id} note={note} />
        ))}
      </Fragment>
    );
  });
});

function toSenderKey(item: TalkItem | undefined): string {
  if (!item) return "";
  if (item.kind === "outgoing") return "own";
  if (item.message.notice) return "notice";
  return item.own ? "own" : `${item.message.sender.kind} ${item.message.sender.id}`;
}
