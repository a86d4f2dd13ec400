import { chromium } from "playwright-core";

/** The console of an agent in a real browser, with its queue in sight; `undefined` where there is no Chromium. */
export async function openConsoleTab(address, username) {
  const executablePath = process.env.TEST_CHROMIUM || "/usr/bin/chromium";
  const browser = await chromium
    .launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
    .catch(() => undefined);
  if (browser === undefined) return undefined;
  const page = await (await browser.newContext({ baseURL: address })).newPage();
  await page.request.post("/api/v1/session", { data: { username, password: "demo" } });
  await page.goto("/agent");
  await page.getByRole("tab", { name: /^Queue/ }).click();
  await page.getByRole("list", { name: "Waiting for an attendant" }).waitFor();
  await page.evaluate(() => {
    const list = document.querySelector("ol[aria-label='Waiting for an attendant']");
    const left = [];
    Reflect.set(window, "left", left);
    const nameOf = (entry) =>
      entry
        .querySelector?.("button[aria-label^='Accept ']")
        ?.getAttribute("aria-label")
        ?.slice("Accept ".length);
    const note = ({ removedNodes }) => {
      for (const entry of removedNodes) left.push({ name: nameOf(entry), at: Date.now() });
    };
    new MutationObserver((records) => records.forEach(note)).observe(list, { childList: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return {
    /** What is alive after a collection. */
    measure: async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
      return { heapMb: of("JSHeapUsedSize") / 2 ** 20, nodes: of("Nodes") };
    },
    /** The names of those who are in sight, from the top. */
    shown: () =>
      page
        .locator("ol button[aria-label^='Accept ']")
        .evaluateAll((buttons) =>
          buttons.map((one) => one.getAttribute("aria-label").slice("Accept ".length)),
        ),
    /** Who has left the list since this was asked last, and when; ms UTC. */
    left: () => page.evaluate(() => Reflect.get(window, "left").splice(0)),
    close: () => browser.close(),
  };
}
