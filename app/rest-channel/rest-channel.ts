import { randomUUID } from "node:crypto";
import { AppError, type Locale, type Message, type Mode } from "../../contract/index.js";
import type { Conversations, Files } from "../../conversation/index.js";
import type { Limits } from "../limits.js";
import type { EnsureStranger } from "../strangers.js";
import { fromPayload, titleOf } from "./payload.js";
import { type RestReply, toReplies } from "./replies.js";
import { waitForTurn } from "./wait-for-turn.js";

const channelName = "rest";
/** A conversation may be closed between finding it and writing to it. */
const maxTries = 3;

export interface RestChannel {
  /**
   * Stores what a person of another program says and answers with everything this person has not been given yet:
   * the assistant's replies to it, and what an attendant has written meanwhile.
   */
  say(said: {
    readonly integrationId: string;
    readonly sender: string;
    readonly message: string;
    readonly locale: Locale;
  }): Promise<RestReply[]>;
}

type Said = Parameters<RestChannel["say"]>[0];

export interface RestChannelOptions {
  readonly ensureStranger: EnsureStranger;
  readonly conversations: Conversations;
  readonly files: Pick<Files, "keysOf">;
  readonly baseUrl: () => string;
  readonly mode: () => Mode;
  readonly limits: Pick<Limits, "socket">;
  readonly waitMs?: number;
}

/** Another program's people talk with the assistant over the same log and the same turns as everybody (S2-X3). */
export function createRestChannel(options: RestChannelOptions): RestChannel {
  const { conversations, limits } = options;

  async function personOf({ integrationId, sender }: Said) {
    const channelId = `rest:${integrationId.replaceAll("-", "")}`;
    const account = await options.ensureStranger({ channelId, externalId: sender, name: sender });
    const { id: accountId, name, groupIds } = account;
    const principal = { accountId, name, role: "requester" as const, groupIds, sessionId: "" };
    if (await limits.socket(principal, "message:send")) return principal;
    throw new AppError("request/too-many", "This sender writes too much. Please wait a minute.");
  }

  async function store(said: Said, person: { accountId: string; name: string }): Promise<Message> {
    for (let tries = 0; tries < maxTries; tries++) {
      const opening = { requesterId: person.accountId, channel: channelName, locale: said.locale };
      const { id } =
        (await conversations.findOpen(person.accountId, channelName)) ?? (await conversations.open(opening));
      const value = fromPayload(said.message);
      const title = value === undefined ? undefined : titleOf(value, (await newest(id)).messages);
      const result = await conversations.append({
        conversationId: id,
        clientMessageId: randomUUID(),
        sender: { kind: "requester", id: person.accountId, name: person.name },
        text: title ?? said.message,
        value,
      });
      if (result.status === "stored" || result.status === "repeat") return result.message;
    }
    throw new AppError(
      "conversation/closed",
      "The conversation was closed meanwhile. Send the message again.",
    );
  }

  /** The last page: buttons that are older are gone from every screen. */
  async function newest(id: string) {
    const lastSeq = (await conversations.byId(id))?.last_seq ?? 0;
    return conversations.after(id, Math.max(0, lastSeq - 50));
  }

  /** Everything after what was given before, as far as it was not said by the person. */
  async function collect(said: Said, accountId: string, conversationId: string): Promise<RestReply[]> {
    const { requester: givenSeq } = await conversations.readMarks(conversationId);
    const { messages, upTo } = await conversations.after(conversationId, givenSeq);
    await conversations.markRead({ conversationId, accountId, side: "requester", upToSeq: upTo });
    const news = messages.filter(({ sender }) => sender.kind !== "requester");
    const keys = await options.files.keysOf(news.flatMap(fileIdsOf));
    const linkOf = (id: string) => `${options.baseUrl()}/api/v1/files/${id}?key=${keys.get(id) ?? ""}`;
    return news.flatMap((message) => toReplies(message, { sender: said.sender, linkOf }));
  }

  return {
    say: async (said) => {
      if (options.mode() === "off") throw new AppError("chat/off", "The chat is switched off.");
      const person = await personOf(said);
      const { conversationId, seq } = await store(said, person);
      await waitForTurn(conversations, { conversationId, seq, waitMs: options.waitMs });
      return collect(said, person.accountId, conversationId);
    },
  };
}

function fileIdsOf({ attachments = [] }: Message): string[] {
  return attachments.flatMap((one) => (one.kind === "file" ? [one.fileId] : []));
}
