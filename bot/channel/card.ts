import type { Action, ArticleAttachment, Message } from "../../contract/index.js";
import type { ChannelReference } from "../../conversation/index.js";
import { toPlainText } from "./plain-text.js";

const cardType = "application/vnd.microsoft.card.adaptive";
const maxArticleChars = 3000;
/** More are shown folded. */
const mostUnfolded = 5;

/** Channels that draw Adaptive Cards and send back what is pressed on them. */
const drawsCards: readonly string[] = ["directline", "emulator", "msteams", "webchat"];

/** What stands on a card because it belongs to what the message shows; all else goes on as suggestions beside it. */
const onCards: readonly Action["value"]["kind"][] = [
  "open-article",
  "open-activity",
  "article-feedback",
  "answer-feedback",
  "rate-talk",
  "yes",
  "no",
];

export interface Card {
  readonly contentType: typeof cardType;
  readonly content: object;
}

export interface Carded {
  readonly cards: Card[];
  /** The choices that are not on the cards. */
  readonly rest: readonly Action[];
}

/**
 * Articles, choices, questions of a form and ratings as Adaptive Cards, where the channel draws them. What is pressed
 * comes back as the `value` of a message and is checked like any other: a card proves nothing.
 */
export function toCards(message: Message, { channelId }: Pick<ChannelReference, "channelId">): Carded {
  const { actions = [], attachments = [] } = message;
  const articles = attachments.filter((one) => one.kind === "article");
  if (!drawsCards.includes(channelId)) return { cards: [], rest: actions };
  const pressed = actions.filter(({ value }) => onCards.includes(value.kind));
  const options = optionsOf(actions);
  const form = options.length > 0 ? [toForm(options, message.text)] : [];
  const shown = articles.map(toArticle);
  const last = shown.at(-1);
  const buttons = pressed.map(toSubmit);
  const body = [...shown.slice(0, -1), ...(last === undefined ? [] : [{ ...last, actions: buttons }])];
  const alone =
    last === undefined && buttons.length > 0 ? [{ body: [{ type: "ActionSet", actions: buttons }] }] : [];
  const rest = actions.filter(
    ({ value }) => !onCards.includes(value.kind) && !(options.length > 0 && value.kind === "answer"),
  );
  return { cards: [...body, ...alone, ...form].map((one) => toCard(one, message.text)), rest };
}

type Option = Action & { readonly value: Extract<Action["value"], { readonly kind: "answer" }> };

/** Answers to one question of a form. */
function optionsOf(actions: readonly Action[]): Option[] {
  return actions.filter((action): action is Option => action.value.kind === "answer");
}

function toArticle({ title, body }: ArticleAttachment): { readonly body: object[] } {
  const text = toPlainText(body, maxArticleChars);
  return {
    body: [
      { type: "TextBlock", text: title, weight: "Bolder", size: "Medium", wrap: true },
      // A card knows little of Markdown; in a paragraph of its own each line stays one.
      ...text.split(/\n{2,}/).map((part) => ({ type: "TextBlock", text: part, wrap: true })),
    ],
  };
}

/** The option that is chosen completes the value to what a pressed button would have sent. */
function toForm(options: readonly Option[], question: string) {
  return {
    body: [
      {
        type: "Input.ChoiceSet",
        id: "option",
        label: question,
        isRequired: true,
        errorMessage: "✗",
        style: options.length > mostUnfolded ? "compact" : "expanded",
        choices: options.map(({ title, value }) => ({ title, value: value.option })),
      },
    ],
    actions: [
      { type: "Action.Submit", title: "OK", data: { kind: "answer", field: options[0]?.value.field ?? "" } },
    ],
  };
}

function toSubmit({ title, value }: Action): object {
  return { type: "Action.Submit", title, data: value };
}

function toCard(parts: object, fallbackText: string): Card {
  return {
    contentType: cardType,
    content: {
      type: "AdaptiveCard",
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      version: "1.3",
      fallbackText,
      ...parts,
    },
  };
}
