import { ActionTypes, type Activity, ActivityTypes, MessageFactory } from "botbuilder";
import { z } from "zod";
import { type Action, actionSchema, attachmentSchema, markSchema } from "../contract/index.js";
import type { Incoming, Reply } from "./turn.js";

/** The name under which the desk's own articles travel in an activity. */
const articleType = "application/vnd.deskhand.article+json";

export const webChannelId = "deskhand";

/** A requester's message as the Bot Framework knows messages. */
export function toIncomingActivity(
  incoming: Incoming,
  where: { conversationId: string; personId: string; personName: string; locale: string; now: number },
): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    id: incoming.messageId,
    timestamp: new Date(where.now),
    channelId: webChannelId,
    from: { id: where.personId, name: where.personName },
    recipient: { id: "assistant", name: "Assistant" },
    conversation: { id: where.conversationId, name: "", isGroup: false, conversationType: "personal" },
    serviceUrl: "",
    locale: where.locale,
    text: incoming.text,
    value: incoming.value,
  };
}

export function toReplyActivity(reply: Reply): Partial<Activity> {
  const activity = MessageFactory.text(reply.text);
  return {
    ...activity,
    ...(reply.actions === undefined || reply.actions.length === 0
      ? {}
      : { suggestedActions: { to: [], actions: reply.actions.map(toCardAction) } }),
    ...(reply.attachments === undefined
      ? {}
      : { attachments: reply.attachments.map((content) => ({ contentType: articleType, content })) }),
    ...(reply.marked === undefined ? {} : { channelData: { marked: reply.marked } }),
  };
}

function toCardAction({ title, value }: Action) {
  return { type: ActionTypes.MessageBack, title, text: title, value };
}

const cardActionSchema = z.object({ title: z.string(), value: z.unknown() }).pipe(actionSchema);
const attachmentsSchema = z.array(
  z.object({ contentType: z.literal(articleType), content: attachmentSchema }).transform((it) => it.content),
);

const channelDataSchema = z.object({ marked: markSchema.optional() }).optional();

/** What the log keeps of an activity that the assistant sends. */
export function fromReplyActivity(activity: Partial<Activity>): Reply {
  const actions = activity.suggestedActions?.actions;
  return {
    text: activity.text ?? "",
    actions: actions === undefined ? undefined : z.array(cardActionSchema).parse(actions),
    attachments:
      activity.attachments === undefined ? undefined : attachmentsSchema.parse(activity.attachments),
    marked: channelDataSchema.parse(activity.channelData)?.marked,
  };
}
