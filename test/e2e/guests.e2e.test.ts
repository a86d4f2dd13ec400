import { SignJWT } from "jose";
import type { Page } from "playwright-core";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { DeskClient } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { type ForeignSite, openForeignSite } from "../support/foreign-page.js";
import { openFront } from "../support/front.js";
import { guestsOn, newSecret, saveWidget } from "../support/widget-settings.js";
import { shows } from "./shows.js";

// The runner looks for these names to know what a suite needs: "../support/browser.js".

describe("the widget on a page of another site", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let portal: ForeignSite;
  let admin: DeskClient;
  let secret: string;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    [browser, portal, admin] = await Promise.all([
      openBrowser(),
      openForeignSite(desk.url),
      desk.connect("admin"),
    ]);
    secret = await newSecret(admin);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
    await desk.stop();
  });
  afterEach(async () => {
    await browser.closePages("guests");
    expect(browser.takeFaults()).toEqual([]);
  });

  const settings = (change: Parameters<typeof saveWidget>[1] = {}) =>
    saveWidget(admin, {
      allowedOrigins: [portal.origin],
      ...change,
      guest: { ...guestsOn, ...change.guest },
    });
  const visit = async (tag: { data?: string; html?: string } = {}): Promise<Page> => {
    const page = await browser.openPage(desk);
    await page.goto(portal.page(tag));
    return page;
  };
  const sign = (sub: string, name: string) =>
    new SignJWT({ sub, name })
      .setProtectedHeader({ alg: "HS256" })
      .setExpirationTime("10m")
      .sign(new TextEncoder().encode(secret));
  const found = (what: string) =>
    `document.querySelector("deskhand-widget").shadowRoot.querySelector("${what}")`;
  const inWidget = (page: Page, what: string, property: string) =>
    page.evaluate(`${found(what)}.${property}`);
  const styleIn = (page: Page, what: string, property: string) =>
    page.evaluate(`getComputedStyle(${found(what)}).${property}`);
  const say = async (page: Page, text: string) => {
    const composer = page.locator(".composer textarea");
    await composer.fill(text);
    await composer.press("Enter");
  };

  it("S2-X1 lets a guest talk with the assistant in three languages, with no door to a person", async () => {
    await settings({ guest: { startsOpened: true, welcome: { pt: "Seja bem-vindo à portaria" } } });
    const visitors = [
      { lang: "en", words: "my flux capacitor hums in B flat", hello: "I am the virtual assistant" },
      { lang: "es", words: "mi condensador de fluzo zumba en si bemol", hello: "Soy el asistente virtual" },
      { lang: "pt", words: "meu capacitor de fluxo zumbe em si bemol", hello: "Seja bem-vindo à portaria" },
    ];
    for (const { lang, words, hello } of visitors) {
      const page = await visit({ html: `lang="${lang}"` });
      // Starts opened: nobody has pressed anything.
      await page.getByText(hello).waitFor();
      await say(page, words);
      await page.locator(".row-other .chip:enabled").first().waitFor();
      const chips = await page.locator(".chip").allInnerTexts();

      expect(chips.join()).not.toMatch(/attendant|attendance|agente|atenci|atendente|atendimento/i);
      await shows(() => page.locator(".head button").count(), 2);
      await page.reload();
      await page.getByText(words, { exact: true }).waitFor();
      await keepPicture(page, `widget/guest-${lang}`);
    }
  });

  it("S2-X1 runs the initial action, and shows what an admin changes at the next load", async () => {
    const logo = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    await admin.rest("PUT", "/api/v1/widget/logo", { content: logo.toString("base64") });
    expect(
      await admin.rest("PUT", "/api/v1/widget/logo", { content: Buffer.from("<svg/>").toString("base64") }),
    ).toMatchObject({ status: 422 });
    await settings();
    const page = await visit();
    await page.getByRole("button", { name: "Talk" }).waitFor();

    await settings({
      title: { en: "Porter" },
      greeting: { en: "At your service" },
      button: { en: "Ask the porter" },
      accent: "#ffd43b",
      position: "left",
      languages: ["en"],
      guest: { initialAction: { kind: "menu" } },
    });
    await page.reload();
    await page.getByRole("button", { name: "Ask the porter" }).click();
    await page.locator(".bubble", { hasText: "I can find instructions" }).waitFor();

    const head = page.locator(".head");
    expect(await head.textContent()).toContain("PorterAt your service");
    expect(await inWidget(page, ".logo", "naturalWidth")).toBe(1);
    await shows(() => head.locator("select").count(), 0);
    // Nobody sees words that nobody has written.
    await shows(() => page.locator(".row-own").count(), 0);
    const launcher = page.locator(".launcher");
    expect(await styleIn(page, ".launcher", "color")).toBe("rgb(0, 0, 0)");
    expect((await launcher.boundingBox())?.x).toBeLessThan(100);
    await keepPicture(page, "widget/changed-look");
  });

  it("talks as the signed person, who finds the own ticket, and as nobody when unsigned (S41)", async () => {
    await settings();
    const identity = await sign("p-1", "Paula Reis");
    const { token } = (await (
      await fetch(`${desk.url}/api/v1/session/identity`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token: identity }),
      })
    ).json()) as { token: string };
    const paula = await DeskClient.connectWith(desk.url, token);
    const { items } = (await paula.rest("GET", "/api/v1/catalog?locale=en")).body as {
      items: { services: { activities: { id: string; fields: unknown[] }[] }[] }[];
    };
    const activity = items
      .flatMap((one) => one.services.flatMap((service) => service.activities))
      .find(({ fields }) => fields.length === 0);
    const { body } = await paula.rest("POST", "/api/v1/tickets", {
      activityId: activity?.id,
      description: "The canary is silent",
    });
    const { number } = body as { number: string };
    paula.close();

    const known = await visit({ data: `data-identity="${identity}" data-locale="en" data-open` });
    await known.getByText("Hello Paula Reis").waitFor();
    await say(known, `how is ticket ${number} doing?`);
    await known.locator(".row-other", { hasText: `${number}` }).waitFor();
    await known.evaluate("Deskhand.logOut()");
    await known.evaluate(`Deskhand.identify("${identity}")`);
    // Logged out is logged out: the same token leads nowhere any more.
    await known.evaluate("Deskhand.open()");
    await known.getByText("You are talking as a guest.").waitFor();
    expect(browser.takeFaults().join()).toContain("401");

    const [head, claims] = identity.split(".");
    for (const data of [
      `data-identity="p-1" data-open`,
      `data-identity="${Buffer.from('{"alg":"none"}').toString("base64url")}.${claims}." data-open`,
      `data-identity="${head}.${claims}.AAAA" data-open`,
    ]) {
      const stranger = await visit({ data });
      await stranger.getByText("You are talking as a guest.").waitFor();
      await say(stranger, `how is ticket ${number} doing?`);
      await stranger.getByText(`${number}`, { exact: false }).last().waitFor();
      expect(await stranger.locator(".messages").textContent()).not.toContain("canary");
    }
    expect(browser.takeFaults().filter((fault) => !fault.includes("401"))).toEqual([]);
  });

  it("lies on a page that reads from the right without harm", async () => {
    await settings();
    const page = await visit({ html: 'dir="rtl" lang="ar"', data: 'data-locale="en" data-open' });
    await page.locator(".composer textarea").waitFor();

    const panel = page.locator(".panel");
    expect(await styleIn(page, ".panel", "direction")).toBe("ltr");
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    const box = await panel.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeCloseTo(1260, 0);
    await keepPicture(page, "widget/rtl");
  });

  it("does not serve a page that no admin has allowed (S17)", async () => {
    await settings({ allowedOrigins: [] });
    const page = await visit({ data: "data-open" });
    await page.locator(".panel .retry, .panel .spinner, .panel .fault, .panel h2").first().waitFor();

    await shows(() => page.locator(".composer").count(), 0);
    // It goes on to try; the page is left before it is judged.
    await page.goto("about:blank");
    expect(browser.takeFaults().join()).toMatch(/CORS/);
  });

  it("S2-X1 stands on the log-in page, and lets whoever logs in take the talk along", async () => {
    await settings();
    const page = await browser.openPage(desk);
    await page.goto("/login");
    await page.getByRole("button", { name: "Talk" }).click();
    await page.getByText("You are talking as a guest.").waitFor();
    await say(page, "how do I reset my password?");
    await page.locator(".row-other").nth(1).waitFor();
    await keepPicture(page, "widget/log-in-page");

    await page.getByLabel("User name").first().fill("rui");
    await page.getByLabel("Password").first().fill("demo");
    await page.getByRole("button", { name: "Log in", exact: true }).first().click();
    await page.getByRole("button", { name: /^Talk/ }).click();
    await page.getByRole("button", { name: "Take it along" }).click();

    await page.getByText("how do I reset my password?", { exact: true }).waitFor();
    await shows(() => page.getByText("You are talking as a guest.").count(), 0);
  });

  it("tiledesk#45: names the address by which the desk was opened, wherever it really runs, in the tag for other sites; and that tag works there", async () => {
    const outside = await openFront(Number(new URL(desk.url).port));
    const page = await browser.openPage(outside, "admin");
    await page.goto("/admin/widget");
    await page.getByRole("tab", { name: "Pages and identity" }).click();
    await page.getByText(`<script src="${outside.url}/widget.js" async></script>`, { exact: true }).waitFor();
    expect(await page.getByText(desk.url).count()).toBe(0);
    const site = await openForeignSite(outside.url);
    await saveWidget(admin, { allowedOrigins: [portal.origin, site.origin], guest: guestsOn });

    const visitor = await browser.openPage(desk);
    await visitor.goto(site.page({ data: "data-open" }));
    await visitor.locator("deskhand-widget .bubble").first().waitFor();
    await site.close();
    await outside.close();
  });

  it("is set on a page that shows the chat itself and tells what is missing", async () => {
    await settings({ guest: { enabled: false, keyword: "" } });
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/widget");
    await page.getByRole("textbox", { name: "Title", exact: true }).fill("Reception");
    await page.locator("deskhand-widget .who-text", { hasText: "Reception" }).waitFor();
    await keepPicture(page, "widget/admin-look");
    for (const part of ["Guests", "Pages and identity", "History", "Beginning", "Look"]) {
      await page.getByRole("tab", { name: part }).click();
      expect([part, await findBarriers(page)]).toEqual([part, []]);
      await keepPicture(page, `widget/admin-${part.toLowerCase().replaceAll(" ", "-")}`);
    }
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    for (const part of ["Pages and identity", "Look"]) {
      await page.getByRole("tab", { name: part }).click();
      expect([part, await findBarriers(page)]).toEqual([part, []]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
      await keepPicture(page, `widget/admin-phone-${part.toLowerCase().replaceAll(" ", "-")}`);
    }
    await page.locator("section deskhand-widget").scrollIntoViewIfNeeded();
    await keepPicture(page, "widget/admin-phone-preview");
    await page.getByRole("tab", { name: "Guests" }).click();
    await page.getByLabel("Enable guest mode").click();
    await page.getByLabel("Guest mode – secret key").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Needed for guest mode.").first().waitFor();
    await page.getByRole("textbox", { name: "Guest mode – secret key" }).fill("visitor");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Chat settings saved").waitFor();

    const look = (await (await fetch(`${desk.url}/api/v1/widget`)).json()) as {
      title: object;
      guest?: object;
    };
    expect(look).toMatchObject({ title: { en: "Reception" }, guest: { reachesPeople: false } });
  });
});
