import type { Page } from "playwright-core";
import { triesMost } from "../../app/webhooks/webhooks.js";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser, type View } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { isGenuine, openReceiver, type Receiver } from "../support/receiver.js";

const views: readonly (readonly [name: string, view: View])[] = [
  ["desktop-light", { width: 1280, height: 900, colorScheme: "light" }],
  ["desktop-dark", { width: 1280, height: 900, colorScheme: "dark" }],
  ["phone-light", { width: 390, height: 844, colorScheme: "light" }],
  ["phone-dark", { width: 390, height: 844, colorScheme: "dark" }],
];

describe("programs, in the browser (issue 8)", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await openReceiver();
    desk = await startDesk({ WEBHOOKS_TO_PRIVATE: "on" });
    browser = await openBrowser();
  }, 180_000);
  afterEach(() => browser.closePages("programs"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await receiver.close();
  });

  async function open(path: string, view?: View): Promise<Page> {
    const page = await browser.openPage(desk, "admin", view);
    await page.goto(path);
    return page;
  }
  const openTicket = async () => {
    const ana = await desk.connect("ana");
    return ana.rest("POST", "/api/v1/tickets", { description: "The lift is stuck.", direct: true });
  };

  it("gives a program a token that opens what was ticked, and no more", async () => {
    const page = await open("/admin/integrations");
    await page.getByRole("button", { name: "New token" }).click();
    await page.getByRole("textbox", { name: /^Name/ }).fill("Shop");
    await page.getByRole("group", { name: "Tickets and catalog" }).getByLabel("read").check();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Make token" }).click();
    const token = await page.getByRole("textbox", { name: "API tokens" }).inputValue();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByText("Tickets and catalog: read").waitFor();

    const ask = async (path: string) =>
      (await fetch(desk.url + path, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await ask("/api/v1/tickets"), await ask("/api/v1/accounts")]).toEqual([200, 403]);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("makes a webhook, tries it, shows what was given up, and sends it again", async () => {
    const page = await open("/admin/integrations");
    await page.getByRole("button", { name: "New webhook" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^Name/ }).fill("Billing");
    await dialog.getByRole("textbox", { name: /^Address/ }).fill(receiver.url);
    await dialog.getByLabel("A ticket is opened").check();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Save" }).click();
    const secret = await page.getByRole("textbox", { name: "Secret" }).inputValue();
    await page.getByRole("button", { name: "Done" }).click();

    await page.getByRole("button", { name: "Billing", exact: true }).click();
    await dialog.getByRole("button", { name: "Send a ping" }).click();
    await dialog.getByText("The receiver took it.").waitFor();
    const ping = await receiver.hear(({ body }) => body.type === "ping");
    expect(isGenuine(secret, ping)).toBe(true);
    await dialog.getByRole("button", { name: "Close" }).click();

    receiver.behave = (_received, response) => {
      response.statusCode = 500;
      response.end();
    };
    await openTicket();
    await receiver.hear(({ body }) => body.type === "ticket.opened");
    await giveUp();
    await page.reload();
    await page.getByText("1 given up").waitFor();
    await page.getByRole("button", { name: "Deliveries to Billing" }).click();
    await page.getByText("The receiver answered 500.").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, "programs/deliveries");
    receiver.behave = (_received, response) => void response.end();
    await page.getByRole("button", { name: "Send again: ticket.opened" }).click();
    await page.getByText("Nothing here.").waitFor();

    await expectTold();
    const told = receiver.got.filter(({ body }) => body.type === "ticket.opened");
    expect(new Set(told.map(({ body }) => body.id)).size).toBe(1);
    expect(told.every((received) => isGenuine(secret, received))).toBe(true);
    expect(browser.takeFaults()).toEqual([]);
  });

  /** As if all tries but one had been made. */
  async function giveUp(): Promise<void> {
    const { db } = desk.app.domains.store;
    const state = () =>
      db.selectFrom("webhook_delivery").select(["state", "next_at"]).executeTakeFirstOrThrow();
    while ((await state()).next_at > Date.now() + 30_000) await new Promise(setImmediate);
    await db
      .updateTable("webhook_delivery")
      .set({ attempts: triesMost - 1, next_at: 0 })
      .execute();
    while ((await state()).state !== "dead") await new Promise(setImmediate);
  }

  async function expectTold(): Promise<void> {
    const { db } = desk.app.domains.store;
    const read = () => db.selectFrom("webhook_delivery").select("state").executeTakeFirstOrThrow();
    while ((await read()).state !== "sent") await new Promise(setImmediate);
  }

  it.each(views)("shows the integrations and the reference well: %s", async (name, view) => {
    const page = await open("/admin/integrations", view);
    await page.getByText("Billing").waitFor();
    await keepPicture(page, `programs/integrations-${name}`);
    expect(await findBarriers(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);

    await page.goto("/api");
    await page.getByRole("searchbox", { name: "Search addresses" }).fill("post tickets idem");
    await page.getByRole("searchbox", { name: "Search addresses" }).fill("open a ticket");
    await page.getByRole("button", { name: /POST.*\/api\/v1\/tickets/ }).click();
    await page.getByText("tickets:write").waitFor();
    await keepPicture(page, `programs/reference-${name}`);
    expect(await findBarriers(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(browser.takeFaults()).toEqual([]);
  });

  const isTooWide = (page: Page) =>
    page.evaluate<boolean>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
});
