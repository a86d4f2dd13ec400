import { toCards } from "../../../bot/channel/card.js";
import { type Action, actionValueSchema, type Message } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";

const message = (changes: Partial<Message>): Message => ({
  id: newId(),
  conversationId: newId(),
  seq: 1,
  sender: { kind: "assistant", id: "assistant", name: "Assistant" },
  text: "Which one?",
  sentAt: 0,
  ...changes,
});
const on = (channelId: string, changes: Partial<Message>) => toCards(message(changes), { channelId });
const contents = (channelId: string, changes: Partial<Message>) =>
  on(channelId, changes).cards.map(({ content }) => content as Record<string, unknown>);
const action = (title: string, value: Action["value"]): Action => ({ title, value });
const article = {
  kind: "article" as const,
  articleId: newId(),
  title: "VPN",
  body: "## Steps\n\n1. **Open** it",
};
const feedback = action("It helped", {
  kind: "article-feedback",
  articleId: article.articleId,
  helped: true,
});
const options = ["Red", "Blue"].map((title) =>
  action(title, { kind: "answer", field: "colour", option: title.toLowerCase() }),
);
const cancel = action("Cancel", { kind: "cancel" });

describe("an Adaptive Card", () => {
  it("shows an article, with the question whether it helped on it", () => {
    const { cards, rest } = on("webchat", { attachments: [article], actions: [feedback, cancel] });

    expect(cards[0]?.content).toMatchObject({
      version: "1.3",
      fallbackText: "Which one?",
      body: [{ text: "VPN" }, { text: "Steps" }, { text: "1. Open it" }],
      actions: [{ type: "Action.Submit", title: "It helped", data: feedback.value }],
    });
    expect(rest).toEqual([cancel]);
  });

  it("holds the choices of articles, activities and ratings, and leaves the ways on beside it", () => {
    const found = action("VPN", { kind: "open-article", articleId: newId() });
    const activity = action("New laptop", { kind: "open-activity", activityId: newId() });
    const rating = action("5", { kind: "rate-talk", conversationId: newId(), score: 5 });
    const person = action("Talk to an attendant", { kind: "talk-to-attendant" });

    const { cards, rest } = on("msteams", { actions: [found, activity, person, rating] });

    expect(cards).toHaveLength(1);
    expect(cards[0]?.content).toMatchObject({
      body: [
        {
          type: "ActionSet",
          actions: [found, activity, rating].map(({ title, value }) => ({ title, data: value })),
        },
      ],
    });
    expect(rest).toEqual([person]);
  });

  it("asks for a field of a ticket so that what is chosen is an answer like any other", () => {
    const [content] = contents("emulator", { actions: [...options, cancel] });

    const { body, actions } = content as {
      body: { id: string; choices: { value: string }[] }[];
      actions: { data: object }[];
    };
    const sent = { ...actions[0]?.data, [body[0]?.id ?? ""]: body[0]?.choices[1]?.value };
    expect(actionValueSchema.parse(sent)).toEqual(options[1]?.value);
  });

  it("is not sent where the channel draws none", () => {
    for (const channelId of ["sms", "telegram", "email"])
      expect(on(channelId, { attachments: [article], actions: [feedback] })).toEqual({
        cards: [],
        rest: [feedback],
      });
  });
});
