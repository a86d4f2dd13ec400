/** How far a reader has come in each of the conversations of a talk, oldest first. */
export type Place = readonly number[];

/** No talk has more conversations than this, and no address is longer for it. */
const mostConversations = 1000;
const shape = /^\d{1,10}(?:\.\d{1,10}){0,999}$/;

/**
 * A talk of Direct Line goes on for ever, a conversation of the desk ends, and one that has ended may be resumed: so the
 * watermark tells a `seq` for each of them, `12` for a talk with one, `12.5` for one with two. Clients hand it back
 * as it is; what is none is read from the beginning.
 */
export function parsePlace(watermark: string | undefined): Place {
  return watermark !== undefined && shape.test(watermark) ? watermark.split(".").map(Number) : [];
}

export function toWatermark(place: Place): string {
  return place.length === 0 ? "0" : place.slice(0, mostConversations).join(".");
}

/** The name of a message: of its talk, then which conversation where it is not the first, then its `seq`. */
export function activityIdOf(talkId: string, at: { readonly part: number; readonly seq: number }): string {
  const seq = String(at.seq).padStart(7, "0");
  return `${talkId}|${at.part === 0 ? seq : `${at.part}.${seq}`}`;
}
