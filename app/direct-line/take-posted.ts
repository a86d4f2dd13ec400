import { randomUUID } from "node:crypto";
import { type ActionValue, AppError, type Mode, toLocale } from "../../contract/index.js";
import type { Conversations } from "../../conversation/index.js";
import type { Limits } from "../limits.js";
import { activityIdOf } from "./place.js";
import { messageNameOf, type Posted, readPosted } from "./posted.js";
import { DirectLineRefusal } from "./refusals.js";
import { channelOf, type Talk, type Talks } from "./talks.js";

/** A conversation may be closed between finding it and writing to it; once more than once is no accident. */
const maxTries = 3;
/** Buttons that are older are gone from every screen. */
const newestMessages = 50;

export interface TakeParts {
  readonly conversations: Pick<Conversations, "append" | "appendWithFiles" | "after" | "byId">;
  readonly talks: Pick<Talks, "goOn" | "find">;
  readonly limits: Pick<Limits, "socket">;
  readonly mode: () => Mode;
  /** Whether what is said, while no conversation is open, was the rating of the one that has ended. */
  readonly rated: (said: {
    readonly requesterId: string;
    readonly channel: string;
    readonly text: string;
    readonly value: ActionValue | undefined;
  }) => Promise<boolean>;
}

/** Stores the files of a message in the conversation it goes to; answers their ids. */
export type PutFiles = (conversationId: string, messageName: string) => Promise<readonly string[]>;

export type Taken =
  | { readonly status: "stored"; readonly id: string; readonly isNewPart: boolean }
  /** Taken, and nothing of it stands in the log. */
  | { readonly status: "heard"; readonly id: string; readonly text: string };

/** Stores what a person says in a talk, once however often it comes; answering is the turn runner's. */
export async function takeMessage(
  parts: TakeParts,
  talk: Talk,
  posted: Posted,
  putFiles?: PutFiles,
): Promise<Taken> {
  const { person } = talk;
  if (!(await parts.limits.socket(person, "message:send"))) {
    throw new DirectLineRefusal(
      429,
      "TooManyRequests",
      "These are many messages at once. Please wait a minute.",
    );
  }
  const last = talk.parts.at(-1) ?? talk.parts[0];
  const newest = await parts.conversations.after(
    last.conversationId,
    Math.max(0, last.lastSeq - newestMessages),
  );
  const { text, value } = readPosted(posted, newest.messages);
  if (text === "" && putFiles === undefined)
    throw new DirectLineRefusal(400, "MissingProperty", "A message needs a text or a value");
  const name = messageNameOf(posted, `posted:${randomUUID()}`);
  const repeated = newest.messages.find(({ clientMessageId }) => clientMessageId === name);
  if (repeated !== undefined) return { status: "stored", id: idOf(talk, repeated), isNewPart: false };
  if (!talk.parts.some(({ isOpen }) => isOpen)) {
    const said = { requesterId: person.accountId, channel: channelOf(talk), text, value };
    if (await parts.rated(said)) return { status: "heard", id: `${talk.talkId}|${name}`, text };
  }
  const draft = {
    clientMessageId: name,
    sender: { kind: "requester" as const, id: person.accountId, name: person.name },
    text,
    value,
  };
  for (let tries = 0; tries < maxTries; tries++) {
    const { id } = await parts.talks.goOn(talk, toLocale(posted.locale ?? undefined) ?? localeOf(talk));
    await refuseWhileOff(parts, id);
    const files = await putFiles?.(id, name);
    const whole = { ...draft, conversationId: id };
    const result =
      files === undefined || files.length === 0
        ? await parts.conversations.append(whole)
        : await parts.conversations.appendWithFiles(whole, files);
    if (result.status === "stored" || result.status === "repeat") {
      const isNewPart = talk.parts.every(({ conversationId }) => conversationId !== id);
      const now = isNewPart ? await parts.talks.find(talk) : talk;
      return { status: "stored", id: idOf(now, result.message), isNewPart };
    }
  }
  throw new AppError("conversation/closed", "The conversation was closed meanwhile. Send the message again.");
}

/** Switching the chat off never disturbs a talk that is with a person. */
async function refuseWhileOff({ mode, conversations }: TakeParts, conversationId: string): Promise<void> {
  if (mode() !== "off") return;
  const row = await conversations.byId(conversationId);
  if (row?.owner_kind === "assistant") throw new AppError("chat/off", "The chat is switched off.");
}

function idOf(talk: Talk, message: { readonly conversationId: string; readonly seq: number }): string {
  const part = talk.parts.findIndex(({ conversationId }) => conversationId === message.conversationId);
  return activityIdOf(talk.talkId, { part: Math.max(part, 0), seq: message.seq });
}

function localeOf(talk: Talk) {
  return toLocale(talk.reference.locale) ?? "en";
}
