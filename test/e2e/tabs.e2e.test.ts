import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { groupIds } from "../../config/demo/people.js";
import type { Attendance } from "../../contract/index.js";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { asAgent } from "./agent.js";
import { shows } from "./shows.js";

const password = "twelve-at-once";
const names = Array.from({ length: 12 }, (_, at) => `Person ${String.fromCharCode(65 + at)}`);
const longWords = "The same noise again, as soon as the lid is closed, and the light goes out with it";

/** What is asked of the page; the tests themselves know no page. */
interface Shape {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}
interface Styles {
  getComputedStyle(element: unknown): { readonly textOverflow: string };
}

const howItIsCut = (element: unknown): [boolean, string] => {
  const { scrollWidth, clientWidth } = element as Shape;
  const { getComputedStyle: styleOf } = globalThis as unknown as Styles;
  return [scrollWidth > clientWidth, styleOf(element).textOverflow];
};

/** One requester with their talk, which an agent holds. */
interface Held {
  readonly name: string;
  readonly talk: Talk;
  readonly attendance: Attendance;
}

describe("the tabs of an attendant's talks", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  let bruno: DeskClient;
  let carla: DeskClient;
  const held: Held[] = [];
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser();
    [bruno, carla] = [await desk.connect("bruno"), await desk.connect("carla")];
    const room = { capacity: names.length };
    await desk.app.domains.store.db.updateTable("account").set(room).where("role", "=", "agent").execute();
    const admin = await desk.connect("admin");
    for (const name of names) {
      const username = name.toLowerCase().replace(" ", "-");
      const form = {
        username,
        name,
        role: "requester",
        capacity: 0,
        groupIds: [groupIds.employees],
        password,
      };
      expect((await admin.rest("POST", "/api/v1/accounts", form)).status).toBe(201);
      const talk = await Talk.begin(await desk.connect(username, password));
      held.push({ name, talk, attendance: await talk.askForPerson() });
    }
  });
  afterEach(async () => {
    await browser.closePages("tabs");
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  /** Accepts a talk, and reads what was said before. */
  async function accept(agent: DeskClient, { attendance }: Held): Promise<void> {
    const wish = { attendanceId: attendance.id, requestId: randomUUID() };
    const { conversation } = await agent.get("attendance:accept", wish);
    await agent.get("message:read", { conversationId: conversation.id, upToSeq: conversation.lastSeq });
  }
  const at = (index: number): Held => {
    const one = held.at(index);
    if (one === undefined) throw new Error("Nobody has this place.");
    return one;
  };
  async function open(name: string): Promise<Page> {
    const page = await browser.openPage(desk, name);
    await page.goto("/agent");
    await page.getByRole("tab", { name: /^Mine/ }).waitFor();
    return page;
  }
  const tabsOf = (page: Page) => page.getByRole("navigation", { name: "Open talks" });
  /** Whose tabs stand there, in their order. */
  const shownOn = async (page: Page): Promise<string> =>
    (
      await tabsOf(page)
        .getByText(/^Person .$/)
        .allInnerTexts()
    )
      .map((name) => name.slice(-1))
      .join("");

  it("are the ten active last, with their last words; of the others a menu tells, and what comes there is told at once (S1-31)", async () => {
    const page = await open("bruno");
    for (const one of held) await accept(bruno, one);
    const more = tabsOf(page).getByRole("button", { name: /^2 more/ });

    // The first is before the eyes; of the others those that came last.
    await shows(() => shownOn(page), "ADEFGHIJKL");
    await more.waitFor();
    await page.reload();
    await shows(() => shownOn(page), "ADEFGHIJKL");
    await shows(() => more.getByLabel(/new message/).count(), 0);
    const [bar, button] = [await tabsOf(page).boundingBox(), await more.boundingBox()];
    const middle = await page.getByRole("main").boundingBox();
    expect(bar?.height ?? 0).toBeLessThan(64);
    expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual(
      (middle?.x ?? 0) + (middle?.width ?? 0) + 1,
    );

    const quiet = at(2);
    await quiet.talk.send(longWords);
    await more.getByLabel("1 new message").waitFor();
    await shows(() => page.title(), "(1) Deskhand console");
    await shows(() => shownOn(page), "ADEFGHIJKL");
    await more.click();
    const entry = page.getByRole("menuitem").filter({ hasText: quiet.name });
    await entry.getByText(longWords).waitFor();
    await keepPicture(page, "tabs/menu");
    expect(await findBarriers(page)).toEqual([]);
    await entry.click();

    await shows(() => shownOn(page), "ACEFGHIJKL");
    const agent = asAgent(page);
    await agent.message(longWords).waitFor();
    await more.getByLabel(/new message/).waitFor({ state: "detached" });
    const words = tabsOf(page).getByText(longWords);
    expect(await words.evaluate(howItIsCut)).toEqual([true, "ellipsis"]);
    await agent.say("I am on my way");
    await tabsOf(page).getByText("I am on my way").waitFor();
    await keepPicture(page, "tabs/ten");
    expect(await findBarriers(page)).toEqual([]);

    await page.setViewportSize({ width: 390, height: 844 });
    const status = page.getByRole("button", { name: "Your status: Available" });
    const [frame, ball] = [await status.boundingBox(), await status.locator("[data-status]").boundingBox()];
    expect(ball?.x ?? 0).toBeGreaterThanOrEqual(frame?.x ?? 0);
    expect((ball?.x ?? 0) + (ball?.width ?? 0)).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0));
    await keepPicture(page, "tabs/phone");
  });

  it("are each attendant's own; one that is handed over is at the colleague's page with its last words (S1-31)", async () => {
    const [page, other] = [await open("bruno"), await open("carla")];
    const passed = at(11);
    await shows(() => tabsOf(other).count(), 0);
    await tabsOf(page).getByText(passed.name, { exact: true }).click();
    await asAgent(page).composer.waitFor();
    await asAgent(page).say("Carla knows more of this");
    await passed.talk.client.hear("message:posted", ({ message }) => message.text.startsWith("Carla knows"));

    const { body } = await carla.rest("GET", "/api/v1/session");
    await bruno.get("attendance:transfer", {
      attendanceId: passed.attendance.id,
      to: { kind: "agent", id: (body as { user: { id: string } }).user.id },
    });
    await tabsOf(other).getByText("Carla knows more of this").waitFor();
    await shows(() => shownOn(other), "L");

    await tabsOf(page)
      .getByRole("button", { name: `Close the talk with ${passed.name}` })
      .click();
    await shows(async () => (await shownOn(page)).includes("L"), false);
    await shows(async () => (await shownOn(page)).length, 10);
  });
});
