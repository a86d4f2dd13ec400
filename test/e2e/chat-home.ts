import { keepPicture } from "../support/browser.js";
import { closeAttendances } from "./people.js";
import type { Requester } from "./requester.js";
import { setParameter } from "./set-parameter.js";
import { shows } from "./shows.js";
import type { Stage } from "./stage.js";

/** The home of the chat: what it offers, and what Init and direct attendance lead to. */
export function describeChatHome(stage: () => Stage): void {
  beforeEach(() => closeAttendances(stage().setup));

  it("opens from the button at the bottom and shows title, close, lists, description and both ways (S0-1, S0-9, S0-13, S2-11)", async () => {
    const ana = await stage().people.requester("ana");
    await openHome(ana);

    await ana.panel.getByText("Chat", { exact: true }).waitFor();
    for (const list of ["Catalog", "Service", "Request/Incident"]) await ana.panel.getByLabel(list).waitFor();
    const description = ana.panel.getByLabel("Description");
    for (const name of ["Init attendance", "Init direct attendance", "Resume attendance"]) {
      await ana.panel.getByRole("button", { name, exact: true }).waitFor();
    }
    await keepPicture(ana.page, "citsmart-home");
    await ana.panel.getByRole("button", { name: "Hide" }).click();

    await shows(() => ana.page.getByRole("button", { name: /^Talk/ }).count(), 1);
    await ana.page.getByRole("button", { name: /^Talk/ }).click();
    expect(await description.getAttribute("placeholder")).toBe("Enter a brief description");
  });

  it("opens each list once the one above is chosen, and clears what hangs on another choice (S0-10, S0-11, S0-12)", async () => {
    const ana = await stage().people.requester("ana");
    await openHome(ana);
    const [catalog, service, activity] = ["Catalog", "Service", "Request/Incident"].map((name) =>
      ana.panel.getByLabel(name),
    );

    expect([await service?.isDisabled(), await activity?.isDisabled()]).toEqual([true, true]);
    await catalog?.selectOption({ label: "Access and communication" });
    await shows(() => activity?.isDisabled(), true);
    await service?.selectOption({ index: 1 });
    await activity?.selectOption({ index: 1 });
    expect(await activity?.inputValue()).not.toBe("");
    await catalog?.selectOption({ index: 0 });

    expect([await service?.isDisabled(), await activity?.isDisabled()]).toEqual([true, true]);
    expect([await service?.inputValue(), await activity?.inputValue()]).toEqual(["", ""]);
  });

  it("says what is missing, then registers, shows number and spinner, and becomes the talk when somebody takes it (S0-14, S0-17, S0-19, S0-20)", async () => {
    const [ana, diego] = await Promise.all([stage().people.requester("ana"), stage().people.agent("diego")]);
    await openHome(ana);

    await ana.panel.getByRole("button", { name: "Init attendance", exact: true }).click();
    await shows(() => ana.panel.getByText("Please choose one.").count(), 3);
    await chooseMailbox(ana);
    await ana.panel.getByLabel("Description").fill("The team needs one mailbox");
    await fillWhatIsAsked(ana);
    await ana.panel.getByRole("button", { name: "Init attendance", exact: true }).click();
    await ana.sees(/^Request registered/);
    await ana.panel.locator(".waiting strong", { hasText: /^Nº \d+$/ }).waitFor();
    await ana.panel.locator(".waiting .spinner").waitFor();
    await ana.sees(/^Searching attendant…/);
    await diego.accept("The team needs one mailbox");
    await diego.say("Which name shall it have?");
    await ana.message("Which name shall it have?").waitFor();
    const [author] = await ana.talk.getByText("Diego Ramos", { exact: true }).all();

    expect(await author?.evaluate((element) => element.tagName)).toBe("STRONG");
    expect(await ana.composer.getAttribute("placeholder")).toBe("Type here");
    await shows(() => ana.message("Which name shall it have?").locator("time").count(), 1);
  });

  it("goes straight to waiting without a choice (S0-15, S0-16)", async () => {
    const ana = await stage().people.requester("ana");
    await openHome(ana);

    await ana.panel.getByRole("button", { name: "Init direct attendance" }).click();

    await ana.sees(/^Searching attendant…/);
    await ana.panel.getByRole("button", { name: "Hide" }).click();
    await ana.page.reload();
    await ana.page.getByRole("button", { name: /^Talk/ }).click();
    await ana.sees(/^Searching attendant…/);
  });

  it("registers once what was sent while there was no connection (S0-14)", async () => {
    const { people, setup } = stage();
    const [rui, diego] = await Promise.all([people.requester("rui"), people.agent("diego")]);
    await openHome(rui);
    await chooseMailbox(rui);
    await rui.panel.getByLabel("Description").fill("A mailbox for the night shift");
    await fillWhatIsAsked(rui);

    setup.requesters.cut();
    await rui.panel.getByRole("button", { name: "Init attendance", exact: true }).click();
    await rui.sees("No connection. Your request is sent as soon as it is back.");
    setup.requesters.heal();
    await rui.sees(/^Searching attendant…/);
    await diego.waiting("A mailbox for the night shift").waitFor();

    await shows(() => diego.waiting("A mailbox for the night shift").count(), 1);
  });

  it("leaves the wait by the arrow; the ticket stays and can be resumed (S0-18, S0-21)", async () => {
    const ana = await stage().people.requester("ana");
    await openHome(ana);
    await ana.panel.getByRole("button", { name: "Init direct attendance" }).click();
    const number = ana.panel.locator(".waiting strong");
    await number.waitFor();
    const [, digits] = /(\d+)/.exec((await number.textContent()) ?? "") ?? [];

    await ana.panel.getByRole("button", { name: "End the conversation" }).click();
    await ana.panel.getByRole("button", { name: "End", exact: true }).click();
    await ana.panel.getByRole("button", { name: "Resume attendance" }).click();
    await ana.panel.getByRole("button", { name: new RegExp(`Nº ${digits}`) }).click();

    await ana.sees(/^Searching attendant…/);
    expect(await number.textContent()).toContain(digits);
  });

  it("has no button and no door when 316 says N, at once and until it says Y (S0-2, S2-2)", async () => {
    const { people, setup } = stage();
    const ana = await people.requester("ana");
    await ana.panel.getByRole("button", { name: "Hide" }).click();

    await setParameter(setup, 316, "N");
    await ana.page.evaluate("window.dispatchEvent(new Event('focus'))");
    await ana.page.getByRole("button", { name: /^Talk/ }).waitFor({ state: "detached" });
    await setParameter(setup, 316, "Y");
    await ana.page.evaluate("window.dispatchEvent(new Event('focus'))");

    await ana.page.getByRole("button", { name: /^Talk/ }).waitFor();
  });
}

async function openHome(ana: Requester): Promise<void> {
  await ana.panel.getByRole("button", { name: "Ask for an attendant by catalog" }).click();
  await ana.panel.getByRole("button", { name: "Init attendance", exact: true }).waitFor();
}

async function chooseMailbox(ana: Requester): Promise<void> {
  await ana.panel.getByLabel("Catalog").selectOption({ label: "Access and communication" });
  await ana.panel.getByLabel("Service").selectOption({ label: "E-mail, calendar and calls" });
  await ana.panel
    .getByLabel("Request/Incident")
    .selectOption({ label: "Distribution list or shared mailbox" });
}

async function fillWhatIsAsked(ana: Requester): Promise<void> {
  await ana.panel.getByLabel("Address").fill("team@example.com");
  await ana.panel.getByLabel("Members").fill("Ana and Rui");
}
