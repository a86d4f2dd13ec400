import type { Locator, Request } from "playwright-core";
import { keepPicture } from "../support/browser.js";
import type { Stage } from "./stage.js";

/** After this long without an answer a message counts as not sent. */
const unreachableAfterMs = 20_000;

/** What both sides see while a line or a node is away, and that nothing is lost or doubled. */
export function describeLostConnection(stage: () => Stage, short: string): void {
  it("keeps what is written as pending, and sends it once when the line is back (S1-22)", async () => {
    const { setup, people } = stage();
    const { ana, bruno } = await people.together();

    setup.requesters.cut();
    await ana.sees(/Connection lost at/);
    await ana.say("first while away");
    await ana.say("second while away");
    await ana.message("second while away").getByText("Waiting for the connection…").waitFor();
    await keepPicture(ana.page, `${short}-pending`);
    await bruno.say("Are you there?");
    setup.requesters.heal();
    await tryNow(ana.panel, bruno.message("second while away"));
    await ana.message("Are you there?").waitFor();
    await ana
      .message("second while away")
      .getByText(/Sent|Read/)
      .waitFor();

    expect(await ana.words("while away|there")).toEqual(await bruno.words("while away|there"));
    expect(await bruno.words("while away")).toEqual(["first while away", "second while away"]);
  });

  it("keeps the chat open with what is being written while the desk cannot be reached at all (S1-22)", async () => {
    const { setup, people } = stage();
    const ana = await people.requester("ana");
    await ana.composer.fill("half a question");

    setup.requesters.cut();
    const isAsking = (request: Request) => request.url().endsWith("/api/v1/chat");
    const failed = ana.page.waitForEvent("requestfailed", isAsking);
    await ana.page.evaluate("dispatchEvent(new Event('focus'))");
    await failed;
    await ana.sees(/Connection lost at/);
    expect(await ana.composer.inputValue()).toBe("half a question");
    setup.requesters.heal();
    await ana.composer.press("Enter");

    await ana.message("half a question").waitFor();
  });

  it("sends again what had arrived when only the answer was lost, and nothing is doubled (S1-23)", async () => {
    const { setup, people } = stage();
    const { ana, bruno } = await people.together();

    setup.requesters.holdAnswers();
    await ana.say("did this arrive?");
    await bruno.message("did this arrive?").waitFor();
    await ana.message("did this arrive?").getByText("Sending…").waitFor();
    setup.requesters.cut();
    setup.requesters.releaseAnswers();
    setup.requesters.heal();
    await ana
      .message("did this arrive?")
      .getByText(/Sent|Read/)
      .waitFor();
    await ana.say("and this");
    await bruno.message("and this").waitFor();

    expect(await bruno.words("did this|and this")).toEqual(["did this arrive?", "and this"]);
    expect(await ana.words("did this|and this")).toEqual(["did this arrive?", "and this"]);
  });

  it("shows what could not be sent, with a button that sends it once (S1-23)", async () => {
    const { setup, people } = stage();
    const { ana, bruno } = await people.together();

    await ana.page.clock.install();
    setup.requesters.cut();
    await ana.sees(/Connection lost at/);
    await ana.say("not this time");
    await ana.page.clock.fastForward(unreachableAfterMs + 1000);
    const lost = ana.message("not this time");
    await lost.getByText("Not sent").waitFor();
    await keepPicture(ana.page, `${short}-failed`);
    await lost.getByRole("button", { name: "Resend Message" }).click();
    await lost.getByText("Waiting for the connection…").waitFor();
    setup.requesters.heal();
    await tryNow(ana.panel, bruno.message("not this time"));
    await lost.getByText(/Sent|Read/).waitFor();

    expect(await bruno.words("not this time")).toHaveLength(1);
    expect(await ana.words("not this time")).toHaveLength(1);
  });

  it("shows an attendant what could not be posted, with Resend Message beside it, and posts it once (S1-23)", async () => {
    const { setup, people } = stage();
    const { ana, bruno } = await people.together();

    // It arrives, and the answer that says so is lost.
    setup.agents.holdAnswers();
    await bruno.page.clock.install();
    await bruno.say("did you hear me?");
    await ana.message("did you hear me?").waitFor();
    setup.agents.cut();
    setup.agents.releaseAnswers();
    await bruno.sees(/Connection lost/);
    await bruno.say("and this one?");
    await bruno.page.clock.fastForward(unreachableAfterMs + 1000);
    const failed = bruno.message("and this one?");
    await failed.getByRole("alert").waitFor();
    await keepPicture(bruno.page, `${short}-console-failed`);
    for (const words of ["did you hear me?", "and this one?"])
      await bruno.message(words).getByRole("button", { name: "Resend Message" }).click();
    await failed.getByRole("button", { name: "Resend Message" }).waitFor({ state: "detached" });
    setup.agents.heal();
    // The cards beside the talk offer it as well; the line may come back before it is asked for.
    const isBack = ana.message("and this one?").waitFor();
    await Promise.race([isBack, bruno.page.getByRole("button", { name: "Try again" }).first().click()]);
    await isBack;
    for (const words of ["did you hear me?", "and this one?"])
      await bruno
        .message(words)
        .getByRole("img", { name: /^(sent|read)$/ })
        .waitFor();

    expect(await ana.words("hear me|this one")).toEqual(["did you hear me?", "and this one?"]);
    expect(await bruno.words("hear me|this one")).toEqual(["did you hear me?", "and this one?"]);
  });

  it("brings the agent's queue and talk up to date after the agent's line was away (S1-22)", async () => {
    const { setup, people } = stage();
    const { ana, bruno } = await people.together();
    const rui = await people.requester("rui");

    setup.agents.cut();
    await bruno.sees(/Connection lost/);
    await bruno.say("from the tunnel");
    await ana.say("while you were away");
    await rui.say("blorf mumpitz");
    await rui.choose("Talk to an attendant");
    await rui.sees("Searching attendant…");
    await keepPicture(bruno.page, `${short}-console-offline`);
    setup.agents.heal();
    // Whoever does not wait for the line asks for it; it may come back by itself before they can.
    const isBack = bruno.waiting("Rui Costa").waitFor();
    await Promise.race([isBack, bruno.page.getByRole("button", { name: "Try again" }).first().click()]);
    await isBack;
    await bruno.message("while you were away").waitFor();
    await ana.message("from the tunnel").waitFor();

    expect(await ana.words("tunnel|away")).toEqual(await bruno.words("tunnel|away"));
    expect(await ana.words("tunnel|away")).toHaveLength(2);
  });

  it("goes on when the requester's node is killed in the middle of the talk", async () => {
    const { setup, people } = stage();
    const { ana, bruno } = await people.together();
    await ana.say("before the crash");
    await bruno.message("before the crash").waitFor();

    setup.requesters.holdAnswers();
    await ana.say("in the very moment");
    await setup.loseRequestersNode();
    setup.requesters.releaseAnswers();
    await ana.say("after the crash");
    await bruno.message("after the crash").waitFor();
    await bruno.say("I am still here.");
    await ana.message("I am still here.").waitFor();
    await keepPicture(ana.page, `${short}-after-crash`);

    expect(await bruno.words("crash|very moment|still here")).toEqual([
      "before the crash",
      "in the very moment",
      "after the crash",
      "I am still here.",
    ]);
    expect(await ana.words("crash|very moment|still here")).toEqual(await bruno.words("crash|moment|still"));
  });
}

/** Presses "Try now" until the message is there: the page tries by itself as well, and the button may be gone first. */
async function tryNow(panel: Locator, arrived: Locator): Promise<void> {
  const isThere = arrived.waitFor();
  await Promise.any([panel.getByRole("button", { name: "Try now" }).click(), isThere]);
  await isThere;
}
