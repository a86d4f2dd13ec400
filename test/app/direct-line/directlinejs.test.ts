import type { Page } from "playwright-core";
import { openBrowser, type TestBrowser } from "../../support/browser.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { directLineAt, makeSecret } from "../../support/direct-line.js";
import { type Front, openFront } from "../../support/front.js";
import { openWebChatSite, type WebChatSite } from "../../support/web-chat-page.js";

interface Seen {
  readonly id: string;
  readonly text?: string;
  readonly role: string;
}

/** In the page: Microsoft's client, and what it has seen. */
declare const window: {
  DirectLine: { DirectLine: new (options: object) => Client };
  client: Client;
  seen: Seen[];
  states: number[];
};
interface Client {
  readonly activity$: Observable<{ id: string; text?: string; from: { role: string } }>;
  readonly connectionStatus$: Observable<number>;
  postActivity(activity: object): Observable<string>;
  conversationId: string;
  watermark: string;
  token: string;
  end(): void;
}
interface Observable<T> {
  subscribe(next: (value: T) => void, failed?: (error: unknown) => void): void;
}

const online = 2;

describe("the unmodified botframework-directlinejs", () => {
  let site: WebChatSite;
  let front: Front;
  let desk: RunningDesk;
  let browser: TestBrowser;
  let secret: string;

  beforeAll(async () => {
    site = await openWebChatSite();
    front = await openFront(1);
    desk = await startDesk({ ALLOWED_ORIGINS: site.origin, PUBLIC_URL: front.url });
    front.pointAt(Number(new URL(desk.url).port));
    browser = await openBrowser();
    ({ secret } = await makeSecret(desk));
  }, 120_000);
  afterEach(() => browser.closePages("directlinejs"));
  afterAll(async () => {
    await browser.close();
    await front.close();
    await desk.stop();
    await site.close();
  });

  async function openClient(options: object = {}): Promise<Page> {
    const page = await browser.openPage({ url: site.origin });
    await page.goto(site.directLine());
    const { token } = await directLineAt(desk.url).generate(secret);
    await connect(page, { token, ...options });
    return page;
  }

  async function connect(page: Page, options: object): Promise<void> {
    await page.evaluate(
      (given) => {
        // The client waits from 3 to 15 s before it comes back; the shortest will do.
        const client = new window.DirectLine.DirectLine({ ...given, random: () => 0 });
        Object.assign(window, { client, seen: [], states: [] });
        client.connectionStatus$.subscribe((state) => window.states.push(state));
        client.activity$.subscribe(({ id, text, from }) => window.seen.push({ id, text, role: from.role }));
      },
      { domain: `${front.url}/v3/directline`, ...options },
    );
    await page.waitForFunction((state) => window.states.includes(state), online);
  }

  const post = (page: Page, text: string) =>
    page.evaluate(
      (words) =>
        new Promise<string>((resolve, reject) => {
          const activity = { type: "message", from: { id: "me" }, text: words };
          window.client.postActivity(activity).subscribe(resolve, reject);
        }),
      text,
    );
  const seenIn = (page: Page) => page.evaluate(() => window.seen);
  const answered = (page: Page, id: string) =>
    page.waitForFunction(
      (asked) => window.seen.some((one) => one.role === "bot" && one.id > asked) && window.seen,
      id,
    );

  it.each([true, false])("begins, asks and is answered; over a line: %s", async (webSocket) => {
    const page = await openClient({ webSocket, pollingInterval: 200 });

    const id = await post(page, "How do I reset my password?");
    await answered(page, id);
    const seen = await seenIn(page);

    expect(seen[0]).toMatchObject({ role: "bot" });
    expect(seen.map((one) => one.role)).toEqual(["bot", "user", "bot"]);
    expect(seen[1]).toMatchObject({ id, text: "How do I reset my password?" });
    expect(browser.takeFaults()).toEqual([]);
  });

  it("comes back by itself after a dead line: nothing lost, nothing twice (D8, D10; BotFramework-DirectLineJS 242)", async () => {
    const page = await openClient();
    await answered(page, await post(page, "How do I reset my password?"));
    const { conversationId, token } = await page.evaluate(() => ({
      conversationId: window.client.conversationId,
      token: window.client.token,
    }));

    front.cut();
    const api = directLineAt(desk.url);
    const sent = await api.say(token, conversationId, "my printer jams");
    front.heal();
    await answered(page, sent.id);
    const last = await post(page, "thanks a lot");
    await answered(page, last);

    const ids = (await seenIn(page)).map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    const whole = await api.read(token, conversationId);
    expect(ids).toEqual(whole.activities.map((one) => one.id));
  });

  it("takes up a talk from its watermark in another page", async () => {
    const page = await openClient();
    await answered(page, await post(page, "How do I reset my password?"));
    const { conversationId, token, watermark } = await page.evaluate(() => ({
      conversationId: window.client.conversationId,
      token: window.client.token,
      watermark: window.client.watermark,
    }));
    const before = await seenIn(page);

    const other = await openClient({ conversationId, token, watermark });
    const id = await post(other, "and my printer jams");
    await answered(other, id);

    const after = await seenIn(other);
    expect(after[0]).toMatchObject({ id, role: "user" });
    expect(after.some((one) => before.some((known) => known.id === one.id))).toBe(false);
    await answered(page, id);
  });
});
