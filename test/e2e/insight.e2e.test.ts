import type { Page } from "playwright-core";
import { generate } from "../insight/generated-desk.js";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { buildDesk } from "../support/desk-process.js";
import { asAgent } from "./agent.js";
import { nonsense } from "./people.js";
import { asRequester } from "./requester.js";
import { shows } from "./shows.js";

const dayMs = 86_400_000;

describe("satisfaction and reports in the browser", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser();
    const { store } = desk.app.domains;
    await store.db
      .updateTable("account")
      .set({ role: "supervisor" })
      .where("username", "=", "carla")
      .execute();
    const ids = async (role: string) =>
      (await store.db.selectFrom("account").select("id").where("role", "=", role).execute()).map(
        ({ id }) => id,
      );
    const groups = await store.db
      .selectFrom("assignment_group")
      .select("id")
      .where("takes_attendances", "=", 1)
      .execute();
    const [requester = ""] = await ids("requester");
    const people = { requester, agents: await ids("agent"), groups: groups.map(({ id }) => id) };
    await generate(store, people, {
      count: 150,
      ended: "all",
      from: Date.now() - 10 * dayMs,
      to: Date.now() - dayMs,
    });
  });
  afterEach(async () => {
    await browser.closePages("insight");
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  async function barriersOf(page: Page, name: string): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await keepPicture(page, `insight/${name}-${width}-${colorScheme}`);
        const barriers = await findBarriers(page);
        found.push(...barriers.map((barrier) => `${width} ${colorScheme}: ${barrier}`));
        const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
        if (wide > width) found.push(`${width}: sideways ${wide}`);
      }
    }
    return found;
  }

  it("asks the requester with the keyboard how the talk was, once, and shows the agent nothing of it", async () => {
    const [anaPage, brunoPage] = [await browser.openPage(desk, "ana"), await browser.openPage(desk, "bruno")];
    await anaPage.goto("/");
    await brunoPage.goto("/agent");
    const [ana, bruno] = [asRequester(anaPage), asAgent(brunoPage)];
    await ana.openTalk();
    await bruno.openQueue();
    await ana.say(nonsense);
    await ana.choose("Talk to an attendant");
    await bruno.accept(nonsense);
    await brunoPage.getByRole("button", { name: "End", exact: true }).click();
    await brunoPage.getByRole("dialog").getByLabel("Ask the requester how this talk was").waitFor();
    await keepPicture(brunoPage, "insight/end-dialog");
    await brunoPage.getByRole("dialog").getByRole("button", { name: "End the talk" }).click();

    const question = ana.panel.getByRole("group", { name: "How was the conversation with Bruno Lima?" });
    await question.waitFor();
    expect(await barriersOf(anaPage, "question")).toEqual([]);
    await ana.panel.getByRole("button", { name: "Send answer" }).click();
    await ana.sees("Please choose from 1 to 5, or skip.");
    await question.getByRole("radio").first().focus();
    await anaPage.keyboard.press("ArrowRight");
    await anaPage.keyboard.press("ArrowRight");
    await anaPage.keyboard.press("ArrowRight");
    await ana.sees("Good");
    await ana.panel.getByLabel("Would you like to say more? (optional)").fill("Thank you Bruno");
    await keepPicture(anaPage, "insight/question-filled");
    await ana.panel.getByRole("button", { name: "Send answer" }).click();
    await ana.sees("Thank you for your answer.");
    await anaPage.reload();
    await ana.panel
      .or(anaPage.getByRole("button", { name: /^Talk/ }))
      .first()
      .waitFor();

    await shows(() => brunoPage.getByText("Thank you Bruno").count(), 0);
    const rows = await desk.app.domains.store.db
      .selectFrom("survey")
      .select(["score", "comment"])
      .where("comment", "is not", null)
      .execute();
    expect(rows).toEqual([{ score: 4, comment: "Thank you Bruno" }]);
  });

  it("shows a supervisor what the desk does, the same in plot, numbers and file, with how it is counted", async () => {
    const page = await browser.openPage(desk, "carla");
    await page.goto("/admin/reports");
    const card = page.getByRole("region", { name: "Attendances", exact: true });
    await card.getByRole("img", { name: "Attendances" }).waitFor();
    await card.getByRole("button", { name: "How is this counted? Attendances" }).click();
    await card.getByText(/Every wish for an attendant that began in the period/).waitFor();
    await card.getByRole("button", { name: "Numbers: Attendances" }).click();
    const total = card.getByRole("row", { name: /^All together/ });
    const asked = (await total.getByRole("cell").first().textContent()) ?? "";
    const downloading = page.waitForEvent("download");
    await card.getByRole("link", { name: "Download as CSV: Attendances" }).click();
    const content = await (await downloading).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(Buffer.from(chunk));
    const lastLine = Buffer.concat(chunks).toString().trim().split("\r\n").at(-1);
    await page.getByText("Thank you Bruno").waitFor();

    expect(Number(asked)).toBeGreaterThan(100);
    expect(lastLine?.split(",").slice(0, 2)).toEqual(["total", asked]);
    expect(await barriersOf(page, "reports")).toEqual([]);
    await shows(() => page.getByRole("button", { name: "Satisfaction question" }).count(), 0);
    await page.setViewportSize({ width: 1280, height: 5200 });
    await page.emulateMedia({ colorScheme: "light" });
    await keepPicture(page, "insight/reports-whole");
    await page.setViewportSize({ width: 390, height: 7000 });
    await keepPicture(page, "insight/reports-whole-phone");
  });

  it("keeps what is looked at in the address, is honest about nothing, and sets whom to ask", async () => {
    const page = await browser.openPage(desk, "admin", { locale: "pt-BR" });
    await page.goto("/admin/reports?from=2020-01-01&to=2020-01-02");
    await page.getByText("Nada a contar neste período.").nth(4).waitFor();
    await page.getByText("Ninguém escreveu um comentário neste período.").waitFor();
    expect(await barriersOf(page, "reports-empty")).toEqual([]);
    await page.getByLabel("Até").fill("2019-01-01");
    await page.getByText(/O último dia não pode vir antes do primeiro/).waitFor();
    expect(page.url()).toContain("to=2019-01-01");
    await page.getByRole("button", { name: "Pergunta de satisfação" }).click();
    await page.getByRole("combobox", { name: "A mesa inteira" }).waitFor();
    expect(await barriersOf(page, "settings")).toEqual([]);
    await page.getByRole("combobox", { name: "A mesa inteira" }).click();
    await page.getByRole("option", { name: "Nunca" }).click();
    await page.getByRole("button", { name: "Salvar" }).click();
    await page.getByText("Salvo. Vale a partir de agora.").waitFor();

    await expect(desk.app.domains.insight.satisfaction.settings()).resolves.toEqual({
      desk: "off",
      groups: [],
    });
  });
});
