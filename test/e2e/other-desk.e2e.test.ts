import type { Page } from "playwright-core";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser, type View } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type FakeZammad, openFakeZammad } from "../support/desks/fake-zammad.js";

const views: readonly (readonly [name: string, view: View])[] = [
  ["desktop-light", { width: 1280, height: 900, colorScheme: "light" }],
  ["desktop-dark", { width: 1280, height: 900, colorScheme: "dark" }],
  ["phone-light", { width: 390, height: 844, colorScheme: "light" }],
  ["phone-dark", { width: 390, height: 844, colorScheme: "dark" }],
];

describe("another desk, in the browser (issue 8)", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let zammad: FakeZammad;

  beforeAll(async () => {
    zammad = await openFakeZammad();
    desk = await startDesk({ WEBHOOKS_TO_PRIVATE: "on" });
    browser = await openBrowser();
  }, 180_000);
  afterEach(() => browser.closePages("other-desk"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await zammad.close();
  });

  async function open(path: string, view?: View, who = "admin"): Promise<Page> {
    const page = await browser.openPage(desk, who, view);
    await page.goto(path);
    return page;
  }
  const isTooWide = (page: Page) =>
    page.evaluate<boolean>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

  it("sets the other desk up, sees what it refused, mends it, and follows the ticket there", async () => {
    const page = await open("/admin/other-desk");
    await page.getByRole("textbox", { name: /^Address/ }).fill(zammad.url);
    await page.getByLabel(/^Access token/).fill("wrong");
    await page.getByRole("button", { name: "Try the connection" }).click();
    await page.getByText("Not connected: Can't find User for Token (401)").waitFor();
    expect(await findBarriers(page)).toEqual([]);

    await page.getByLabel(/^Access token/).fill(zammad.token);
    await page.getByRole("button", { name: "Try the connection" }).click();
    await page.getByText("Connected as Deskhand.").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Nothing sent yet").waitFor();
    // Without a group Zammad takes nothing.
    const ana = await desk.connect("ana");
    const { body } = await ana.rest("POST", "/api/v1/tickets", {
      description: "The lift is stuck.",
      direct: true,
    });
    const { number } = body as { number: string };
    await zammad.hear(({ method, path }) => method === "POST" && path.endsWith("/tickets"));
    await untilStuck();
    await page.reload();
    await page.getByText(/No lookup value found for 'group'/).waitFor();
    await keepPicture(page, "other-desk/refused");
    expect(await findBarriers(page)).toEqual([]);

    await page.getByRole("button", { name: "Try the connection" }).click();
    await page.getByRole("combobox", { name: /^Group of new tickets/ }).click();
    await page.getByRole("option", { name: "2nd Level" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await ana.hear(
      "ticket:changed",
      ({ ticketNumber }) => ticketNumber === number && zammad.tickets.length > 0,
    );
    expect(zammad.tickets).toEqual([expect.objectContaining({ group: "2nd Level" })]);

    await page.goto(`/agent/tickets/${number}`);
    const link = page.getByRole("link", { name: "22019" });
    expect(await link.getAttribute("href")).toBe(`${zammad.url}/#ticket/zoom/19`);
    const portal = await open(`/tickets/${number}`, undefined, "ana");
    await portal.getByText("Number at Zammad").waitFor();
    expect(await portal.getByRole("link", { name: "22019" }).count()).toBe(0);
    expect(browser.takeFaults()).toEqual([]);
  });

  it.each(views)("looks well: %s", async (name, view) => {
    const page = await open("/admin/other-desk", view);
    await page.getByText("Last sent").waitFor();
    await page.getByRole("button", { name: "Try the connection" }).click();
    await page.getByText("Connected as Deskhand.").waitFor();
    await page.getByRole("button", { name: "What is called what" }).click();
    await page.getByRole("button", { name: "Add a line" }).click();
    await page.getByRole("combobox", { name: "pending reminder" }).waitFor();
    await keepPicture(page, `other-desk/${name}`);
    expect(await findBarriers(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("makes a signature token that is shown once", async () => {
    const page = await open("/admin/other-desk");
    await page.getByRole("button", { name: "New signature token" }).click();
    const secret = await page
      .getByRole("dialog")
      .getByRole("textbox", { name: /^Signature token/ })
      .inputValue();
    await page.getByRole("button", { name: "Done" }).click();

    const { hook_secret } = await desk.app.domains.store.db
      .selectFrom("other_desk")
      .select("hook_secret")
      .executeTakeFirstOrThrow();
    expect(secret).toBe(hook_secret);
    expect(browser.takeFaults()).toEqual([]);
  });

  async function untilStuck(): Promise<void> {
    const { db } = desk.app.domains.store;
    const read = () => db.selectFrom("desk_link").select("state").executeTakeFirst();
    while ((await read())?.state !== "stuck") await new Promise(setImmediate);
  }
});
