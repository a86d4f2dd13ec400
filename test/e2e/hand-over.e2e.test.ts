import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { asAgent } from "./agent.js";
import { asRequester } from "./requester.js";
import { closeAttendances, createPeople, nonsense, type People } from "./people.js";
import { type Setup, setups } from "./setups.js";

describe.each(setups)("hand-over in the browser on $name", ({ short, start }) => {
  let setup: Setup;
  let browser: TestBrowser;
  let people: People;
  beforeAll(async () => {
    [setup, browser] = await Promise.all([start(), openBrowser()]);
    people = createPeople(setup, browser);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await setup?.stop();
  });
  beforeEach(() => closeAttendances(setup));
  afterEach(async () => {
    await browser.closePages(short);
    expect(browser.takeFaults()).toEqual([]);
  });

  it("leads from the log-in page over an article to the fallback with both ways on (S2-12, S2-26, S2-27, S2-28, S2-32)", async () => {
    const page = await browser.openPage(setup.requesters);
    const ana = asRequester(page);
    await page.goto("/");
    await page.getByLabel("User name").fill("ana");
    await page.getByLabel("Password", { exact: true }).fill("demo");
    await page.getByRole("button", { name: "Log in" }).click();
    await ana.openTalk();

    await ana.say("my mailbox is full");
    await ana.choose("The mailbox is full");
    const article = ana.panel.getByRole("article").last();
    const words = article.getByText("Empty the deleted items").first();
    await words.waitFor();
    await keepPicture(page, `${short}-article`);
    await article.getByRole("button", { name: "Close" }).click();
    await words.waitFor({ state: "hidden" });
    await article.getByRole("button", { name: "Open “The mailbox is full”" }).click();
    await words.waitFor();
    await article.getByRole("link", { name: "View" }).click();
    await page.getByRole("heading", { level: 1, name: "The mailbox is full" }).waitFor();
    await ana.say(nonsense);
    await ana.offers("Talk to an attendant");
    await keepPicture(page, `${short}-fallback`);

    await ana.offers("Resume attendance");
    expect(new URL(page.url()).pathname).toMatch(/^\/articles\//);
  });

  it("tells the number while an attendant is searched, and shows who came (S2-33, S2-34, S0-17, S0-19, S1-8, S1-9, S2-17, S2-54)", async () => {
    const [ana, bruno] = await Promise.all([people.requester("ana"), people.agent("bruno")]);

    await ana.say(nonsense);
    await ana.choose("Talk to an attendant");
    await ana.sees("Searching attendant…");
    const number = await ana.panel.getByText(/^Nº \d+$/).innerText();
    await keepPicture(ana.page, `${short}-waiting`);
    await ana.panel.locator("[data-ball=hollow]").waitFor();
    await bruno.waiting(nonsense).getByText("Ana Souza").waitFor();
    await bruno.waiting(nonsense).getByText(/^\d+:\d\d$/).waitFor();
    await keepPicture(bruno.page, `${short}-queue`);
    await bruno.accept(nonsense);
    await ana.panel.locator(".head").getByText("Bruno Lima").waitFor();
    await ana.panel.locator("[data-ball=filled]").waitFor();
    await bruno.page.getByRole("banner").or(bruno.page.locator("header")).getByText(nonsense).waitFor();
    await bruno.page.getByRole("img", { name: "Online" }).first().waitFor();
    await keepPicture(ana.page, `${short}-accepted`);

    expect(number).toMatch(/^Nº \d+$/);
    expect(await bruno.page.getByText(`No. ${number.slice(3)}`).count()).toBe(1);
    expect(await bruno.waiting(nonsense).count()).toBe(0);
  });

  it("shows the agent why it came and what the assistant said", async () => {
    const { bruno } = await people.together();

    const why = bruno.page.locator("section, article, div").filter({ hasText: "Why you got this" }).last();
    await bruno.page.getByText(`“${nonsense}”`).waitFor();
    await bruno.page.getByRole("button", { name: /^Talk with the assistant/ }).click();
    await bruno.talk.getByText("I have no answer to that", { exact: false }).waitFor();
    await keepPicture(bruno.page, `${short}-why`);

    expect(await why.count()).toBe(1);
  });

  it("sends with Enter, breaks the line with Shift+Enter, takes no markup, and shows who is typing (S1-18, S1-19, S1-20, S1-21)", async () => {
    const { ana, bruno } = await people.together();

    await bruno.composer.pressSequentially("Hello <b>Ana</b>");
    await ana.sees("Bruno Lima is typing…");
    await bruno.composer.press("Shift+Enter");
    await bruno.composer.pressSequentially("how are you?");
    await bruno.composer.press("Enter");
    await ana.message("Hello <b>Ana</b> how are you?").waitFor();
    await ana.composer.pressSequentially("Fine & <i>dandy</i>");
    await bruno.sees("Ana Souza is writing …");
    await ana.composer.press("Shift+Enter");
    await ana.composer.pressSequentially("thanks");
    await ana.composer.press("Enter");
    await bruno.message("Fine & <i>dandy</i> thanks").waitFor();
    await keepPicture(ana.page, `${short}-talk-requester`);
    await keepPicture(bruno.page, `${short}-talk-agent`);

    const [atAna] = await ana.talk.getByText("how are you?").allInnerTexts();
    const [atBruno] = await bruno.talk.getByText("dandy").allInnerTexts();
    expect(atAna).toBe("Hello <b>Ana</b>\nhow are you?");
    expect(atBruno).toBe("Fine & <i>dandy</i>\nthanks");
    expect(await ana.talk.locator("time").count()).toBeGreaterThan(0);
  });

  it("hands back to the assistant, and brings the requester back to the same agent (S0-18)", async () => {
    const { ana, bruno } = await people.together();

    await bruno.page.getByRole("button", { name: "Transfer" }).click();
    const dialog = bruno.page.getByRole("dialog", { name: /^Transfer the talk/ });
    await dialog.getByText("Assistant", { exact: true }).click();
    await keepPicture(bruno.page, `${short}-transfer`);
    await dialog.getByRole("button", { name: "Transfer" }).click();
    await ana.sees("The virtual assistant is here again");
    await bruno.sees("The assistant has this talk now.");
    await ana.say("blorf mumpitz");
    await ana.choose("Resume attendance");
    await ana.panel.locator(".head").getByText("Bruno Lima").waitFor();
    await bruno.composer.waitFor();
    await bruno.say("Welcome back, Ana.");

    await ana.message("Welcome back, Ana.").waitFor();
  });

  it("ends with a reason, keeps the talk in the ticket, and resumes with the same agent (S0-18, S1-28)", async () => {
    const { ana, bruno } = await people.together();
    await bruno.say("Please turn it off and on again.");
    await ana.message("Please turn it off and on again.").waitFor();

    await bruno.page.getByRole("button", { name: "End", exact: true }).click();
    await bruno.page.getByRole("button", { name: "End the talk" }).click();
    await ana.sees("The attendance has ended: Solved");
    await keepPicture(ana.page, `${short}-ended`);
    await ana.resume();
    await ana.panel.locator(".head").getByText("Bruno Lima").waitFor();
    await bruno.composer.waitFor();
    await ana.say("It hums again.");
    await bruno.message("It hums again.").waitFor();
    const number = await people.ticketNumber(bruno);
    await ana.page.goto(`/tickets/${number}`);

    await ana.page.getByRole("main").getByText("Please turn it off and on again.").waitFor();
    await keepPicture(ana.page, `${short}-ticket`);
  });

  it("ends by the grey arrow after a question (S0-21)", async () => {
    const { ana, bruno } = await people.together();

    await ana.panel.getByRole("button", { name: "End the conversation" }).click();
    await ana.panel.getByText("End this conversation?").waitFor();
    await keepPicture(ana.page, `${short}-end-question`);
    await ana.panel.getByRole("button", { name: "End", exact: true }).click();
    await ana.sees("This conversation has ended.");

    await bruno.sees("This talk has ended.");
  });

  it("gives it to one: it leaves the other's queue, and who comes late is told who has it (S1-10)", async () => {
    const [ana, bruno, carla] = await Promise.all([
      people.requester("ana"),
      people.agent("bruno"),
      people.agentOnSlowLine("carla"),
    ]);
    await ana.say(nonsense);
    await ana.choose("Talk to an attendant");
    await carla.waiting(nonsense).waitFor();

    carla.line.holdAnswers();
    await bruno.accept(nonsense);
    await carla.waiting(nonsense).getByRole("button", { name: /^Accept/ }).click();
    carla.line.releaseAnswers();
    await carla.sees("This request has already been accepted by Bruno Lima.");
    await keepPicture(carla.page, `${short}-taken`);
    await carla.waiting(nonsense).waitFor({ state: "hidden" });

    expect(await carla.composer.count()).toBe(0);
  });
});
