import { createHash } from "node:crypto";
import type { ChannelReference } from "../../conversation/index.js";
import type { ChannelActivity } from "./activity.js";

/** Channels on which a client says itself who is writing, so that the name proves nothing beyond the one talk. */
const selfNamed: readonly string[] = ["directline", "webchat", "emulator", "directlinespeech"];

/**
 * The id under which a person has an account. Where anybody can claim to be anybody, it holds for this talk only: the
 * tickets of somebody else do not open for a guessed id.
 */
export function personIdOf(activity: ChannelActivity): string {
  const { from, conversation, channelId } = activity;
  return selfNamed.includes(channelId) ? `${conversation.id} ${from.id}` : from.id;
}

/** The name of a talk on its channel; in a group each person has a talk of their own with the desk. */
export function talkIdOf(activity: ChannelActivity): string {
  const { conversation, from } = activity;
  return conversation.isGroup === true ? `${conversation.id} ${from.id}` : conversation.id;
}

/** The `channel` of the desk's conversation: hashed, because ids of channels may be of any length. */
export function channelOf(activity: ChannelActivity): string {
  return `${activity.channelId}:${hash(talkIdOf(activity))}`;
}

/** The name under which a message is stored: a redelivery has the same (D15, F26). */
export function messageNameOf(activity: ChannelActivity): string {
  return `activity:${hash(activity.id ?? "")}`;
}

export function referenceOf(activity: ChannelActivity): ChannelReference {
  const { conversation, recipient, from } = activity;
  return {
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    conversation: {
      id: conversation.id,
      ...given("name", conversation.name),
      ...given("isGroup", conversation.isGroup),
      ...given("conversationType", conversation.conversationType),
      ...given("tenantId", conversation.tenantId),
    },
    bot: { id: recipient.id, ...given("name", recipient.name) },
    user: { id: from.id, ...given("name", from.name) },
    ...given("locale", activity.locale),
  };
}

function given<K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } {
  const some: { [P in K]?: V } = {};
  if (value !== null && value !== undefined) some[key] = value;
  return some;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 40);
}
