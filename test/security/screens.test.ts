import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { personFormSchema } from "../../contract/index.js";
import { openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { openForeignSite } from "../support/foreign-page.js";
import { png } from "../support/sample-files.js";
import { links, scripts } from "./payloads.js";

const evilName = `<img src=x onerror="window.ran=99">Mal`;

function pick(from: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}

describe("what a stranger writes, on every screen", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let admin: DeskClient;
  let mallory: DeskClient;
  beforeAll(async () => {
    buildDesk();
    [desk, browser] = await Promise.all([startDesk(), openBrowser()]);
    admin = await desk.connect("admin");
    mallory = await desk.connect("ana");
    const { body } = await admin.rest("GET", "/api/v1/accounts?q=ana");
    const [ana] = (body as { items: { id: string; username: string }[] }).items;
    const renamed = { ...ana, name: evilName };
    const form = personFormSchema.parse(pick(renamed, Object.keys(personFormSchema.shape)));
    expect(await admin.rest("PUT", `/api/v1/accounts/${ana?.id}`, form)).toMatchObject({ status: 200 });
  }, 180_000);
  afterEach(async () => {
    await browser.closePages("screens");
    // A script that was stopped by the Content Security Policy alone would be told here.
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  /** What ran on the page that is shown, and the addresses in it that a browser would run. */
  const harmOf = (page: Page): Promise<string[]> =>
    page.evaluate(`(() => {
      const inside = [...document.querySelectorAll("*")].flatMap((one) => one.shadowRoot ?? []);
      const addresses = [document, ...inside]
        .flatMap((root) => [...root.querySelectorAll("a[href], form[action], iframe, object, embed")])
        .map((one) => one.getAttribute("href") ?? one.getAttribute("action") ?? one.tagName)
        .filter((to) => !/^(https?:|mailto:|\\/|#|\\?)/i.test(to));
      return [...(window.ran === undefined ? [] : ["ran " + window.ran]), ...addresses];
    })()`);

  async function openAs(name: string, path: string): Promise<Page> {
    const page = await browser.openPage(desk, name);
    page.on("dialog", (dialog) => void dialog.dismiss());
    await page.goto(path);
    return page;
  }

  it("is shown to agents as it is, in the queue, the talk and the ticket (S1, S2)", async () => {
    const talk = await Talk.begin(mallory);
    await talk.say(scripts[1] ?? "");
    const { ticketNumber = "" } = await talk.askForPerson();
    const bruno = await openAs("bruno", "/agent");
    const entry = bruno.getByRole("list", { name: "Waiting for an attendant" }).getByText(evilName);
    await entry.waitFor();
    await bruno.getByRole("button", { name: /^Why is this waiting/ }).click();
    await bruno.getByRole("dialog").waitFor();
    expect(await harmOf(bruno)).toEqual([]);
    await bruno.keyboard.press("Escape");
    await bruno
      .getByRole("button", { name: /^Accept/ })
      .first()
      .click();
    await bruno.getByLabel(/^Write to /).waitFor();

    const upload = await fetch(
      `${desk.url}/api/v1/conversations/${talk.id}/files?${new URLSearchParams({
        name: `"><img src=x onerror=window.ran=30>.png`,
        requestId: randomUUID(),
      })}`,
      { method: "POST", headers: { authorization: `Bearer ${mallory.token}` }, body: new Uint8Array(png) },
    );
    const { fileId } = (await upload.json()) as { fileId: string };
    for (const text of [...scripts, ...links]) await talk.send(text);
    await mallory.get("message:send", {
      conversationId: talk.id,
      clientMessageId: randomUUID(),
      text: "last words",
      attachments: [fileId],
    });
    await bruno.getByText("last words").last().waitFor();

    const shown = await bruno.getByRole("region", { name: "Messages" }).textContent();
    for (const text of scripts.slice(0, 4)) expect(shown).toContain(text);
    expect(await harmOf(bruno)).toEqual([]);
    for (const path of [`/agent/tickets/${ticketNumber}`, "/agent/chat-requests"]) {
      await bruno.goto(path);
      await bruno.getByText(evilName).first().waitFor();
      expect([path, await harmOf(bruno)]).toEqual([path, []]);
    }
  });

  it("is shown to supervisors and admins as it is (S1, S2)", async () => {
    const talk = await Talk.begin(mallory);
    for (const text of scripts.slice(0, 6)) await talk.say(text);
    await talk.askForPerson();
    const page = await openAs("admin", "/agent/wall");
    await page.getByText(evilName).first().waitFor();
    expect(await harmOf(page)).toEqual([]);
    for (const [path, seen] of [
      ["/admin/people", evilName],
      ["/admin/audit", "Change an account"],
      ["/admin/understanding", "onerror"],
      ["/admin/reports", "Reports"],
    ] as const) {
      await page.goto(path);
      await page.getByText(seen).first().waitFor();
      expect([path, await harmOf(page)]).toEqual([path, []]);
    }
    await mallory.ask("conversation:close", { conversationId: talk.id });
  });

  it("comes in by no header either (S3)", async () => {
    const evil = `Mozilla/5.0 ${scripts[0]}`;
    const headers = { "user-agent": evil, referer: "https://example.com/<svg/onload=window.ran=31>" };
    await fetch(`${desk.url}/api/v1/session`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", "accept-language": evil },
      body: JSON.stringify({ username: "ana", password: "wrong" }),
    });
    const page = await openAs("admin", "/admin/audit");
    await page.getByText("Change an account").first().waitFor();
    expect(await page.content()).not.toContain("window.ran=1<");
    expect(await harmOf(page)).toEqual([]);
  });

  it("is harmless in what the desk itself shows: articles, canned replies, the words of an agent (S4, S5)", async () => {
    const body = [...scripts, ...links, "The end of the article."].join("\n\n");
    const article = {
      title: `Quokka feeding ${scripts[2]}`,
      language: "en",
      folder: `Hangar ${scripts[1]}`,
      body,
      visibility: "public",
      state: "published",
    };
    const saved = await admin.rest("POST", "/api/v1/knowledge/articles", article);
    expect(saved).toMatchObject({ status: 201 });
    await desk.app.domains.follower.look();
    const { id } = saved.body as { id: string };
    const page = await openAs("ana", `/articles/${id}`);
    await page.getByText("The end of the article.").waitFor();
    expect(await harmOf(page)).toEqual([]);

    const talk = await Talk.begin(mallory);
    await talk.say("quokka feeding");
    const attendance = await talk.askForPerson();
    const bruno = await desk.connect("bruno");
    const { epoch } = await bruno.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId: randomUUID(),
    });
    for (const text of [...scripts, ...links, "the agent's last"]) {
      await bruno.get("message:send", {
        conversationId: talk.id,
        clientMessageId: randomUUID(),
        text,
        epoch,
      });
    }
    await page.goto("/");
    await page.getByRole("button", { name: /^Talk/ }).click();
    await page.getByText("the agent's last").waitFor();
    expect(await harmOf(page)).toEqual([]);
  });

  it("cannot put the console, the admin pages or the portal into a frame (S19)", async () => {
    const site = await openForeignSite(desk.url);
    try {
      const page = await browser.openPage(desk, "admin");
      await page.goto(site.page({}));
      const framed =
        await page.evaluate(`Promise.all(["/", "/agent", "/admin"].map((path) => new Promise((done) => {
        const frame = document.createElement("iframe");
        frame.onload = () => done(frame.contentDocument === null ? "opaque" : "same origin");
        frame.src = ${JSON.stringify(desk.url)} + path;
        document.body.append(frame);
      })))`);
      expect(framed).toEqual(["opaque", "opaque", "opaque"]);
      for (const frame of page.frames().slice(1)) expect(await frame.locator("#root").count()).toBe(0);
      // A site that may not embed the widget is told so by the browser, and that is all it is told.
      for (const fault of browser.takeFaults()) expect(fault).toMatch(/frame|CORS policy|net::ERR_FAILED/);
    } finally {
      await site.close();
    }
  });
});
