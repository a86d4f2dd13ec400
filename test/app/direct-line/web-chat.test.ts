import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { keepPicture, openBrowser, type TestBrowser } from "../../support/browser.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { directLineAt, makeSecret } from "../../support/direct-line.js";
import { type Front, openFront } from "../../support/front.js";
import { openWebChatSite, type WebChatSite } from "../../support/web-chat-page.js";

const nonsense = "my flux capacitor hums in B flat";

/** Somebody before Microsoft's Web Chat, who knows what it shows and nothing else. */
function asVisitor(page: Page) {
  // What is seen; the twin for screen readers forgets its words after a moment.
  const log = page.locator(".webchat__basic-transcript__scrollable");
  const button = (title: string) =>
    page.locator(".webchat__suggested-action, .ac-pushButton").filter({ hasText: title }).last();
  return {
    page,
    log,
    say: async (text: string) => {
      const box = page.getByRole("textbox", { name: /message/i });
      await box.fill(text);
      await box.press("Enter");
    },
    sees: (text: string | RegExp) => log.getByText(text).last().waitFor(),
    choose: (title: string) => button(title).click(),
    offers: (title: string) => button(title).waitFor(),
    /** How often these words stand there, in messages a person can see. */
    count: (text: string) => log.locator(".webchat__text-content").filter({ hasText: text }).count(),
  };
}

describe("the unmodified Web Chat page", () => {
  let site: WebChatSite;
  let front: Front;
  let desk: RunningDesk;
  let browser: TestBrowser;
  let bruno: DeskClient;
  let secret: string;

  beforeAll(async () => {
    site = await openWebChatSite();
    front = await openFront(1);
    desk = await startDesk({ ALLOWED_ORIGINS: site.origin, PUBLIC_URL: front.url });
    front.pointAt(Number(new URL(desk.url).port));
    browser = await openBrowser();
    ({ secret } = await makeSecret(desk));
    bruno = await desk.connect("bruno");
    await bruno.get("presence:set", { status: "available" });
  }, 120_000);
  afterEach(async () => {
    await browser.closePages("web-chat");
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await front.close();
    await desk.stop();
    await site.close();
  });

  async function openChat(name = "Marta") {
    const page = await browser.openPage({ url: site.origin });
    const user = { id: `dl_${name.toLowerCase()}`, name };
    const { token } = await directLineAt(desk.url).generate(secret, { user });
    await page.goto(site.webChat({ domain: `${front.url}/v3/directline`, token }));
    return asVisitor(page);
  }

  async function accept(name: string) {
    const { attendance } = await bruno.hear(
      "attendance:changed",
      (fact) => fact.attendance.requester.name === name && fact.attendance.status === "pending",
    );
    const requestId = randomUUID();
    const { conversationId, epoch } = await bruno.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId,
    });
    await bruno.get("conversation:open", { conversationId });
    return {
      say: (text: string) =>
        bruno.get("message:send", { conversationId, clientMessageId: randomUUID(), text, epoch }),
      hears: (text: string) =>
        bruno.hear(
          "message:posted",
          ({ message }) => message.conversationId === conversationId && message.text === text,
        ),
      end: () => bruno.get("attendance:end", { attendanceId: attendance.id }),
    };
  }

  it("tells the whole story: greeting, answer, fallback, attendant, and how it was (S2-32, S0-17)", async () => {
    const marta = await openChat();
    await marta.sees(/Hello Marta!/);

    await marta.say("my mailbox is full");
    await marta.choose("The mailbox is full");
    await marta.sees("Did this help?");
    await keepPicture(marta.page, "web-chat-article");
    await marta.say(nonsense);
    await marta.offers("Resume attendance");
    await marta.offers("Talk to an attendant");
    await keepPicture(marta.page, "web-chat-fallback");
    await marta.choose("Talk to an attendant");
    await marta.sees(/You are in the queue/);
    const agent = await accept("Marta");
    await marta.sees("Bruno Lima is now talking with you.");
    await agent.say("Good morning, let me look.");
    await marta.sees(/Good morning, let me look\./);
    await marta.say("thank you, Bruno");
    await agent.hears("thank you, Bruno");
    await agent.end();
    await marta.sees(/How was this conversation\?/);
    await marta.choose("5 – Very good");
    await marta.sees("Thank you for your answer.");
    await keepPicture(marta.page, "web-chat-rated");

    expect(await marta.page.getByText("Send failed").count()).toBe(0);
    expect(await marta.count("thank you, Bruno")).toBe(1);
    expect(await marta.count("Good morning, let me look.")).toBe(1);
  });

  it("draws articles, choices and the questions of a ticket as cards, and takes what is chosen on them (S2-26)", async () => {
    const olga = await openChat("Olga");
    await olga.sees(/Hello Olga!/);

    await olga.say("my mailbox is full");
    await olga.choose("The mailbox is full");
    const card = olga.log.locator(".ac-adaptiveCard").filter({ hasText: "Only then is the room free" });
    await card.waitFor();
    await card.getByRole("button", { name: "Yes, it helped" }).click();
    await olga.sees(/Glad to hear it!/);

    expect(await olga.page.getByText("Send failed").count()).toBe(0);
  });

  it("loses nothing and shows nothing twice when its line dies while an attendant writes (D8, D10)", async () => {
    const nora = await openChat("Nora");
    await nora.sees(/Hello Nora!/);
    await nora.say(nonsense);
    await nora.choose("Talk to an attendant");
    await nora.sees(/You are in the queue/);
    const agent = await accept("Nora");
    await agent.say("first word");
    await nora.sees(/first word/);

    front.cut();
    await agent.say("second word");
    await agent.say("third word");
    front.heal();
    await nora.sees(/third word/);
    await nora.say("I am back");
    await agent.hears("I am back");
    await nora.sees("I am back");

    for (const words of ["first word", "second word", "third word", "I am back"])
      expect([words, await nora.count(words)]).toEqual([words, 1]);
    const texts = await nora.log.locator(".webchat__text-content").allInnerTexts();
    const order = ["first word", "second word", "third word", "I am back"].map((words) =>
      texts.findIndex((text) => text.includes(words)),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    await agent.end();
  });
});
