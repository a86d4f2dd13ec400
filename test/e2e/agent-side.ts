import { keepPicture } from "../support/browser.js";
import { closeAttendances } from "./people.js";
import { setParameter } from "./set-parameter.js";
import { shows } from "./shows.js";
import type { Stage } from "./stage.js";

/** What an attendant sees of requesters' words, and the assistant at the top of the pages inside. */
export function describeAgentSide(stage: () => Stage): void {
  beforeEach(() => closeAttendances(stage().setup));

  it("marks new words on the icon, on the tab and on the talk they belong to, not on others (S2-46, S2-47, S2-48, S2-53)", async () => {
    const { people } = stage();
    const { ana, bruno } = await people.together();
    const rui = await people.requester("rui");
    await rui.say("my flux capacitor hums in C sharp");
    await rui.choose("Talk to an attendant");
    await bruno.openQueue();
    await bruno.accept("my flux capacitor hums in C sharp");
    await rui.sees("Bruno Lima has joined the conversation");

    await ana.say("Are you still there?");
    const unread = bruno.page.getByRole("button", { name: "1 unread message" });
    await unread.waitFor();
    await bruno.page.getByRole("img", { name: "New messages" }).waitFor();
    await keepPicture(bruno.page, "citsmart-marks");
    await unread.click();
    const mine = bruno.page.getByRole("list", { name: "Mine" });
    const [ofAna, ofRui] = ["Ana Souza", "Rui Costa"].map((name) =>
      mine.getByRole("listitem").filter({ hasText: name }),
    );
    await ofAna?.getByLabel("1 new message").waitFor();

    await shows(() => ofRui?.getByLabel(/new message/).count(), 0);
    await ofAna?.getByRole("button").first().click();
    await bruno.page.getByRole("button", { name: "Show your talks" }).waitFor();
  });

  it("tells the person responsible of words in a talk that is not shown, while 300 says Y (300)", async () => {
    const { people, setup } = stage();
    await setParameter(setup, 300, "Y");
    const { ana, bruno } = await people.together();
    const rui = await people.requester("rui");
    await rui.say("my flux capacitor hums in E");
    await rui.choose("Talk to an attendant");
    await bruno.openQueue();
    await bruno.accept("my flux capacitor hums in E");

    await ana.say("One more thing");
    const notice = bruno.page.getByRole("alert").filter({ hasText: "Ana Souza has written" });
    await notice.getByText("One more thing").click();
    await bruno.message("One more thing").waitFor();
    await setParameter(setup, 300, "N");
  });

  it("lists calls in queue and attendances in progress, searched by ticket number, all or chat (S0-22, S2-49, S2-50, S2-51)", async () => {
    const { people } = stage();
    const { bruno } = await people.together();
    const number = await people.ticketNumber(bruno);
    const rui = await people.requester("rui");
    await rui.say("my flux capacitor hums in D flat");
    await rui.choose("Talk to an attendant");
    await bruno.openQueue();
    await bruno.waiting("my flux capacitor hums in D flat").waitFor();

    const search = bruno.page.getByPlaceholder("Ticket number or name");
    await search.fill(number);
    await bruno.waiting("my flux capacitor hums in D flat").waitFor({ state: "hidden" });
    await bruno.page.getByRole("tab", { name: /^Mine/ }).click();
    const mine = bruno.page.getByRole("list", { name: "Mine" });
    await mine.getByText(number).waitFor();
    await shows(() => mine.getByRole("listitem").count(), 1);
    await bruno.page.getByRole("tab", { name: "All" }).click();
    await bruno.page
      .getByRole("radiogroup", { name: "Which tickets" })
      .getByText("Chat", { exact: true })
      .click();

    await bruno.page.getByRole("list").getByText(number).first().waitFor();
    await search.fill("");
  });

  it("is for attendants only; the panel of requests opens with one press, the words go in at the bottom (S1-4, S1-5, S1-17)", async () => {
    const { people, browser, setup } = stage();
    const stranger = await browser.openPage(setup.agents, "rui");
    await stranger.goto("/agent");
    await stranger.getByText("This area is not open to you").waitFor();
    const { bruno } = await people.together();

    await bruno.page.getByRole("tab", { name: /^Queue/ }).click();
    await bruno.page.getByRole("radiogroup", { name: "Groups" }).waitFor();
    const [field, words] = [await bruno.composer.boundingBox(), await bruno.talk.boundingBox()];

    expect(field?.y ?? 0).toBeGreaterThan((words?.y ?? 0) + (words?.height ?? 0) - 1);
    expect((await stranger.request.get("/api/v1/attendances?view=queue")).status()).toBe(403);
  });

  it("has the assistant at the top of the pages inside, which answers the agent too (S2-8, S2-10, S2-29, S2-30, S2-31)", async () => {
    const bruno = await stage().people.agent("bruno");

    await bruno.page.getByRole("button", { name: "Virtual assistant" }).click();
    const panel = bruno.page.getByRole("dialog", { name: "Chat" });
    await panel.getByLabel("Your message").fill("my mailbox is full");
    await panel.getByLabel("Your message").press("Enter");

    await panel.getByRole("button", { name: "The mailbox is full", exact: true }).waitFor();
    await keepPicture(bruno.page, "citsmart-inside");
    await panel.getByRole("button", { name: "Hide" }).click();
    await shows(() => panel.count(), 0);
  });

  it("shows that the attendant's status is their own to set (S2-57)", async () => {
    const bruno = await stage().people.agent("bruno");

    await bruno.page.getByRole("button", { name: "Your status: Available" }).click();
    await bruno.page.getByRole("menuitem", { name: "Busy" }).click();
    await bruno.page.getByRole("button", { name: "Your status: Busy" }).waitFor();
    await bruno.page.reload();
    await bruno.page.getByRole("button", { name: "Your status: Busy" }).click();
    await bruno.page.getByRole("menuitem", { name: "Available" }).click();

    await bruno.page.getByRole("button", { name: "Your status: Available" }).waitFor();
  });
}
