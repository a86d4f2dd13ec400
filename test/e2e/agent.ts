import type { Locator, Page } from "playwright-core";

/** An agent before the console. */
export interface Agent {
  readonly page: Page;
  readonly queue: Locator;
  readonly composer: Locator;
  readonly talk: Locator;
  /** The queue's entry in which these words stand. */
  waiting(text: string): Locator;
  openQueue(): Promise<void>;
  /** Takes up a talk of their own again. */
  openOwn(name: string): Promise<void>;
  accept(question: string): Promise<void>;
  say(text: string): Promise<void>;
  message(text: string): Locator;
  /** All messages in which one of these words stands, in the order they are shown. */
  words(pattern: string): Promise<string[]>;
  sees(text: string | RegExp): Promise<void>;
}

export function asAgent(page: Page): Agent {
  const queue = page.getByRole("list", { name: "Waiting for an attendant" });
  const composer = page.getByLabel(/^Write to /);
  const talk = page.getByRole("region", { name: "Messages" });
  const waiting = (text: string) => queue.getByRole("listitem").filter({ hasText: text });
  return {
    page,
    queue,
    composer,
    talk,
    waiting,
    async openQueue() {
      await page.getByRole("tab", { name: /^Queue/ }).click();
    },
    async openOwn(name) {
      await page.getByRole("tab", { name: /^Mine/ }).click();
      await page.getByRole("list", { name: "Mine" }).getByText(name).click();
      await composer.waitFor();
    },
    async accept(question) {
      await waiting(question)
        .getByRole("button", { name: /^Accept/ })
        .click();
      await composer.waitFor();
    },
    async say(text) {
      await composer.fill(text);
      await composer.press("Enter");
    },
    message: (text) => talk.getByRole("article").filter({ has: page.getByText(text, { exact: true }) }),
    words: (pattern) =>
      talk
        .getByRole("article")
        .locator("[class*=bubble]")
        .filter({ hasText: new RegExp(pattern) })
        .allInnerTexts(),
    sees: (text) => page.getByText(text).last().waitFor(),
  };
}
