import { randomUUID } from "node:crypto";
import { groupIds } from "../../config/demo/people.js";
import type {
  ActivityField,
  Catalog,
  ChatDoors,
  Message,
  ModesAnswer,
  Ticket,
} from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

/** A Monday in office hours; the clock then runs on, and is moved by hand. */
const noon = Date.parse("2026-06-01T12:00:00Z");
const gibberish = "mumpitz klabautermann blorf";

describe("modes of the desk", () => {
  const startedAt = Date.now();
  let moved = noon - startedAt;
  let desk: RunningDesk;
  let admin: DeskClient;
  let bruno: DeskClient;
  let requester: DeskClient;
  beforeAll(async () => {
    desk = await startDesk({}, { now: () => Date.now() + moved });
    admin = await desk.connect("admin");
    bruno = await desk.connect("bruno");
    requester = await desk.connect("rui");
  });
  afterAll(() => desk.stop());
  beforeEach(async () => {
    moved = noon - startedAt;
    for (const scope of ["desk", ...Object.values(groupIds)]) {
      await put(`/api/v1/modes/${scope}`, { mode: "inherit", schedule: [] });
      await admin.rest("DELETE", `/api/v1/modes/${scope}/override`);
    }
  });

  const put = async (path: string, body: unknown): Promise<ModesAnswer> => {
    const answer = await admin.rest("PUT", path, body);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body as ModesAnswer;
  };
  const switchTo = (mode: string, scope = "desk") =>
    put(`/api/v1/modes/${scope}/override`, { mode, until: "revoked" });
  const begin = async (username = "ana") => Talk.begin(await desk.connect(username), "en");
  const kinds = (message: Message) => message.actions?.map((action) => action.value.kind) ?? [];
  const owner = async (talk: Talk) =>
    (await talk.client.get("conversation:open", { conversationId: talk.id })).conversation.owner.kind;
  const endTalk = (talk: Talk) => talk.client.ask("conversation:close", { conversationId: talk.id });
  const doors = async (client: DeskClient) =>
    (await client.rest("GET", "/api/v1/chat/doors")).body as ChatDoors;
  /** An activity of this group, with an answer to everything it needs. */
  const activityOf = async (groupId: string) => {
    const { items } = (await requester.rest("GET", "/api/v1/catalog?locale=en")).body as { items: Catalog[] };
    const { db } = desk.app.domains.store;
    const rows = await db.selectFrom("activity").select("id").where("group_id", "=", groupId).execute();
    const ids = new Set(rows.map((row) => row.id));
    const found = items
      .flatMap(({ services }) => services.flatMap((service) => service.activities))
      .find(({ id }) => ids.has(id));
    if (found === undefined) throw new Error("This group has no activity.");
    const needed = found.fields.filter(({ required }) => required);
    const answers = needed.map((field) => [field.name, answerTo(field)] as const);
    return { id: found.id, name: found.name, fields: Object.fromEntries(answers) };
  };

  describe("manual", () => {
    let asked: jest.SpyInstance;
    beforeEach(async () => {
      asked = jest.spyOn(desk.app.domains.recognizer, "recognize");
      await switchTo("manual");
    });
    afterEach(() => {
      expect(asked).not.toHaveBeenCalled();
      asked.mockRestore();
    });

    it.each([
      ["en", "I want to open a new ticket"],
      ["es", "Quiero abrir un ticket nuevo"],
      ["pt", "Quero abrir um chamado"],
    ] as const)(
      "takes down a new ticket in %s without the recognizer, tells its number and waits for a person (S2-3, S2-13, S2-14)",
      async (locale, wish) => {
        const talk = await Talk.begin(await desk.connect("ana"), locale);

        const question = await talk.say(wish);
        expect(kinds(question)).toEqual(["cancel"]);
        await talk.send("The screen of my desk stays black since this morning");
        const { message } = await talk.client.hear(
          "message:posted",
          ({ message: one }) => one.conversationId === talk.id && one.notice !== undefined,
        );

        expect(message.notice).toMatchObject({
          kind: "attendance-waiting",
          ticketNumber: expect.any(String),
        });
        expect(await owner(talk)).toBe("queue");
        await endTalk(talk);
      },
    );

    it("finds an activity by its name, with both options, without the recognizer (S2-21, S2-22)", async () => {
      const talk = await begin();

      const reply = await talk.say("New laptop");

      expect(kinds(reply)).toEqual(["new-ticket", "resume-attendance"]);
    });

    it("finds articles by a part of their title without the recognizer (S2-24)", async () => {
      const talk = await begin();

      const reply = await talk.say("reset your pass");

      expect(kinds(reply)).toContain("open-article");
    });

    it("takes yes, no and cancel by their words, and a wish for a person (S2-3)", async () => {
      const talk = await begin();
      await talk.say("new ticket");
      expect((await talk.say("cancel")).text).toMatch(/not|nothing|no ticket|thrown/i);

      await talk.send("I want to talk to a person");

      const { attendance } = await talk.client.hear(
        "attendance:changed",
        (fact) => fact.attendance.conversationId === talk.id,
      );
      expect(attendance.status).toBe("pending");
      await endTalk(talk);
    });

    it("is not available without 315 or 317 (S2-7)", async () => {
      const before = desk.app.domains.parameters.get(317);
      await admin.rest("PUT", "/api/v1/parameters/317", { value: null });
      const talk = await begin();

      const refused = await talk.client.rest("POST", "/api/v1/tickets", { description: "x", direct: true });
      const reply = await talk.say("talk to an attendant", { kind: "talk-to-attendant" });
      await admin.rest("PUT", "/api/v1/parameters/317", { value: before });

      expect(refused).toMatchObject({ status: 422, body: { error: { code: "attendance/not-configured" } } });
      expect(reply.text).toContain("317");
    });
  });

  it("automatic has no door to a person: not by HTTP, not over a socket, not by a chosen value (S2-4)", async () => {
    const ana = await begin("ana");
    const rui = await begin("rui");
    const interrupted = await rui.askForPerson();
    await bruno.get("attendance:accept", { attendanceId: interrupted.id, requestId: randomUUID() });
    const other = await ana.askForPerson();
    await endTalk(ana);
    const activity = await activityOf(groupIds.network);

    await switchTo("automatic");
    const talk = await begin("ana");
    const replies = [
      await talk.say("x", { kind: "talk-to-attendant" }),
      await talk.say("y", { kind: "resume-attendance" }),
      await talk.say("z", { kind: "resume-attendance", ticketNumber: other.ticketNumber ?? "" }),
      await talk.say("I want to talk to a human being please"),
      await talk.say(gibberish),
    ];
    const crafted = [
      await talk.client.rest("POST", "/api/v1/tickets", { description: "x", direct: true }),
      await talk.client.rest("POST", "/api/v1/tickets", {
        description: "x",
        activityId: activity.id,
        fields: activity.fields,
        attendance: true,
      }),
      await talk.client.rest("POST", "/api/v1/tickets", {
        description: "x",
        activityId: activity.id,
        fields: activity.fields,
        direct: true,
      }),
    ];
    const events = [
      await bruno.ask("attendance:transfer", {
        attendanceId: interrupted.id,
        to: { kind: "group", id: groupIds.network },
      }),
      await talk.client.ask("attendance:transfer", {
        attendanceId: other.id,
        to: { kind: "group", id: groupIds.network },
      }),
      await bruno.ask("attendance:accept", { attendanceId: other.id, requestId: randomUUID() }),
    ];

    for (const reply of replies) expect(kinds(reply)).not.toContain("talk-to-attendant");
    expect(kinds(replies[4] as Message)).toEqual(["resume-attendance", "new-ticket"]);
    for (const one of crafted) {
      expect(one).toMatchObject({ status: 422, body: { error: { code: "attendance/off" } } });
    }
    expect(events.map((ack) => (ack.ok ? "ok" : ack.error.code))).toEqual([
      "attendance/off",
      "access/denied",
      "attendance/gone",
    ]);
    expect(await owner(talk)).toBe("assistant");
    expect(await doors(talk.client)).toMatchObject({ mode: "automatic", direct: false });
    const { items } = (await talk.client.rest("GET", "/api/v1/tickets")).body as { items: Ticket[] };
    expect(items.map(({ description }) => description)).not.toContain("x");
    await endTalk(rui);
  });

  it("both has the assistant first and people behind it (S2-5, S2-8, S2-10)", async () => {
    await switchTo("both");
    const talk = await begin();

    const reply = await talk.say(gibberish);
    const attendance = await talk.askForPerson();

    expect(kinds(reply)).toEqual(expect.arrayContaining(["talk-to-attendant", "resume-attendance"]));
    expect(attendance.status).toBe("pending");
    expect(await doors(talk.client)).toMatchObject({ mode: "both", direct: true, withoutPeople: [] });
    await endTalk(talk);
  });

  it("automatic for one group closes the doors to that group alone (S2-4)", async () => {
    await switchTo("automatic", groupIds.network);
    const [closed, open] = [await activityOf(groupIds.network), await activityOf(groupIds.applications)];
    const talk = await begin();

    const refused = await talk.client.rest("POST", "/api/v1/tickets", {
      description: "x",
      activityId: closed.id,
      fields: closed.fields,
      attendance: true,
    });
    const { withoutPeople, direct } = await doors(talk.client);

    expect(refused).toMatchObject({ status: 422, body: { error: { code: "attendance/off" } } });
    expect(withoutPeople).toContain(closed.id);
    expect(withoutPeople).not.toContain(open.id);
    expect(direct).toBe(true);
    const admitted = await talk.client.rest("POST", "/api/v1/tickets", {
      description: "Works",
      activityId: open.id,
      fields: open.fields,
      attendance: true,
    });
    expect(admitted.status).toBe(201);
    await endTalk(talk);
  });

  it("manual for one group takes who opens its activity straight to people (S2-3)", async () => {
    await switchTo("manual", groupIds.network);
    const activity = await activityOf(groupIds.network);
    const talk = await begin();

    const question = await talk.say(activity.name, { kind: "open-activity", activityId: activity.id });
    const said = ["It does not work in the whole building", ...Object.values(activity.fields)];
    for (const answer of said.slice(0, -1)) await talk.say(answer);
    await talk.send(said.at(-1) ?? "");
    const { attendance } = await talk.client.hear(
      "attendance:changed",
      (fact) => fact.attendance.conversationId === talk.id && fact.attendance.status === "pending",
    );

    expect(kinds(question)).toEqual(["cancel"]);
    expect(attendance.groupIds).toEqual([groupIds.network]);
    await endTalk(talk);
  });

  it("follows the schedule without restart, and leaves who waits or talks with a person alone (S2-4, S2-5)", async () => {
    const day = [{ from: "08:00", to: "18:00" }];
    const week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    const weekly = Object.fromEntries(week.map((name) => [name, day]));
    const hours = { kind: "own", timeZone: "UTC", weekly };
    await switchTo("both");
    await admin.rest("DELETE", "/api/v1/modes/desk/override");
    await put("/api/v1/modes/desk", {
      mode: "inherit",
      schedule: [{ hours, during: "closed", mode: "automatic" }],
    });
    const [ana, rui] = [await begin("ana"), await begin("rui")];
    const [waiting, accepted] = [await ana.askForPerson(), await rui.askForPerson()];
    await bruno.get("attendance:accept", { attendanceId: accepted.id, requestId: randomUUID() });

    moved += 6 * 3_600_000 + 60_000;

    const { desk: now } = (await admin.rest("GET", "/api/v1/modes")).body as ModesAnswer;
    expect(now).toMatchObject({
      now: { mode: "automatic", why: { kind: "schedule" } },
      withPeople: 1,
      waiting: 1,
    });
    expect(now.next).toMatchObject({ mode: "both" });
    expect([await owner(ana), await owner(rui)]).toEqual(["queue", "agent"]);
    expect(await rui.send("Still there?")).toMatchObject({ ok: true });
    const late = await bruno.ask("attendance:accept", { attendanceId: waiting.id, requestId: randomUUID() });
    expect(late).toMatchObject({ ok: true });
    await Promise.all([endTalk(ana), endTalk(rui)]);
    const next = await begin("ana");
    expect(kinds(await next.say(gibberish))).not.toContain("talk-to-attendant");
  });

  it("tells admins alone, and counts what happened honestly", async () => {
    await switchTo("both");
    const since = noon - 60_000;
    const read = async () => (await admin.rest("GET", `/api/v1/overview?since=${since}`)).body;
    const before = (await read()) as { today: Record<string, number> };
    const talk = await begin("rui");
    await talk.say("How do I reset my password?");
    const { status } = await talk.client.rest("GET", "/api/v1/modes");

    await talk.askForPerson();

    const after = (await read()) as { today: Record<string, number>; waiting: number };
    expect(status).toBe(403);
    expect(after.waiting).toBe(1);
    expect(after.today.handedOver).toBeGreaterThan(0);
    expect(after.today.ticketsOpened).toBe((before.today.ticketsOpened ?? 0) + 1);
    expect(after).toMatchObject({ health: { status: "ready", parts: expect.any(Array) } });
    await endTalk(talk);
  });
});

function answerTo(field: ActivityField): string {
  const answers = { text: "Room 4", email: "ana@example.com", date: "2027-01-15", number: "2", choice: "" };
  return field.options?.[0]?.value ?? answers[field.type];
}
