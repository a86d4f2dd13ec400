import { randomUUID } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { type Cast, openCast } from "../app/team/cast.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { buildDesk } from "../support/desk-process.js";
import { asAgent } from "./agent.js";
import { nonsense } from "./people.js";
import { asRequester } from "./requester.js";
import { shows } from "./shows.js";

const photos = { ana: "", bruno: "" };

/** Where the picture comes from, once it is really drawn. */
async function drawn(image: Locator): Promise<string> {
  await image.waitFor();
  return image.evaluate(async (element: unknown) => {
    const shown = element as { decode(): Promise<void>; naturalWidth: number; src: string };
    await shown.decode();
    return shown.naturalWidth > 0 ? shown.src : "";
  });
}

describe("the attendant's conversation window (S1)", () => {
  let cast: Cast;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    cast = await openCast();
    browser = await openBrowser();
    const page = await open("admin", "/admin/people");
    const camera = await drawPicture(page);
    for (const [username, name] of [
      ["ana", "Ana Souza"],
      ["bruno", "Bruno Lima"],
    ] as const)
      photos[username] = await choosePhoto(page, name, camera);
    expect(photos.ana).not.toBe(photos.bruno);
    await browser.closePages("conversation-window");
  }, 180_000);
  afterEach(async () => {
    await browser.closePages("conversation-window");
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await cast.desk.stop();
  });

  /** Larger than what is kept, and not square, as a camera makes it. */
  async function drawPicture(page: Page): Promise<Buffer> {
    const base64 = await page.evaluate<string>(`(() => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [1600, 900];
      const pen = canvas.getContext("2d");
      for (let at = 0; at < 400; at += 1) {
        pen.fillStyle = "hsl(" + at * 7 + " 70% 50%)";
        pen.fillRect((at * 97) % 1600, (at * 61) % 900, 120, 90);
      }
      return canvas.toDataURL("image/png").split(",")[1];
    })()`);
    return Buffer.from(base64, "base64");
  }

  async function choosePhoto(page: Page, name: string, buffer: Buffer): Promise<string> {
    await page.goto("/admin/people");
    await page.getByRole("button", { name }).first().click();
    const drawer = page.getByRole("dialog", { name });
    const choosing = page.waitForEvent("filechooser");
    await drawer.getByRole("button", { name: "Choose a photo" }).click();
    await (await choosing).setFiles({ name: "me.png", mimeType: "image/png", buffer });
    const image = drawer.locator("img").first();
    const address = await drawn(image);
    await keepPicture(page, "conversation-window/person");
    return address;
  }

  async function open(username: string, path: string): Promise<Page> {
    const page = await browser.openPage(cast.desk, username);
    await page.goto(path);
    return page;
  }

  it("begins with the requester's photo and question in its head (S1-8, S1-9)", async () => {
    const ana = asRequester(await open("ana", "/"));
    await ana.openTalk();
    await ana.say(nonsense);
    await ana.choose("Talk to an attendant");
    await ana.sees("Searching attendant…");
    const bruno = asAgent(await open("bruno", "/agent"));
    await bruno.openQueue();
    expect(await drawn(bruno.waiting(nonsense).locator("img").first())).toBe(photos.ana);

    await bruno.accept(nonsense);

    const head = bruno.page
      .getByRole("heading", { level: 2, name: "Ana Souza" })
      .locator("xpath=ancestor::header");
    await head.getByText(nonsense).waitFor();
    expect(await drawn(head.locator("img").first())).toBe(photos.ana);
    await keepPicture(bruno.page, "conversation-window/head");
    await ana.panel.locator(".head img.face").waitFor();
    expect(await drawn(ana.panel.locator(".head img.face"))).toBe(photos.bruno);
  });

  it("shows each message with its time and its sender's photo, on both sides of the talk (S1-20, S1-21)", async () => {
    const { conversationId } = await cast.talk();
    const bruno = asAgent(await open("bruno", `/agent?talk=${conversationId}`));
    await bruno.composer.waitFor();
    const before = Date.now();

    await bruno.say("Is it plugged in?");
    await bruno
      .message("Is it plugged in?")
      .getByRole("img", { name: /^(sent|read)$/ })
      .waitFor();
    await cast.ana.get("message:send", { conversationId, clientMessageId: "s1-21", text: "It is." });

    for (const [words, photo] of [
      ["Is it plugged in?", photos.bruno],
      ["It is.", photos.ana],
    ] as const) {
      const row = bruno.message(words);
      await row.waitFor();
      expect(await drawn(row.locator("img:not([role])").first())).toBe(photo);
      const stamp = row.locator("time");
      expect(await stamp.textContent()).not.toBe("");
      const at = Date.parse((await stamp.getAttribute("datetime")) ?? "");
      expect(at).toBeGreaterThanOrEqual(before - 1000);
      expect(at).toBeLessThanOrEqual(Date.now());
    }
    await keepPicture(bruno.page, "conversation-window/messages");
  });

  it("shows markup as it was typed, whoever typed it, and runs none of it (S1-18)", async () => {
    const { conversationId } = await cast.talk();
    const bruno = asAgent(await open("bruno", `/agent?talk=${conversationId}`));
    const ana = asRequester(await open("ana", "/"));
    await ana.openTalk();
    const attack = `<img src=x onerror="document.title='pwned'"><script>document.title='pwned'</script> **no** [x](y)`;

    await bruno.composer.waitFor();
    await bruno.say(`B ${attack}`);
    await ana.say(`A ${attack}`);

    for (const person of [ana, bruno]) {
      for (const author of ["A", "B"]) {
        const words = person.talk.getByText(`${author} ${attack}`, { exact: true });
        await words.waitFor();
        expect(await words.textContent()).toBe(`${author} ${attack}`);
        expect(await words.locator("img, script, strong, a").count()).toBe(0);
      }
      expect(await person.page.title()).not.toContain("pwned");
    }
  });

  it("posts with Enter; Shift+Enter only breaks the line; nothing is posted of nothing (S1-19, S1-20)", async () => {
    const { conversationId } = await cast.talk();
    const bruno = asAgent(await open("bruno", `/agent?talk=${conversationId}`));
    await bruno.composer.waitFor();
    const sent = () =>
      cast.ana.heard.filter(({ fact }) => JSON.stringify(fact).includes(cast.id(cast.bruno)));
    const count = () =>
      sent().filter(
        ({ name, fact }) => name === "message:posted" && JSON.stringify(fact).includes(conversationId),
      ).length;

    await bruno.composer.press("Enter");
    await bruno.composer.pressSequentially("First line");
    await bruno.composer.press("Shift+Enter");
    await bruno.composer.press("Shift+Enter");
    await bruno.composer.pressSequentially("third line");
    expect(await bruno.composer.inputValue()).toBe("First line\n\nthird line");
    expect(count()).toBe(0);
    await bruno.composer.press("Enter");
    const { message } = await cast.ana.hear("message:posted", (fact) =>
      /^First line/.test(fact.message.text),
    );

    expect(message.text).toBe("First line\n\nthird line");
    expect(await bruno.composer.inputValue()).toBe("");
    expect(count()).toBe(1);
  });

  it("ended by the requester with a reason: the attendant reads it, nobody writes, both read on (S1-28)", async () => {
    const ana = asRequester(await open("ana", "/"));
    await ana.openTalk();
    const { conversationId, attendance } = await cast.talk();
    const bruno = asAgent(await open("bruno", `/agent?talk=${conversationId}`));
    await bruno.composer.waitFor();
    await bruno.say("Try the other cable.");
    await ana.message("Try the other cable.").waitFor();

    await ana.panel.getByRole("button", { name: "End the conversation" }).click();
    await ana.panel.getByRole("radio", { name: "This does not help me" }).check();
    await ana.panel.getByRole("button", { name: "End", exact: true }).click();

    await bruno.sees(/Ana Souza ended the attendance.*This does not help me/);
    await bruno.sees("This talk has ended.");
    expect(await bruno.composer.count()).toBe(0);
    await bruno.message("Try the other cable.").waitFor();
    await keepPicture(bruno.page, "conversation-window/ended");
    for (const [person, epoch] of [
      [cast.ana, undefined],
      [cast.bruno, 99],
    ] as const) {
      const late = { conversationId, clientMessageId: "late", text: "Wait!", ...(epoch ? { epoch } : {}) };
      expect(await person.ask("message:send", late)).toMatchObject({ ok: false });
    }
    await ana.panel.getByRole("button", { name: "Back to the conversation" }).click();
    await ana.message("Try the other cable.").waitFor();
    await bruno.page.goto(`/agent/records/chat/${attendance.id}`);
    await bruno.page
      .getByText(/This does not help me/)
      .first()
      .waitFor();
  });

  it("shows the requester's button through its states, and hiding the chat keeps it (S1-27)", async () => {
    const question = "my flux capacitor hums in G";
    const ana = asRequester(await open("ana", "/"));
    const button = ana.page.locator(".launcher");
    await button.getByText("Talk").waitFor();
    await ana.openTalk();
    await ana.say(question);
    await ana.choose("Talk to an attendant");
    await ana.panel.getByRole("button", { name: "Cancel" }).waitFor();

    await ana.panel.getByRole("button", { name: "Hide" }).click();
    await button.locator(".dots").waitFor();
    expect(await button.locator("img").count()).toBe(0);
    const { attendance } = await cast.bruno.hear(
      "attendance:changed",
      (fact) => fact.attendance.question === question && fact.attendance.status === "pending",
    );
    await cast.bruno.get("attendance:accept", { attendanceId: attendance.id, requestId: randomUUID() });

    expect(await drawn(button.locator("img"))).toBe(photos.bruno);
    expect(await button.locator(".dots").count()).toBe(0);
    await button.click();
    await ana.message(question).waitFor();
    const { conversation } = await cast.ana.get("conversation:open", {
      conversationId: attendance.conversationId,
    });
    expect(conversation.attendance?.status).toBe("active");
    await cast.bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("leaves the request unanswered on its requester's pages until the attendant has written (S3-17)", async () => {
    const { attendance } = await cast.wait();
    const ana = await open("ana", `/tickets/${attendance.ticketNumber}`);
    await ana.getByText("Awaiting attendant").waitFor();
    const answerBy = ana.getByText("First answer by");
    await answerBy.waitFor();
    const bruno = asAgent(await open("bruno", "/agent"));
    await bruno.openQueue();
    await bruno.accept(attendance.question);

    await ana.reload();
    await ana.getByText("Awaiting attendant").waitFor();
    await answerBy.waitFor();
    expect(await ana.getByText("With an attendant").count()).toBe(0);

    await bruno.say("Hello Ana");
    await ana.getByText("With an attendant").waitFor();
    await shows(() => answerBy.count(), 0);
    await keepPicture(ana, "conversation-window/answered");
    await ana.goto("/tickets");
    await ana.getByText("With an attendant").first().waitFor();
    await cast.bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("opens the previous interaction beside the talk as soon as the attendant accepts (S1-14, S1-15)", async () => {
    const first = await cast.talk();
    await cast.bruno.get("attendance:end", { attendanceId: first.attendance.id });
    const { body: record } = await cast.bruno.rest("GET", `/api/v1/chat-requests/${first.attendance.id}`);
    const [former] = (record as { related: { number: string }[] }).related;
    const page = await open("bruno", "/agent");
    const bruno = asAgent(page);
    await bruno.openQueue();
    const wish = {
      direct: true,
      description: "The same again",
      previousTicket: first.attendance.ticketNumber,
    };
    expect((await cast.ana.rest("POST", "/api/v1/tickets", wish)).status).toBe(201);

    await bruno.accept("The same again");

    await page.getByRole("link", { name: new RegExp(`${former?.number}$`) }).waitFor();
    await page.getByRole("link", { name: "Related Record" }).first().waitFor();
    await keepPicture(page, "conversation-window/previous-interaction");
  });
});
