import axe from "axe-core";
import type { Page } from "playwright-core";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { buildDesk } from "../support/desk-process.js";
import { shows } from "./shows.js";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: Violation[] }>("axe.run(document)");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`);
}

describe("the admin's overview in the browser", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser();
  });
  afterEach(() => browser.closePages("modes"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it("makes a calendar, puts it into the desk's schedule, and says why the mode holds (S2-4, S2-5)", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin");
    await page.getByRole("button", { name: "New calendar" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("textbox", { name: /^Name/ }).fill("Never");
    for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]) {
      await sheet.getByRole("button", { name: `Remove these hours of ${day}` }).click();
    }
    await sheet.getByRole("button", { name: "Add a holiday" }).click();
    await sheet.getByRole("textbox", { name: /^Name/ }).nth(1).fill("Feast");
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, "modes/calendar");
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.waitFor({ state: "detached" });

    await page.getByRole("button", { name: "Schedule: The whole desk" }).click();
    await sheet.getByRole("button", { name: "Add a line" }).click();
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, "modes/schedule");
    await sheet.getByRole("button", { name: "Save" }).click();

    await page.getByText(/Schedule: outside the hours of Never · no change planned/).waitFor();
    expect(desk.app.domains.modes.modeFor().mode).toBe("automatic");
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, "modes/overview");
  });

  it("switches by hand before the schedule, on a phone and in Spanish, and takes it back (S2-3)", async () => {
    const page = await browser.openPage(desk, "admin", { width: 320, height: 700, locale: "es-ES" });
    await page.goto("/admin");
    await page.getByRole("button", { name: "Cambiar ahora: Toda la mesa" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Manual", { exact: true }).click();
    await dialog.getByText("Hasta que yo lo retire").click();
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, "modes/switch");
    await dialog.getByRole("button", { name: "Cambiar ahora" }).click();

    await page.getByText(/Cambiado a mano por .* · hasta que se retire/).waitFor();
    expect(desk.app.domains.modes.modeFor().mode).toBe("manual");
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.getByRole("button", { name: "Retirar: Toda la mesa" }).click();
    await page.getByText(/fuera de las horas de Never/).waitFor();
    expect(desk.app.domains.modes.modeFor().mode).toBe("automatic");
  });

  it("offers a ticket in place of people where none can be asked for (S2-4)", async () => {
    await (await desk.connect("admin")).rest("PUT", "/api/v1/modes/desk/override", {
      mode: "automatic",
      until: "revoked",
    });
    const page = await browser.openPage(desk, "rui", { width: 390, height: 844, locale: "en-GB" });
    await page.goto("/");
    await page.getByRole("button", { name: /^Talk/ }).click();
    const panel = page.getByRole("dialog", { name: "Chat" });
    await panel.getByRole("button", { name: "Ask for an attendant by catalog" }).click();
    await panel.getByLabel("Catalog").selectOption({ label: "Access and communication" });
    await panel.getByLabel("Service").selectOption({ label: "E-mail, calendar and calls" });
    await panel.getByLabel("Request/Incident").selectOption({ label: "Distribution list or shared mailbox" });
    await panel.getByText("Nobody can be asked for here right now.").waitFor();
    await shows(() => panel.getByRole("button", { name: /Init/ }).count(), 0);
    await panel.getByLabel("Address").fill("team@example.com");
    await panel.getByLabel("Members").fill("Ana and Rui");
    await panel.getByLabel("Description").fill("A list for the night shift");
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, "modes/ticket-only");
    await panel.getByRole("button", { name: "Open a ticket" }).click();

    await panel.getByText("Your ticket is registered. Number:").waitFor();
  });
});
