import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Browser, type BrowserContext, type ConsoleMessage, chromium, type Page } from "playwright-core";
import { hasTestFailed } from "./has-test-failed.js";

const outputFolder = resolve(__dirname, "..", "..", "test-output");
/** Long, because two cores may serve several suites at once; nothing waits longer than what it waits for. */
const patienceMs = 60_000;

export interface View {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly locale?: string;
}

export interface TestBrowser {
  /** A browser of its own for one person, logged in unless the name is left out; it shows nothing yet. */
  openPage(desk: { readonly url: string }, username?: string, view?: View): Promise<Page>;
  /** What pages complained about since last asked: console errors, thrown errors, breaches of the CSP. */
  takeFaults(): string[];
  /** Closes all pages, not the browser; after a failure what each person saw last is kept as a picture under that name. */
  closePages(name: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Debian's Chromium without a window. Its headless shell, where it is there, shows the same pages at half the cost;
 * notifications and push are only in the whole one.
 */
export async function openBrowser(kind: "shell" | "whole" = "shell"): Promise<TestBrowser> {
  const whole = process.env.TEST_CHROMIUM || "/usr/bin/chromium";
  const browser = await chromium.launch({
    executablePath: kind === "whole" ? whole : process.env.TEST_CHROMIUM_SHELL || whole,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  let open: { readonly who: string; readonly page: Page }[] = [];
  let faults: string[] = [];

  async function openPage(desk: { readonly url: string }, username?: string, view: View = {}): Promise<Page> {
    const context = await newContext(browser, desk.url, view);
    if (username) await logIn(context, username);
    await context.addInitScript(tellBreaches);
    const page = await context.newPage();
    const who = username ?? "nobody";
    open.push({ who, page });
    const tell = (fault: string) => faults.push(`${who}: ${fault}`);
    page.on("pageerror", (error) => tell(error.stack ?? error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !isExpected(message, page.url())) tell(message.text());
    });
    return page;
  }

  async function closePages(name: string): Promise<void> {
    for (const { who, page } of open) {
      if (hasTestFailed()) await takePicture(page, `last/${name}-${who}`);
      await page.context().close();
    }
    open = [];
  }

  return {
    openPage,
    closePages,
    takeFaults() {
      const taken = faults;
      faults = [];
      return taken;
    },
    close: () => browser.close(),
  };
}

/** What a policy stopped is told also where the browser writes no line about it. */
const tellBreaches = `addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  console.error("Stopped by " + violatedDirective + ": " + blockedURI + " " + sample))`;

/** With `TEST_PICTURES=1` keeps what the page shows as `test-output/<name>.png`, for a person to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.TEST_PICTURES === "1") await takePicture(page, name);
}

async function takePicture(page: Page, name: string): Promise<void> {
  const path = join(outputFolder, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: "disabled" });
}

async function newContext(browser: Browser, baseURL: string, view: View): Promise<BrowserContext> {
  const { width = 1280, height = 800, colorScheme = "light", locale = "en-US" } = view;
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    colorScheme,
    locale,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(patienceMs);
  return context;
}

async function logIn(context: BrowserContext, username: string): Promise<void> {
  const answer = await context.request.post("/api/v1/session", { data: { username, password: "demo" } });
  if (!answer.ok()) throw new Error(`${username} could not log in: ${answer.status()}`);
}

/**
 * The browser itself writes a line for every answer that is no success. Asking who is logged in when nobody is, the
 * address itself that leads nowhere, why somebody waits who was taken that very moment, and a line that the test has cut,
 * are no faults of the page.
 */
function isExpected(message: ConsoleMessage, address: string): boolean {
  const text = message.text();
  const { url } = message.location();
  if (/status of 404/.test(text)) return url === address || url.endsWith("/why");
  if (/status of 401/.test(text)) return url.endsWith("/api/v1/session");
  return /net::ERR_(CONNECTION|EMPTY_RESPONSE|SOCKET)|^WebSocket connection to /.test(text);
}
