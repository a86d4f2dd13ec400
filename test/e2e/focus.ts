import type { Page } from "playwright-core";

const mostTabs = 60;
const focusWithinMs = 60_000;

/** Presses Tab until that which goes by this name has the focus; fails when a person would give up. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < mostTabs; presses += 1) {
    const here = await nameOfFocus(page);
    if (fits(here, name)) return;
    passed.push(here);
    await page.keyboard.press(key);
  }
  throw new Error(`${name} was not reached by ${key}, only: ${[...new Set(passed)].join(", ")}`);
}

/** Waits until the focus is there by itself. */
export async function focusIsIn(page: Page, name: string | RegExp): Promise<void> {
  const deadline = Date.now() + focusWithinMs;
  while (!fits(await nameOfFocus(page), name)) {
    if (Date.now() > deadline)
      throw new Error(`${name} did not get the focus, but ${await nameOfFocus(page)}`);
    await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => resolve(null)))");
  }
}

const nameOfFocus = (page: Page) => page.evaluate<string>(nameOfFocusScript);

const fits = (here: string, name: string | RegExp) =>
  typeof name === "string" ? here === name : name.test(here);

/** The name of what has the focus, through shadow roots, as it is told to people who cannot see it. */
const nameOfFocusScript = `(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return (at?.getAttribute("aria-label") ?? at?.labels?.[0]?.innerText ?? at?.innerText ?? "").trim();
})()`;
