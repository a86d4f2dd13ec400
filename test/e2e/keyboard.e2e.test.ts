import type { Page } from "playwright-core";
import { keepPicture } from "../support/browser.js";
import { asAgent } from "./agent.js";
import { focusIsIn, tabTo } from "./focus.js";
import { closeAttendances, nonsense } from "./people.js";
import { asRequester } from "./requester.js";
import { startEmbedded } from "./setup.js";
import { shows } from "./shows.js";
import { prepareStage } from "./stage.js";

describe("a whole attendance by keyboard alone", () => {
  const stage = prepareStage("keyboard", startEmbedded);
  beforeEach(() => closeAttendances(stage().setup));

  it("chatwoot#1940, Rocket.Chat#9500, Rocket.Chat.Livechat#491, botpress#2980, botpress/v12#940, EmbeddedChat#1260: is held from the log-in to the end on both sides", async () => {
    const [anaPage, brunoPage] = [await logIn("ana", "/"), await logIn("bruno", "/agent")];
    const [ana, bruno] = [asRequester(anaPage), asAgent(brunoPage)];

    await anaPage.getByRole("button", { name: /^Talk/ }).waitFor();
    await tabTo(anaPage, /^Talk/);
    await anaPage.keyboard.press("Enter");
    await ana.composer.waitFor();
    await focusIsIn(anaPage, "Your message");
    await anaPage.keyboard.type(nonsense);
    await anaPage.keyboard.press("Enter");
    await ana.offers("Talk to an attendant");
    await tabTo(anaPage, /^Talk to an attendant$/, "Shift+Tab");
    await keepPicture(anaPage, "keyboard-choice");
    await anaPage.keyboard.press("Enter");
    await ana.sees("Searching attendant…");
    await focusIsIn(anaPage, "Your message");

    await brunoPage.getByRole("button", { name: "Accept Ana Souza" }).first().waitFor();
    await brunoPage.keyboard.press("Alt+KeyA");
    await bruno.composer.waitFor();
    await focusIsIn(brunoPage, "Write to Ana Souza");
    await brunoPage.keyboard.type("Hello Ana.");
    await brunoPage.keyboard.press("Enter");
    await ana.message("Hello Ana.").waitFor();
    await anaPage.keyboard.type("It hums.");
    await anaPage.keyboard.press("Shift+Enter");
    await anaPage.keyboard.type("Loudly.");
    await anaPage.keyboard.press("Enter");
    await bruno.message("It hums. Loudly.").waitFor();
    await brunoPage.keyboard.press("Alt+KeyE");
    await tabTo(brunoPage, /^End the talk$/);
    await keepPicture(brunoPage, "keyboard-end");
    await brunoPage.keyboard.press("Enter");
    await ana.sees("The attendance has ended: Solved");

    await tabTo(anaPage, /^Hide$/);
    await anaPage.keyboard.press("Escape");
    await ana.panel.waitFor({ state: "hidden" });
    await focusIsIn(anaPage, /^Talk/);
  });

  it("shows the console's shortcuts, and finds its commands by typing", async () => {
    const page = await logIn("bruno", "/agent");
    await page.getByText("No talk is open").waitFor();

    await page.keyboard.press("Shift+?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await keepPicture(page, "keyboard-shortcuts");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor({ state: "hidden" });
    await command(page, "busy");
    await page.getByText("Your status: Busy").waitFor({ state: "attached" });
    await command(page, "available");

    await page.getByText("Your status: Available").waitFor({ state: "attached" });
    await shows(() => page.getByText("Your status: Busy").count(), 0);
  });

  it("shows where the focus is on the borders between the parts, and moves them by the arrow keys", async () => {
    const page = await openConsole({});

    await tabTo(page, "Ticket number or name");
    const border = page.locator("[role=separator]:focus-visible");
    while ((await border.count()) === 0) await page.keyboard.press("Tab");
    const before = Number(await border.getAttribute("aria-valuenow"));
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await keepPicture(page, "keyboard-border");
    await page.keyboard.press("ArrowRight");

    await shows(async () => Number(await border.getAttribute("aria-valuenow")) > before, true);
  });

  it("closes the menus of the head with Escape, opened by mouse or by key, and the focus is back on their button", async () => {
    const wide = await openConsole({});
    const narrow = await openConsole({ width: 390, height: 844 });
    for (const [page, name] of [
      [wide, /Bruno Lima/],
      [wide, /Your status/],
      [narrow, /Bruno Lima/],
    ] as const) {
      const button = page.getByRole("button", { name }).first();
      for (const press of [() => button.click(), () => button.press("Enter")]) {
        await press();
        await page.getByRole("menu").waitFor();
        await shows(() => page.evaluate("document.activeElement?.closest('[role=menu]') != null"), true);
        await page.keyboard.press("Escape");
        await page.getByRole("menu").waitFor({ state: "hidden" });
        await focusIsIn(page, name);
      }
    }
  });

  async function openConsole(view: { readonly width?: number; readonly height?: number }): Promise<Page> {
    const page = await stage().browser.openPage(stage().setup.agents, "bruno", view);
    await page.goto("/agent");
    await page.getByRole("tab", { name: /^Queue/ }).waitFor();
    return page;
  }

  async function command(page: Page, words: string): Promise<void> {
    await page.keyboard.press("Control+KeyK");
    await page.getByPlaceholder("What do you want to do?").waitFor();
    await focusIsIn(page, "What do you want to do?");
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await page.getByPlaceholder("What do you want to do?").waitFor({ state: "hidden" });
  }

  async function logIn(name: string, path: string): Promise<Page> {
    const page = await stage().browser.openPage(stage().setup.requesters);
    await page.goto(path);
    await page.getByLabel("User name").waitFor();
    await tabTo(page, "User name");
    await page.keyboard.type(name);
    await tabTo(page, "Password");
    await page.keyboard.type("demo");
    await page.keyboard.press("Enter");
    await page.getByLabel("User name").waitFor({ state: "hidden" });
    return page;
  }
});
