import type { Page } from "playwright-core";
import type { Attendance } from "../../contract/index.js";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { shows } from "./shows.js";

describe("records in the browser", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let ana: DeskClient;
  let attendance: Attendance;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser();
    ana = await desk.connect("ana");
  });
  afterEach(() => browser.closePages("records"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  /** As it looks on a desk and a phone, light and dark, and what stands in the way of whom. */
  async function look(page: Page, name: string): Promise<string[]> {
    const found: string[] = [];
    for (const [width, colorScheme] of [
      [1280, "light"],
      [390, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await keepPicture(page, `records/${name}-${width}-${colorScheme}`);
      found.push(...(await findBarriers(page)));
      const wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
      if (wide === true) found.push(`${name} scrolls sideways at ${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    return found;
  }

  it("fills by the admin's mapping: accept, edit, and find each record from the other (S1-11, S1-12, S1-13, S1-16)", async () => {
    const admin = await browser.openPage(desk, "admin");
    await admin.goto("/admin/mapping");
    await admin.getByRole("textbox", { name: "Title" }).fill("Chat of {requester.name}");
    attendance = await (await Talk.begin(ana)).askForPerson();
    await admin.reload();
    await admin.getByRole("textbox", { name: "Title" }).fill("Chat of {requester.name}");
    await admin
      .getByRole("region", { name: /^Preview/ })
      .getByText("Chat of Ana Souza")
      .waitFor();
    expect(await look(admin, "mapping")).toEqual([]);
    await admin.getByRole("button", { name: "Save" }).click();
    await admin.getByText("Mapping saved").waitFor();

    const bruno = await browser.openPage(desk, "bruno", { width: 1440, height: 900 });
    await bruno.goto("/agent");
    await bruno.getByRole("button", { name: "Accept Ana Souza" }).first().click();
    const card = bruno.getByRole("region", { name: "Interaction", exact: true });
    await card.getByRole("textbox", { name: "Title" }).waitFor();
    await shows(() => card.getByRole("textbox", { name: "Title" }).inputValue(), "Chat of Ana Souza");
    await shows(() => card.getByRole("textbox", { name: "Location" }).inputValue(), "Lisbon, 3rd floor");
    await card.getByRole("textbox", { name: "Solution" }).fill("New cable");
    await card.getByRole("button", { name: "Save" }).click();
    await bruno.getByText("Saved", { exact: true }).waitFor();
    await keepPicture(bruno, "records/console");

    await card.getByRole("link", { name: /^Interaction I/ }).click();
    await bruno.getByRole("tab", { name: "Related Record" }).click();
    await bruno.getByRole("link", { name: "Chat request of Ana Souza" }).click();
    await bruno.getByRole("tab", { name: "Related Record" }).click();
    await bruno.getByRole("link", { name: /^Interaction I/ }).click();
    await bruno.getByRole("textbox", { name: "Solution" }).waitFor();
    await shows(() => bruno.getByRole("textbox", { name: "Solution" }).inputValue(), "New cable");
    expect(await look(bruno, "interaction")).toEqual([]);
  });

  it("works on a ticket: priority, memo, clock and why the chat is on; a colleague's change is shown (S2-55, S3-3)", async () => {
    const page = await browser.openPage(desk, "bruno");
    await page.goto(`/agent/tickets/${attendance.ticketNumber}`);
    await page.getByText(/“Standard support” covers the service/).waitFor();
    const carla = await desk.connect("carla");
    const { body } = await carla.rest("GET", `/api/v1/tickets/${attendance.ticketNumber}`);
    const { version } = body as { version: number };
    await carla.rest("PUT", `/api/v1/tickets/${attendance.ticketNumber}`, { version, urgency: "high" });

    await page.getByRole("textbox", { name: "Description" }).fill("The printer smokes");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Somebody else has changed this meanwhile").waitFor();
    await page.getByRole("alert").getByText("Urgency: High").waitFor();
    expect(await look(page, "ticket-conflict")).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.getByRole("textbox", { name: "Note" }).fill("canary-memo");
    await page.getByRole("button", { name: "Add the note" }).click();
    await page.getByRole("main").getByText("canary-memo").waitFor();
    expect(await look(page, "ticket")).toEqual([]);

    const requester = await browser.openPage(desk, "ana");
    await requester.goto(`/tickets/${attendance.ticketNumber}`);
    await requester.getByText("The printer smokes").first().waitFor();
    await requester.getByText("You can chat about this ticket").waitFor();
    await shows(() => requester.getByText("canary-memo").count(), 0);
    expect(await look(requester, "portal-ticket")).toEqual([]);
  });

  it("lists my chat requests and opens one in the console by 'Live chat' (S3-15)", async () => {
    const rui = await desk.connect("rui");
    const page = await browser.openPage(desk, "bruno");
    await page.goto("/agent/records/mine");
    await page.getByText("Nobody is waiting for you").waitFor();

    await (await Talk.begin(rui)).askForPerson();
    await page.getByRole("button", { name: "Rui Costa" }).click();
    expect(await look(page, "mine")).toEqual([]);
    await page.getByRole("link", { name: "Live chat" }).click();
    await page.getByRole("heading", { name: "Rui Costa" }).waitFor();

    await page.goto("/agent/records");
    await page.getByRole("button", { name: "Ana Souza" }).first().waitFor();
    expect(await look(page, "requests")).toEqual([]);
    await page.goto("/agent/records/interactions");
    await page.getByRole("link", { name: /^I1/ }).first().waitFor();
    expect(await look(page, "interactions")).toEqual([]);
  });

  it("shows the urgent tickets only (S0-22)", async () => {
    const page = await browser.openPage(desk, "bruno");
    await page.goto("/agent");
    await page.getByRole("tab", { name: "All" }).click();
    await page.getByText("The printer smokes").first().waitFor();
    const list = page.getByRole("tabpanel", { name: "All" });
    await list.getByText("Rui Costa").first().waitFor();
    await list.getByText("Critical", { exact: true }).click();
    // Of high priority now, its first answer is due within half an hour; the other one has an hour.
    await list.getByText("Rui Costa").first().waitFor({ state: "detached" });
    await list.getByText("The printer smokes").waitFor();
  });

  it("lets an admin keep agreements with the chat, rules and codes (S3-1, S3-5, S3-9, S1-28)", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/agreements");
    await page.getByRole("button", { name: "Standard support" }).waitFor();
    expect(await look(page, "agreements")).toEqual([]);
    await page.getByRole("button", { name: "New agreement" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Gold");
    await page.getByRole("switch", { name: "Chat capability" }).click({ force: true });
    await shows(() => page.getByRole("switch", { name: "Chat capability" }).isChecked(), true);
    expect(await look(page, "agreement")).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Gold" }).waitFor();

    await page.getByRole("tab", { name: "Rules" }).click();
    await page.getByRole("button", { name: "New rule" }).click();
    const rule = page.getByRole("region", { name: "Rule 2" });
    await rule.getByRole("textbox", { name: "Name" }).fill("Whatever is critical");
    await rule.getByRole("combobox", { name: "Agreement" }).click();
    await page.getByRole("option", { name: "Gold" }).click();
    expect(await look(page, "rules")).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Rules saved").waitFor();

    await page.getByRole("tab", { name: "Completion codes" }).click();
    await page.getByRole("button", { name: "New completion code" }).click();
    await page.getByRole("textbox", { name: "English" }).fill("Duplicate");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Duplicate" }).waitFor();
    // A change that came too late is told to the browser as well.
    expect(browser.takeFaults().filter((fault) => !fault.includes("409 (Conflict)"))).toEqual([]);
  });
});
