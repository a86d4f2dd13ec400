import { randomUUID } from "node:crypto";
import { groupIds } from "../../../config/demo/people.js";
import type { Ticket, WhatIfAnswer, Why } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type DeskClient, Talk } from "../../support/desk-client.js";

const closedAllWeek = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

describe("routing at the wire", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let passedMs = 0;
  beforeAll(async () => {
    desk = await startDesk({}, { now: () => Date.now() + passedMs });
    admin = await desk.connect("admin");
  });
  afterAll(() => desk.stop());

  const route = (routing: object) =>
    admin.rest("PUT", `/api/v1/routing/groups/${groupIds.serviceDesk}`, routing);

  it("offers to one agent's sockets only, who declines, and the next is asked (S1-2, S1-3)", async () => {
    expect(await route({ giving: "push" })).toMatchObject({ status: 200 });
    const [bruno, carla] = [await desk.connect("bruno"), await desk.connect("carla")];
    const talk = await Talk.begin(await desk.connect("ana"));
    await talk.say("my flux capacitor hums in B flat since yesterday");
    await talk.askForPerson();

    const { first, second, offer } = await Promise.race([
      bruno.hear("attendance:offered").then((heard) => ({ first: bruno, second: carla, offer: heard })),
      carla.hear("attendance:offered").then((heard) => ({ first: carla, second: bruno, offer: heard })),
    ]);
    const { attendanceId } = offer;
    expect(second.heard.some(({ name }) => name === "attendance:offered")).toBe(false);
    const taken = await second.ask("attendance:accept", { attendanceId, requestId: randomUUID() });
    expect(taken).toMatchObject({ ok: false, error: { code: "attendance/offered-to-other" } });

    const why = (await first.rest("GET", `/api/v1/attendances/${attendanceId}/why`)).body as Why;
    expect(why.next).toMatchObject({ kind: "offered" });
    expect((await talk.client.rest("GET", `/api/v1/attendances/${attendanceId}/why`)).status).toBe(403);
    await first.get("attendance:decline", { attendanceId });

    await second.hear("attendance:offered", (fact) => fact.attendanceId === attendanceId);
    await second.get("attendance:accept", { attendanceId, requestId: randomUUID() });
    await second.get("attendance:end", { attendanceId });
  });

  it("puts nobody before a closed door: it says so and takes the request (S1-26, zammad#4970)", async () => {
    const made = await admin.rest("POST", "/api/v1/calendars", {
      name: "Never",
      timeZone: "UTC",
      weekly: closedAllWeek,
      holidays: [],
    });
    await route({ calendarId: (made.body as { id: string }).id });
    const rui = await desk.connect("rui");

    const refused = await rui.rest("POST", "/api/v1/tickets", { description: "Now!", direct: true });
    expect(refused).toMatchObject({ status: 422, body: { error: { code: "attendance/closed" } } });
    const tickets = await rui.rest("GET", "/api/v1/tickets?view=mine");
    expect(tickets.body).toMatchObject({ items: [] });

    const talk = await Talk.begin(rui);
    await talk.say("my flux capacitor hums in B flat since yesterday");
    await rui.get("message:send", {
      conversationId: talk.id,
      clientMessageId: randomUUID(),
      text: "Talk to an attendant",
      value: { kind: "talk-to-attendant" },
    });
    const { message } = await rui.hear("message:posted", (fact) =>
      (fact.message.actions ?? []).some(({ title }) => /request|solicit/i.test(title)),
    );
    expect(message.actions).toMatchObject([{ value: { kind: "new-ticket" } }]);
    expect((await admin.rest("DELETE", `/api/v1/calendars/${(made.body as { id: string }).id}`)).status).toBe(
      409,
    );
    await route({});
  });

  it("sends a request with a previous ticket straight to its group, without a new ticket (S1-32, S1-14)", async () => {
    const ana = await desk.connect("ana");
    const mine = (await ana.rest("GET", "/api/v1/tickets?view=mine")).body as { items: Ticket[] };
    const previousTicket = mine.items[0]?.number ?? "";

    const answer = await ana.rest("POST", "/api/v1/tickets", { description: "Again", previousTicket });

    expect(answer).toMatchObject({ status: 201, body: { number: previousTicket } });
    const bruno = await desk.connect("bruno");
    const { attendance } = await bruno.hear(
      "attendance:changed",
      (fact) => fact.attendance.ticketNumber === previousTicket && fact.attendance.status === "pending",
    );
    expect(attendance.groupIds).toEqual([groupIds.serviceDesk]);
    const stolen = await (await desk.connect("rui")).rest("POST", "/api/v1/tickets", {
      description: "Not mine",
      previousTicket,
    });
    expect(stolen).toMatchObject({
      status: 422,
      body: { error: { details: { fields: { previousTicket: "not-found" } } } },
    });
  });

  it("shows who waits long to a second group, then gives them back with their place, and promises no time unknown (S1-26)", async () => {
    await route({
      overflow: { groupId: groupIds.network, afterSeconds: 60 },
      waitLimitSeconds: 120,
    });
    // The most patient of its groups decides.
    const network = `/api/v1/routing/groups/${groupIds.network}`;
    await admin.rest("PUT", network, { waitLimitSeconds: 120 });
    const { handoff } = desk.app.domains;
    const talk = await Talk.begin(await desk.connect("rui"));
    await talk.say("my flux capacitor hums in B flat since yesterday");
    const { id, wait } = await talk.askForPerson();
    expect(wait).toMatchObject({ isClosed: false });
    expect(wait?.estimateMs).toBeUndefined();
    const since = (await handoff.reads.record(id))?.row.waiting_since;

    passedMs += 61_000;
    await handoff.route();
    const seen = await talk.client.hear(
      "attendance:changed",
      (fact) => fact.attendance.id === id && fact.attendance.groupIds.includes(groupIds.network),
    );
    expect(seen.attendance.status).toBe("pending");

    passedMs += 61_000;
    await handoff.route();
    const { message } = await talk.client.hear(
      "message:posted",
      ({ message: { actions = [] } }) =>
        actions.length === 1 && actions[0]?.value.kind === "resume-attendance",
    );
    expect(message.sender.kind).toBe("assistant");
    await talk.send("Resume attendance", { kind: "resume-attendance" });
    const again = await talk.client.hear(
      "attendance:changed",
      (fact) => fact.attendance.id !== id && fact.attendance.status === "pending",
    );
    expect(again.attendance.waitingSince).toBe(since);
    await route({});
    await admin.rest("PUT", network, {});
  });

  it("supposes only for admins, and by the rules that are kept (S1-32)", async () => {
    const rule = {
      id: randomUUID(),
      name: "Network in Lisbon",
      when: { locations: ["Lisbon"] },
      groupId: groupIds.network,
      skills: [],
    };
    expect((await admin.rest("PUT", "/api/v1/routing/rules", { rules: [rule] })).status).toBe(200);

    const { body } = await admin.rest("POST", "/api/v1/routing/what-if", { location: "lisbon" });
    const answer = body as WhatIfAnswer;

    expect(answer.rule).toBe(rule.name);
    expect(answer.why.groups.map(({ name }) => name)).toEqual(["Network"]);
    const bruno = await desk.connect("bruno");
    expect((await bruno.rest("POST", "/api/v1/routing/what-if", {})).status).toBe(403);
    expect((await bruno.rest("PUT", "/api/v1/routing/rules", { rules: [] })).status).toBe(403);
    await admin.rest("PUT", "/api/v1/routing/rules", { rules: [] });
  });
});
