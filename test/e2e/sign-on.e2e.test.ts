import type { Page } from "playwright-core";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser, type View } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider.js";
import { freePort } from "../support/ports.js";
import { findEnglish } from "./untranslated.js";

const views: readonly (readonly [name: string, view: View])[] = [
  ["desktop-light", { width: 1280, height: 900, colorScheme: "light" }],
  ["desktop-dark", { width: 1280, height: 900, colorScheme: "dark" }],
  ["phone-light", { width: 390, height: 844, colorScheme: "light" }],
  ["phone-dark", { width: 390, height: 844, colorScheme: "dark" }],
];

describe("single sign-on, in the browser (issue 8)", () => {
  let desk: RunningDesk;
  let provider: IdentityProvider;
  let browser: TestBrowser;
  beforeAll(async () => {
    const port = await freePort();
    provider = await startIdentityProvider(`http://127.0.0.1:${port}`);
    desk = await startDesk({ PORT: String(port), ...provider.environment });
    browser = await openBrowser();
  }, 240_000);
  afterEach(() => browser.closePages("sign-on"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await provider.stop();
  });

  /** At the provider's own page. */
  async function fillIn(page: Page, id: string): Promise<void> {
    await page.getByPlaceholder("Enter any login").fill(id);
    await page.waitForLoadState("networkidle");
    await page.getByPlaceholder("and password").fill("any");
    // What the provider's page misses is no fault of the desk.
    browser.takeFaults();
    await page.getByRole("button", { name: "Sign-in" }).click();
  }
  const isWide = (page: Page) =>
    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");

  it("leads to the provider and back to the page that was asked for, and out at both", async () => {
    await provider.knows("nina", { name: "Nina Sol", email: "nina@acme.example", email_verified: true });
    const page = await browser.openPage(desk);
    await page.goto("/tickets");
    await page.getByRole("link", { name: "Log in with Acme" }).click();
    await fillIn(page, "nina");

    await page.waitForURL(`${desk.url}/tickets`);
    await page.getByRole("button", { name: "Menu of Nina Sol" }).click();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("menuitem", { name: "Log out", exact: true }).click();
    await page.getByRole("button", { name: "Yes, sign me out" }).click();

    await page.waitForURL(`${desk.url}/login`);
    await page.getByRole("link", { name: "Log in with Acme" }).click();
    // The provider knows nobody any more either.
    await page.getByPlaceholder("Enter any login").waitFor();
  });

  it("says why it let somebody not in, and takes a password still", async () => {
    await provider.knows("fake", { name: "Fake", email: "ana@example.com", email_verified: false });
    const page = await browser.openPage(desk);
    await page.goto("/login");
    await page.getByRole("link", { name: "Log in with Acme" }).click();
    await fillIn(page, "fake");

    const alert = page.getByRole("alert");
    await alert.getByText("Acme does not confirm your e-mail address").waitFor();
    await page.getByLabel("User name").fill("ana");
    await page.getByLabel("Password").first().fill("demo");
    await page.getByRole("button", { name: "Log in", exact: true }).click();
    await page.waitForURL(`${desk.url}/`);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("lets the admin say what the provider's groups give, which holds at the next log-in", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/people");
    await page.getByRole("tab", { name: "Single sign-on" }).click();
    await page.getByText(`${desk.url}/api/v1/session/oidc/callback`).waitFor();
    await page.getByRole("button", { name: "Add a value" }).click();
    await page.getByLabel("Value of the claim").fill("it-team");
    await page.getByRole("combobox", { name: "Role" }).click();
    await page.getByRole("option", { name: "Attendant" }).click();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Single sign-on saved").waitFor();

    const groups = ["it-team"];
    await provider.knows("ivo", { name: "Ivo", email: "ivo@acme.example", email_verified: true, groups });
    const agent = await browser.openPage(desk);
    await agent.goto("/login");
    await agent.getByRole("link", { name: "Log in with Acme" }).click();
    await fillIn(agent, "ivo");
    await agent.waitForURL(`${desk.url}/agent`);

    await page.getByRole("tab", { name: "Accounts" }).click();
    await page.getByLabel("Search by name, user name or e-mail").fill("ivo@acme");
    await page.getByRole("button", { name: /^Ivo/ }).click();
    await page.getByRole("button", { name: "Part from single sign-on" }).click();
    await page.getByText("Ivo is parted from single sign-on").waitFor();
    await agent.waitForURL(/\/login/);
    // What the page asked after the session had ended, and before it heard so, was refused.
    expect(browser.takeFaults().filter((fault) => !fault.includes("status of 401"))).toEqual([]);
  });

  it.each(views)("looks right on %s, also when it failed, and without barriers", async (name, view) => {
    const page = await browser.openPage(desk, undefined, view);
    await page.goto("/login?why=away&next=%2Ftickets");
    await page.getByText("Acme does not answer just now.").waitFor();
    await page.getByLabel("User name").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await isWide(page)).toBe(false);
    await keepPicture(page, `sign-on/log-in-${name}`);

    const admin = await browser.openPage(desk, "admin", view);
    await admin.goto("/admin/people");
    await admin.getByRole("tab", { name: "Single sign-on" }).click();
    await admin.getByRole("heading", { name: "What groups of the provider give" }).waitFor();
    expect(await findBarriers(admin)).toEqual([]);
    expect(await isWide(admin)).toBe(false);
    await keepPicture(admin, `sign-on/admin-${name}`);
    expect(browser.takeFaults()).toEqual([]);
  });

  it.each([
    ["es", "es-ES", "Iniciar sesión con Acme"],
    ["pt", "pt-BR", "Entrar com Acme"],
  ] as const)("speaks %s", async (locale, language, button) => {
    const page = await browser.openPage(desk, undefined, { locale: language });
    for (const why of ["away", "unverified", "not-assigned", "nonsense"]) {
      await page.goto(`/login?why=${why}`);
      await page.getByRole("link", { name: button }).waitFor();
      expect([why, await findEnglish(page, locale)]).toEqual([why, []]);
    }
  });
});
