import axe from "axe-core";
import type { Locator, Page } from "playwright-core";
import { demoAccounts, groupIds } from "../../config/demo/people.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { nonsense } from "./people.js";
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

/** Chooses in a list by its label, whatever role the list has until it opens. */
async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole("combobox", { name: label })
    .or(page.getByRole("textbox", { name: label }))
    .first()
    .click();
  await page.getByRole("option", { name: option }).first().click();
}

const carlaId = demoAccounts.find(({ username }) => username === "carla")?.id;
const minute = [{ from: "00:00", to: "00:01" }];
const everyDay = {
  monday: minute,
  tuesday: minute,
  wednesday: minute,
  thursday: minute,
  friday: minute,
  saturday: minute,
  sunday: minute,
};

describe("routing in the browser", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let admin: DeskClient;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser();
    admin = await desk.connect("admin");
  });
  afterEach(() => browser.closePages("routing"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const route = async (routing: object): Promise<void> => {
    for (const id of [groupIds.serviceDesk, groupIds.applications]) {
      const { status } = await admin.rest("PUT", `/api/v1/routing/groups/${id}`, routing);
      expect(status).toBe(200);
    }
  };

  const openConsole = async (name: string, view: object = {}): Promise<Page> => {
    const page = await browser.openPage(desk, name, view);
    await page.goto("/agent");
    await page.getByRole("tab", { name: /^Queue/ }).click();
    return page;
  };

  const openHome = async (name: string, view: object = {}) => {
    const page = await browser.openPage(desk, name, view);
    await page.goto("/");
    await page.getByRole("button", { name: /^Talk/ }).click();
    const panel = page.getByRole("dialog", { name: "Chat" });
    await panel.getByRole("button", { name: "Ask for an attendant by catalog" }).click();
    return { page, panel };
  };

  const chooseList = async (panel: Locator): Promise<void> => {
    await panel.getByLabel("Catalog").selectOption({ label: "Access and communication" });
    await panel.getByLabel("Service").selectOption({ label: "E-mail, calendar and calls" });
    await panel.getByLabel("Request/Incident").selectOption({ label: "Distribution list or shared mailbox" });
    await panel.getByLabel("Address").fill("team@example.com");
    await panel.getByLabel("Members").fill("Ana and Rui");
  };

  it("tells when attendants are back and registers the same form as a request (S1-26)", async () => {
    const made = await admin.rest("POST", "/api/v1/calendars", {
      name: "One minute a day",
      timeZone: "UTC",
      weekly: everyDay,
      holidays: [],
    });
    await route({ calendarId: (made.body as { id: string }).id });
    const { page, panel } = await openHome("rui", { width: 390, height: 844, locale: "en-GB" });
    await chooseList(panel);
    await panel.getByLabel("Description").fill("A list for the night shift");
    await panel.getByRole("button", { name: "Init attendance", exact: true }).click();
    await panel.getByText(/The attendants for this are back on \w+day/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, "routing/closed");
    await panel.getByRole("button", { name: "Submit a request" }).click();

    await panel.getByText("Your ticket is registered. Number:").waitFor();
    const { body } = await (await desk.connect("rui")).rest("GET", "/api/v1/tickets?view=mine");
    expect(body).toMatchObject({ items: [{ description: "A list for the night shift" }] });
    expect(browser.takeFaults().filter((fault) => !/status of 422/.test(fault))).toEqual([]);
    await route({});
  });

  it("goes on with an earlier ticket, and tells that nobody is there (S1-26)", async () => {
    const { page, panel } = await openHome("rui", { locale: "en-GB" });
    await chooseList(panel);
    await panel.getByLabel("Previous ticket").selectOption({ index: 1 });
    await panel.getByLabel("Description").fill("Who is on that list?");
    expect(await faultsOf(page)).toEqual([]);
    await panel.getByRole("button", { name: "Init attendance", exact: true }).click();

    await panel.getByText(/^Nobody is there right now\. Your request is registered/).waitFor();
    await panel.getByText("You are next", { exact: true }).waitFor();
    await keepPicture(page, "routing/nobody");
    await panel.getByRole("button", { name: "Cancel" }).click();
    await panel.getByText("Searching attendant…").waitFor({ state: "detached" });
  });

  it("asks one attendant after the other, lets the dispatcher assign, and tells why (S1-2, S1-3, RC#36528)", async () => {
    await route({ giving: "push", offerSeconds: 5, dispatcherId: carlaId });
    const [bruno, carla] = [
      await openConsole("bruno", { locale: "en-GB" }),
      await openConsole("carla", { width: 390, height: 844, colorScheme: "dark", locale: "en-GB" }),
    ];
    const talk = await Talk.begin(await desk.connect("ana"));
    await talk.say(nonsense);
    await talk.askForPerson();

    const offerOn = (page: Page) => page.getByRole("region", { name: "Offer: Ana Souza" });
    const [first, second] = await Promise.race([
      offerOn(bruno)
        .waitFor()
        .then(() => [bruno, carla] as const),
      offerOn(carla)
        .waitFor()
        .then(() => [carla, bruno] as const),
    ]);
    await keepPicture(first, "routing/offer-first");
    expect(await faultsOf(first)).toEqual([]);
    await shows(() => second.getByRole("button", { name: /^Accept/ }).count(), 0);
    await second.getByText("The desk offers it").waitFor();
    await offerOn(first).getByRole("button", { name: "Decline" }).click();
    await offerOn(second).waitFor();
    await keepPicture(second, "routing/offer-second");
    await offerOn(second).waitFor({ state: "detached" });

    await carla.getByRole("button", { name: "Why is this waiting?" }).click();
    const dialog = carla.getByRole("dialog");
    await dialog
      .getByText(/declined; asked again from|let offers pass/)
      .first()
      .waitFor();
    expect(await faultsOf(carla)).toEqual([]);
    await keepPicture(carla, "routing/why-dark-390");
    await (await desk.connect("bruno")).get("presence:set", { status: "offline" });
    await dialog.getByRole("button", { name: "Assign to Bruno Lima" }).click();
    await carla.getByText("Bruno Lima is offline. Choose somebody else or a group.").waitFor();
    await (await desk.connect("bruno")).get("presence:set", { status: "available" });
    await dialog.getByRole("button", { name: "Assign to Bruno Lima" }).click();

    await bruno.getByRole("tab", { name: /^Mine/ }).click();
    await bruno.getByRole("list", { name: "Mine" }).getByText("Ana Souza").waitFor();
    expect(await carla.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("shows groups and rules to admins, and supposes a conversation before changing them (S1-32)", async () => {
    await route({ giving: "push" });
    const page = await browser.openPage(desk, "admin", { locale: "en-GB" });
    await page.goto("/admin/routing");
    await page.getByText("Service Desk").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, "routing/admin-groups");
    await page.getByRole("tab", { name: "What if" }).click();
    await page
      .getByRole("combobox", { name: "Group" })
      .or(page.getByRole("textbox", { name: "Group" }))
      .first()
      .click();
    await page.getByRole("option", { name: "Service Desk" }).click();
    await page.getByRole("button", { name: "See what happens" }).click();
    const answer = page.getByRole("region", { name: "See what happens" });
    await answer.getByText(/Carla .*not connected/).waitFor();
    await page.getByRole("switch", { name: "Suppose that everybody is there" }).click();
    await page.getByRole("button", { name: "See what happens" }).click();
    await answer.getByText(/^Asked first: /).waitFor();
    await answer.getByText(/^Both: /).waitFor();

    // The same once more takes it back.
    await choose(page, "Group", "Service Desk");
    await choose(page, "Activity", /Distribution list/);
    await page.getByRole("button", { name: "See what happens" }).click();
    await answer.getByText("Asked first: Diego Ramos").waitFor();
    await choose(page, "Who answers", "Automatic");
    await page.getByRole("button", { name: "See what happens" }).click();
    await answer.getByText(/^Automatic: .*no attendant can be asked for/).waitFor();
    await shows(() => answer.getByText(/^Asked first/).count(), 0);
    await choose(page, "Suppose something else of an attendant", "Diego Ramos");
    const diego = page.getByRole("region", { name: "Supposed of Diego Ramos" });
    await diego.getByLabel("Has now").fill("3");
    await diego.getByLabel("Places").fill("3");
    await page.getByRole("button", { name: "See what happens" }).click();
    await answer.getByText(/^Diego Ramos .* full: 3 of 3$/).waitFor();

    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, "routing/what-if");
    expect(browser.takeFaults()).toEqual([]);
  });

  it.each([
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ])("keeps what the form of a group says, at $width px", async (view) => {
    await route({});
    const page = await browser.openPage(desk, "admin", view);
    const open = async () => {
      await page.goto("/admin/routing");
      await page.getByRole("button", { name: "Service Desk" }).click();
      return page.getByRole("dialog", { name: "Service Desk" });
    };
    const form = await open();
    const first = "Taken back after accepting without a first answer (minutes)";
    const later = "Taken back after leaving the requester without an answer (minutes)";
    await form.getByLabel(first).fill("5");
    await form.getByLabel(later).fill("15");
    await form.getByRole("button", { name: "Limit a channel" }).click();
    await form.getByRole("button", { name: "Limit a channel" }).click();
    await form.getByLabel("Channel", { exact: true }).first().fill("msteams");
    await page.keyboard.press("Tab");
    await form.getByLabel("At most").first().fill("2");
    await form.getByLabel("Channel", { exact: true }).first().scrollIntoViewIfNeeded();
    await keepPicture(page, `routing/channels-${view.width}`);
    await form.getByLabel(later).scrollIntoViewIfNeeded();
    await keepPicture(page, `routing/silence-${view.width}`);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText("“Service Desk” saved").waitFor();

    const kept = await open();
    expect(await kept.getByLabel(first).inputValue()).toBe("5");
    expect(await kept.getByLabel(later).inputValue()).toBe("15");
    expect(await kept.getByLabel("Channel", { exact: true }).inputValue()).toBe("msteams");
    await route({});
    expect(browser.takeFaults()).toEqual([]);
  });
});
