import type { Page } from "playwright-core";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { asRequester } from "./requester.js";
import { shows } from "./shows.js";

const tabs = ["questions", "choices", "examples", "gold", "threshold", "try", "search"];
const views = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

describe("the page about understanding", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser();
    const [ana, rui] = [await desk.connect("ana"), await desk.connect("rui")];
    await (await Talk.begin(ana)).say("my flux capacitor hums in B flat");
    await (await Talk.begin(rui)).say("flux capacitor hums");
    const talk = await Talk.begin(rui);
    const { actions = [] } = await talk.say("wifi for me and for visitors");
    const chosen = actions.filter(({ value }) => value.kind === "open-article").at(-1);
    if (chosen !== undefined) await talk.say(chosen.title, chosen.value);
  });
  afterEach(() => browser.closePages("understanding"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const open = async (tab: string, view: Parameters<TestBrowser["openPage"]>[2] = {}): Promise<Page> => {
    const page = await browser.openPage(desk, "admin", { locale: "en-GB", ...view });
    await page.goto(`/admin/understanding?tab=${tab}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByRole("tabpanel").waitFor();
    return page;
  };

  it("makes a question an example in two clicks, and the list and the record say so (S2-32)", async () => {
    const page = await open("questions");
    const item = page.getByRole("listitem").filter({ hasText: "flux capacitor hums" }).first();
    await item.getByText("asked 2 times").waitFor();
    await item.getByRole("button", { name: "Teach what it means" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "It means" }).click();
    await page.getByRole("option", { name: "Reset a password" }).click();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, "understanding/teach");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });

    await page.getByText("No unanswered questions").waitFor();
    await page.getByRole("tab", { name: "Examples" }).click();
    await page.getByText("From a question by").waitFor();
    expect(browser.takeFaults()).toEqual([]);
  });

  it("begins an article with the question in its title", async () => {
    await (await Talk.begin(await desk.connect("ana"))).say("zyxwv hovercraft eels");
    const page = await open("questions");
    await page.getByRole("link", { name: "Write an article" }).first().click();

    await page.getByRole("textbox", { name: "Title" }).waitFor();
    await shows(() => page.getByRole("textbox", { name: "Title" }).inputValue(), "zyxwv hovercraft eels");
  });

  it("begins an activity with the question as its name and as its first sentence", async () => {
    await (await Talk.begin(await desk.connect("rui"), "es")).say("quiero alquilar un zepelín fosforescente");
    const page = await open("questions");
    const item = page.getByRole("listitem").filter({ hasText: "zepelín fosforescente" });
    await item.getByRole("link", { name: "Make an activity" }).click();
    const sheet = page.getByRole("dialog", { name: "New activity" });

    const name = sheet.getByRole("textbox", { name: "Name" });
    await name.waitFor();
    expect(await name.inputValue()).toBe("quiero alquilar un zepelín fosforescente");
    await sheet.getByRole("tab", { name: "Sample sentences" }).click();
    expect(await sheet.getByRole("textbox").inputValue()).toBe("quiero alquilar un zepelín fosforescente");
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, "understanding/new-activity");
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => url.search === "");
    expect(browser.takeFaults()).toEqual([]);
  });

  it("learns what somebody chose when an admin agrees, and shows what is mixed up", async () => {
    const page = await open("choices");
    const item = page.getByRole("listitem").filter({ hasText: "wifi for me and for visitors" });
    await item.getByText(/1 person chose/).waitFor();
    await page.getByRole("region", { name: "Mixed up" }).waitFor();
    await item.getByRole("button", { name: "Learn it", exact: true }).click();

    await page.getByText("Learned", { exact: true }).waitFor();
    await item.waitFor({ state: "detached" });
    expect(browser.takeFaults()).toEqual([]);
  });

  it("measures the gold set, and shows the score of each language over time", async () => {
    const page = await open("gold");
    for (let times = 0; times < 2; times += 1) {
      const measured = page.waitForResponse(
        (one) => one.url().endsWith("/gold/runs") && one.request().method() === "POST",
      );
      await page.getByRole("button", { name: "Measure now" }).click();
      await measured;
      await page.locator("button[data-loading]").waitFor({ state: "detached" });
    }

    await page.getByRole("img", { name: "Share of the gold set that was right, run by run" }).waitFor();
    const rows = page.getByRole("region", { name: "Score over time" }).getByRole("row");
    expect(await rows.count()).toBeGreaterThanOrEqual(3);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, "understanding/gold-over-time");
    expect(browser.takeFaults()).toEqual([]);
  });

  it("puts an article first for a word, and tells so where a sentence is tried", async () => {
    const page = await open("search");
    const part = page.getByRole("region", { name: "Articles that count for more or less" });
    await part.getByRole("button", { name: "Add" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Article" }).fill("mailbox is full");
    await page.getByRole("option", { name: "The mailbox is full" }).click();
    await dialog.getByLabel("For questions with these words").fill("gobbledygook");
    await dialog.getByRole("combobox", { name: "It counts" }).click();
    await page.getByRole("option", { name: "as the answer" }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await part.getByText("gobbledygook").waitFor();

    await page.getByRole("tab", { name: "Try it" }).click();
    await page.getByLabel("Sentence").fill("gobbledygook in outlook on my laptop");
    await page.getByRole("button", { name: "Explain" }).click();

    await page.getByText("Set here: as the answer").waitFor();
    await page.getByText(/Noticed: .*device: laptop/).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export as JSON" }).click();
    expect((await download).suggestedFilename()).toBe("explained.json");
    expect(browser.takeFaults()).toEqual([]);
  });

  it("exports what another threshold would change, as every list", async () => {
    const page = await open("threshold");
    await page.getByRole("button", { name: "Export" }).click();
    const link = page.getByRole("menuitem", { name: "As CSV" });

    const file = await page.request.get((await link.getAttribute("href")) ?? "");

    expect(file.headers()["content-disposition"]).toContain("what-if.csv");
    await page.getByText("Handed over").waitFor();
  });

  it.each(["light", "dark"] as const)(
    "marks for the requester the sentence of the article that answers, in the %s chat",
    async (colorScheme) => {
      const page = await browser.openPage(desk, "ana", { colorScheme, width: 390, height: 844 });
      const requester = asRequester(page);
      await page.goto("/");
      await requester.openTalk();
      await requester.say("how do i unlock my account?");

      const mark = requester.talk.locator(".bubble mark").last();
      await mark.waitFor();
      expect((await mark.textContent())?.length).toBeGreaterThan(10);
      expect(await findBarriers(page)).toEqual([]);
      await keepPicture(page, `understanding/marked-${colorScheme}`);
    },
  );

  it("explains a sentence, and takes a word for another at once", async () => {
    const page = await open("search");
    await page.getByRole("region", { name: "Same words" }).getByRole("button", { name: "Add" }).click();
    const dialog = page.getByRole("dialog");
    const words = dialog.getByLabel("Words");
    for (const word of ["wobbulator", "mailbox"]) {
      await words.fill(word);
      await words.press("Enter");
    }
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "wobbulator = mailbox", exact: true }).waitFor();
    await page.getByRole("tab", { name: "Try it" }).click();
    await page.getByLabel("Sentence").fill("the wobbulator is full");
    await page.getByRole("button", { name: "Explain" }).click();

    await page.getByRole("region", { name: "What search finds" }).getByText("The mailbox is full").waitFor();
    await page.getByText("Same words: wobbulator = mailbox").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, "understanding/tried");
  });

  it("shows past questions on the other side of a surer threshold (S2-X4)", async () => {
    const page = await open("threshold");
    const slider = page.getByRole("slider");
    await slider.focus();
    await slider.press("End");

    await page.getByText("Answered → Not understood").first().waitFor();
    await page.getByRole("button", { name: "Use 100%" }).waitFor();
    await keepPicture(page, "understanding/threshold-moved");
  });

  it("shows every part without a barrier, never sideways, on a desk and on a phone", async () => {
    const faults: string[] = [];
    for (const view of views) {
      const page = await open("questions", view);
      for (const tab of tabs) {
        await page.goto(`/admin/understanding?tab=${tab}`);
        await page.getByRole("tabpanel").waitFor();
        await page.locator(".mantine-Skeleton-root").first().waitFor({ state: "detached" });
        await keepPicture(page, `understanding/${tab}-${view.width}-${view.colorScheme}`);
        faults.push(...(await findBarriers(page)).map((one) => `${tab} ${view.width}: ${one}`));
        const isWide = await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth");
        if (isWide) faults.push(`${tab} is too wide at ${view.width}`);
      }
    }

    expect(faults).toEqual([]);
    expect(browser.takeFaults()).toEqual([]);
  });

  it.each([
    ["es-ES", "Comprensión", "Frases de control"],
    ["pt-BR", "Compreensão", "Frases de controle"],
  ])("speaks %s", async (locale, title, gold) => {
    const page = await open("gold", { locale });

    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.getByRole("tab", { name: gold }).waitFor();
    await keepPicture(page, `understanding/gold-${locale}`);
  });
});
