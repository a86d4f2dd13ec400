import type { ChannelLinks, Conversations, Files } from "../../conversation/index.js";
import { type Place, toWatermark } from "./place.js";
import { type ShownActivity, toShown } from "./shown.js";
import { externalIdOf } from "./talks.js";
import type { TalkKey } from "./callers.js";

export interface ReadParts {
  readonly conversations: Pick<Conversations, "after">;
  readonly links: Pick<ChannelLinks, "partsOf">;
  readonly files: Pick<Files, "keysOf">;
  readonly baseUrl: () => string;
}

export interface ActivitySet {
  readonly activities: readonly ShownActivity[];
  readonly watermark: string;
}

export interface TalkPage {
  readonly set: ActivitySet;
  readonly place: Place;
  /** There is nothing behind it. */
  readonly isLast: boolean;
}

/** What is new in a talk beyond a place, at most a page of one conversation. */
export async function readTalk(parts: ReadParts, key: TalkKey, from: Place): Promise<TalkPage> {
  const known = await parts.links.partsOf([externalIdOf(key)]);
  const place = known.map((_, at) => from[at] ?? 0);
  const at = known.findIndex(({ lastSeq }, index) => lastSeq !== place[index]);
  const part = known[at];
  if (part === undefined)
    return { set: { activities: [], watermark: toWatermark(place) }, place, isLast: true };
  const page = await parts.conversations.after(part.conversationId, place[at] ?? 0);
  // A restored database knows less than the reader (D9): it goes on from the end of what there is.
  place[at] = page.upTo;
  const fileIds = page.messages.flatMap(({ attachments = [] }) =>
    attachments.flatMap((one) => (one.kind === "file" ? [one.fileId] : [])),
  );
  const keys = await parts.files.keysOf(fileIds);
  const linkOf = (id: string) => `${parts.baseUrl()}/api/v1/files/${id}?key=${keys.get(id) ?? ""}`;
  const talk = { talkId: key.talkId, reference: part.reference, linkOf };
  const activities = page.messages.flatMap((message) => toShown(message, at, talk));
  return { set: { activities, watermark: toWatermark(place) }, place, isLast: false };
}
