import type { Page } from "playwright-core";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { type ModelServer, openModelServer } from "../support/model-server.js";
import { asRequester } from "./requester.js";

const views = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

describe("answers that a language model writes", () => {
  let model: ModelServer;
  let desk: RunningDesk;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    model = await openModelServer();
    model.says("Open https://password.example.com on any device [1].");
    desk = await startDesk({ LANGUAGE_MODEL_URL: model.url });
    browser = await openBrowser();
  });
  afterEach(() => browser.closePages("answers"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await model.close();
  });

  const open = async (tab: string, view: Parameters<TestBrowser["openPage"]>[2] = {}): Promise<Page> => {
    const page = await browser.openPage(desk, "admin", { locale: "en-GB", ...view });
    await page.goto(`/admin/answers?tab=${tab}`);
    await page.getByRole("tabpanel").waitFor();
    return page;
  };

  it("are switched on by an admin, who cannot change what the operator has set", async () => {
    const page = await open("settings");
    expect(await page.getByRole("textbox", { name: "Endpoint" }).isDisabled()).toBe(true);
    await page.getByRole("textbox", { name: "Model" }).fill("small-one");
    await page.getByLabel("Key", { exact: true }).fill("secret-canary-key");
    await page.getByRole("switch").click();
    await page.getByRole("button", { name: "Save" }).click();

    await page.getByText("On", { exact: true }).waitFor();
    await page.getByText(/^There is a key\./).waitFor();
    expect(await page.content()).not.toContain("secret-canary-key");
    expect(browser.takeFaults()).toEqual([]);
  });

  it("are shown to requesters with their article, and with a way to say that it did not help", async () => {
    const page = await browser.openPage(desk, "ana", { locale: "en-GB" });
    await page.goto("/");
    const ana = asRequester(page);
    await ana.openTalk();
    await ana.say("I forgot my password");
    await ana.sees(/Written by a language model/);
    await ana.offers("[1] Reset your password");
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, "answers/requester");

    await ana.choose("[1] Reset your password");
    await ana.offers("Yes, it helped");
    expect(browser.takeFaults()).toEqual([]);
  });

  it("can be tried, with what the model got and what the check refuses", async () => {
    model.says("Wait 77 minutes before you sign in [1].");
    const page = await open("try");
    await page.getByRole("textbox", { name: "Question" }).fill("I forgot my password");
    await page.getByRole("button", { name: "Ask" }).click();

    await page.getByText("a number or an address is not in the article").waitFor();
    await page.getByText("Wait 77 minutes").last().waitFor();
    await page.getByText("[1] Reset your password").click();
    await page.getByText("It expires every 180 days").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, "answers/try");
  });

  it.each(views)("read well on $width pixels, $colorScheme", async (view) => {
    await (await Talk.begin(await desk.connect("rui"))).say("I forgot my password");
    for (const tab of ["settings", "try", "answers"]) {
      const page = await open(tab, view);
      if (tab === "answers") await page.getByText("I forgot my password").first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(wide).toBeLessThanOrEqual(0);
      await keepPicture(page, `answers/${tab}-${view.width}-${view.colorScheme}`);
      await page.close();
    }
    expect(browser.takeFaults()).toEqual([]);
  });

  it("tell in the talk of a question why nothing was shown", async () => {
    model.says("Wait 77 minutes before you sign in [1].");
    const talk = await Talk.begin(await desk.connect("rui"));
    const reply = await talk.say("I forgot my password");
    const none = reply.actions?.find(({ value }) => value.kind === "none-of-these");
    await talk.say(none?.title ?? "", none?.value);
    const page = await browser.openPage(desk, "admin", { locale: "en-GB" });
    await page.goto("/admin/understanding?tab=questions");
    const item = page.getByRole("listitem").filter({ hasText: "I forgot my password" }).first();
    await item.getByText("Show the questions").click();
    await item.getByRole("button", { name: "Open the talk" }).first().click();

    await page.getByText(/Language model: Refused/).waitFor();
    expect(browser.takeFaults()).toEqual([]);
  });
});
