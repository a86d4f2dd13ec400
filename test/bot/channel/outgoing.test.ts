import { toOutgoing } from "../../../bot/channel/outgoing.js";
import { toPlainText } from "../../../bot/channel/plain-text.js";
import type { Action, Message } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { leastProcessorMs } from "../../support/slowness.js";

const place = (channelId: string, isGroup = false) => ({
  channelId,
  serviceUrl: "https://smba.trafficmanager.net/",
  conversation: { id: "talk", isGroup },
  bot: { id: "bot" },
  user: { id: "ana" },
});
const message = (changes: Partial<Message> = {}): Message => ({
  id: newId(),
  conversationId: newId(),
  seq: 1,
  sender: { kind: "assistant", id: "assistant", name: "Assistant" },
  text: "Which one?",
  sentAt: 0,
  ...changes,
});
const choices = (count: number): Action[] =>
  Array.from({ length: count }, (_, index) => ({ title: `Choice ${index + 1}`, value: { kind: "menu" } }));

describe("a message on its way to a channel", () => {
  it("shows choices as buttons that hand back their value where the channel can", () => {
    const activity = toOutgoing(message({ actions: choices(2) }), place("webchat"));

    expect(activity).toMatchObject({ text: "Which one?", inputHint: "expectingInput" });
    expect(activity.suggestedActions?.actions[0]).toEqual({
      type: "messageBack",
      title: "Choice 1",
      text: "Choice 1",
      displayText: "Choice 1",
      value: { kind: "menu" },
    });
  });

  it("hands back the title on other channels", () => {
    const activity = toOutgoing(message({ actions: choices(3) }), place("msteams"));

    expect(activity.suggestedActions?.actions[2]).toEqual({
      type: "imBack",
      title: "Choice 3",
      value: "Choice 3",
    });
  });

  it.each([
    ["more than the channel shows", "msteams", 4, false],
    ["in a group", "webchat", 2, true],
    ["on a channel without buttons", "email", 2, false],
  ])("lists choices with their numbers %s", (_, channelId, count, isGroup) => {
    const activity = toOutgoing(message({ actions: choices(count) }), place(channelId, isGroup));

    expect(activity.suggestedActions).toBeUndefined();
    expect(activity.text).toContain("Which one?\n\n1. Choice 1\n2. Choice 2");
  });

  it("names the attendant, whom the channel would hide behind the bot", () => {
    const sender = { kind: "agent" as const, id: newId(), name: "Bruno" };

    expect(toOutgoing(message({ sender, text: "Hello" }), place("msteams")).text).toBe("Bruno: Hello");
  });

  it("brings an article under its title, as plain text", () => {
    const attachments = [
      { kind: "article" as const, articleId: newId(), title: "VPN", body: "## Steps\n\n1. **Open** it" },
    ];

    const { text, textFormat } = toOutgoing(message({ text: "See:", attachments }), place("sms"));

    expect(textFormat).toBe("plain");
    expect(text).toBe("See:\n\nVPN\n\nSteps\n\n1. Open it");
  });
});

describe("plain text of Markdown", () => {
  it("keeps lines, lists and targets of links, and drops marks and tags", () => {
    const markdown = [
      "# Title #1",
      "",
      "* one *two* **three** `four`",
      "> quoted [page](https://example.test/a) and [here](/local)",
      "![picture](x.png) <b>bold</b> snake_case 2 * 3 * 4",
      "```",
      "code *as is*",
      "```",
      "---",
    ].join("\n");

    expect(toPlainText(markdown, 1000)).toBe(
      [
        "Title #1",
        "",
        "- one two three four",
        "quoted page (https://example.test/a) and here",
        "picture bold snake_case 2 * 3 * 4",
        "code as is",
      ].join("\n"),
    );
  });

  it("ends a long text at a word, and says that there is more", () => {
    const text = toPlainText("word ".repeat(1000), 100);

    expect(text).toMatch(/^(word )+word…$/);
    expect(text.length).toBeLessThanOrEqual(100);
  });

  it.each([
    "[".repeat(64_000),
    "*a".repeat(32_000),
    "<a ".repeat(21_000),
    "`".repeat(64_000),
    "![[".repeat(21_000),
  ])("takes no time for a text made to take long (S28)", (text) => {
    expect(leastProcessorMs(() => toPlainText(text, 3000))).toBeLessThan(200);
  });
});
