import type { Action, Message } from "../../contract/index.js";
import type { ChannelReference } from "../../conversation/index.js";
import { type Card, toCards } from "./card.js";
import { toPlainText } from "./plain-text.js";

/** Leaves room under the smallest limit of the common channels (Telegram: 4096 characters). */
const maxArticleChars = 3000;

/** How many suggested actions a channel shows; elsewhere the choices stand in the text. */
const buttonsOn: Readonly<Record<string, number>> = {
  directline: 20,
  emulator: 20,
  facebook: 10,
  line: 13,
  msteams: 3,
  telegram: 20,
  webchat: 20,
};

/** Channels that hand back the value of a button. On others its title comes back, which the assistant knows too. */
const returnsValues: readonly string[] = ["directline", "emulator", "webchat"];

/** Channels whose clients are programs that take events; people's channels refuse them. */
const takesEvents: readonly string[] = ["directline", "emulator", "omnichannel", "test", "webchat"];

export function hearsEvents({ channelId }: Pick<ChannelReference, "channelId">): boolean {
  return takesEvents.includes(channelId);
}

interface Button {
  readonly type: "messageBack" | "imBack";
  readonly title: string;
  readonly value: unknown;
  readonly text?: string;
  readonly displayText?: string;
}

export interface OutgoingActivity {
  readonly type: "message";
  readonly text: string;
  readonly textFormat: "plain";
  readonly inputHint: "acceptingInput" | "expectingInput";
  readonly attachments?: Card[];
  readonly suggestedActions?: { readonly actions: Button[]; readonly to: string[] };
}

/**
 * A message of the log as one activity that reads well on any channel: plain text, articles under their titles, files as links, the
 * choices as buttons where they fit and as a numbered list where they do not. An attendant is named, because a
 * channel shows everything under the name of the bot.
 */
export function toOutgoing(
  message: Message,
  place: ChannelReference,
  { linkOf = () => undefined }: { readonly linkOf?: (fileId: string) => string | undefined } = {},
): OutgoingActivity {
  const { sender, attachments = [] } = message;
  const { cards, rest: actions } = toCards(message, place);
  const said = sender.kind === "agent" ? `${sender.name}: ${message.text}` : message.text;
  const attached = attachments.map((one) => {
    if (one.kind === "article" && cards.length > 0) return "";
    if (one.kind === "article") return `${one.title}\n\n${toPlainText(one.body, maxArticleChars)}`;
    return [one.name, linkOf(one.fileId) ?? ""].filter((part) => part !== "").join(": ");
  });
  // A number that is typed counts among all choices, on cards or not.
  const numberOf = (action: Action) => (message.actions ?? []).indexOf(action) + 1;
  const asButtons = fitButtons(actions, place);
  const list = asButtons ? "" : actions.map((action) => `${numberOf(action)}. ${action.title}`).join("\n");
  return {
    type: "message",
    text: [said, ...attached, list].filter((part) => part !== "").join("\n\n"),
    textFormat: "plain",
    inputHint: (message.actions ?? []).length > 0 ? "expectingInput" : "acceptingInput",
    ...(cards.length === 0 ? {} : { attachments: cards }),
    ...(asButtons && actions.length > 0
      ? {
          suggestedActions: {
            actions: actions.map((action) => toButton(action, place)),
            to: [place.user.id],
          },
        }
      : {}),
  };
}

function fitButtons(actions: readonly Action[], { channelId, conversation }: ChannelReference): boolean {
  return conversation.isGroup !== true && actions.length <= (buttonsOn[channelId] ?? 0);
}

function toButton({ title, value }: Action, place: ChannelReference): Button {
  if (!returnsValues.includes(place.channelId)) return { type: "imBack", title, value: title };
  return { type: "messageBack", title, text: title, displayText: title, value };
}
