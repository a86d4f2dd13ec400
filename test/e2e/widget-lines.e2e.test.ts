import type { Page } from "playwright-core";
import { openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import type { DeskClient } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { type ForeignSite, openForeignSite } from "../support/foreign-page.js";
import { guestsOn, saveWidget } from "../support/widget-settings.js";
import { shows } from "./shows.js";

// The runner looks for these names to know what a suite needs: "../support/browser.js".

/** What a browser does behind a proxy that lets no WebSocket through. */
const noWebSocket = `window.WebSocket = class {
  constructor() { setTimeout(() => this.onerror?.(new Event("error"))); }
  close() {}
  send() {}
};`;

describe("what the widget fetches", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let portal: ForeignSite;
  let admin: DeskClient;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    [browser, portal, admin] = await Promise.all([
      openBrowser(),
      openForeignSite(desk.url),
      desk.connect("admin"),
    ]);
    await saveWidget(admin, { allowedOrigins: [portal.origin], guest: guestsOn });
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
    await desk.stop();
  });
  afterEach(async () => {
    await browser.closePages("widget-lines");
    expect(browser.takeFaults()).toEqual([]);
  });

  const say = async (page: Page, text: string): Promise<void> => {
    const composer = page.locator(".composer textarea");
    await composer.fill(text);
    await composer.press("Enter");
    await page.locator(".row-own", { hasText: text }).waitFor();
    await page.locator(".row-other").nth(1).waitFor();
  };

  it("is the texts of one language, and of another when it is chosen; none of it shows a gap", async () => {
    const page = await browser.openPage(desk);
    const texts: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/widget\/.*\.json$/.test(pathname))
        texts.push(pathname.slice("/widget/".length, -".json".length));
    });
    await page.route("**/widget/es.*", (route) => route.abort());
    await page.goto(portal.page({ html: 'lang="pt"', data: "data-open" }));
    const composer = page.locator(".composer textarea");
    await composer.waitFor();
    const menu = page.locator(".language select");
    const shown = () => page.locator(".language span").textContent();
    expect(await composer.getAttribute("placeholder")).toBe("Digite aqui");

    const refused = page.waitForEvent("requestfailed");
    await menu.selectOption("es");
    await refused;
    await page.waitForFunction(
      `document.querySelector("deskhand-widget").shadowRoot.querySelector(".language select").value === "pt"`,
    );
    expect([await shown(), await composer.getAttribute("placeholder")]).toEqual(["PT", "Digite aqui"]);

    await page.unroute("**/widget/es.*");
    await menu.selectOption("es");
    await page.locator('.deskhand[lang="es"]').waitFor({ state: "attached" });
    expect(await composer.getAttribute("placeholder")).toBe("Escriba aquí");
    await page.reload();
    await composer.waitFor();

    // The page itself speaks Portuguese; what was chosen here goes first.
    expect(await shown()).toBe("ES");
    expect(texts.map((name) => name.slice(0, 2))).toEqual(["pt", "es", "es", "es"]);
    browser.takeFaults();
  });

  it("lasts in caches, for pages of every origin", async () => {
    const script = await (await fetch(`${desk.url}/widget.js`)).text();
    const [address] = script.match(/\/widget\/en\.[0-9a-f]+\.json/) ?? [];
    const { headers, status } = await fetch(`${desk.url}${address}`);

    expect(status).toBe(200);
    expect(headers.get("cache-control")).toContain("immutable");
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  it("goes over plain HTTP where no WebSocket gets through, on other sites and on the desk's own pages", async () => {
    const guest = await browser.openPage(desk);
    const rui = await browser.openPage(desk, "rui");
    const polls: string[] = [];
    for (const page of [guest, rui]) {
      await page.addInitScript(noWebSocket);
      page.on("request", (request) => {
        if (request.url().includes("transport=polling")) polls.push(request.method());
      });
    }
    await guest.goto(portal.page({ html: 'lang="en"', data: "data-open" }));
    await say(guest, "how do I reset my password?");
    await rui.goto("/");
    await rui.getByRole("button", { name: /^Talk/ }).click();
    await say(rui, "how do I print on both sides?");

    expect(new Set(polls)).toEqual(new Set(["GET", "POST"]));
    await shows(() => guest.locator(".offline, .bubble-failed").count(), 0);
    // A question on the way while its line is closed, to come back as a guest, is answered with 400.
    expect(browser.takeFaults().filter((fault) => !fault.includes("status of 400"))).toEqual([]);
  });
});
