import type { Page } from "playwright-core";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { buildDesk } from "../support/desk-process.js";
import { asRequester } from "./requester.js";
import { shows } from "./shows.js";
import { findEnglish } from "./untranslated.js";

const title = "The mailbox is full";

describe("knowledge in the browser", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser();
  });
  afterEach(async () => {
    await browser.closePages("knowledge");
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const open = async (who: string, path: string, view = {}): Promise<Page> => {
    const page = await browser.openPage(desk, who, view);
    await page.goto(path);
    return page;
  };

  it("finds a part of a title in the chat, opens it there, views it in the portal and closes it to the list as it was (S2-23, S2-24, S2-26, S2-27, S2-28, S2-37)", async () => {
    const page = await open("rui", "/");
    const rui = asRequester(page);
    await rui.openTalk();
    await rui.say("mailbox is full");
    const choices = rui.panel.locator(".chips").first();
    await rui.offers(title);
    const before = await choices.getByRole("button").allInnerTexts();
    await rui.choose(title);
    const card = rui.panel.locator("article", { hasText: title });
    await card.getByText("A mailbox holds 50 GB").waitFor();

    await card.getByRole("link", { name: "View" }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/articles\//);

    await card.getByRole("button", { name: "Close" }).click();
    await card.getByText("A mailbox holds 50 GB").waitFor({ state: "detached" });
    await rui.offers(title);
    const after = await choices.getByRole("button", { disabled: false }).allInnerTexts();
    expect(after).toEqual(before);
    await keepPicture(page, "knowledge/list-is-back");
    await rui.choose(title);
    await card.nth(1).getByText("A mailbox holds 50 GB").waitFor();
  });

  it("opens the portal at the article in a tab of its own where a foreign page holds the chat (S2-27)", async () => {
    const page = await open("ana", "/");
    // As on a page that knows nothing of articles: nobody takes the wish.
    await page.evaluate(
      "window.addEventListener('deskhand:view-article', (e) => e.stopImmediatePropagation(), true)",
    );
    const ana = asRequester(page);
    await ana.openTalk();
    await ana.say("mailbox is full");
    await ana.choose(title);
    const opening = page.context().waitForEvent("page");

    await ana.panel.getByRole("link", { name: "View" }).last().click();

    const portal = await opening;
    await portal.getByRole("heading", { level: 1, name: title }).waitFor();
  });

  it("leads through folders, search, contents and related articles, takes feedback, and asks about an article", async () => {
    const page = await open("rui", "/knowledge");
    const folders = page.getByRole("navigation", { name: "Folders" });
    await folders.getByRole("link", { name: /^Devices/ }).click();
    await page.getByRole("link", { name: /The printer does not print/ }).waitFor();
    await page.getByText(title).waitFor({ state: "detached" });
    await folders.getByRole("link", { name: /^All articles/ }).click();
    await page.getByRole("searchbox").fill("malbox ful");
    const links = page.getByRole("main").getByRole("link");
    // What is found takes the place of all that is there, in the alphabet: a click between the two hits neither.
    await shows(async () => {
      const names = await links.allInnerTexts();
      return (
        names.findIndex((name) => name.startsWith(title)) <
        names.findIndex((name) => /^A colleague/.test(name))
      );
    }, true);
    await links.filter({ hasText: title }).click();
    await page.getByRole("heading", { level: 2, name: "Related articles" }).waitFor();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.getByLabel(/What is missing/).fill("Where is Outlook?");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("Thank you, we have noted it.").waitFor();
    await page.getByRole("button", { name: "Ask about this" }).click();
    await expectDraft(page, `About “${title}”: `);
    await page.keyboard.press("Escape");
    await page.emulateMedia({ media: "print" });
    await keepPicture(page, "knowledge/print");
    await shows(() => page.getByRole("button", { name: "Print" }).isVisible(), false);
    await shows(() => page.getByRole("heading", { level: 1, name: title }).isVisible(), true);
    await page.emulateMedia({ media: "screen" });
    expect(await findBarriers(page)).toEqual([]);

    await page.reload();
    await page.getByRole("button", { name: "No", exact: true, pressed: true }).waitFor();
  });

  it("writes an article beside its preview, keeps unsaved work through a reload, compares and restores", async () => {
    const page = await open("admin", "/admin/knowledge/new");
    await page.getByRole("textbox", { name: "Title" }).fill("Borrow a bicycle");
    await page.getByRole("textbox", { name: "Text" }).fill("## Where\n\nAt the **gate**.");
    await page.getByRole("heading", { level: 2, name: "Where" }).waitFor();
    await page.reload();
    await page.getByText("Your unsaved work from before is back.").waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Versions" }).waitFor();
    await page.getByRole("textbox", { name: "Text" }).fill("## Where\n\nAt the **door**.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Not saved yet").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Versions" }).click();
    await page.getByRole("button", { name: "Compare with the present text" }).click();
    await page.locator("del", { hasText: "gate" }).waitFor();
    await page.locator("ins", { hasText: "door" }).waitFor();
    await keepPicture(page, "knowledge/compare");
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Restore these words" }).click();
    await page.getByText("Version 1 restored").waitFor();
    expect(await page.getByRole("textbox", { name: "Text" }).inputValue()).toContain("gate");

    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { level: 1, name: "Borrow a bicycle" }).waitFor();
  });

  it("shows the second of two who save both texts and loses neither", async () => {
    const [eva, otto] = await Promise.all(
      [1, 2].map(async () => {
        const page = await open("admin", "/admin/knowledge?q=printer%20does");
        await page.getByRole("link", { name: "The printer does not print" }).click();
        await page.getByRole("textbox", { name: "Text" }).waitFor();
        return page;
      }),
    );
    if (!eva || !otto) throw new Error("Two pages were opened.");
    await eva.getByRole("textbox", { name: "Text" }).fill("Eva was here.");
    await eva.getByRole("button", { name: "Save", exact: true }).click();
    await eva.getByText(/” saved/).waitFor();
    await otto.getByRole("textbox", { name: "Text" }).fill("Otto was here.");
    await otto.getByRole("button", { name: "Save", exact: true }).click();

    const alert = otto.getByRole("alert").filter({ hasText: "saved this article meanwhile" });
    await alert.locator("del", { hasText: "Eva was here." }).waitFor();
    await alert.locator("ins", { hasText: "Otto was here." }).waitFor();
    await shows(
      () => otto.evaluate("document.querySelector('del').getBoundingClientRect().top < innerHeight"),
      true,
    );
    await keepPicture(otto, "knowledge/conflict");
    await alert.getByRole("button", { name: "Save mine over it" }).click();
    await otto.getByText(/” saved/).waitFor();

    await shows(() => otto.getByRole("textbox", { name: "Text" }).inputValue(), "Otto was here.");
    // The refusal is what the test wanted; the browser tells of it in its own words.
    expect(browser.takeFaults().filter((fault) => !/status of 409/.test(fault))).toEqual([]);
  });

  it("changes who reads a folder, in dark and on a phone, without a barrier and without English (S2-25)", async () => {
    const page = await open("admin", "/admin/knowledge", {
      colorScheme: "dark",
      width: 390,
      locale: "es-ES",
    });
    await page.getByRole("table").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await keepPicture(page, "knowledge/list-phone");
    const left = await findEnglish(page, "es");
    await page.getByRole("button", { name: "Permisos de carpetas" }).click();
    await page.getByRole("button", { name: "Permisos para otra carpeta" }).click();
    await page
      .getByRole("textbox", { name: "Carpeta" })
      .or(page.getByRole("combobox", { name: "Carpeta" }))
      .last()
      .fill("Agents");
    await page.keyboard.press("Escape");
    await page
      .getByRole("combobox", { name: "Lectores de lo interno" })
      .or(page.getByLabel("Lectores de lo interno"))
      .first()
      .click();
    await page.getByRole("option", { name: "Toda persona con sesión iniciada" }).click();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Guardar" }).click();
    await page.getByText("«Agents» guardado").waitFor();

    const rui = await open("rui", "/knowledge?folder=Agents");
    await rui.getByRole("link", { name: /make sure who is asking/ }).waitFor();
    expect(left).toEqual([]);
  });
});

async function expectDraft(page: Page, words: string): Promise<void> {
  const field = page.getByRole("dialog", { name: "Chat" }).getByLabel("Your message");
  await field.waitFor();
  await shows(() => field.inputValue(), words);
}
