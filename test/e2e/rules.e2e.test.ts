import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { buildDesk } from "../support/desk-process.js";
import { focusIsIn } from "./focus.js";

describe("rules and groups that are not filled in", () => {
  let desk: RunningDesk;
  let browser: TestBrowser;
  beforeAll(async () => {
    buildDesk();
    desk = await startDesk();
    browser = await openBrowser();
  });
  afterEach(async () => {
    await browser.closePages("rules");
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it("save rules of routing only when they changed and each has a name (S1-32)", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/routing");
    await page.getByRole("tab", { name: "Rules" }).click();
    const save = page.getByRole("button", { name: "Save", exact: true });
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole("button", { name: "New rule" }).click();
    await page.getByLabel("Name").fill(" ");
    await page.getByText("Please fill this in.").waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel("Name").fill("Night shift");
    await save.click();
    await page.getByText("Rules saved").waitFor();
    expect(await save.isDisabled()).toBe(true);
  });

  it("tell that there are no rules of agreements, and what a new one needs (S3-9)", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/agreements");
    await page.getByRole("tab", { name: "Rules" }).click();
    await page.getByRole("button", { name: "Remove the rule" }).click();
    await page.getByText("No rules", { exact: true }).waitFor();
    await keepPicture(page, "rules/none");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Rules saved").waitFor();
    await page.getByRole("button", { name: "New rule" }).click();
    await page.getByText("No rules", { exact: true }).waitFor({ state: "detached" });
    expect(await page.getByText("Please fill this in.").count()).toBe(2);
    expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
  });

  it("say at the field what a group lacks (S1-32)", async () => {
    const page = await browser.openPage(desk, "admin");
    await page.goto("/admin/routing");
    await page.getByRole("button", { name: "Network" }).click();
    const form = page.getByRole("dialog", { name: "Network" });
    await form.getByLabel("Stop taking new ones before closing (hh:mm:ss)").fill("99:00:00");
    await form.getByLabel("Show to a second group").click();
    await page.getByRole("option", { name: "Applications" }).click();
    await form.getByLabel("After (minutes)", { exact: true }).fill("");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await form.getByText(/at most a day/).waitFor();
    await form.getByText("Please fill this in.").waitFor();
    await focusIsIn(page, /^Stop taking new ones/);
  });
});
