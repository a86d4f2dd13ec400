import { randomUUID } from "node:crypto";
import { type Cast, framesOf, openCast } from "../app/team/cast.js";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { buildDesk } from "../support/desk-process.js";
import { asAgent } from "./agent.js";
import { shows } from "./shows.js";

describe("agents among themselves in the browser", () => {
  let cast: Cast;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    cast = await openCast();
    browser = await openBrowser();
    await cast.admin.rest("POST", "/api/v1/canned-replies", {
      shortcut: "hello",
      title: "Greeting",
      texts: { en: "Hello {requester}, this is {agent}.", es: "Hola {requester}.", pt: "" },
      scope: { kind: "everybody" },
    });
  });
  afterEach(async () => {
    await browser.closePages("team");
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await cast.desk.stop();
  });

  it("writes a note, finds a reply and an article, names a colleague, all by keyboard (S1-17, S1-20)", async () => {
    const { ana } = cast;
    await cast.talk();
    const page = await browser.openPage(cast.desk, "bruno");
    await page.goto("/agent");
    const agent = asAgent(page);
    await agent.composer.waitFor();

    await agent.composer.pressSequentially("/hel");
    await page.getByRole("option", { name: /hello/ }).waitFor();
    await keepPicture(page, "team/replies");
    await page.keyboard.press("Enter");
    expect(await agent.composer.inputValue()).toMatch(/^Hello Ana, this is Bruno/);
    await page.keyboard.press("Enter");
    await ana.hear("message:posted", (fact) => /^Hello Ana, this is Bruno/.test(fact.message.text));

    await agent.composer.pressSequentially("Please read ??printer");
    await page
      .getByRole("option", { name: /printer/i })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(/^Goes with the message/).waitFor();
    await page.reload();
    await page.getByText(/^Goes with the message/).waitFor();
    await agent.composer.focus();
    await page.keyboard.press("Enter");
    const { message } = await ana.hear("message:posted", (fact) => /^Please read/.test(fact.message.text));
    expect(message.attachments).toMatchObject([{ kind: "article" }]);

    const secret = `note-${randomUUID().slice(0, 8)}`;
    await page.keyboard.press("Alt+n");
    const field = page.getByLabel("Write a note for colleagues");
    await field.pressSequentially(`${secret} @car`);
    await page.getByRole("option", { name: /Carla/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page
      .getByRole("article", { name: /^Note of Bruno/ })
      .getByText(`${secret} @Carla Díaz`, { exact: true })
      .waitFor();
    await cast.carla.hear("note:posted", (fact) => fact.note.text.includes(secret));
    await keepPicture(page, "team/note");
    expect(await findBarriers(page)).toEqual([]);
    expect(framesOf(ana)).not.toContain(secret);
  });

  it("adds a colleague who gets a tab, and quits (S1-29, S1-30)", async () => {
    await cast.talk();
    const [bruno, diego] = [
      await browser.openPage(cast.desk, "bruno"),
      await browser.openPage(cast.desk, "diego", { colorScheme: "dark" }),
    ];
    await Promise.all([bruno.goto("/agent"), diego.goto("/agent")]);
    await asAgent(bruno).composer.waitFor();
    await diego.getByText("No talk is open").waitFor();

    await bruno.getByRole("button", { name: "Who takes part" }).click();
    await bruno.getByRole("menuitem", { name: "Add a colleague" }).click();
    await bruno.getByRole("combobox", { name: "Colleague" }).click();
    await bruno.getByRole("option", { name: /Diego/ }).click();
    await bruno.getByRole("button", { name: "Add", exact: true }).click();
    await asAgent(diego).composer.waitFor();
    await asAgent(diego).say("I am here too");
    await bruno.getByText("I am here too").first().waitFor();
    await bruno.getByText(/Diego.* joined/).waitFor();
    await keepPicture(diego, "team/participant-dark");
    expect(await findBarriers(diego)).toEqual([]);

    await diego.getByRole("button", { name: "Who takes part" }).click();
    await diego.getByRole("menuitem", { name: "Leave the talk" }).click();
    await diego.getByText("No talk is open").waitFor();
    // In the talk, and once more for those who hear the page.
    await bruno
      .getByText(/Diego.* left the talk/)
      .first()
      .waitFor();
  });

  it("goes through the queue's preview with Previous and Next, and sees who waits (S1-7, S1-9)", async () => {
    await cast.wait();
    const page = await browser.openPage(cast.desk, "bruno");
    await page.goto("/agent");
    await page.getByRole("tab", { name: /^Queue/ }).click();
    await page.getByTitle(/^Preview of Ana/).click();

    const dialog = page.getByRole("dialog", { name: "Waiting: 1 of 1" });
    await dialog.getByText(/Ana/).waitFor();
    await shows(() => dialog.getByRole("button", { name: "Previous" }).isDisabled(), true);
    await shows(() => dialog.getByRole("button", { name: "Next" }).isDisabled(), true);
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Accept" }).click();
    await asAgent(page).composer.waitFor();
    await page.getByRole("banner").first().getByText(/./).first().waitFor();
  });

  it("shows the wall live, watches a talk and takes it over", async () => {
    const { conversationId } = await cast.talk();
    const page = await browser.openPage(cast.desk, "admin");
    await page.goto("/agent/wall");
    await page.getByRole("button", { name: /Ana/ }).first().waitFor();
    await keepPicture(page, "team/wall");
    expect(await findBarriers(page)).toEqual([]);

    await page.getByRole("button", { name: /Ana/ }).first().click();
    await page.getByText("Nobody in this talk sees that you watch.").waitFor();
    await keepPicture(page, "team/watch");
    await page.getByRole("button", { name: "Take over" }).click();
    // Nothing is given to this admin; a supervisor may take a talk all the same.
    await page.getByText("Your capacity is used up.").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, "team/beyond-capacity");
    await page.getByRole("button", { name: "Take over all the same" }).click();
    await page.getByText("The talk is yours now.").waitFor();
    await cast.bruno.hear("ownership:lost", (fact) => fact.conversationId === conversationId);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("keeps who is on call with the group's own Save, and nobody twice in a shift (S3-12)", async () => {
    const page = await browser.openPage(cast.desk, "admin");
    await page.goto("/admin/people");
    const open = async () => {
      await page.getByRole("tab", { name: "Groups" }).click();
      await page.getByRole("button", { name: "Applications" }).click();
      return page.getByRole("dialog", { name: "Applications" });
    };
    const form = await open();
    const choose = async (label: string, name: string) => {
      await form.getByRole("combobox", { name: label, exact: true }).click();
      await page.getByRole("option", { name }).click();
    };
    await form.getByRole("button", { name: "Add a shift" }).click();
    await choose("Backups (two at most)", "Carla Díaz");
    await page.getByRole("option", { name: "Diego Ramos" }).click();
    await page.keyboard.press("Escape");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await form.getByText("Choose days, times and who is on call in every shift.").waitFor();
    await choose("On call", "Carla Díaz");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await form.waitFor({ state: "detached" });

    await page.reload();
    const kept = await open();
    expect(await kept.getByRole("combobox", { name: "On call", exact: true }).inputValue()).toBe(
      "Carla Díaz",
    );
    await kept.getByText("Diego Ramos").waitFor();
    expect(await kept.getByText("Carla Díaz").count()).toBe(0);
  });

  it("keeps canned replies and the rota on their pages, at phone width too", async () => {
    for (const view of [{}, { width: 390, height: 844, colorScheme: "dark" as const }]) {
      const page = await browser.openPage(cast.desk, "admin", view);
      const name = `${view.width ?? "wide"}`;
      await page.goto("/admin/replies");
      await page.getByRole("button", { name: "/hello" }).click();
      await page.getByLabel("Title").waitFor();
      await keepPicture(page, `team/reply-${name}`);
      expect(await findBarriers(page)).toEqual([]);
      await page.goto("/agent/wall");
      await page.getByText("Longest wait").waitFor();
      await keepPicture(page, `team/wall-${name}`);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      await page.goto("/admin/people");
      await page.getByRole("tab", { name: "Groups" }).click();
      await page.getByRole("button", { name: "Service Desk" }).click();
      await page.getByRole("button", { name: "Add a shift" }).click();
      await keepPicture(page, `team/rota-${name}`);
      expect(await findBarriers(page)).toEqual([]);
    }
  });
});
