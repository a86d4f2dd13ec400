import { type IdentityProvider, startIdentityProvider } from "../../support/identity-provider.js";
import { PlainBrowser, type Reached } from "../../support/plain-browser.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { freePort } from "../../support/ports.js";

export interface Scene {
  readonly desk: RunningDesk;
  readonly provider: IdentityProvider;
  readonly admin: DeskClient;
  close(): Promise<void>;
}

/** A desk and the identity provider it trusts. */
export async function openScene(environment: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const port = await freePort();
  const provider = await startIdentityProvider(`http://127.0.0.1:${port}`);
  const desk = await startDesk({ PORT: String(port), ...provider.environment, ...environment });
  return {
    desk,
    provider,
    admin: await desk.connect("admin"),
    close: async () => {
      await desk.stop();
      await provider.stop();
    },
  };
}

export interface LoggedIn {
  /** Where the person ended; on the log-in page with `why` when refused. */
  readonly at: URL;
  readonly token: string | undefined;
  readonly why: string | null;
}

/** Goes through the pages of the provider as this person, who may be logged in there already. */
export async function logInAs(
  url: string,
  id: string,
  { browser = new PlainBrowser(), returnTo }: { browser?: PlainBrowser; returnTo?: string } = {},
): Promise<LoggedIn> {
  const query = returnTo === undefined ? "" : `?${new URLSearchParams({ returnTo })}`;
  const isHome = homeOf(url);
  const first = await browser.open(`${url}/api/v1/session/oidc${query}`, isHome);
  return toLoggedIn(url, browser, await throughForm(browser, first, { id, isHome }));
}

/** Up to where the provider sends the browser back: the address with the code in it, not followed. */
export async function goUntilBack(url: string, id: string, browser: PlainBrowser): Promise<URL> {
  const isBack = (next: URL) => next.pathname.endsWith("/callback");
  const first = await browser.open(`${url}/api/v1/session/oidc`, isBack);
  return (await throughForm(browser, first, { id, isHome: isBack })).url;
}

/** Follows an address that was kept back. */
export async function comeBack(url: string, back: URL, browser: PlainBrowser): Promise<LoggedIn> {
  return toLoggedIn(url, browser, await browser.open(back, homeOf(url)));
}

export interface Me {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email?: string;
  readonly role: string;
  readonly groupIds: readonly string[];
}

/** Who the desk takes the holder of a token for; nothing when it lets nobody in with it. */
export async function whoIs(url: string, token: string | undefined): Promise<Me | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/v1/session`, { headers });
  if (response.status === 401) return undefined;
  return ((await response.json()) as { user: Me }).user;
}

export async function saveRules(
  admin: DeskClient,
  rules: readonly object[],
  onlyMapped = false,
): Promise<void> {
  const { body } = await admin.rest("GET", "/api/v1/single-sign-on");
  const { version } = body as { version: number };
  const saved = await admin.rest("PUT", "/api/v1/single-sign-on", {
    settings: { rules, onlyMapped },
    version,
  });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
}

async function throughForm(
  browser: PlainBrowser,
  page: Reached,
  { id, isHome }: { readonly id: string; readonly isHome: (url: URL) => boolean },
): Promise<Reached> {
  if (!page.text.includes('name="login"')) return page;
  return browser.submit(page, { login: id, password: "any" }, isHome);
}

/** Pages of the desk; its addresses for log-ins are gone through. */
function homeOf(url: string): (next: URL) => boolean {
  return (next) => next.origin === url && !next.pathname.startsWith("/api/v1/");
}

function toLoggedIn(url: string, browser: PlainBrowser, { url: at }: Reached): LoggedIn {
  return { at, token: browser.cookie(url, "deskhand_session"), why: at.searchParams.get("why") };
}
