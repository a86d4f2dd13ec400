import { type OutgoingActivity, toOutgoing } from "../../bot/channel/index.js";
import { toStatus } from "../../bot/handoff-protocol/index.js";
import { type FileAttachment, isShownInPlace, type Message } from "../../contract/index.js";
import type { ChannelReference } from "../../conversation/index.js";
import { activityIdOf } from "./place.js";
import { clientActivityIdOf } from "./posted.js";

/** An activity as clients of Direct Line get it. */
export interface ShownActivity extends Omit<Partial<OutgoingActivity>, "type" | "attachments"> {
  readonly type: string;
  readonly id?: string;
  readonly timestamp: string;
  readonly channelId: "directline";
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string | undefined; readonly role: "bot" | "user" };
  readonly attachments?: readonly object[];
  readonly channelData?: object;
  readonly name?: string;
  readonly value?: unknown;
}

export interface ShownTalk {
  readonly talkId: string;
  readonly reference: ChannelReference;
  linkOf(fileId: string): string | undefined;
}

export const botId = "deskhand";

/** One message of the log; nothing for what was never said, such as the choice that opens a talk. */
export function toShown(message: Message, part: number, talk: ShownTalk): ShownActivity[] {
  const { text, attachments = [], sender } = message;
  const head = headOf(talk, message.sentAt);
  const id = activityIdOf(talk.talkId, { part, seq: message.seq });
  const files = attachments.flatMap((one) => (one.kind === "file" ? [toFile(one, talk)] : []));
  const withFiles = (others: readonly object[] = []) =>
    others.length + files.length === 0 ? {} : { attachments: [...others, ...files] };
  if (sender.kind === "requester") {
    if (text === "" && files.length === 0) return [];
    const user = talk.reference.user;
    const clientActivityID = clientActivityIdOf(message.clientMessageId);
    const channelData = clientActivityID === undefined ? {} : { channelData: { clientActivityID } };
    return [
      {
        ...head,
        type: "message",
        id,
        from: { id: user.id, name: user.name ?? sender.name, role: "user" },
        text,
        textFormat: "plain",
        ...channelData,
        ...withFiles(),
      },
    ];
  }
  const articles = attachments.filter((one) => one.kind === "article");
  const said = toOutgoing({ ...message, attachments: articles }, asDirectLine(talk.reference));
  const from = { id: botId, name: sender.name, role: "bot" as const };
  const status = toStatus(message);
  return [
    { ...head, id, from, ...said, ...withFiles(said.attachments) },
    ...(status === undefined ? [] : [{ ...head, id: `${id}-status`, from, ...status }]),
  ];
}

/** What every activity of a talk says of itself. */
export function headOf({ talkId }: Pick<ShownTalk, "talkId">, at: number) {
  const timestamp = new Date(at).toISOString();
  return { timestamp, channelId: "directline" as const, conversation: { id: talkId } };
}

function asDirectLine(reference: ChannelReference): ChannelReference {
  return { ...reference, channelId: "directline" };
}

function toFile({ fileId, name, type }: FileAttachment, { linkOf }: ShownTalk): object {
  const contentUrl = linkOf(fileId);
  return {
    contentType: type,
    name,
    contentUrl,
    ...(isShownInPlace(type) ? { thumbnailUrl: contentUrl } : {}),
  };
}
