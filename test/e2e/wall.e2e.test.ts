import { randomUUID } from "node:crypto";
import { groupIds } from "../../config/demo/people.js";
import { type Cast, openCast } from "../app/team/cast.js";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { buildDesk } from "../support/desk-process.js";
import { focusIsIn, tabTo } from "./focus.js";
import { shows } from "./shows.js";

describe("the supervisor wall in the browser", () => {
  let cast: Cast;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    cast = await openCast();
    browser = await openBrowser();
  });
  afterEach(async () => {
    await browser.closePages("wall");
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await cast.desk.stop();
  });

  it("shows how full each group is, and only what belongs to the one that is pressed", async () => {
    await cast.talk();
    const page = await browser.openPage(cast.desk, "admin");
    await page.goto("/agent/wall");
    const groups = page.getByRole("list", { name: "How full the groups are" });
    const network = groups.getByRole("button", { name: /^Network/ });
    await network.getByText(/^1 of \d+ places taken · 1 attendant there$/).waitFor();
    await groups
      .getByRole("button", { name: /^Applications/ })
      .getByText(/^0 of \d+ places taken/)
      .waitFor();
    await page.getByTitle("Watch the talk with Ana Souza").waitFor();

    await groups.getByRole("button", { name: /^Applications/ }).click();
    await page.getByText("No talk is under way").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await groups.getByRole("button", { name: /^Applications/ }).click();
    await page.getByTitle("Watch the talk with Ana Souza").waitFor();
  });

  it("shows each group whole on a phone, and nothing of it goes sideways, light or dark", async () => {
    const { attendance } = await cast.talk();
    const page = await browser.openPage(cast.desk, "admin", { width: 390, height: 844 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto("/agent/wall");
      const groups = page.getByRole("list", { name: "How full the groups are" });
      await groups.getByRole("button", { name: /^Network/ }).waitFor();
      await page.getByTitle("Watch the talk with Ana Souza").waitFor();
      await keepPicture(page, `wall/phone-${colorScheme}`);

      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
      const cards = await groups.getByRole("button").count();
      expect(cards).toBe(3);
      expect(
        await page.evaluate(`(() => {
          const list = document.querySelector("[aria-label='How full the groups are']");
          return list.scrollHeight <= list.clientHeight;
        })()`),
      ).toBe(true);
      expect(await findBarriers(page)).toEqual([]);
    }
    await cast.bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("tells why somebody waits, live, and assigns; all by keyboard (S1-3)", async () => {
    await cast.wait();
    const page = await browser.openPage(cast.desk, "admin");
    await page.goto("/agent/wall");
    await page.getByTitle("Watch the talk with Ana Souza").waitFor();

    await tabTo(page, /^Why is this waiting\? Ana/);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Why is this waiting? Ana Souza" });
    await dialog.getByText(/^Bruno Lima .* free$/).waitFor();
    await cast.carla.get("presence:set", { status: "away" });
    await dialog.getByText(/^Carla Díaz .* away$/).waitFor();
    await keepPicture(page, "wall/why");
    expect(await findBarriers(page)).toEqual([]);
    await cast.carla.get("presence:set", { status: "available" });

    await tabTo(page, /^Assign to Bruno Lima$/);
    await page.keyboard.press("Enter");
    await page.getByText("Done. Told: Ana Souza and Bruno Lima.").waitFor();
    await cast.bruno.hear("attendance:changed", ({ attendance }) => attendance.phase === "accepted");
    await dialog.waitFor({ state: "detached" });
  });

  it("watches, whispers, reassigns and ends by keyboard, and names who was told", async () => {
    const { conversationId } = await cast.talk();
    const page = await browser.openPage(cast.desk, "admin");
    await page.goto("/agent/wall");
    await page.getByTitle("Watch the talk with Ana Souza").waitFor();

    await tabTo(page, /^AS\s+Ana Souza/);
    await page.keyboard.press("Enter");
    const whisper = page.getByLabel("Whisper to Bruno Lima");
    await whisper.waitFor();
    await whisper.focus();
    const words = `look-${randomUUID().slice(0, 8)}`;
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await cast.bruno.hear("note:posted", ({ note }) => note.text === words);

    await tabTo(page, /^Reassign to$/);
    await page.keyboard.type("Carla");
    await page.getByRole("option", { name: /^Carla Díaz/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("Done. Told: Ana Souza, Bruno Lima, and Carla Díaz.").waitFor();
    await cast.bruno.hear("ownership:lost", (fact) => fact.conversationId === conversationId);
    await keepPicture(page, "wall/reassigned");
    expect(await findBarriers(page)).toEqual([]);

    await tabTo(page, /^End$/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^Really end\?$/);
    await page.keyboard.press("Enter");
    await page.getByText("Done. Told: Ana Souza and Carla Díaz.").waitFor();
    await page.getByText("This talk is over.").waitFor();
  });

  it("reassigns by keyboard while the console of who has the talk is open beside it", async () => {
    const { conversationId } = await cast.talk();
    const console = await browser.openPage(cast.desk, "bruno");
    await console.goto(`/agent?talk=${conversationId}`);
    await console.getByLabel(/^Write to /).waitFor();
    const page = await browser.openPage(cast.desk, "admin");
    await page.goto("/agent/wall");
    await page.getByTitle("Watch the talk with Ana Souza").click();

    await tabTo(page, /^Reassign to$/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");

    await page.getByText("Done. Told: Ana Souza, Bruno Lima, and Carla Díaz.").waitFor();
    await console.getByText("Carla Díaz has this talk now.").waitFor();
    await shows(() => console.getByLabel(/^Write to /).count(), 0);
    const { attendance } = await cast.carla.hear(
      "attendance:changed",
      (fact) => fact.attendance.conversationId === conversationId,
    );
    await cast.carla.get("attendance:end", { attendanceId: attendance.id });
  });

  it("takes what is open about a talk away with it, and it does not come back by itself (S1-28)", async () => {
    const { conversationId, attendance } = await cast.talk();
    const console = await browser.openPage(cast.desk, "bruno");
    await console.goto(`/agent?talk=${conversationId}`);
    await focusIsIn(console, "Write to Ana Souza");
    await console.keyboard.press("Alt+KeyE");
    const dialog = console.getByRole("dialog", { name: "End the talk with Ana Souza" });
    await dialog.waitFor();
    const to = (person: typeof cast.carla) => ({ kind: "agent", id: cast.id(person) }) as const;

    await cast.bruno.get("attendance:transfer", { attendanceId: attendance.id, to: to(cast.carla) });
    await console.getByText("Carla Díaz has this talk now.").waitFor();
    await shows(() => dialog.count(), 0);
    await focusIsIn(console, /^Carla Díaz has this talk now/);
    await console.keyboard.press("Alt+KeyE");
    await cast.carla.get("attendance:transfer", { attendanceId: attendance.id, to: to(cast.bruno) });

    await focusIsIn(console, "Write to Ana Souza");
    expect(await dialog.count()).toBe(0);
    await cast.bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("shows what was taken back from an attendant who stayed silent, who is told of it (F20, chatwoot#14508)", async () => {
    const { store, handoff } = cast.desk.app.domains;
    const group = `/api/v1/routing/groups/${groupIds.serviceDesk}`;
    await cast.admin.rest("PUT", group, { firstAnswerSeconds: 60 });
    const { attendance } = await cast.talk();
    const [wall, bruno] = [
      await browser.openPage(cast.desk, "admin"),
      await browser.openPage(cast.desk, "bruno"),
    ];
    await Promise.all([wall.goto("/agent/wall"), bruno.goto("/agent")]);
    await bruno.getByLabel(/^Write to /).waitFor();
    await wall.getByTitle("Watch the talk with Ana Souza").waitFor();

    await store.db
      .updateTable("attendance")
      .set((of) => ({ accepted_at: of("accepted_at", "-", 61_000) }))
      .where("id", "=", attendance.id)
      .execute();
    await handoff.sweep();

    await wall.getByText(/^Taken back from Bruno Lima/).waitFor();
    const toast = bruno.getByRole("alert").filter({ hasText: "A talk was taken back from you" });
    await toast.waitFor();
    // In the talk, and once more for those who hear the page.
    await bruno.getByText("Taken back from Bruno Lima, who did not answer in time").first().waitFor();
    await keepPicture(bruno, "wall/taken-back-agent");
    await wall.getByRole("button", { name: "Why is this waiting? Ana Souza" }).click();
    await wall.getByText(/it was taken back from Bruno Lima, who did not answer/).waitFor();
    await keepPicture(wall, "wall/taken-back");
    expect([...(await findBarriers(wall)), ...(await findBarriers(bruno))]).toEqual([]);
    await cast.admin.rest("PUT", group, {});
    await cast.admin.get("attendance:end", { attendanceId: attendance.id });
  });
});
