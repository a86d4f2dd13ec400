import type { Note } from "../../../../contract/team/talk-team.js";
import type { TalkItem } from "../../../chat/index.js";

/** The number of a stored message; one that waits to be sent has none and stands at the end. */
export function seqOf(item: TalkItem | undefined): number | undefined {
  return item?.kind === "posted" ? item.message.seq : undefined;
}

/** Notes that were written after the message `from` and before the message `until`. */
export function notesWithin(
  notes: readonly Note[],
  from: number | undefined,
  until: number | undefined,
): readonly Note[] {
  if (from === undefined) return [];
  return notes.filter(({ afterSeq }) => afterSeq >= from && (until === undefined || afterSeq < until));
}
