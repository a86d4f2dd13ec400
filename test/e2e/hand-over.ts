import { keepPicture } from "../support/browser.js";
import { closeAttendances, nonsense } from "./people.js";
import { asRequester } from "./requester.js";
import { shows } from "./shows.js";
import type { Stage } from "./stage.js";

/** The hand-over as both sides see it, from the first question to the resumed talk. */
export function describeHandOver(stage: () => Stage, short: string): void {
  beforeEach(() => closeAttendances(stage().setup));

  it("leads from the log-in page over an article to the fallback with both ways on (S2-12, S2-26, S2-27, S2-28, S2-32)", async () => {
    const { browser, setup } = stage();
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
    const words = article.getByText("Only then is the room free");
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
    const [ana, bruno] = await Promise.all([stage().people.requester("ana"), stage().people.agent("bruno")]);

    await ana.say(nonsense);
    await ana.choose("Talk to an attendant");
    await ana.sees("Searching attendant…");
    const number = (await ana.panel.getByText(/^Nº \d+$/).textContent()) ?? "";
    await keepPicture(ana.page, `${short}-waiting`);
    await ana.panel.locator("[data-ball=hollow]").waitFor();
    await bruno.waiting(nonsense).getByText("Ana Souza").waitFor();
    await bruno
      .waiting(nonsense)
      .getByText(/^\d+:\d\d$/)
      .waitFor();
    await keepPicture(bruno.page, `${short}-queue`);
    await bruno.accept(nonsense);
    await ana.panel.locator(".head").getByText("Bruno Lima").waitFor();
    await ana.panel.locator("[data-ball=filled]").waitFor();
    await bruno.page.locator("header").getByText(nonsense).waitFor();
    await bruno.page.getByRole("img", { name: "Online" }).first().waitFor();
    await keepPicture(ana.page, `${short}-accepted`);

    expect(number).toMatch(/^Nº \d+$/);
    await shows(() => bruno.page.getByText(`No. ${number.slice(3)}`).count(), 1);
    await shows(() => bruno.waiting(nonsense).count(), 0);
  });

  it("shows the agent why it came and what the assistant said", async () => {
    const { bruno } = await stage().people.together();

    await bruno.page.getByText("Why you got this").waitFor();
    await bruno.page.getByText(`“${nonsense}”`).waitFor();
    await bruno.page.getByRole("button", { name: /^Talk with the assistant/ }).click();
    await bruno.message(nonsense).waitFor();
    await keepPicture(bruno.page, `${short}-why`);

    expect(await bruno.words("no answer to that")).toHaveLength(1);
    expect(await bruno.words(nonsense)).toEqual([nonsense]);
  });

  it("sends with Enter, breaks the line with Shift+Enter, takes no markup, and shows who is typing (S1-18, S1-19, S1-20, S1-21)", async () => {
    const { ana, bruno } = await stage().people.together();

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
    const { ana, bruno } = await stage().people.together();

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
    const { ana, bruno } = await stage().people.together();
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
    const number = await stage().people.ticketNumber(bruno);
    await ana.page.goto(`/tickets/${number}`);

    await ana.page.getByRole("main").getByText("Please turn it off and on again.").waitFor();
    await keepPicture(ana.page, `${short}-ticket`);
  });

  it("shows a hollow ball while the attendant is away, and counts at the button what was written meanwhile (S2-17)", async () => {
    const { people } = stage();
    const { ana, bruno } = await people.together();

    await bruno.page.goto("about:blank");
    await ana.sees("Awaiting attendant");
    await ana.panel.locator("[data-ball=hollow]").waitFor();
    await ana.say("Are you gone?");
    await ana.panel.getByRole("button", { name: "Hide" }).click();
    await bruno.page.goto("/agent");
    await bruno.openOwn("Ana Souza");
    await bruno.message("Are you gone?").waitFor();
    await bruno.say("I was at lunch.");
    await ana.page.getByRole("button", { name: "Talk, 1 new message" }).waitFor();
    await keepPicture(ana.page, `${short}-unread`);
    await ana.page.reload();
    await ana.page.getByRole("button", { name: "Talk, 1 new message" }).click();
    await ana.message("I was at lunch.").waitFor();

    await ana.panel.locator("[data-ball=filled]").waitFor();
    await ana.page.getByRole("button", { name: "Hide the chat" }).waitFor();
  });

  it("ends by the grey arrow after a question, and is at the home of the chat again (S0-21)", async () => {
    const { ana, bruno } = await stage().people.together();

    await ana.panel.getByRole("button", { name: "End the conversation" }).click();
    await ana.panel.getByText("End this conversation?").waitFor();
    await keepPicture(ana.page, `${short}-end-question`);
    await ana.panel.getByRole("button", { name: "End", exact: true }).click();
    await ana.panel.getByRole("button", { name: "Init attendance", exact: true }).waitFor();
    await bruno.sees("This talk has ended.");
    await ana.panel.getByRole("button", { name: "Back to the conversation" }).click();

    await ana.sees("This conversation has ended.");
  });

  it("gives it to one: it leaves the other's queue, and who comes late is told who has it (S1-10)", async () => {
    const [ana, bruno, carla] = await Promise.all([
      stage().people.requester("ana"),
      stage().people.agent("bruno"),
      stage().people.agentOnSlowLine("carla"),
    ]);
    await ana.say(nonsense);
    await ana.choose("Talk to an attendant");
    await carla.waiting(nonsense).waitFor();

    carla.line.holdAnswers();
    await bruno.accept(nonsense);
    await carla
      .waiting(nonsense)
      .getByRole("button", { name: /^Accept/ })
      .click();
    carla.line.releaseAnswers();
    await carla.sees("This request has already been accepted by Bruno Lima.");
    await keepPicture(carla.page, `${short}-taken`);
    await carla.waiting(nonsense).waitFor({ state: "hidden" });

    await shows(() => carla.composer.count(), 0);
  });
}
