import type { Page } from "playwright-core";
import { groupIds } from "../../config/demo/people.js";
import { newId } from "../../store/index.js";
import { type Cast, openCast, say } from "../app/team/cast.js";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { buildDesk } from "../support/desk-process.js";
import { asAgent } from "./agent.js";
import { asRequester } from "./requester.js";
import { shows } from "./shows.js";

describe("the console at work in the browser", () => {
  let cast: Cast;
  let browser: TestBrowser;
  let passedMs = 0;
  beforeAll(async () => {
    buildDesk();
    cast = await openCast({}, { now: () => Date.now() + passedMs });
    browser = await openBrowser();
  });
  afterEach(async () => {
    await browser.closePages("console");
    expect(browser.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await cast.desk.stop();
  });

  const open = async (name: string, path: string, view: object = {}): Promise<Page> => {
    const page = await browser.openPage(cast.desk, name, view);
    await page.goto(path);
    return page;
  };
  /** As it looks on a desk and a phone, light and dark, and what stands in the way of whom. */
  const look = async (page: Page, name: string): Promise<string[]> => {
    const found: string[] = [];
    for (const [width, colorScheme] of [
      [1280, "light"],
      [390, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await keepPicture(page, `console/${name}-${width}-${colorScheme}`);
      found.push(...(await findBarriers(page)));
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: "light" });
    return found;
  };

  it("puts tags on a talk and on its ticket, and finds the ticket by either", async () => {
    const { attendance } = await cast.talk();
    const number = attendance.ticketNumber ?? "";
    const page = await open("bruno", "/agent", { width: 1440, height: 1400 });
    const ofTalk = page.getByRole("combobox", { name: "Tags of this talk" });
    await ofTalk.fill("Loud-Hum");
    await ofTalk.press("Enter");
    await page.getByText("loud-hum", { exact: true }).waitFor();
    const ofTicket = page.getByRole("combobox", { name: `Tags of ticket ${number}` });
    await ofTicket.fill("hardware");
    await ofTicket.press("Enter");
    await ofTicket.fill("warranty");
    await ofTicket.press("Enter");
    await page.getByText("warranty", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await keepPicture(page, "console/tags");
    expect(await findBarriers(page)).toEqual([]);

    await page.goto(`/agent/tickets/${number}`);
    await page.getByText("warranty", { exact: true }).waitFor();
    const field = page.getByRole("combobox", { name: `Tags of ticket ${number}` });
    await field.press("Backspace");
    await page.keyboard.press("Escape");
    const pill = page.getByText("warranty", { exact: true }).filter({ visible: true });
    await pill.waitFor({ state: "detached" });
    await field.blur();
    await field.focus();
    await field.fill("lou");
    await page.getByRole("option", { name: "loud-hum" }).waitFor();
    await field.fill("");
    await page.keyboard.press("Escape");
    expect(await look(page, "ticket-tags")).toEqual([]);
    await page.reload();
    await page.getByText("hardware", { exact: true }).waitFor();
    await shows(() => page.getByText("warranty", { exact: true }).count(), 0);

    await page.goto("/agent");
    await page.getByRole("tab", { name: "All" }).click();
    for (const tag of ["loud-hum", "hardware"]) {
      await page.getByPlaceholder("Ticket number or name").fill(tag);
      const list = page.getByRole("list", { name: "All" });
      await list.getByText(number).waitFor();
      await shows(() => list.getByRole("listitem").count(), 1);
    }
  });

  it("shows notes in their place among the words of a talk that is watched", async () => {
    const { ana, bruno } = cast;
    const { conversationId, epoch } = await cast.talk();
    const note = (text: string) => bruno.get("note:post", { conversationId, clientNoteId: newId(), text });
    await say(bruno, conversationId, "order 1", epoch);
    await note("order 2");
    await say(ana, conversationId, "order 3");
    await note("order 4");
    await say(bruno, conversationId, "order 5", epoch);

    const page = await open("admin", "/agent/wall");
    await page.getByRole("button", { name: /^Ana Souza with Bruno/ }).click();
    const log = page.getByRole("log");
    await log.getByText("order 5").waitFor();
    await log.getByText("order 4").waitFor();
    await note("order 6");
    await log.getByText("order 6").waitFor();

    expect(((await log.textContent()) ?? "").match(/order \d/g)).toEqual(
      [1, 2, 3, 4, 5, 6].map((at) => `order ${at}`),
    );
  });

  it("asks for which of the agent's groups a talk is taken, by keyboard too (S0-25)", async () => {
    const { attendance } = await cast.wait();
    const link = { attendance_id: attendance.id, group_id: groupIds.network };
    await cast.desk.app.domains.store.db.insertInto("attendance_group").values(link).execute();
    const page = await open("bruno", "/agent");
    const agent = asAgent(page);
    await page
      .getByRole("button", { name: /^Accept Ana/ })
      .first()
      .waitFor();
    await page.keyboard.press("Alt+KeyA");

    const dialog = page.getByRole("dialog", { name: "For which group?" });
    await dialog.getByRole("button", { name: "Service Desk" }).waitFor();
    expect(await look(page, "choose-group")).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await shows(() => agent.composer.count(), 0);
    await page.keyboard.press("Alt+KeyA");
    await dialog.getByRole("button", { name: "Network" }).focus();
    await page.keyboard.press("Enter");
    await agent.composer.waitFor();

    const ticket = await cast.bruno.rest("GET", `/api/v1/tickets/${attendance.ticketNumber}`);
    expect(ticket.body).toMatchObject({ group: { name: "Network" } });
  });

  it("ends with a code and a note, both kept on the record, and the requester is told (S1-28)", async () => {
    const { attendance, conversationId } = await cast.talk();
    const page = await open("bruno", `/agent?talk=${conversationId}`);
    await page.getByRole("button", { name: "End", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: /^End the talk with Ana/ });
    await dialog.getByRole("radio", { name: "The requester no longer answers" }).check();
    await dialog.getByRole("textbox", { name: "Note" }).fill("Called twice");
    expect(await look(page, "end")).toEqual([]);
    await dialog.getByRole("button", { name: "End the talk" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("region", { name: "Requester" }).getByText("Talk ended", { exact: true }).waitFor();
    await shows(() => page.getByRole("img", { name: "Awaiting attendant" }).count(), 0);

    const { message } = await cast.ana.hear(
      "message:posted",
      (fact) =>
        fact.message.conversationId === conversationId && fact.message.notice?.kind === "attendance-ended",
    );
    expect(message.text).toContain("The requester no longer answers — Called twice");
    await page.goto(`/agent/records/chat/${attendance.id}`);
    await page.getByText("The requester no longer answers", { exact: true }).waitFor();
    await page.getByText("The requester no longer answers — Called twice", { exact: true }).waitFor();
  });

  it("offers a talk to colleagues who have a place free only", async () => {
    const { attendance, conversationId } = await cast.talk();
    await open("admin", "/agent");
    const page = await open("bruno", `/agent?talk=${conversationId}`);

    await page.getByRole("button", { name: "Transfer" }).click();
    const colleague = (words: RegExp) => page.getByRole("option", { name: words });

    await colleague(/^Alex Morgan · Available · 0 of 0/).waitFor();
    expect(await colleague(/^Alex Morgan/).getAttribute("data-combobox-disabled")).toBe("true");
    expect(await colleague(/^Carla Díaz · Available/).getAttribute("data-combobox-disabled")).toBeNull();
    await cast.bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("tells a requester who waits how long it will take, out of what was seen lately", async () => {
    const { db } = cast.desk.app.domains.store;
    for (let at = 0; at < 5; at++) await cast.talk();
    const lately = await db
      .selectFrom("attendance")
      .select(["id", "accepted_at"])
      .where("accepted_at", "is not", null)
      .execute();
    for (const { id, accepted_at } of lately) {
      await db
        .updateTable("attendance")
        .set({ created_at: (accepted_at ?? 0) - 4 * 60_000 })
        .where("id", "=", id)
        .execute();
    }
    // What concerns a whole group is believed for a few seconds.
    passedMs += 6000;
    const rui = asRequester(await open("rui", "/", { width: 390, height: 844 }));
    await rui.openTalk();
    await rui.say("my flux capacitor hums in B flat");
    await rui.choose("Talk to an attendant");

    await rui.sees(/You are next · about 4 minutes/);
    expect(await findBarriers(rui.page)).toEqual([]);
    await keepPicture(rui.page, "console/estimate");
    await rui.panel.getByRole("button", { name: "Cancel" }).click();
    await rui.panel.getByText(/about 4 minutes/).waitFor({ state: "detached" });
  });

  it("tells an attendant who picks that talks went back unanswered, and speaks of no offers", async () => {
    const group = `/api/v1/routing/groups/${groupIds.serviceDesk}`;
    await cast.admin.rest("PUT", group, { firstAnswerSeconds: 60 });
    const page = await open("bruno", "/agent");
    await page.getByRole("tab", { name: /^Queue/ }).click();
    for (let round = 0; round < 3; round += 1) {
      const { conversationId } = await cast.talk();
      passedMs += 61_000;
      await cast.desk.app.domains.handoff.sweep();
      await cast.bruno.hear("ownership:lost", (fact) => fact.conversationId === conversationId);
    }

    const note = page.getByRole("alert").filter({ hasText: "Talks of yours went back to the queue" });
    await note.getByText(/You can go on accepting/).waitFor();
    await shows(() => page.getByText("You get no offers right now").count(), 0);
    expect(await look(page, "pause")).toEqual([]);
    await note.getByRole("button", { name: "I am here" }).click();
    await shows(() => note.count(), 0);
    await cast.admin.rest("PUT", group, {});
  });

  it("shows who else looks, who is writing, what was read, and tells whom a note names", async () => {
    const { conversationId } = await cast.talk();
    const [bruno, carla] = [
      asAgent(await open("bruno", `/agent?talk=${conversationId}`)),
      asAgent(await open("carla", `/agent?talk=${conversationId}`)),
    ];
    const ana = asRequester(await open("ana", "/"));
    await bruno.composer.waitFor();
    await bruno.page.getByText("Also looking at it: Carla Díaz").waitFor({ state: "attached" });

    await bruno.say("Is it loud?");
    await bruno.message("Is it loud?").getByRole("img", { name: "sent" }).waitFor();
    await ana.openTalk();
    await bruno.message("Is it loud?").getByRole("img", { name: "read" }).waitFor();
    await ana.composer.pressSequentially("It is");
    await bruno.page.getByText("Ana Souza is writing …").waitFor();
    await bruno.composer.pressSequentially("Hm");
    await ana.sees("Bruno Lima is typing…");

    await carla.page.goto("/agent");
    await carla.page.getByRole("tab", { name: /^Queue/ }).waitFor();
    await bruno.page.getByText("Also looking at it: Carla Díaz").waitFor({ state: "detached" });
    await bruno.page.keyboard.press("Alt+n");
    await bruno.page.getByLabel("Write a note for colleagues").pressSequentially("Your turn @carl");
    await bruno.page.getByRole("option", { name: /Carla/ }).waitFor();
    await bruno.page.keyboard.press("Enter");
    await bruno.page.keyboard.press("Enter");
    const named = carla.page.getByRole("alert").filter({ hasText: "Bruno Lima named you in a note" });
    await keepPicture(carla.page, "console/named");
    await named.getByRole("button", { name: "Show the talk" }).click();
    await carla.page.getByText("Your turn @Carla Díaz").last().waitFor();
    await shows(() => ana.panel.getByText(/Your turn/).count(), 0);
  });

  it("shows the requester's other talks, and merges one that goes on elsewhere into this one", async () => {
    const { ana, desk } = cast;
    const { conversations, handoff } = desk.app.domains;
    const before = await cast.talk();
    await say(ana, before.conversationId, "The first time it hummed");
    const { conversationId } = await cast.talk();
    const requester = {
      accountId: cast.id(ana),
      name: "Ana Souza",
      role: "requester",
      groupIds: [],
    } as const;
    const elsewhere = await conversations.open({
      requesterId: cast.id(ana),
      channel: "msteams",
      locale: "en",
    });
    const asked = await handoff.request({
      requester,
      conversationId: elsewhere.id,
      groupIds: [groupIds.serviceDesk],
      question: "Asked once more in Teams",
      language: "en",
      causeId: newId(),
      context: {
        reason: "wish",
        question: "Asked once more in Teams",
        language: "en",
        candidates: [],
        articles: [],
        fields: [],
      },
    });
    expect(asked.status).toBe("requested");

    const page = await open("bruno", `/agent?talk=${conversationId}`, { width: 1440, height: 1600 });
    const card = page.getByRole("region", { name: "Other talks" });
    await card.getByRole("button", { name: "Merge into this talk" }).first().click();
    await keepPicture(page, "console/merge");
    expect(await findBarriers(page)).toEqual([]);
    await card.getByRole("button", { name: /^Really merge/ }).click();
    await card.getByText(/merged/).waitFor();

    expect(await handoff.reads.record("attendance" in asked ? asked.attendance.row.id : "")).toMatchObject({
      row: { phase: "closed", reason: "merged" },
    });
    await page
      .getByText(/Asked once more in Teams/)
      .first()
      .click();
    await page
      .getByRole("region", { name: "Messages" })
      .getByText(/merged|goes on/i)
      .first()
      .waitFor();
    await page.goto(`/agent/records/chat/${"attendance" in asked ? asked.attendance.row.id : ""}`);
    await page.getByText("Merged into another talk of the requester", { exact: true }).waitFor();
  });

  it("starts a consult on the ticket's own page and hands the talk over after asking (S4-5)", async () => {
    const { attendance, conversationId } = await cast.talk();
    const [page, carla] = [
      await open("bruno", `/agent/tickets/${attendance.ticketNumber}`),
      await open("carla", "/agent"),
    ];
    await page.getByRole("button", { name: "Social" }).click();
    await page.getByRole("menuitem", { name: "Chat" }).click();
    const invite = page.getByRole("dialog");
    await invite.getByText(`Ticket ${attendance.ticketNumber}`).waitFor();
    await invite.getByRole("checkbox", { name: /Carla/ }).check();
    expect(await look(page, "consult-from-ticket")).toEqual([]);
    await invite.getByRole("button", { name: "Start", exact: true }).click();
    const popUp = carla.getByRole("region", { name: /invites you/ });
    await popUp.getByRole("button", { name: "Accept" }).click();
    await page.getByText("Carla Díaz joined").last().waitFor();

    await page.getByRole("button", { name: "More for Carla Díaz" }).click();
    await page.getByRole("menuitem", { name: /^Hand the talk over/ }).click();
    const dialog = page.getByRole("dialog", { name: "Hand the talk over to Carla Díaz" });
    await dialog.getByText("Carla Díaz answers Ana Souza from then on.").waitFor();
    const owner = async () =>
      (await cast.bruno.get("conversation:open", { conversationId })).conversation.owner;
    await keepPicture(page, "console/hand-over");
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await owner()).toMatchObject({ id: cast.id(cast.bruno) });
    await page.getByRole("button", { name: "More for Carla Díaz" }).click();
    await page.getByRole("menuitem", { name: /^Hand the talk over/ }).click();
    await dialog.getByLabel("Note").fill("It is the toner");
    await dialog.getByRole("button", { name: "Hand over", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });

    expect(await owner()).toMatchObject({ kind: "agent", id: cast.id(cast.carla) });
    await carla.getByRole("tab", { name: /^Mine/ }).click();
    await carla.getByRole("list", { name: "Mine" }).getByText("Ana Souza").click();
    await carla.getByText("It is the toner").first().waitFor();
    await page.getByRole("button", { name: /^Leave the consult/ }).click();
    await page.getByRole("button", { name: "End it" }).click();
    await page.getByText("Private memo").waitFor();
  });
});
