import { keepPicture } from "../support/browser.js";
import { closeAttendances } from "./people.js";
import { asRequester, type Requester } from "./requester.js";
import { setParameter } from "./set-parameter.js";
import { shows } from "./shows.js";
import type { Stage } from "./stage.js";

/** The chat without the assistant: a menu, names and titles, and people. */
export function describeManualMode(stage: () => Stage): void {
  beforeAll(() => setParameter(stage().setup, 423, "N"));
  afterAll(() => setParameter(stage().setup, 423, "Y"));
  beforeEach(() => closeAttendances(stage().setup));

  it("opens a ticket on wish, tells its number, becomes the ticket's talk, and people take it from there (S2-1, S2-3, S2-7, S2-11, S2-13, S2-14, S2-15, S2-16, S2-17, S2-18, S2-35, S2-56)", async () => {
    const [ana, bruno] = await Promise.all([talking("ana"), stage().people.agent("bruno")]);

    await ana.say("I want a new ticket");
    await ana.sees("Gladly. Please describe what you need, as exactly as you can.");
    await ana.say("The chair in room 4 is broken");
    await ana.sees(/^Searching attendant…/);
    await ana.panel.locator(".ticket-bar strong", { hasText: /^\d+$/ }).waitFor();
    await ana.panel.locator("[data-ball=hollow]").waitFor();
    await ana.say("It is the blue one");
    await keepPicture(ana.page, "citsmart-manual-ticket");
    await bruno.accept("The chair in room 4 is broken");
    await bruno.message("It is the blue one").waitFor();
    await ana.panel.locator("[data-ball=filled]").waitFor();
    await bruno.say("I am on my way");
    await ana.message("I am on my way").waitFor();
    await ana.say("Thank you");
    await bruno.message("Thank you").waitFor();
    const shown = await ana.panel.locator(".ticket-bar strong").textContent();

    expect(await stage().people.ticketNumber(bruno)).toBe(shown);
    await shows(() => ana.talk.getByText("Type the name of an activity").count(), 0);
  });

  it("finds an activity by its typed name and offers a new ticket or to resume (S2-20, S2-21, S2-22)", async () => {
    const ana = await talking("ana");

    await ana.say("shared mailb");

    await ana.offers("New ticket: Distribution list or shared mailbox");
    await ana.offers("Resume attendance");
  });

  it("finds an article by a part of its title, opens it in the chat, views it in the portal, and closes it again (S2-23, S2-24, S2-26, S2-27, S2-28)", async () => {
    const ana = await talking("ana");

    await ana.say("mailbox is full");
    const article = ana.panel.getByRole("article").last();
    const words = article.getByText("Only then is the room free");
    await ana.choose("The mailbox is full");
    await words.waitFor();
    await article.getByRole("link", { name: "View" }).click();
    await ana.page.getByRole("heading", { level: 1, name: "The mailbox is full" }).waitFor();
    await article.getByRole("button", { name: "Close" }).click();

    await words.waitFor({ state: "hidden" });
    await article.getByRole("button", { name: /^Open/ }).waitFor();
  });

  it("has no assistant at the top of the pages inside (S2-3, S2-10)", async () => {
    const { page } = await stage().people.agent("bruno");

    await page.getByRole("button", { name: /^Your status/ }).waitFor();

    await shows(() => page.getByRole("button", { name: "Virtual assistant" }).count(), 0);
  });

  /** Without the assistant the chat begins at its home. */
  async function talking(name: string): Promise<Requester> {
    const page = await stage().browser.openPage(stage().setup.requesters, name);
    await page.goto("/");
    await page.getByRole("button", { name: /^Talk/ }).click();
    const person = asRequester(page);
    await person.panel.getByRole("button", { name: "Init attendance", exact: true }).waitFor();
    await person.panel.getByRole("button", { name: "Search for help by typing" }).click();
    await person.composer.waitFor();
    return person;
  }
}
