import { type ActionValue, AppError, type Locale, maxMessageChars, toLocale } from "../../contract/index.js";
import type { ChannelLinks, Conversations } from "../../conversation/index.js";
import { type Initiation, readInitiation } from "../handoff-protocol/index.js";
import type { ChannelActivity } from "./activity.js";
import { channelOf, messageNameOf, personIdOf, referenceOf, talkIdOf } from "./identity.js";
import { readSaid, type Said } from "./said.js";
import { channelTexts } from "./texts.js";

export interface ChannelPerson {
  readonly channelId: string;
  readonly externalId: string;
  readonly name: string;
  readonly locale: Locale | undefined;
}

export interface IncomingOptions {
  readonly conversations: Pick<Conversations, "append" | "findOpen" | "open">;
  readonly links: Pick<ChannelLinks, "save" | "refresh" | "hasMessage">;
  /** The account of a person on a channel; `undefined` when it may not write. */
  readonly ensureAccount: (
    person: ChannelPerson,
  ) => Promise<{ readonly accountId: string; readonly name: string } | undefined>;
  /** Brings to people whom a bot elsewhere hands over. */
  readonly handedOver: (handed: {
    readonly conversationId: string;
    readonly accountId: string;
    readonly locale: Locale;
    readonly initiation: Initiation;
    readonly causeId: string;
  }) => Promise<void>;
  /** Whether what is said, while no talk is open, was the rating of the one that has ended. */
  readonly rated: (said: {
    readonly requesterId: string;
    readonly channel: string;
    readonly text: string;
    readonly value: ActionValue | undefined;
  }) => Promise<boolean>;
}

function localeOf({ locale }: ChannelActivity): Locale {
  return toLocale(locale ?? undefined) ?? "en";
}

type Account = NonNullable<Awaited<ReturnType<IncomingOptions["ensureAccount"]>>>;

/** A conversation may be closed between finding it and writing to it; once more than once is no accident. */
const maxTries = 3;

/**
 * Takes an activity whose sender has been checked. A message is stored in the log as the requester's, once however
 * often it comes, and that is all: answering is the turn runner's, on every channel alike. News of the talk itself
 * (`conversationUpdate`, an installation) only refresh where it lives; the rest says nothing to a desk.
 */
export function createIncoming(options: IncomingOptions): (activity: ChannelActivity) => Promise<void> {
  const { conversations, links } = options;

  return async (activity) => {
    const initiation = readInitiation(activity, localeOf(activity));
    if (initiation !== undefined) return initiate(activity, initiation);
    if (activity.type !== "message") {
      const isNews = activity.type === "conversationUpdate" || activity.type === "installationUpdate";
      if (isNews) await links.refresh(talkIdOf(activity), referenceOf(activity));
      return;
    }
    const said = readSaid(activity);
    if (said.text === "" && !said.onlyFiles) return;
    const person = await ensurePerson(activity);
    if (await isRating(activity, said, person)) return;
    await store(activity, said, person);
  };

  async function ensurePerson(activity: ChannelActivity): Promise<Account> {
    const person = await options.ensureAccount({
      channelId: activity.channelId,
      externalId: personIdOf(activity),
      name: activity.from.name ?? "",
      locale: toLocale(activity.locale ?? undefined),
    });
    if (person !== undefined) return person;
    throw new AppError("channel/refused", "This account may not write to the desk.");
  }

  /** Another bot has come to its end: what it sends is taken to people, like the assistant's own hand-over. */
  async function initiate(activity: ChannelActivity, initiation: Initiation): Promise<void> {
    const account = await ensurePerson(activity);
    const { id: conversationId } = await openPlace(activity, account);
    await options.handedOver({
      ...{ conversationId, initiation, accountId: account.accountId, locale: localeOf(activity) },
      causeId: messageNameOf(activity),
    });
  }

  async function isRating(activity: ChannelActivity, said: Said, person: Account): Promise<boolean> {
    const channel = channelOf(activity);
    if ((await conversations.findOpen(person.accountId, channel)) !== undefined) return false;
    const { text, value } = said;
    return options.rated({ requesterId: person.accountId, channel, text, value });
  }

  async function store(activity: ChannelActivity, said: Said, person: Account): Promise<void> {
    for (let tries = 0; tries < maxTries; tries++) {
      const place = await findPlace(activity, person);
      if (place === "stored-before" || (await write(activity, said, person, place))) return;
    }
    throw new AppError(
      "conversation/closed",
      "The conversation was closed meanwhile. Send the message again.",
    );
  }

  async function findPlace(activity: ChannelActivity, person: Account) {
    const present = await conversations.findOpen(person.accountId, channelOf(activity));
    if (present === undefined && (await wasStored(activity, person))) return "stored-before";
    return openPlace(activity, person);
  }

  async function openPlace(activity: ChannelActivity, { accountId }: Account) {
    const opening = { requesterId: accountId, channel: channelOf(activity), locale: localeOf(activity) };
    const place = await conversations.open(opening);
    // Linked before its first message is written: who hears of a message can count on the link.
    await links.save({
      conversationId: place.id,
      externalId: talkIdOf(activity),
      reference: referenceOf(activity),
    });
    return place;
  }

  /** A redelivery after the end of its conversation must not open another one. */
  function wasStored(activity: ChannelActivity, person: Account): Promise<boolean> {
    return links.hasMessage({
      channelId: activity.channelId,
      externalId: talkIdOf(activity),
      senderId: person.accountId,
      clientMessageId: messageNameOf(activity),
    });
  }

  async function write(
    activity: ChannelActivity,
    said: Said,
    person: Account,
    place: { readonly id: string; readonly locale: string },
  ): Promise<boolean> {
    const name = messageNameOf(activity);
    if (said.text !== "") {
      const result = await conversations.append({
        conversationId: place.id,
        clientMessageId: name,
        sender: { kind: "requester", id: person.accountId, name: person.name },
        text: said.text,
        value: said.value,
      });
      if (result.status !== "stored" && result.status !== "repeat") return false;
    }
    const notice = said.wasCut ? "cut" : said.onlyFiles ? "onlyFiles" : undefined;
    if (notice !== undefined) {
      const text = channelTexts[notice][toLocale(place.locale) ?? "en"];
      await conversations.append({
        conversationId: place.id,
        clientMessageId: `${notice}:${name}`,
        sender: { kind: "system", id: "system", name: "Deskhand" },
        text: text.replace("{limit}", String(maxMessageChars)),
      });
    }
    return true;
  }
}
