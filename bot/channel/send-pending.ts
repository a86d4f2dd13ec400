import type { Message } from "../../contract/index.js";
import type { ChannelLink, ChannelLinks, Conversations } from "../../conversation/index.js";
import type { Channel } from "./channel.js";
import { ConnectorError } from "./connector-http.js";
import { toStatus } from "../handoff-protocol/index.js";
import type { ChannelLog } from "./log.js";
import { hearsEvents, toOutgoing } from "./outgoing.js";

export type FileLinks = (fileIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export interface SendOptions {
  readonly links: Pick<ChannelLinks, "byConversation" | "advance">;
  readonly conversations: Pick<Conversations, "after">;
  readonly post: Channel["post"];
  /** Where people of channels, who cannot log in, find these files. */
  readonly fileLinks?: FileLinks | undefined;
  /** A message older than this is no longer tried. */
  readonly giveUpAfterMs: number;
  /** How long one run may take; the lease lasts longer. */
  readonly runMs: number;
  /** The process wants to end: finish the message under way and no other. */
  readonly isStopping: () => boolean;
  readonly now: () => number;
  readonly log: ChannelLog;
}

/** `more`: there is more to send; `again`: the channel did not take it this time. */
export type Run =
  | { readonly status: "done" | "more" }
  | { readonly status: "again"; readonly retryAfterMs: number | undefined };

type Sent =
  | { readonly status: "sent" | "given-up" }
  | { readonly status: "again"; readonly retryAfterMs: number | undefined };

const worthRepeating: readonly number[] = [0, 401, 408, 409, 412, 425, 429];

/**
 * Sends what a linked conversation has beyond `deliveredSeq`, in order, one by one; the mark moves after each message
 * the channel took and never before. A node that dies between the two sends that one message again: channels have no
 * key by which they could know a repeat.
 */
export async function sendPending(conversationId: string, options: SendOptions): Promise<Run> {
  const { links, conversations } = options;
  const until = options.now() + options.runMs;
  const link = await links.byConversation(conversationId);
  if (link === undefined) return done;
  const page = await conversations.after(conversationId, link.deliveredSeq);
  // A restored database knows less than was delivered (D9): go on from its end.
  if (page.resync) return (await links.advance(conversationId, link.deliveredSeq, page.upTo)) ? done : more;
  let mark = link.deliveredSeq;
  for (const message of page.messages) {
    if (options.now() >= until || options.isStopping()) return more;
    const sent = await send(message, link, options);
    if (sent.status === "again") return sent;
    // Somebody else moved the mark: read again where it is.
    if (!(await links.advance(conversationId, mark, message.seq))) return more;
    mark = message.seq;
  }
  return page.complete ? done : more;
}

const done: Run = { status: "done" };
const more: Run = { status: "more" };

async function send(message: Message, link: ChannelLink, options: SendOptions): Promise<Sent> {
  const facts = { conversationId: message.conversationId, seq: message.seq };
  // What the requester said is where it came from.
  if (message.sender.kind === "requester") return { status: "sent" };
  const fileIds = (message.attachments ?? []).flatMap((one) => (one.kind === "file" ? [one.fileId] : []));
  const found = fileIds.length === 0 ? undefined : await options.fileLinks?.(fileIds);
  const activity = toOutgoing(message, link.reference, { linkOf: (id) => found?.get(id) });
  if (activity.text === "") return { status: "sent" };
  try {
    await options.post(link.reference, activity);
    const status = hearsEvents(link.reference) ? toStatus(message) : undefined;
    if (status !== undefined) await options.post(link.reference, status);
    return { status: "sent" };
  } catch (error) {
    const status = error instanceof ConnectorError ? error.status : 0;
    // The sentence alone: errors of the SDK carry the request, and the request carries the bot's token (S37).
    const reason = error instanceof Error ? error.message : String(error);
    const isOld = options.now() - message.sentAt > options.giveUpAfterMs;
    if (isOld || !(worthRepeating.includes(status) || status >= 500)) {
      options.log.error({ ...facts, status, reason }, "message given up: the channel does not take it");
      return { status: "given-up" };
    }
    options.log.warn({ ...facts, status, reason }, "message not delivered to its channel yet");
    return {
      status: "again",
      retryAfterMs: error instanceof ConnectorError ? error.retryAfterMs : undefined,
    };
  }
}
