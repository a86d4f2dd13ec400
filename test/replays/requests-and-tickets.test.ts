import { randomUUID } from "node:crypto";
import { groupIds } from "../../config/demo/people.js";
import type { Ticket } from "../../contract/index.js";
import { type Cast, openCast, say } from "../app/team/cast.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

/** What users of other desks asked for where nobody can talk now, or a talk is not enough: a ticket with all of it. */
describe("a talk that becomes a ticket", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await openCast();
  });
  afterAll(() => cast.desk.stop());

  const tickets = async (client: DeskClient) => {
    const { body } = await client.rest("GET", "/api/v1/tickets?view=mine");
    return (body as { items: Ticket[] }).items;
  };
  const timeline = async (client: DeskClient, number: string | undefined) =>
    JSON.stringify((await client.rest("GET", `/api/v1/tickets/${number}/timeline`)).body);
  async function closeDesk(): Promise<void> {
    const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] };
    const weekly = { ...never, saturday: [], sunday: [] };
    const form = { name: `Never ${randomUUID()}`, timeZone: "UTC", weekly, holidays: [] };
    const { body } = await cast.admin.rest("POST", "/api/v1/calendars", form);
    await route({ calendarId: (body as { id: string }).id });
  }
  async function route(routing: object): Promise<void> {
    const path = `/api/v1/routing/groups/${groupIds.serviceDesk}`;
    expect((await cast.admin.rest("PUT", path, routing)).status).toBe(200);
  }
  async function leaveRequest(client: DeskClient, words: string): Promise<Ticket> {
    const talk = await Talk.begin(client);
    await talk.say(words);
    await talk.send("Talk to an attendant", { kind: "talk-to-attendant" });
    const { message } = await client.hear(
      "message:posted",
      (fact) =>
        fact.message.conversationId === talk.id &&
        (fact.message.actions ?? []).length === 1 &&
        fact.message.actions?.[0]?.value.kind === "new-ticket",
    );
    const [action] = message.actions ?? [];
    await talk.say(action?.title ?? "", action?.value);
    for (let turn = 0; turn < 6; turn += 1) {
      const [made] = await tickets(client);
      if (made !== undefined) return made;
      await talk.say(turn === 0 ? words : "yes");
    }
    throw new Error("No ticket was opened.");
  }

  it("zammad#1083, zammad#1407, chatwoot#273, chatwoot#3984, LHC#370, chattermate.chat#298: with nobody to talk to it takes the request in the chat, tells its number, and the answer comes to where it was asked, address or not", async () => {
    await closeDesk();
    const person = { username: "nomail", name: "No Mail", role: "requester", password: "ask-politely" };
    await cast.admin.rest("POST", "/api/v1/accounts", { ...person, groupIds: [groupIds.serviceDesk] });
    const client = await cast.desk.connect("nomail", person.password);

    const ticket = await leaveRequest(client, "my flux capacitor hums in B flat");
    await route({});
    const staff = await cast.bruno.rest("GET", `/api/v1/tickets/${ticket.number}`);
    const path = `/api/v1/tickets/${ticket.number}/messages`;
    const answered = await cast.bruno.rest("POST", path, { text: "Oil it.", requestId: randomUUID() });
    const read = await client.rest("GET", path);

    const said = client.heard.flatMap(({ name, fact }) =>
      name === "message:posted" ? [(fact as { message: { text: string } }).message.text] : [],
    );
    expect(said.join("\n")).toContain(ticket.number);
    // Nobody knows an address of hers: nothing is promised that would need one.
    expect(said.join("\n")).not.toMatch(/e-?mail/i);
    expect(staff).toMatchObject({ status: 200, body: { number: ticket.number } });
    expect(ticket.description).toContain("flux capacitor");
    expect(answered.status).toBeLessThan(300);
    expect(JSON.stringify(read.body)).toContain("Oil it.");
  });

  it("helpdesk#3129: the ticket knows the customer and the chat, and the chat goes on from the ticket, under the same number", async () => {
    const { attendance, talk } = await cast.talk();
    const number = attendance.ticketNumber;
    const said = `said-${randomUUID()}`;
    await talk.send(said);
    await cast.bruno.get("attendance:end", { attendanceId: attendance.id });
    const ticket = (await cast.bruno.rest("GET", `/api/v1/tickets/${number}`)).body as Ticket;
    const record = (await cast.bruno.rest("GET", `/api/v1/chat-requests/${attendance.id}`)).body;

    const again = await Talk.begin(cast.ana);
    await again.send("Resume", { kind: "resume-attendance", ticketNumber: number });
    const { attendance: resumed } = await cast.bruno.hear(
      "attendance:changed",
      (fact) => fact.attendance.ticketNumber === number && fact.attendance.status === "pending",
    );

    expect(ticket.requester).toMatchObject({ id: cast.id(cast.ana), name: "Ana Souza" });
    expect(ticket.conversationId).toBe(talk.id);
    expect(record).toMatchObject({ ticketNumber: number });
    expect(await timeline(cast.bruno, number)).toContain(said);
    expect(resumed.requester.id).toBe(cast.id(cast.ana));
    await cast.sara.get("attendance:end", { attendanceId: resumed.id });
  });

  it("OCA/helpdesk#884: the assistant opens the ticket out of the talk, for the team of its activity, marked as come by chat, with all that was said", async () => {
    const client = await cast.desk.connect("rui");
    await closeDesk();

    const mine = await leaveRequest(client, "my flux capacitor hums in G");

    await route({});
    const staff = (await cast.bruno.rest("GET", `/api/v1/tickets/${mine.number}`)).body as Ticket;
    expect(staff).toMatchObject({ requester: { name: "Rui Costa" }, conversationId: mine.conversationId });
    expect(staff.conversationId).toBeDefined();
    expect(staff.group).toBeDefined();
    expect(staff.origin).toMatch(/chat/i);
    expect(await timeline(cast.bruno, staff.number)).toContain("my flux capacitor hums in G");
  });

  it("zammad#422, chatwoot#1093, chatwoot#7148: a talk has its ticket from the wish for a person on, and keeps every word of it, ended or not", async () => {
    const { attendance, conversationId, epoch, talk } = await cast.talk();
    const [hers, his] = [`hers-${randomUUID()}`, `his-${randomUUID()}`];
    await talk.send(hers);
    await say(cast.bruno, conversationId, his, epoch);
    await cast.ana.hear("message:posted", ({ message }) => message.text === his);
    await cast.bruno.get("attendance:end", { attendanceId: attendance.id, reason: "Solved" });

    const mine = await tickets(cast.ana);
    const [seen, shown] = [
      await timeline(cast.bruno, attendance.ticketNumber),
      await timeline(cast.ana, attendance.ticketNumber),
    ];

    expect(mine.map(({ number }) => number)).toContain(attendance.ticketNumber);
    for (const words of [hers, his]) {
      expect(seen).toContain(words);
      expect(shown).toContain(words);
    }
  });
});
