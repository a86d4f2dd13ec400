import { randomUUID } from "node:crypto";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk, type DeskProcess, newDataDir, spawnDesk } from "../support/desk-process.js";
import { answerTo, letter } from "../support/letters.js";
import { type MailServer, startMailServer } from "../support/mail-server.js";

const views = [
  { width: 1280, height: 800, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

describe("e-mail in the browser", () => {
  const data = newDataDir();
  let mails: MailServer;
  let desk: DeskProcess;
  let browser: TestBrowser;

  beforeAll(async () => {
    buildDesk();
    mails = await startMailServer();
    desk = await spawnDesk(data.path, {
      SMTP_URL: mails.url,
      MAIL_FROM: "Deskhand <desk@example.com>",
      MAIL_REPLY_TO: "desk@example.com",
      // None of them is signed, so nothing is asked of the DNS.
      MAIL_PROOF: "mark",
    });
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

  /** A door for mails, as a gateway has it. */
  async function openGateway(): Promise<(raw: string) => Promise<number>> {
    const admin = await DeskClient.connect(desk.url, "admin");
    const made = await admin.rest("POST", "/api/v1/api-tokens", { name: "Gateway", scopes: ["mail"] });
    const { token } = made.body as { token: string };
    admin.close();
    return async (body) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${desk.url}/webhooks/mail`, { method: "POST", headers, body })).status;
    };
  }

  it("shows the attendant what came by e-mail, and as what it came (S2-19)", async () => {
    const bring = await openGateway();
    const rui = await DeskClient.connect(desk.url, "rui");
    const talk = await Talk.begin(rui);
    const { id } = await talk.askForPerson();
    const page = await browser.openPage(desk, "carla");
    await page.goto("/agent");
    const carla = await DeskClient.connect(desk.url, "carla");
    const { epoch } = await carla.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    await page.getByRole("textbox").last().waitFor();
    const before = mails.received.length;
    rui.close();
    await carla.hear("conversation:changed", ({ conversation }) => !conversation.online.requester);
    await carla.get("message:send", {
      conversationId: talk.id,
      clientMessageId: randomUUID(),
      text: "Is it on?",
      epoch,
    });
    await mails.until(before + 1);

    const status = await bring(
      answerTo(mails.received[before], { from: "rui.costa@example.com", text: "It is <b>on</b>." }),
    );

    expect(status).toBe(202);
    const row = page.getByRole("article").filter({ hasText: "It is <b>on</b>." });
    await row.getByText("by e-mail").waitFor();
    await row.getByText("sender not proven").waitFor();
    await keepPicture(page, "mail-console");
    carla.close();
    for (const view of views) {
      const own = await browser.openPage(desk, "rui", view);
      await own.goto("/");
      await own
        .getByRole("button", { name: /^Talk|^Chat/ })
        .first()
        .click();
      const bubble = own.getByText("It is <b>on</b>.").last();
      await bubble.waitFor();
      await own.getByText(/· by e-mail/).waitFor();
      await keepPicture(own, `mail-requester-${view.width}-${view.colorScheme}`);
    }
    expect(browser.takeFaults()).toEqual([]);
  });

  it("shows admins the mails that came in, and takes again what was left alone", async () => {
    const bring = await openGateway();
    const headers = ["List-Id: <all.example.com>"];
    await bring(letter({ from: "rui.costa@example.com", subject: "From the list", headers }));
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/templates");
    const row = page.getByRole("row").filter({ hasText: "From the list" });
    const reload = page.getByRole("button", { name: "Read the incoming mail again" });
    await reload.click();
    await row.getByText("It came through a mailing list.").waitFor();
    await keepPicture(page, "mail-admin");

    await row.getByRole("button", { name: "Take again" }).click();
    await page.getByText("It is taken again.").waitFor();
    await row.getByText("Taken", { exact: true }).waitFor();
    await row.getByText("Sender not proven").waitFor();
    await keepPicture(page, "mail-admin-unproven");

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

    // Others hear of what they missed meanwhile.
    const sent = mails.received.slice(before).filter(({ to }) => to.includes("admin@example.com"));
    expect(sent).toMatchObject([{ subject: "Ana Souza: news" }]);
    await page.getByRole("cell", { name: /^Ana Souza: news/ }).waitFor();
    expect(browser.takeFaults()).toEqual([]);
  });
});
