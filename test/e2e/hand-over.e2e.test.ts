import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { type Agent, asAgent } from "./agent.js";
import { asRequester, type Requester } from "./requester.js";
import { type Setup, setups } from "./setups.js";

const question = "my flux capacitor hums in B flat";

describe.each(setups)("hand-over in the browser on $name", ({ short, start }) => {
  let setup: Setup;
  let browser: TestBrowser;
  beforeAll(async () => {
    [setup, browser] = await Promise.all([start(), openBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await setup?.stop();
  });
  beforeEach(async () => {
    await Promise.all(["ana", "rui"].map((name) => endTalksOf(name)));
  });
  afterEach(async () => {
    await browser.closePages(short);
    expect(browser.takeFaults()).toEqual([]);
  });

  async function endTalksOf(name: string): Promise<void> {
    const client = await DeskClient.connect(setup.agents.url, name);
    await Talk.begin(client);
    client.close();
  }

  async function requester(name = "ana"): Promise<Requester> {
    const page = await browser.openPage(setup.requesters, name);
    await page.goto("/");
    const person = asRequester(page);
    await person.openTalk();
    return person;
  }

  async function agent(name = "bruno"): Promise<Agent> {
    const page = await browser.openPage(setup.agents, name);
    await page.goto("/agent");
    const person = asAgent(page);
    await person.openQueue();
    return person;
  }

  /** Both talk with each other. */
  async function together(): Promise<{ ana: Requester; bruno: Agent }> {
    const [ana, bruno] = await Promise.all([requester(), agent()]);
    await ana.say(question);
    await ana.choose("Talk to an attendant");
    await bruno.accept(question);
    await ana.sees("Bruno Lima has joined the conversation");
    return { ana, bruno };
  }

  it("leads from the log-in page over an article and the fallback to a person (S2-12, S2-26..S2-28, S2-32..S2-34, S0-17, S0-19, S1-8, S1-9, S2-54, S2-17)", async () => {
    const page = await browser.openPage(setup.requesters);
    const ana = asRequester(page);
    const bruno = await agent();
    await page.goto("/");
    await page.getByLabel("User name").fill("ana");
    await page.getByLabel("Password", { exact: true }).fill("demo");
    await page.getByRole("button", { name: "Log in" }).click();
    await ana.openTalk();

    await ana.say("How do I connect to the VPN?");
    await ana.panel.getByRole("button", { name: /VPN/ }).first().waitFor();
    await keepPicture(page, `${short}-article`);
    await ana.say(question);
    await ana.panel.getByRole("button", { name: "Resume attendance" }).last().waitFor();
    await keepPicture(page, `${short}-fallback`);
    await ana.choose("Talk to an attendant");
    await ana.sees("Request registered.");
    await keepPicture(page, `${short}-waiting`);
    await bruno.waiting(question).waitFor();
    await keepPicture(bruno.page, `${short}-queue`);
    await bruno.accept(question);
    await ana.sees("Bruno Lima has joined the conversation");
    await keepPicture(page, `${short}-accepted`);
    await keepPicture(bruno.page, `${short}-console`);
  });

  it.skip("x", async () => {
    await together();
  });
});
