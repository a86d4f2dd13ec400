import type { Page } from "playwright-core";
import { openScaledDesk } from "../../faults/scaled-desk.js";
import { openBrowser, type TestBrowser } from "../../support/browser.js";
import { startDesk } from "../../support/desk.js";
import { DeskClient } from "../../support/desk-client.js";
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
  getSessionId(): Observable<string>;
  conversationId: string;
  watermark: string;
  token: string;
  end(): void;
}
interface Observable<T> {
  subscribe(next: (value: T) => void, failed?: (error: unknown) => void): void;
}

const online = 2;

interface Place {
  /** Where programs beside the browser ask; it outlives the node that the browser began at. */
  readonly url: string;
  connect(username: string): Promise<DeskClient>;
  /** What the browser was connected to is gone; nothing, where there is no other node. */
  loseNode?(): Promise<void>;
  stop(): Promise<void>;
}
type Places = (front: Front, settings: Readonly<Record<string, string>>) => Promise<Place>;

const oneNode: Places = async (front, settings) => {
  const desk = await startDesk(settings);
  front.pointAt(Number(new URL(desk.url).port));
  return desk;
};

const twoNodes: Places = async (front, settings) => {
  const desk = await openScaledDesk(settings);
  const [first, second] = desk.nodes;
  front.pointAt(first.port);
  const clients: DeskClient[] = [];
  return {
    url: second.url,
    connect: async (username) => {
      const client = await DeskClient.connect(second.url, username);
      clients.push(client);
      return client;
    },
    loseNode: async () => {
      await first.kill();
      front.pointAt(second.port);
    },
    stop: async () => {
      for (const client of clients) client.close();
      await desk.close();
    },
  };
};

describe.each([
  ["one node on SQLite", oneNode],
  ["two nodes on PostgreSQL and Redis", twoNodes],
])("the unmodified botframework-directlinejs at %s", (_, place) => {
  let site: WebChatSite;
  let front: Front;
  let desk: Place;
  let browser: TestBrowser;
  let secret: string;

  beforeAll(async () => {
    site = await openWebChatSite();
    front = await openFront(1);
    desk = await place(front, { ALLOWED_ORIGINS: site.origin, PUBLIC_URL: front.url });
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

  it("gets the session of its browser, for whoever signs people in", async () => {
    const page = await openClient();

    const sessionId = await page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          window.client.getSessionId().subscribe(resolve, reject);
        }),
    );

    expect(sessionId).toMatch(/^[\da-f]{64}$/);
    expect(browser.takeFaults()).toEqual([]);
  });

  // The last one: the first node does not come back.
  if (place === twoNodes)
    it("goes on at the other node when its own dies: nothing lost, nothing twice (D8, D10, F18)", async () => {
      const page = await openClient();
      await answered(page, await post(page, "How do I reset my password?"));
      const { conversationId, token } = await page.evaluate(() => ({
        conversationId: window.client.conversationId,
        token: window.client.token,
      }));
      const api = directLineAt(desk.url);

      const sending = api.say(token, conversationId, "my printer jams");
      await desk.loseNode?.();
      await answered(page, (await sending).id);
      await answered(page, await post(page, "thanks a lot"));

      const ids = (await seenIn(page)).map((one) => one.id);
      expect(new Set(ids).size).toBe(ids.length);
      const whole = await api.read(token, conversationId);
      expect(ids).toEqual(whole.activities.map((one) => one.id));
    });
});
