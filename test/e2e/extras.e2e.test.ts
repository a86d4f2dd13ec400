import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import type { Attendance } from "../../contract/index.js";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser, type View } from "../support/browser.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk, type DeskProcess, newDataDir, spawnDesk } from "../support/desk-process.js";
import { html, pdf, png } from "../support/sample-files.js";
import { asAgent } from "./agent.js";
import { asRequester } from "./requester.js";
import { shows } from "./shows.js";

describe("files, messages on tickets and their neighbours in the browser", () => {
  const data = newDataDir();
  const clients: DeskClient[] = [];
  let desk: DeskProcess;
  let browser: TestBrowser;

  beforeAll(async () => {
    buildDesk();
    desk = await spawnDesk(data.path);
    browser = await openBrowser();
  });
  afterEach(async () => {
    await browser.closePages("extras");
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    data.remove();
  });

  async function connect(name: string): Promise<DeskClient> {
    const client = await DeskClient.connect(desk.url, name);
    clients.push(client);
    return client;
  }
  async function open(name: string, path: string, view?: View): Promise<Page> {
    const page = await browser.openPage(desk, name, view);
    await page.goto(path);
    return page;
  }
  async function requester(name: string, view?: View) {
    const person = asRequester(await open(name, "/", view));
    await person.openTalk();
    return person;
  }
  async function waits(name: string): Promise<Attendance> {
    return (await Talk.begin(await connect(name))).askForPerson();
  }
  async function set(number: number, value: string): Promise<void> {
    const admin = await connect("admin");
    expect((await admin.rest("PUT", `/api/v1/parameters/${number}`, { value })).status).toBe(200);
  }
  /** An image by its name alone, anything else with its size. */
  const saved = (name: string) => new RegExp(`^(?:Save )?${name.replace(".", "\\.")}`);
  const photo = { name: "error.png", mimeType: "image/png", buffer: png };
  const choose = async (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Attach a file" }).click();
    await (await chooser).setFiles(file);
  };

  it("opens the talk of a ticket although its button is pressed before the chat is there (S0-23)", async () => {
    const { ticketNumber } = await waits("ana");
    const page = await browser.openPage(desk, "ana");
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/widget.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/");

    await page.getByRole("button", { name: `Chat about ticket ${ticketNumber}` }).click();
    release();

    await asRequester(page).composer.waitFor();
    await shows(() => page.getByRole("button", { name: /^Talk/ }).count(), 0);
  });

  it("sends files by button, paste and drop, and both sides and the ticket show them (S2-X6)", async () => {
    const { attendance } = { attendance: await waits("ana") };
    const bruno = asAgent(await open("bruno", "/agent"));
    await bruno.openQueue();
    await bruno.queue.getByRole("button", { name: /^Accept/ }).click();
    await bruno.composer.waitFor();
    const ana = await requester("ana");

    await choose(ana.page, photo);
    await ana.panel.getByRole("button", { name: "Remove error.png" }).waitFor();
    await give(ana.page, ".composer", { how: "paste", name: "pasted.png", bytes: png });
    await give(ana.page, ".messages", { how: "drop", name: "log.txt", bytes: Buffer.from("line\n") });
    await ana.panel.getByRole("button", { name: "Remove log.txt" }).waitFor();
    await keepPicture(ana.page, "extras/widget-uploads");
    expect(await findBarriers(ana.page)).toEqual([]);
    await ana.say("See these");

    for (const name of ["error.png", "pasted.png", "log.txt"]) {
      await bruno.page
        .getByRole("button", { name: saved(name) })
        .first()
        .waitFor();
    }
    await choose(bruno.page, { name: "guide.pdf", mimeType: "application/pdf", buffer: pdf });
    await bruno.page.getByRole("button", { name: "Remove guide.pdf" }).waitFor();
    await keepPicture(bruno.page, "extras/console-uploads");
    expect(await findBarriers(bruno.page)).toEqual([]);
    await bruno.say("Follow this");
    const download = ana.page.waitForEvent("download");
    await ana.panel.getByRole("button", { name: saved("guide.pdf") }).click();
    expect((await download).suggestedFilename()).toBe("guide.pdf");
    await keepPicture(ana.page, "extras/widget-files");
    await keepPicture(bruno.page, "extras/console-files");

    const ticket = await open("ana", `/tickets/${attendance.ticketNumber}`);
    await ticket
      .getByRole("button", { name: saved("guide.pdf") })
      .first()
      .waitFor();
    await keepPicture(ticket, "extras/ticket-files");
    expect(await findBarriers(ticket)).toEqual([]);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("tells what may not be sent, and a repeat after a lost line makes one file (S2-X6)", async () => {
    const rui = await requester("rui");
    await choose(rui.page, { name: "photo.png", mimeType: "image/png", buffer: html });
    await rui.panel.getByText(/Files of this kind cannot be sent/).waitFor();
    await rui.panel.getByRole("button", { name: "Remove photo.png" }).click();
    let lost = 0;
    await rui.page.route("**/files?**", async (route) => {
      if (lost++ > 0) return route.continue();
      // The server has it; the answer gets lost.
      await route.fetch();
      await route.abort();
    });
    await choose(rui.page, photo);

    await rui.panel.getByRole("button", { name: "Try again" }).click();
    await rui.panel.getByRole("button", { name: "Send", exact: true, disabled: false }).click();

    await rui.panel.getByText(/I have received error.png/).waitFor();
    const kept = rui.talk.getByRole("button", { name: saved("error.png") });
    await kept.first().waitFor();
    await shows(() => kept.count(), 1);
    expect(lost).toBe(2);
    browser.takeFaults();
  });

  it("shows many choices as a row of cards that the keyboard goes through (S2-X6)", async () => {
    const client = await connect("rui");
    const { items } = (await client.rest("GET", "/api/v1/catalog")).body as {
      items: { services: { activities: { id: string; fields: { required: boolean }[] }[] }[] }[];
    };
    const activity = items
      .flatMap(({ services }) => services.flatMap(({ activities }) => activities))
      .find(({ fields }) => fields.every(({ required }) => !required));
    for (let at = 0; at < 7; at++) {
      const form = { activityId: activity?.id, description: `Wish number ${at}`, requestId: randomUUID() };
      expect((await client.rest("POST", "/api/v1/tickets", form)).status).toBe(201);
    }
    const rui = await requester("rui", { width: 390, height: 800 });
    await rui.say("What is the status of my tickets?");

    const cards = rui.panel.locator(".cards").last();
    await cards.waitFor();
    await keepPicture(rui.page, "extras/widget-carousel");
    expect(await findBarriers(rui.page)).toEqual([]);
    const last = cards.getByRole("button").last();
    await cards.getByRole("button").first().focus();
    for (let at = 1; at < (await cards.getByRole("button").count()); at++)
      await rui.page.keyboard.press("Tab");
    expect(await last.evaluate((button) => button.matches(":focus"))).toBe(true);
    expect(await cards.evaluate((list) => list.scrollLeft)).toBeGreaterThan(0);
    await rui.page.keyboard.press("Enter");
    await rui.sees(/^Ticket \d+ .* is open/);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("shows the way to a ticket's messages in the queue while 299 is Y, at once (S2-9, S2-X5)", async () => {
    const { ticketNumber = "" } = await waits("ana");
    const carla = await open("bruno", "/agent");
    await carla.getByRole("tab", { name: /^Queue/ }).click();
    const icon = carla.getByRole("button", { name: `Messages of ticket ${ticketNumber}` });
    await icon.waitFor();
    await set(299, "N");
    await icon.waitFor({ state: "hidden" });
    await set(299, "Y");
    await icon.click();
    await carla.getByLabel("Your message").fill("Which floor are you on?");
    await carla.getByRole("button", { name: "Send" }).click();
    await carla
      .getByRole("list", { name: "Messages, newest first" })
      .getByText("Which floor are you on?")
      .waitFor();
    await keepPicture(carla, "extras/console-exchange");
    expect(await findBarriers(carla)).toEqual([]);

    const ana = await open("ana", `/tickets/${ticketNumber}`);
    await ana.getByRole("button", { name: "Message to the attendant" }).click();
    const dialog = ana.getByRole("dialog", { name: "Message to the attendant" });
    await dialog.getByText("Which floor are you on?").waitFor();
    await dialog.getByLabel("Your message").fill("The third.");
    await dialog.getByLabel("Send e-mail").check();
    await dialog.getByRole("button", { name: "Send" }).click();
    const [first] = await dialog.getByRole("listitem").all();
    await dialog.getByRole("listitem").nth(1).waitFor();
    expect(await first?.textContent()).toMatch(/Ana Souza[\s\S]*\d{4}[\s\S]*The third\./);
    await keepPicture(ana, "extras/portal-exchange");
    expect(await findBarriers(ana)).toEqual([]);
    // The other side's open dialog hears of it.
    await carla.getByText("The third.").waitFor();
    expect(browser.takeFaults()).toEqual([]);
  });

  it("keeps My tickets fresh without asking, and says why a ticket has no chat (S0-23)", async () => {
    await waits("ana");
    const page = await open("ana", "/tickets");
    await page
      .getByText(/Nº \d+/)
      .first()
      .waitFor();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/v1/tickets?")) asked.push(request.url());
    });

    const { ticketNumber } = await waits("ana");

    await page.getByText(`Nº ${ticketNumber}`).waitFor();
    await page.getByText("Awaiting attendant").first().waitFor();
    expect(asked.length).toBeGreaterThan(0);
    await page.route("**/api/v1/tickets?*", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { items: object[] };
      await route.fulfill({
        json: { ...body, items: body.items.map((item) => ({ ...item, chat: "not-by-chat" })) },
      });
    });
    await page.reload();
    const button = page.getByRole("button", {
      name: /^Chat about ticket \d+: The service of this ticket is not/,
    });
    await button.first().click({ force: true });
    await shows(() => page.getByRole("dialog", { name: "Chat" }).isVisible(), false);
    await keepPicture(page, "extras/my-tickets");
    await page.getByRole("heading", { level: 1 }).click();
    await page.getByRole("tooltip").waitFor({ state: "hidden" });
    expect(await findBarriers(page)).toEqual([]);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("sounds for a new ticket in the queue, unless that is switched off, which is kept (S2-X6)", async () => {
    const page = await browser.openPage(desk, "bruno");
    await page.addInitScript(`
      window.sounds = 0;
      window.AudioContext = class extends AudioContext {
        constructor() { super(); window.sounds += 1; }
      };
    `);
    await page.goto("/agent");
    await page.getByRole("tab", { name: /^Queue/ }).click();
    const sounds = () => page.evaluate<number>("window.sounds");
    const seen = (number: string | undefined) => page.getByText(number ?? "", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Turn the sound for new work off" }).waitFor();

    await seen((await waits("rui")).ticketNumber);
    await shows(() => page.evaluate("window.sounds > 0"), true);

    await page.getByRole("button", { name: "Turn the sound for new work off" }).click();
    await page.reload();
    await page.getByRole("tab", { name: /^Queue/ }).click();
    await seen((await waits("rui")).ticketNumber);
    expect(await sounds()).toBe(0);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("notifies only the talk in which somebody wrote (S2-53)", async () => {
    const bruno = await connect("bruno");
    for (const name of ["ana", "rui"]) {
      const { id } = await waits(name);
      await bruno.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    }
    const agent = asAgent(await open("bruno", "/agent"));
    await agent.openOwn("Rui");
    const ana = await requester("ana");
    await ana.say("Only for Ana's talk");

    const mine = agent.page.getByRole("list", { name: "Mine" });
    const unread = (name: string) => mine.getByRole("listitem").filter({ hasText: name }).getByText(/^1$/);
    await unread("Ana Souza").waitFor();
    await keepPicture(agent.page, "extras/console-unread");
    await shows(() => unread("Rui").count(), 0);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("makes a token for a program, shows it once and revokes it (S2-X3)", async () => {
    const page = await open("admin", "/admin/integrations");
    await page.getByText("No tokens yet").waitFor();
    await page.getByRole("button", { name: "New token" }).click();
    await page.getByRole("textbox", { name: /^Name/ }).fill("Shop");
    await page.getByRole("button", { name: "Make token" }).click();
    const field = page.getByRole("textbox", { name: "API tokens" });
    await field.waitFor();
    const token = await field.inputValue();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Done" }).click();
    const say = () =>
      fetch(`${desk.url}/webhooks/rest/webhook`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ sender: "x", message: "Hello" }),
      });
    expect((await say()).status).toBe(200);
    await keepPicture(page, "extras/integrations");
    expect(await findBarriers(page)).toEqual([]);

    await page.getByRole("button", { name: "Revoke Shop" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke", exact: true }).click();

    await page.getByText("Revoked").waitFor();
    expect((await say()).status).toBe(401);
    expect(browser.takeFaults()).toEqual([]);
  });

  /** As a browser brings what somebody pastes or drops. */
  async function give(
    page: Page,
    at: string,
    { how, name, bytes }: { how: "paste" | "drop"; name: string; bytes: Buffer },
  ): Promise<void> {
    await page.evaluate(`{
      const given = ${JSON.stringify({ at, how, name, bytes: [...bytes] })};
      const { shadowRoot } = [...document.querySelectorAll("*")].find((one) => one.shadowRoot);
      const transfer = new DataTransfer();
      const type = given.name.endsWith(".png") ? "image/png" : "text/plain";
      transfer.items.add(new File([new Uint8Array(given.bytes)], given.name, { type }));
      const options = { bubbles: true, cancelable: true, composed: true };
      shadowRoot.querySelector(given.at).dispatchEvent(given.how === "paste"
        ? new ClipboardEvent("paste", { ...options, clipboardData: transfer })
        : new DragEvent("drop", { ...options, dataTransfer: transfer }));
    }`);
  }
});
