import { randomUUID } from "node:crypto";
import { openBrowser, type TestBrowser } from "../support/browser.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk, type DeskProcess, newDataDir, spawnDesk } from "../support/desk-process.js";
import { type MailServer, startMailServer } from "../support/mail-server.js";

describe("e-mail in the browser", () => {
  const data = newDataDir();
  let mails: MailServer;
  let desk: DeskProcess;
  let browser: TestBrowser;

  beforeAll(async () => {
    buildDesk();
    mails = await startMailServer();
    desk = await spawnDesk(data.path, { SMTP_URL: mails.url, MAIL_FROM: "Deskhand <desk@example.com>" });
    browser = await openBrowser();
  });
  afterEach(() => browser.closePages("mail"));
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await mails.stop();
    data.remove();
  });

  it("tells the agent at once that the requester is away, and then that an e-mail told them (S2-19)", async () => {
    const page = await browser.openPage(desk, "bruno");
    await page.goto("/agent");
    const ana = await DeskClient.connect(desk.url, "ana");
    const talk = await Talk.begin(ana);
    const { id } = await talk.askForPerson();
    const bruno = await DeskClient.connect(desk.url, "bruno");
    await bruno.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    const field = page.getByRole("textbox", { name: "Write to Ana Souza" });
    await field.waitFor();

    ana.close();
    await page.getByText("Ana Souza is away.").waitFor();
    await field.fill("Please restart it.");
    await field.press("Enter");
    await page.getByText("Ana Souza is away; they have been told by e-mail.").waitFor();

    expect(mails.received.map(({ to }) => to)).toEqual([["ana.souza@example.com"]]);
    const back = await browser.openPage(desk, "ana");
    await back.goto("/");
    await back.getByRole("button", { name: /^Talk/ }).click();
    await page.getByText(/Ana Souza is away/).waitFor({ state: "hidden" });
    bruno.close();
    expect(browser.takeFaults()).toEqual([]);
  });

  it("shows a template as it will look and sends a test of it (447)", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/templates");
    const before = mails.received.length;

    await page.getByRole("textbox", { name: /^Subject/ }).fill("{requesterName}: news");
    await page.getByText("Ana Souza: news").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Template saved").waitFor();
    await page.getByRole("button", { name: "Send test mail" }).click();
    await page.getByText("The mail server took the e-mail for admin@example.com.").waitFor();

    expect(mails.received.slice(before)).toMatchObject([{ subject: "Ana Souza: news" }]);
    await page.getByRole("cell", { name: /^Ana Souza: news/ }).waitFor();
    expect(browser.takeFaults()).toEqual([]);
  });
});
