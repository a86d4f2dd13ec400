import type { Page, Worker } from "playwright-core";
import { demoAccounts, groupIds } from "../../config/demo/people.js";
import { openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";

const brunoId = demoAccounts.find(({ username }) => username === "bruno")?.id ?? "";
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
    browser = await openBrowser();
    ana = await desk.connect("ana");
    const admin = await desk.connect("admin");
    const shift = { weekdays: everyDay, from: "00:00", to: "00:00", timeZone: "UTC" };
    const shifts = [{ ...shift, primary: brunoId, backups: [] }];
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
});
