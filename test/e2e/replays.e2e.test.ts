import { randomUUID } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { openBrowser, type TestBrowser } from "../support/browser.js";
import { type Locale, locales } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { type ForeignSite, openForeignSite } from "../support/foreign-page.js";
import { guestsOn, saveWidget } from "../support/widget-settings.js";
import { languages } from "../../web/texts/index.js";
import { widgetTexts } from "../../web/texts/widget/index.js";
import { asAgent } from "./agent.js";
import { asRequester } from "./requester.js";
import { shows } from "./shows.js";
import { findEnglish } from "./untranslated.js";

/** A sentence with words of both directions, as one of the reporters gave it. */
const fromTheRight = "تست فارسی و English با هم";
const countSounds = `
  window.sounds = 0;
  window.AudioContext = class extends AudioContext {
    constructor() { super(); window.sounds += 1; }
  };
`;

/** What is asked of the page; the tests themselves know no page. */
interface Styles {
  getComputedStyle(element: unknown): { readonly direction: string };
}

/** What users of other desks reported of pages, played in a browser. */
describe("replays in the browser", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let portal: ForeignSite;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    [browser, portal] = await Promise.all([openBrowser(), openForeignSite(desk.url)]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await portal.close();
    await desk.stop();
  });
  afterEach(async () => {
    await browser.closePages("replays");
    expect(browser.takeFaults()).toEqual([]);
  });

  const directionOf = (found: Locator) =>
    found.evaluate((element) => (globalThis as unknown as Styles).getComputedStyle(element).direction);
  const written = (page: Page, text: string) => page.getByText(text, { exact: true }).last();
  const sounds = (page: Page) => page.evaluate<number>("window.sounds");
  const waits = async (name: string) => (await Talk.begin(await desk.connect(name))).askForPerson();
  async function console(name: string): Promise<Page> {
    const page = await browser.openPage(desk, name);
    await page.addInitScript(countSounds);
    await page.goto("/agent");
    await page.getByRole("tab", { name: /^Queue/ }).click();
    return page;
  }
  const showsWaiting = (page: Page, number: string | undefined) =>
    page.getByText(number ?? "", { exact: true }).waitFor();

  it("chatwoot#686, chatwoot#2326, chatwoot#7141, chatwoot#7407: words that read from the right stand so, in the chat on a page from the right and in the console, beside words from the left", async () => {
    const admin = await desk.connect("admin");
    await saveWidget(admin, { allowedOrigins: [portal.origin], guest: guestsOn });
    const visitor = await browser.openPage(desk);
    await visitor.goto(portal.page({ html: 'dir="rtl" lang="ar"', data: 'data-locale="en" data-open' }));
    const composer = visitor.locator(".composer textarea");
    await composer.fill(fromTheRight);
    const typed = await directionOf(composer);
    await composer.press("Enter");
    await visitor.getByText(fromTheRight).waitFor();
    await composer.fill("and from the left");
    await composer.press("Enter");
    await visitor.getByText("and from the left").waitFor();

    const shown = [
      await directionOf(written(visitor, fromTheRight)),
      await directionOf(written(visitor, "and from the left")),
    ];
    expect([typed, ...shown]).toEqual(["rtl", "rtl", "ltr"]);

    const talk = await Talk.begin(await desk.connect("ana"));
    await talk.askForPerson();
    await talk.send(fromTheRight);
    const agent = asAgent(await browser.openPage(desk, "bruno"));
    await agent.page.goto("/agent");
    await agent.accept("Ana");
    await agent.page.getByText(fromTheRight).last().waitFor();
    expect(await directionOf(written(agent.page, fromTheRight))).toBe("rtl");
  });

  it("chatwoot#6681: speaks wholly in each language that can be chosen, by the page or in the chat; one it does not have leaves it whole", async () => {
    await saveWidget(await desk.connect("admin"), { allowedOrigins: [portal.origin], guest: guestsOn });
    const visitor = await browser.openPage(desk, undefined, { locale: "pt-BR" });
    const speaks = (locale: Locale) => visitor.getByLabel(widgetTexts[locale]["composer.label"]).waitFor();
    const offered = visitor.locator("select option");
    for (const locale of locales) {
      await visitor.goto(portal.page({ data: `data-locale="${locale}" data-open` }));
      await speaks(locale);
      await visitor.locator(".bubble").first().waitFor();
      if (locale !== "en") expect(await findEnglish(visitor, locale)).toEqual([]);
      // The next one is another visitor: what was said stays in its language.
      await visitor.evaluate("localStorage.clear()");
    }
    await visitor.goto(portal.page({ data: "data-open" }));
    await speaks("pt");
    for (const name of await offered.allInnerTexts()) {
      await visitor.locator("select").selectOption({ label: name });
      const { locale = "en" } = languages.find((language) => language.name === name) ?? {};
      await speaks(locale);
    }

    await visitor.evaluate("localStorage.clear()");
    await visitor.goto(portal.page({ data: 'data-locale="is" data-open' }));
    await speaks("pt");
    expect(await offered.allInnerTexts()).toEqual(languages.map(({ name }) => name));
    expect(await findEnglish(visitor, "pt")).toEqual([]);
  });

  it("feature-requests#358: sounds again and again while somebody waits, where an agent wants it, and is silent once they are taken", async () => {
    const page = await console("carla");
    await page.clock.install();
    const { id, ticketNumber } = await waits("rui");
    await showsWaiting(page, ticketNumber);
    await shows(() => page.evaluate("window.sounds > 0"), true);
    const once = await sounds(page);
    await page.clock.runFor(60_000);
    expect(await sounds(page)).toBe(once);

    await page.getByRole("button", { name: "Sound again while somebody waits" }).click();
    await page.clock.runFor(60_000);
    const reminded = await sounds(page);
    expect(reminded).toBe(once + 3);

    await (await desk.connect("bruno")).get("attendance:accept", {
      attendanceId: id,
      requestId: randomUUID(),
    });
    await page.getByText(ticketNumber ?? "", { exact: true }).waitFor({ state: "hidden" });
    await page.clock.runFor(60_000);
    expect(await sounds(page)).toBe(reminded);
  });

  it("LHC#972: who has gone off is shown what comes, and hears nothing of it", async () => {
    const carla = await desk.connect("carla");
    await carla.get("presence:set", { status: "offline" });
    const page = await console("carla");
    await page.getByRole("button", { name: /Offline/ }).waitFor();

    const { ticketNumber } = await waits("ana");
    await showsWaiting(page, ticketNumber);

    expect(await sounds(page)).toBe(0);
    await carla.get("presence:set", { status: "available" });
  });

  it("chatwoot#12865: reminds at the next visit of a talk that was not rated, is rid of it with one press, and keeps nobody from asking", async () => {
    const rui = await desk.connect("rui");
    const { id } = await (await Talk.begin(rui)).askForPerson();
    const bruno = await desk.connect("bruno");
    await bruno.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    await bruno.get("attendance:end", { attendanceId: id });
    await Talk.begin(rui);
    const person = asRequester(await browser.openPage(desk, "rui"));
    await person.page.goto("/");
    await person.openTalk();
    const reminder = person.panel.getByRole("button", {
      name: "You have not said yet how your last talk was",
    });

    await reminder.click();
    await person.sees("How was the conversation with Bruno Lima?");
    await person.panel.getByRole("button", { name: "Skip" }).click();
    await person.sees("Skipped.");
    await person.say("my mailbox is full");
    await person.panel.locator(".row-other").nth(1).waitFor();

    const { body } = await rui.rest("GET", "/api/v1/satisfaction/open");
    expect(JSON.stringify(body)).not.toContain((await surveyed(id)) ?? "nothing");
  });

  async function surveyed(attendanceId: string): Promise<string | undefined> {
    const row = await desk.app.domains.store.db
      .selectFrom("attendance")
      .select("conversation_id")
      .where("id", "=", attendanceId)
      .executeTakeFirst();
    return row?.conversation_id;
  }
});
