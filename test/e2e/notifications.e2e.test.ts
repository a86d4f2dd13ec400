import type { Page, Worker } from "playwright-core";
import { demoAccounts, groupIds } from "../../config/demo/people.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";

const idOf = (name: string) => demoAccounts.find(({ username }) => username === name)?.id ?? "";
const [brunoId, carlaId] = [idOf("bruno"), idOf("carla")];
const everyDay = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly path: string;
}

/** The notifications this browser shows. */
const shownBy = (worker: Worker): Promise<Shown[]> =>
  worker.evaluate(`self.registration.getNotifications().then((all) =>
    all.map(({ title, body, tag, data }) => ({ title, body, tag, path: data.path })))`);

/** As the browser does it when the person clicks; where the worker would open a window is kept in `opened`. */
const click = (worker: Worker, tag: string): Promise<void> =>
  worker.evaluate(`self.registration.getNotifications().then((all) => {
    self.opened = [];
    self.clients.openWindow = async (address) => void self.opened.push(address);
    const notification = all.find((one) => one.tag === ${JSON.stringify(tag)});
    self.dispatchEvent(new NotificationEvent("notificationclick", { notification }));
  })`);

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error("It did not come.");
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

describe("desktop notifications in the browser", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let ana: DeskClient;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser("whole");
    ana = await desk.connect("ana");
    const admin = await desk.connect("admin");
    const shift = { weekdays: everyDay, from: "00:00", to: "00:00", timeZone: "UTC" };
    const shifts = [{ ...shift, primary: brunoId, backups: [carlaId] }];
    const path = `/api/v1/groups/${groupIds.serviceDesk}/rota`;
    expect((await admin.rest("PUT", path, { shifts })).status).toBe(200);
  });
  afterEach(() => browser.closePages("notifications"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  /** The contexts of the tests have no push service, and the browser says so; the page then tells while it is open. */
  const faults = () => browser.takeFaults().filter((fault) => !fault.includes("Push API in incognito mode"));
  async function openConsole(): Promise<Page> {
    const page = await browser.openPage(desk, "bruno", { locale: "en-GB" });
    // The browser would show them; whether they are wanted is the agent's word.
    await page.context().grantPermissions(["notifications"], { origin: desk.url });
    await page.goto("/agent");
    await page.getByRole("tab", { name: /^Queue/ }).waitFor();
    return page;
  }
  const menuItem = (page: Page) => page.getByRole("menuitemcheckbox", { name: /notifications/i });
  async function openMenu(page: Page): Promise<void> {
    await page
      .getByRole("button", { name: /Bruno Lima/ })
      .first()
      .click();
    await menuItem(page).waitFor();
  }
  async function consent(page: Page): Promise<Worker> {
    await openMenu(page);
    await menuItem(page).click();
    return page.context().serviceWorkers()[0] ?? page.context().waitForEvent("serviceworker");
  }

  it("are pushed when no console is open, and a click leads to it with the chat box open (S3-11)", async () => {
    const page = await openConsole();
    const worker = await consent(page);
    const attendance = await (await Talk.begin(ana)).askForPerson();
    await page.goto("/");
    const session = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        const [found] = registrations;
        if (found !== undefined) resolve(found.registrationId);
      });
    });
    await session.send("ServiceWorker.enable");
    const notice = {
      tag: `push-${attendance.id}`,
      title: "Ana Souza asks for an attendant",
      body: "Talk",
      path: `/agent?talk=${attendance.conversationId}`,
    };
    await session.send("ServiceWorker.deliverPushMessage", {
      origin: desk.url,
      registrationId: await registered,
      data: JSON.stringify(notice),
    });
    const shown = await until(async () => (await shownBy(worker)).find(({ tag }) => tag === notice.tag));
    expect(shown).toEqual(notice);

    await click(worker, notice.tag);
    const [address] = await until(async () => {
      const opened = await worker.evaluate<string[]>("self.opened");
      return opened.length > 0 ? opened : undefined;
    });

    expect(address).toBe(desk.url + notice.path);
    await page.goto(address ?? "");
    await page.getByRole("heading", { name: "Ana Souza" }).waitFor();
    await page
      .getByRole("button", { name: /^Accept/ })
      .first()
      .waitFor();
    expect(faults()).toEqual([]);
    await ana.get("attendance:cancel", { attendanceId: attendance.id });
  });

  const waiting = (page: Page, question: string) =>
    page
      .getByRole("list", { name: "Waiting for an attendant" })
      .getByRole("listitem")
      .filter({ hasText: question });
  async function ask(question: string) {
    const talk = await Talk.begin(ana);
    await talk.say(question);
    return talk.askForPerson();
  }

  it("pop up only where the agent has turned them on; a click leads the open page to the chat (S3-10, S3-11, S3-13)", async () => {
    const [quiet, loud] = [await openConsole(), await openConsole()];
    const worker = await consent(loud);
    const question = "my flux capacitor hums in A";

    const attendance = await ask(question);
    await waiting(quiet, question).waitFor();
    const shown = await until(async () => (await shownBy(worker)).find(({ tag }) => tag === attendance.id));

    expect(shown).toMatchObject({
      title: "Ana Souza asks for an attendant",
      path: `/agent?talk=${attendance.conversationId}`,
    });
    expect(shown.body).toContain(question);
    // What shows notifications is not even there: nothing can pop up.
    expect(await quiet.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")).toBe(
      0,
    );
    await loud.getByText("No talk is open").waitFor();
    await click(worker, attendance.id);
    await loud.getByRole("heading", { name: "Ana Souza" }).waitFor();
    await loud.getByRole("region", { name: "Messages" }).getByText(question).first().waitFor();
    await loud
      .getByRole("button", { name: /^Accept/ })
      .first()
      .waitFor();
    expect(await worker.evaluate("self.opened")).toEqual([]);

    await openMenu(loud);
    await menuItem(loud).click();
    await loud.getByText("This browser no longer tells you of new requests.").waitFor();
    await ana.get("attendance:cancel", { attendanceId: attendance.id });
    const next = await ask("my flux capacitor hums in H");
    await waiting(loud, "hums in H").waitFor();
    await waiting(quiet, "hums in H").waitFor();
    expect((await shownBy(worker)).some(({ tag }) => tag === next.id)).toBe(false);
    await ana.get("attendance:cancel", { attendanceId: next.id });
    expect(faults()).toEqual([]);
  });

  it("are turned on per agent and browser: not in another browser, not for somebody else in this one (S3-14)", async () => {
    const here = await openConsole();
    await consent(here);
    await here.getByText(/^This browser (now )?tells you of new requests/).waitFor();
    await here.reload();
    await openMenu(here);
    await here.getByText("on in this browser").waitFor();

    const elsewhere = await openConsole();
    await openMenu(elsewhere);
    await elsewhere.getByText("off in this browser").waitFor();
    expect(await menuItem(elsewhere).getAttribute("aria-checked")).toBe("false");

    const context = here.context();
    await here.getByRole("menuitem", { name: "Log out", exact: true }).click();
    await here.getByLabel("User name").waitFor();
    const answer = await context.request.post("/api/v1/session", {
      data: { username: "carla", password: "demo" },
    });
    expect(answer.ok()).toBe(true);
    const colleague = await context.newPage();
    await colleague.goto("/agent");
    await colleague.getByRole("tab", { name: /^Queue/ }).click();
    await colleague
      .getByRole("button", { name: /Carla Díaz/ })
      .first()
      .click();
    await colleague.getByText("off in this browser").waitFor();
    const worker = context.serviceWorkers()[0];
    const attendance = await ask("my flux capacitor hums in C");
    await waiting(colleague, "hums in C").waitFor();
    expect(worker === undefined ? [] : await shownBy(worker)).toEqual([]);
    await ana.get("attendance:cancel", { attendanceId: attendance.id });
    expect(faults()).toEqual([]);
  });

  it("tell what the requester wrote on a ticket, as a toast with a way to the ticket (S2-9, 300)", async () => {
    const admin = await desk.connect("admin");
    await admin.rest("PUT", "/api/v1/parameters/300", { value: "Y" });
    const attendance = await ask("my flux capacitor hums in D");
    const bruno = await desk.connect("bruno");
    await bruno.get("attendance:accept", { attendanceId: attendance.id, requestId: "mine" });
    await bruno.get("attendance:end", { attendanceId: attendance.id });
    const page = await openConsole();
    const number = attendance.ticketNumber ?? "";

    const message = { text: "It hums louder <b>now</b>", sendEmail: false, requestId: "louder" };
    expect((await ana.rest("POST", `/api/v1/tickets/${number}/messages`, message)).status).toBe(201);

    const toast = page.getByRole("alert").filter({ hasText: `Ana Souza wrote on ticket ${number}` });
    await toast.getByText("It hums louder <b>now</b>").waitFor();
    await keepPicture(page, "notifications/ticket-message");
    await toast.getByRole("link", { name: "Show the ticket" }).click();
    await page.waitForURL(`**/agent/tickets/${number}`);
    await admin.rest("PUT", "/api/v1/parameters/300", { value: "N" });
    expect(faults()).toEqual([]);
  });
});
