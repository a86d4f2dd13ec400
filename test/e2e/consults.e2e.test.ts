import type { Page } from "playwright-core";
import { findBarriers } from "../support/axe.js";
import { keepPicture, openBrowser, type TestBrowser } from "../support/browser.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk, type DeskProcess, newDataDir, spawnDesk } from "../support/desk-process.js";
import { type Front, openFront } from "../support/front.js";
import { newSchema, type TestSchema } from "../support/postgres.js";
import { type RedisServer, spawnRedis } from "../support/redis.js";
import { shows } from "./shows.js";

/** Three attendants in three browsers over two nodes, one of them on a line that fails. */
describe("colleagues in the browser", () => {
  let redis: RedisServer;
  let schema: TestSchema;
  let nodes: readonly [DeskProcess, DeskProcess];
  let line: Front;
  let browser: TestBrowser;
  let bruno: Page;
  let carla: Page;
  let diego: Page;
  const data = newDataDir();

  beforeAll(async () => {
    buildDesk();
    [redis, schema] = await Promise.all([spawnRedis(), newSchema()]);
    const environment = {
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      DATABASE_URL: schema.url,
      DATABASE_SCHEMA: schema.name,
      SESSION_SECRET: "0123456789abcdef0123456789abcdef",
    };
    nodes = [await spawnDesk(data.path, environment), await spawnDesk(data.path, environment)];
    line = await openFront(nodes[1].port);
    browser = await openBrowser();
    [bruno, carla, diego] = [
      await browser.openPage(nodes[0], "bruno"),
      await browser.openPage(nodes[1], "carla"),
      await browser.openPage(line, "diego"),
    ];
    for (const page of [bruno, carla, diego]) {
      await page.goto("/agent");
      await page.getByRole("tab", { name: "Colleagues" }).click();
      await page.getByRole("list", { name: "Attendants" }).waitFor();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await line?.close();
    for (const node of nodes ?? []) await node.stop();
    await redis?.close();
    await schema?.drop();
    data.remove();
  });
  afterEach(() => expect(browser.takeFaults()).toEqual([]));

  const box = (page: Page) => page.getByRole("region", { name: "Dialog Box" });
  const sees = (page: Page, text: string | RegExp) => box(page).getByText(text).last().waitFor();
  const entry = (page: Page) => page.getByLabel("Write to everybody here");
  const connections = (page: Page) => page.getByRole("list", { name: "Connections" });
  const options = (page: Page) => page.getByRole("group", { name: "Options" });
  const say = async (page: Page, text: string) => {
    await entry(page).fill(text);
    await page.getByRole("button", { name: "Send", exact: true }).click();
  };
  const choose = async (page: Page, names: readonly string[]) => {
    const dialog = page.getByRole("dialog");
    for (const name of names) await dialog.getByRole("checkbox", { name: new RegExp(name) }).check();
    return dialog;
  };

  it("shows each one's availability, set at the tile, to the others (S4-7, S4-12)", async () => {
    await carla.getByRole("button", { name: /^My availability/ }).click();
    await carla.getByRole("menuitem", { name: "Busy" }).click();

    const entryOfCarla = bruno
      .getByRole("list", { name: "Attendants" })
      .getByRole("listitem")
      .filter({ hasText: "Carla" });
    await entryOfCarla.getByRole("img", { name: "Busy" }).waitFor();
    await carla.reload();
    await carla.getByRole("tab", { name: "Colleagues" }).click();
    await carla.getByRole("button", { name: "My availability: Busy" }).waitFor();
  });

  it("starts from the workbench with the Invite window, pops up at the others, and has its four areas (S4-6, S4-8, S4-9, S4-10, S4-11, S4-13, S4-20, S4-21)", async () => {
    await bruno.getByRole("button", { name: "Start a consult" }).click();
    const dialog = await choose(bruno, ["Carla", "Diego"]);
    await keepPicture(bruno, "consult-invite");
    await dialog.getByRole("button", { name: "Start", exact: true }).click();
    for (const page of [carla, diego]) {
      const popUp = page.getByRole("region", { name: "Bruno Lima invites you to a consult" });
      await popUp.waitFor();
      if (page === carla) await keepPicture(page, "consult-popup");
      await popUp.getByRole("button", { name: "Accept" }).click();
      await connections(page).waitFor();
    }
    await sees(bruno, "Diego Ramos joined");
    await say(carla, "Which printer is it?");
    await sees(diego, "Which printer is it?");
    await keepPicture(bruno, "consult-window");

    await shows(() => options(bruno).getByRole("button").count(), 3);
    await connections(bruno).getByRole("img", { name: "Busy" }).waitFor();
    await bruno.getByRole("region", { name: "Text Entry" }).waitFor();
    expect(await findBarriers(bruno)).toEqual([]);
  });

  it("sends one message off the record to the one who is chosen, and tells them before (S4-22, S4-23, S4-24, S4-25, S4-26)", async () => {
    await bruno.getByRole("checkbox", { name: "Off the Record" }).check();
    await bruno.getByText("Choose a participant in Connections first.").waitFor();
    await bruno.getByLabel("Write to everybody here").fill("between us: it is the toner");
    await shows(() => bruno.getByRole("button", { name: "Send", exact: true }).isDisabled(), true);

    await connections(bruno).getByRole("button", { name: /Diego/ }).click();
    await diego.getByText("Bruno Lima is going to write to you off the record.").waitFor();
    await bruno.getByRole("button", { name: "Send", exact: true }).click();
    await sees(diego, "between us: it is the toner");
    await sees(bruno, "between us: it is the toner");
    await say(bruno, "It is the one on the second floor.");
    await sees(carla, "It is the one on the second floor.");
    await keepPicture(diego, "consult-off-the-record");

    await shows(() => bruno.getByRole("checkbox", { name: "Off the Record" }).isChecked(), false);
    await shows(() => carla.getByText(/toner|off the record\./).count(), 0);
    await diego.reload();
    await diego
      .getByRole("button", { name: /^Consult with/ })
      .first()
      .click();
    await sees(diego, "between us: it is the toner");
  });

  it("loses and doubles nothing on a line that fails, and a dropped line is no leaving (S4-15)", async () => {
    line.cut();
    await diego.getByText(/Connection lost/).waitFor();
    await say(diego, "from the tunnel");
    await say(carla, "while Diego was away");
    await sees(bruno, "while Diego was away");
    line.heal();
    await diego.getByRole("button", { name: "Try again" }).click();
    await sees(bruno, "from the tunnel");
    await sees(diego, "while Diego was away");

    const words = (page: Page) =>
      box(page)
        .getByText(/tunnel|was away/)
        .allInnerTexts();
    expect(await words(diego)).toEqual(await words(bruno));
    expect(await words(bruno)).toHaveLength(2);
    await shows(() => box(bruno).getByText("Diego Ramos left").count(), 0);
  });

  it("pauses Chat Time and takes it by hand, for all to see (S4-17, S4-18, S4-19)", async () => {
    await options(bruno)
      .getByRole("button", { name: /^Chat Time/ })
      .click();
    await bruno.getByRole("button", { name: "Pause" }).click();
    await sees(carla, /Bruno Lima paused Chat Time/);
    await bruno.getByLabel("Hours").fill("1");
    await bruno.getByLabel("Minutes").fill("15");
    await keepPicture(bruno, "consult-chat-time");
    await bruno.getByRole("button", { name: "Set", exact: true }).click();
    await sees(carla, "Bruno Lima set Chat Time to 1:15");
    await bruno.keyboard.press("Escape");

    await options(carla)
      .getByRole("button", { name: /^Chat Time 1:15:00 ?, paused/ })
      .click();
    await carla.getByText("Bruno Lima sets Chat Time; it is what is saved.").waitFor();
    await carla.keyboard.press("Escape");
  });

  it("goes on when one leaves, ends for all when its originator closes the window, and stays in Messages (S4-4, S4-14, S4-15, S4-16, S4-27)", async () => {
    await options(diego).getByRole("button", { name: "Leave" }).click();
    await sees(bruno, "Diego Ramos left");
    await connections(diego).waitFor({ state: "hidden" });
    await options(carla).getByRole("button", { name: "Invite" }).click();
    const dialog = await choose(carla, ["Diego"]);
    await dialog.getByRole("button", { name: "Invite", exact: true }).click();
    await diego.getByRole("region", { name: /invites you/ }).waitFor();
    await say(carla, "Still two of us.");
    await sees(bruno, "Still two of us.");
    await bruno.getByRole("button", { name: /^Leave the consult/ }).click();
    await bruno.getByRole("dialog").getByText("The transcript stays in Messages.").waitFor();
    await bruno.getByRole("button", { name: "End it" }).click();
    await sees(carla, "Bruno Lima ended the consult. Chat Time: 1:15");
    await carla.getByText(/This consult has ended/).waitFor();
    await diego.getByRole("region", { name: /invites you/ }).waitFor({ state: "hidden" });

    await carla.getByText("Messages", { exact: true }).click();
    await carla.getByLabel("Search messages").fill("second floor");
    await carla.getByRole("list", { name: "Messages" }).getByRole("button").first().click();
    await carla.getByRole("dialog").getByText("Still two of us.").waitFor();
    await keepPicture(carla, "consult-messages");
    await shows(() => carla.getByRole("dialog").getByText(/toner/).count(), 0);
    await carla.keyboard.press("Escape");
  });

  it("is asked beside a live talk, brings the colleague in, and leaves its memo in the ticket (S4-5, S4-28, S4-29, S4-30)", async () => {
    const rui = await DeskClient.connect(nodes[0].url, "rui");
    const talk = await Talk.begin(rui);
    await talk.askForPerson();
    await bruno.getByRole("tab", { name: /^Queue/ }).click();
    await bruno
      .getByRole("list", { name: "Waiting for an attendant" })
      .getByRole("button", { name: /^Accept/ })
      .first()
      .click();
    await bruno.getByLabel("Write to Rui Costa").waitFor();
    await bruno.getByRole("button", { name: "Social" }).click();
    await bruno.getByRole("menuitem", { name: "Chat" }).click();
    const dialog = await choose(bruno, ["Carla"]);
    await dialog.getByRole("button", { name: "Start", exact: true }).click();
    await carla
      .getByRole("region", { name: /invites you/ })
      .getByRole("button", { name: "Accept" })
      .click();
    await sees(bruno, "Carla Díaz joined");
    await say(bruno, "Can you say something to Rui?");
    await bruno.getByRole("button", { name: /^More for Carla/ }).click();
    await keepPicture(bruno, "consult-beside-talk");
    await bruno.getByRole("menuitem", { name: /^Bring Carla/ }).click();
    await carla
      .getByRole("button", { name: /Rui Costa/ })
      .first()
      .click();
    await carla.getByLabel("Write to Rui Costa").fill("Carla here, hello Rui.");
    await carla.keyboard.press("Enter");
    await rui.hear("message:posted", ({ message }) => message.text === "Carla here, hello Rui.");
    await bruno.getByRole("button", { name: /^Leave the consult/ }).click();
    await bruno.getByRole("button", { name: "End it" }).click();
    await bruno.getByText("Private memo").waitFor();
    await bruno.getByText("Show the transcript").click();
    await bruno.getByText("Bruno Lima: Can you say something to Rui?").waitFor();
    await keepPicture(bruno, "consult-memo");

    rui.close();
  });

  it("links contacts both ways for a direct talk, with ball and mark for new words (S2-39, S2-40, S2-41, S2-44, S2-45)", async () => {
    for (const page of [bruno, diego]) await page.getByRole("tab", { name: "Colleagues" }).click();
    await bruno.getByRole("button", { name: "Link Diego Ramos" }).click();
    await bruno.getByText("Diego Ramos has not linked you yet").waitFor();
    await diego.getByText("Bruno Lima has linked you. Link back to talk.").waitFor();
    await diego.getByRole("button", { name: "Link Bruno Lima" }).click();
    const contact = bruno
      .getByRole("list", { name: "Attendants" })
      .getByRole("listitem")
      .filter({ hasText: "Diego" });
    await contact.getByRole("img", { name: "Online", exact: true }).waitFor();
    await contact.getByRole("button", { name: /Diego/ }).first().click();
    await bruno.getByLabel("Write to Diego Ramos").fill("Lunch?");
    await bruno.keyboard.press("Enter");
    await sees(bruno, "Lunch?");
    // Nothing else is shown at Diego's: the talk opens. At Bruno's another one is, and a mark tells of new words.
    await sees(diego, "Lunch?");
    await bruno
      .getByRole("button", { name: /Rui Costa/ })
      .first()
      .click();
    await diego.getByLabel("Write to Bruno Lima").fill("At noon.");
    await diego.keyboard.press("Enter");
    await contact.getByLabel("1 new message").waitFor();
    await keepPicture(bruno, "direct-unread");
    await contact.getByRole("button", { name: /Diego/ }).first().click();
    await sees(bruno, "At noon.");
    await keepPicture(bruno, "direct-talk");

    expect(await findBarriers(diego)).toEqual([]);
  });
});
