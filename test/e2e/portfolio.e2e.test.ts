import { readFileSync } from "node:fs";
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

describe("the admin pages in the browser", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser();
  });
  afterEach(() => browser.closePages("portfolio"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it("makes an activity with a choice, which a requester then finds (S0-4, S2-58)", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/portfolio");
    await page
      .getByRole("button", { name: /^New activity in/ })
      .first()
      .waitFor({ state: "attached" });
    await page
      .getByRole("button", { name: /^What .* holds$/ })
      .nth(1)
      .click();
    await keepPicture(page, "portfolio/tree");
    expect(await faultsOf(page)).toEqual([]);

    await page
      .getByRole("button", { name: /^New activity in/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("The English text is needed.").first().waitFor();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Borrow a telescope");
    await page.getByRole("textbox", { name: "Description", exact: true }).fill("A telescope for a week");
    await page.getByRole("tab", { name: /^Fields/ }).click();
    await page.getByRole("button", { name: "Add a field" }).click();
    await page.getByLabel("Label").fill("Which size");
    await page.getByLabel("Question").fill("Which size do you need?");
    await shows(() => page.getByLabel("Internal name").inputValue(), "whichSize");
    await page.getByRole("combobox", { name: "Answer" }).click();
    await page.getByRole("option", { name: "Choice" }).click();
    for (const number of [1, 2]) {
      await page.getByRole("button", { name: "Add an option" }).click();
      await page.getByLabel(`Option ${number}: shown as`).fill(`Size ${number}`);
      await page.getByLabel(`Option ${number}: kept as`).fill(`s${number}`);
    }
    await keepPicture(page, "portfolio/fields");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("“Borrow a telescope” saved").waitFor();

    const ana = await browser.openPage(desk, "ana");
    await ana.goto("/services");
    await ana.getByPlaceholder(/./).first().waitFor();
    const offered = await ana.evaluate("fetch('/api/v1/catalog').then((answer) => answer.text())");
    expect(offered).toContain("Borrow a telescope");
    expect(browser.takeFaults()).toEqual([]);
  });

  it("tells what an item that is used holds, and offers to retire it (S0-8)", async () => {
    const page = await browser.openPage(desk, "admin", { colorScheme: "dark" });
    await page.goto("/admin/portfolio");
    await page.getByRole("textbox").or(page.getByRole("searchbox")).first().fill("vpn");
    await page.getByRole("listitem").getByRole("button", { name: /VPN/i }).first().click();
    await page.getByRole("button", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog", { name: /^Delete/ });
    await dialog.waitFor();
    await keepPicture(page, "portfolio/remove-dark");

    expect(await faultsOf(page)).toEqual([]);
  });

  it("shows what an import would do with every refused row, and then does it", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/portfolio");
    await page.getByRole("button", { name: "Import" }).click();
    const content = "type,key,name_en\norigin,fax,Fax machine\nservice,lost,Lost\n";
    const file = { name: "p.csv", mimeType: "text/csv", buffer: Buffer.from(content) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText("This is what would happen").waitFor();
    await page.getByText(/line 3/).waitFor();
    await keepPicture(page, "portfolio/import");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Import 1 change" }).click();
    await page.getByText("Imported", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Close" }).first().click();

    await page.getByRole("tab", { name: "Origins" }).click();
    await shows(() => page.getByLabel("Name of Fax machine").inputValue(), "Fax machine");
  });

  it("downloads the portfolio", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/portfolio");
    await page.getByRole("button", { name: "Export" }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: /CSV/ }).click();
    const download = await downloading;

    expect(download.suggestedFilename()).toBe("portfolio.csv");
    expect(readFileSync(await download.path(), "utf8")).toContain("type,key,parent");
  });

  it("shows who changed a parameter, when and how (S0-24)", async () => {
    const admin = await desk.connect("admin");
    await admin.rest("PUT", "/api/v1/parameters/299", { value: "N" });
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/parameters");
    await page.getByRole("button", { name: /^History of 299/ }).click();
    await page.getByRole("dialog").getByText(/Y → N/).waitFor();
    await keepPicture(page, "portfolio/history");

    expect(await faultsOf(page)).toEqual([]);
  });

  it("makes an account on a phone, in Portuguese", async () => {
    const page = await browser.openPage(desk, "admin", { width: 390, height: 844, locale: "pt-BR" });
    await page.goto("/admin/people");
    await page.getByRole("button", { name: "Nova conta" }).click();
    await page.getByLabel("Nome de usuário").fill("eva");
    await page.getByRole("textbox", { name: "Nome", exact: true }).fill("Eva Lindner");
    await page.getByLabel("Senha", { exact: true }).fill("long enough");
    await keepPicture(page, "portfolio/person-phone");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Salvar" }).click();
    await page.getByText("Eva Lindner").first().waitFor();
    await keepPicture(page, "portfolio/people-phone");
    expect(await faultsOf(page)).toEqual([]);
    await page.goto("/admin/portfolio");
    await page
      .getByRole("button", { name: /^Nova atividade em/ })
      .first()
      .waitFor({ state: "attached" });
    await keepPicture(page, "portfolio/tree-phone");

    expect(await desk.app.domains.accounts.accountByUsername("eva")).toMatchObject({ name: "Eva Lindner" });
    expect(await faultsOf(page)).toEqual([]);
  });
});
