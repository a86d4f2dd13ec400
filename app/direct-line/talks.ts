import { createHash } from "node:crypto";
import type { Bot } from "../../bot/index.js";
import type { ChannelReference } from "../../conversation/index.js";
import {
  type ChannelLinks,
  type Conversations,
  fetchedChannelId,
  type TalkPart,
} from "../../conversation/index.js";
import { AppError, type Locale, localeSchema, type Mode, type Principal } from "../../contract/index.js";
import type { EnsureStranger } from "../strangers.js";
import type { TalkKey } from "./callers.js";
import { notFound } from "./refusals.js";
import { botId } from "./shown.js";
import type { TalkUser } from "./tokens.js";

export interface TalkParts {
  readonly conversations: Pick<Conversations, "open" | "findOpen" | "byId">;
  readonly links: Pick<ChannelLinks, "partsOf" | "save">;
  readonly ensureStranger: EnsureStranger;
  personOf(accountId: string): Promise<Principal | undefined>;
  readonly bot: Pick<Bot, "greet">;
  readonly mode: () => Mode;
}

export interface Beginning extends TalkKey {
  readonly user: TalkUser | undefined;
  /** The site vouches for the user: the same person in every talk. */
  readonly isVouched: boolean;
  readonly locale: Locale;
}

/** A talk with all the conversations it has had; there is one at least. */
export interface Talk extends TalkKey {
  readonly parts: readonly [TalkPart, ...TalkPart[]];
  readonly reference: ChannelReference;
  readonly person: Principal;
}

export interface Talks {
  /** Begins a talk with the assistant's first words in it, or finds the one that has begun. */
  start(beginning: Beginning): Promise<"started" | "present">;
  /** Throws `ConversationNotFound` for one that has not begun. */
  find(key: TalkKey): Promise<Talk>;
  /** A user whom nobody named at the start is called as they call themselves in their first message. */
  name(talk: Talk, user: TalkUser | undefined): Promise<void>;
  /** The conversation that is open, or another one of the same talk. */
  goOn(talk: Talk, locale: Locale): Promise<{ readonly id: string }>;
}

const visitor: Readonly<Record<Locale, string>> = { en: "Visitor", es: "Visitante", pt: "Visitante" };

export function externalIdOf({ site, talkId }: TalkKey): string {
  return `${site}/${talkId}`;
}

/** Of which talk a linked conversation is one. */
export function talkIdOf(externalId: string): string {
  return externalId.slice(externalId.indexOf("/") + 1);
}

export function channelOf(key: TalkKey): string {
  return `directline:${createHash("sha256").update(externalIdOf(key)).digest("hex").slice(0, 40)}`;
}

/** Talks of Direct Line on the desk's own log: people who are strangers to it, and one conversation after the other. */
export function createTalks(parts: TalkParts): Talks {
  const { conversations, links } = parts;

  async function open(key: TalkKey, reference: ChannelReference, requesterId: string, locale: Locale) {
    const row = await conversations.open({ requesterId, channel: channelOf(key), locale });
    await links.save({ conversationId: row.id, externalId: externalIdOf(key), reference });
    return row;
  }

  return {
    start: async (beginning) => {
      const known = await links.partsOf([externalIdOf(beginning)]);
      if (known.some(({ lastSeq }) => lastSeq > 0)) return "present";
      if (parts.mode() === "off") throw new AppError("chat/off", "The chat is switched off.");
      const account = await parts.ensureStranger(strangerOf(beginning));
      const person = await parts.personOf(account.id);
      if (person === undefined)
        throw new AppError("channel/refused", "This account may not write to the desk.");
      const row = await open(beginning, referenceOf(beginning), account.id, beginning.locale);
      const locale = localeSchema.parse(row.locale);
      // Before it the talk has not begun; one that was cut short here gets its greeting at the next try.
      await parts.bot.greet({ id: row.id, epoch: row.epoch, locale, person });
      return known.length === 0 ? "started" : "present";
    },
    find: async (key) => {
      const [first, ...others] = await links.partsOf([externalIdOf(key)]);
      const person = first === undefined ? undefined : await parts.personOf(first.requesterId);
      if (first === undefined || person === undefined) throw notFound();
      const { site, talkId } = key;
      return { site, talkId, parts: [first, ...others], reference: first.reference, person };
    },
    name: async (talk, user) => {
      if (user === undefined || talk.reference.user.id !== unnamed(talk)) return;
      const reference = { ...talk.reference, user: { id: user.id } };
      for (const { conversationId } of talk.parts)
        await links.save({ conversationId, externalId: externalIdOf(talk), reference });
    },
    goOn: async (talk, locale) => {
      const present = await conversations.findOpen(talk.person.accountId, channelOf(talk));
      return present ?? open(talk, talk.reference, talk.person.accountId, locale);
    },
  };
}

/** Who is vouched for is the same in every talk; who says a name themselves is that one in this talk only. */
function strangerOf({ site, talkId, user, isVouched, locale }: Beginning) {
  const channelId = `dl:${site.replaceAll("-", "")}`;
  const externalId = isVouched && user !== undefined ? user.id : `${talkId} ${user?.id ?? ""}`;
  return { channelId, externalId, name: user?.name || visitor[locale] };
}

function unnamed({ talkId }: Pick<TalkKey, "talkId">): string {
  return `user-${talkId}`;
}

function referenceOf({ talkId, user, locale }: Beginning): ChannelReference {
  return {
    channelId: fetchedChannelId,
    serviceUrl: "",
    conversation: { id: talkId },
    bot: { id: botId },
    user: { id: user?.id ?? unnamed({ talkId }), ...(user?.name === undefined ? {} : { name: user.name }) },
    locale,
  };
}
