import { randomUUID } from "node:crypto";
import type { TicketMessage } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { type MailServer, startMailServer } from "../support/mail-server.js";

describe("messages of tickets", () => {
  let mails: MailServer;
  let desk: RunningDesk;
  let ana: DeskClient;
  let rui: DeskClient;
  let bruno: DeskClient;
  let number: string;

  beforeAll(async () => {
    mails = await startMailServer();
    desk = await startDesk({ SMTP_URL: mails.url, MAIL_FROM: "desk@example.com" });
    [ana, rui, bruno] = await Promise.all([desk.connect("ana"), desk.connect("rui"), desk.connect("bruno")]);
    const { id, ticketNumber } = await (await Talk.begin(ana)).askForPerson();
    await bruno.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    number = ticketNumber ?? "";
  });
  afterAll(async () => {
    await desk.stop();
    await mails.stop();
  });

  const path = () => `/api/v1/tickets/${number}/messages`;
  const write = async (
    who: DeskClient,
    text: string,
    change: { sendEmail?: boolean; requestId?: string } = {},
  ) => who.rest("POST", path(), { text, requestId: randomUUID(), ...change });
  const list = async (who: DeskClient) =>
    ((await who.rest("GET", path())).body as { items: TicketMessage[] }).items;

  it("go both ways, newest first, once each, and only between the two sides (S2-X5)", async () => {
    const requestId = randomUUID();
    await write(ana, "Any news?", { requestId });
    await write(ana, "Any news?", { requestId });
    await write(bruno, "Tomorrow.");

    expect((await list(ana)).map(({ text, side, author }) => [text, side, author.name])).toEqual([
      ["Tomorrow.", "agent", "Bruno Lima"],
      ["Any news?", "requester", "Ana Souza"],
    ]);
    expect(await list(bruno)).toEqual(await list(ana));
    expect((await write(rui, "Hello")).status).toBe(404);
    expect((await rui.rest("GET", path())).status).toBe(404);
    expect((await write(ana, "  ")).status).toBe(400);
  });

  it("go by e-mail too where that is wished, and carry a mark then (S2-X5)", async () => {
    const { body } = await write(ana, "By e-mail please", { sendEmail: true });

    expect(body).toMatchObject({ isMailed: true });
    expect((await list(ana)).filter(({ isMailed }) => isMailed)).toHaveLength(1);
    await desk.app.domains.mailer.sendDue();
    // The desk's own round may be sending it already.
    const found = () => mails.received.find(({ to }) => to.includes("bruno.lima@example.com"));
    for (let count = 1; found() === undefined; count++) await mails.until(count);
    expect(found()?.subject).toContain(number);
  });

  it("are told at once to the pages of both sides", async () => {
    await write(bruno, "Done.");

    await ana.hear("ticket:changed", ({ ticketNumber }) => ticketNumber === number);
    await bruno.hear("ticket:changed", ({ ticketNumber }) => ticketNumber === number);
    expect(rui.heard.filter(({ name }) => name === "ticket:changed")).toEqual([]);
  });

  it("tell the assignee and the owner when the requester writes, once and where 300 wishes it (S2-9)", async () => {
    const [admin, carla] = [await desk.connect("admin"), await desk.connect("carla")];
    bruno.heard.length = 0;
    const ticket = (await bruno.rest("GET", `/api/v1/tickets/${number}`)).body as { version: number };
    const { user } = (await carla.rest("GET", "/api/v1/session")).body as { user: { id: string } };
    const owned = { version: ticket.version, ownerId: user.id };
    expect((await bruno.rest("PUT", `/api/v1/tickets/${number}`, owned)).status).toBe(200);
    const told = (who: DeskClient, text: string) =>
      who.hear("ticket:message-told", (fact) => fact.text === text);

    await admin.rest("PUT", "/api/v1/parameters/300", { value: "N" });
    await write(ana, "Nobody is told of this");
    await admin.rest("PUT", "/api/v1/parameters/300", { value: "Y" });
    await write(bruno, "Nor of what an attendant writes");
    const requestId = randomUUID();
    await write(ana, "Is it here?", { requestId });
    await write(ana, "Is it here?", { requestId });

    const facts = await Promise.all([told(bruno, "Is it here?"), told(carla, "Is it here?")]);
    expect(facts).toEqual(
      [1, 2].map(() => ({ ticketNumber: number, authorName: "Ana Souza", text: "Is it here?" })),
    );
    await write(ana, "And now?");
    await Promise.all([told(bruno, "And now?"), told(carla, "And now?")]);
    const heardBy = (who: DeskClient) =>
      who.heard.filter(({ name }) => name === "ticket:message-told").length;
    expect([bruno, carla, ana, rui, admin].map(heardBy)).toEqual([2, 2, 0, 0, 0]);
  });

  it("tell consoles at once whether their icon is shown (299, S2-9)", async () => {
    const admin = await desk.connect("admin");
    const settings = async () => (await bruno.rest("GET", "/api/v1/console-settings")).body;
    await admin.rest("PUT", "/api/v1/parameters/299", { value: "N" });
    await bruno.hear("settings:changed", ({ messageExchange }) => !messageExchange);
    expect(await settings()).toMatchObject({ messageExchange: false });

    await admin.rest("PUT", "/api/v1/parameters/299", { value: "Y" });

    await bruno.hear("settings:changed", ({ messageExchange }) => messageExchange);
    expect(await settings()).toMatchObject({ messageExchange: true });
    expect((await ana.rest("GET", "/api/v1/console-settings")).status).toBe(403);
    expect(ana.heard.some(({ name }) => name === "settings:changed")).toBe(false);
  });

  it("says of each ticket whether its service is available via chat (S0-23)", async () => {
    const { db } = desk.app.domains.store;
    const read = async () => (await ana.rest("GET", `/api/v1/tickets/${number}`)).body;
    expect(await read()).toMatchObject({ chat: "open" });

    await db.updateTable("service").set({ via_chat: 0 }).execute();

    expect(await read()).toMatchObject({ chat: "not-by-chat" });
    await db.updateTable("service").set({ via_chat: 1 }).execute();
  });
});
