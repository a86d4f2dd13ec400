import type { Locator, Page } from "playwright-core";

/** A requester before the portal: finds things by what they say, as a person does. */
export interface Requester {
  readonly page: Page;
  readonly panel: Locator;
  readonly composer: Locator;
  /** The messages as they stand in the talk. */
  readonly talk: Locator;
  openTalk(): Promise<void>;
  say(text: string): Promise<void>;
  /** Waits until this is offered now. */
  offers(action: string): Promise<void>;
  choose(action: string): Promise<void>;
  /** Takes the ended attendance up again. */
  resume(): Promise<void>;
  /** The message with these words, with its author and its state. */
  message(text: string): Locator;
  /** All messages in which one of these words stands, in the order they are shown. */
  words(pattern: string): Promise<string[]>;
  sees(text: string | RegExp): Promise<void>;
}

export function asRequester(page: Page): Requester {
  const panel = page.getByRole("dialog", { name: "Chat" });
  const composer = panel.getByLabel("Your message");
  const talk = panel.locator(".messages");
  const offer = (action: string) => panel.getByRole("button", { name: action, exact: true, disabled: false });
  return {
    page,
    panel,
    composer,
    talk,
    async openTalk() {
      await page.getByRole("button", { name: /^Talk/ }).click();
      await composer.waitFor();
    },
    async say(text) {
      await composer.fill(text);
      await composer.press("Enter");
    },
    offers: (action) => offer(action).last().waitFor(),
    choose: (action) => offer(action).last().click(),
    resume: () => offer("Resume attendance").last().click(),
    message: (text) => talk.getByRole("listitem").filter({ has: page.getByText(text, { exact: true }) }),
    words: (pattern) =>
      talk
        .locator(".bubble")
        .filter({ hasText: new RegExp(pattern) })
        .allInnerTexts(),
    sees: (text) => panel.getByText(text).last().waitFor(),
  };
}
