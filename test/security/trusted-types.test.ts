import type { Page } from "playwright-core";
import { openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { buildDesk } from "../support/desk-process.js";

/** Every page of the desk, and as whom it is opened. */
const pages = [
  ["", "/login"],
  ["ana", "/"],
  ["ana", "/tickets"],
  ["ana", "/services"],
  ["ana", "/knowledge"],
  ["bruno", "/agent"],
  ["bruno", "/agent/tickets"],
  ["bruno", "/agent/chat-requests"],
  ["admin", "/agent/wall"],
  ["admin", "/api"],
  ["admin", "/admin"],
] as const;

/** What turns text into markup or into a script; each is tried with the canary. */
const sinks = {
  innerHTML: `document.createElement("div").innerHTML = canary`,
  outerHTML: `document.body.appendChild(document.createElement("div")).outerHTML = canary`,
  insertAdjacentHTML: `document.body.insertAdjacentHTML("beforeend", canary)`,
  "document.write": `document.write(canary)`,
  DOMParser: `new DOMParser().parseFromString(canary, "text/html")`,
  createContextualFragment: `document.createRange().createContextualFragment(canary)`,
  srcdoc: `document.createElement("iframe").srcdoc = canary`,
  "script.src": `document.createElement("script").src = "/elsewhere.js"`,
  "script.text": `document.createElement("script").text = "window.ran = 1"`,
  serviceWorker: `navigator.serviceWorker.register("/elsewhere.js")`,
  Worker: `new Worker("/elsewhere.js")`,
  "onclick attribute": `document.body.setAttribute("onclick", "window.ran = 1")`,
} as const;

describe("the pages take no text for markup or scripts (S1, S4)", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    [desk, browser] = await Promise.all([startDesk(), openBrowser()]);
  }, 180_000);
  afterEach(() => browser.closePages("trusted-types"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const open = async (name: string, path: string): Promise<Page> => {
    const page = await browser.openPage(desk, name || undefined);
    await page.goto(path);
    await page.getByRole("heading").first().waitFor();
    return page;
  };

  it.each(pages)("%s opens %s, and no policy stops anything", async (name, path) => {
    const page = await open(name, path);
    await page.waitForLoadState("networkidle");

    expect(browser.takeFaults()).toEqual([]);
  });

  it("every admin page opens too", async () => {
    const page = await open("admin", "/admin");
    const paths: string[] = await page.evaluate(
      `[...new Set([...document.querySelectorAll('a[href^="/admin/"]')].map((one) => one.getAttribute("href")))]`,
    );
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole("heading").first().waitFor();
      await page.waitForLoadState("networkidle");
      expect([path, browser.takeFaults()]).toEqual([path, []]);
    }
  });

  it("nothing that makes markup or scripts takes a text", async () => {
    const page = await open("ana", "/");
    expect(browser.takeFaults()).toEqual([]);

    for (const [name, line] of Object.entries(sinks)) {
      const outcome = await page.evaluate(`(async () => {
        const canary = "<img src=x onerror='window.ran = 1'>";
        const told = new Promise((tell) => addEventListener("securitypolicyviolation", tell, { once: true }));
        try { await (${line}); return "taken"; }
        catch (error) { return [error.name, (await told).violatedDirective].join(); }
      })()`);
      expect([name, outcome]).toEqual([name, "TypeError,require-trusted-types-for"]);
    }
    expect(await page.evaluate("window.ran")).toBeUndefined();
    browser.takeFaults();
  });

  it("nobody makes a policy of their own, and the default one lets style sheets through alone", async () => {
    const page = await open("ana", "/");

    const made = await page.evaluate(`(async () => {
      const told = new Promise((tell) => addEventListener("securitypolicyviolation", tell, { once: true }));
      try { trustedTypes.createPolicy("mine", { createHTML: (text) => text }); return "made"; }
      catch (error) { return [error.name, (await told).violatedDirective].join(); }
    })()`);
    const style = await page.evaluate(`(() => {
      const style = document.createElement("style");
      style.innerHTML = "a { color: red }";
      return style.textContent;
    })()`);

    expect([made, style]).toEqual(["TypeError,trusted-types", "a { color: red }"]);
    browser.takeFaults();
  });

  it("an article's markup goes through the sanitizer, and its text is shown", async () => {
    const admin = await desk.connect("admin");
    const article = {
      title: "Kiwi and trust",
      language: "en",
      folder: "Trust",
      body: `**bold kiwi** <img src=x onerror="window.ran=1"> [link](https://example.com)`,
      visibility: "public",
      state: "published",
    };
    const saved = await admin.rest("POST", "/api/v1/knowledge/articles", article);
    await desk.app.domains.follower.look();
    const page = await open("ana", `/articles/${(saved.body as { id: string }).id}`);

    await page.locator("strong", { hasText: "bold kiwi" }).waitFor();
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(browser.takeFaults()).toEqual([]);
  });
});
