import type { Ticket, TicketPriority } from "../../../contract/index.js";
import { type AgreementAdmin, createAgreementAdmin } from "../../../tickets/index.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";
import { openDesk, type TestDesk } from "../desk.js";

const minuteMs = 60_000;

describe.each(engines)("the service level of a ticket on %s", (engine) => {
  let store: TestStore;
  let desk: TestDesk;
  let agreements: AgreementAdmin;
  let begun: number;
  beforeAll(async () => {
    store = await openTestStore(engine);
    desk = await openDesk(store);
    agreements = createAgreementAdmin({ store, now: () => desk.clock.now });
    await agreements.agreements.create(
      {
        name: "Standard",
        isActive: true,
        isChatEnabled: false,
        serviceIds: [desk.ids.service],
        targets: {
          medium: { responseMinutes: 60, resolutionMinutes: 240 },
          critical: { responseMinutes: 10, resolutionMinutes: 100 },
        },
      },
      desk.bruno.accountId,
    );
  });
  beforeEach(async () => {
    await desk.reset();
    begun = desk.clock.now;
  });
  afterAll(() => store.discard());

  const open = (person = desk.ana): Promise<Ticket> =>
    desk.tickets.open({
      person,
      activityId: desk.ids.request,
      description: "A new laptop",
      causeId: crypto.randomUUID(),
      locale: "en",
    });
  const read = (number: string, who = desk.bruno) => desk.tickets.byNumber(who, number, "en");
  const edit = async (number: string, form: object) => {
    const { version } = await read(number);
    return desk.tickets.edit(desk.bruno, number, { version, ...form }, "en");
  };
  const later = (minutes: number) => {
    desk.clock.now += minutes * minuteMs;
  };

  it("counts from the opening by the targets of the priority (S3-7), and says why the chat is off (S3-4)", async () => {
    const { number, serviceLevel, chat } = await open();
    expect(serviceLevel).toEqual({
      agreement: "Standard",
      chat: { isEnabled: false, via: "none" },
      response: { dueAt: begun + 60 * minuteMs, state: "running" },
      resolution: { dueAt: begun + 240 * minuteMs, state: "running" },
    });
    expect(chat).toBe("no-agreement");

    const raised = await edit(number, { priority: "critical" });

    expect(raised.serviceLevel?.resolution?.dueAt).toBe(begun + 100 * minuteMs);
  });

  it("stands still while the requester is waited for, and stops when it is solved", async () => {
    const { number } = await open();
    later(30);
    await edit(number, { state: "pending-customer" });
    later(500);
    expect((await read(number)).serviceLevel?.resolution?.state).toBe("paused");

    const goesOn = await edit(number, { state: "in-progress" });
    expect(goesOn.serviceLevel?.resolution).toEqual({ dueAt: begun + 740 * minuteMs, state: "running" });

    later(211);
    expect((await read(number)).serviceLevel?.resolution?.state).toBe("breached");
    const done = await edit(number, { state: "resolved" });
    expect(done.serviceLevel?.resolution?.state).toBe("missed");
    later(100);
    const again = await edit(number, { state: "open" });
    expect(again.serviceLevel?.resolution?.dueAt).toBe(begun + 840 * minuteMs);
  });

  it("shows all, those by chat, or those of the highest priority, near or late (S0-22)", async () => {
    const [calm, urgent, late] = [await open(), await open(), await open()];
    await store.db
      .updateTable("ticket")
      .set({ conversation_id: calm.id })
      .where("id", "=", calm.id)
      .execute();
    await edit(urgent.number, { priority: "critical" });
    const list = async (show: "all" | "chat" | "critical") =>
      (await desk.tickets.list(desk.bruno, { view: "all", show, limit: 50 }, "en")).items.map(
        ({ number }) => number,
      );

    expect(await list("all")).toEqual([late.number, urgent.number, calm.number]);
    expect(await list("chat")).toEqual([calm.number]);
    expect(await list("critical")).toEqual([urgent.number]);

    later(35);
    expect(await list("critical")).toEqual([late.number, urgent.number, calm.number]);
    await edit(calm.number, { state: "resolved" });
    await edit(late.number, { state: "pending-customer" });
    expect(await list("critical")).toEqual([urgent.number]);
  });

  it("rates the priority by impact and urgency, unless it is given", async () => {
    const { number } = await open();
    const rated = async (impact: string, urgency: string, priority?: TicketPriority) =>
      (await edit(number, { impact, urgency, ...(priority ? { priority } : {}) })).priority;

    expect(await rated("high", "high")).toBe("critical");
    expect(await rated("high", "medium")).toBe("high");
    expect(await rated("low", "low")).toBe("low");
    expect(await rated("low", "medium", "critical")).toBe("critical");
  });

  it("saves one of two who edit at once, tells the other what is there, and loses nothing (S2-55)", async () => {
    const { number } = await open();
    const { version } = await read(number);

    const results = await Promise.allSettled(
      ["first", "second"].map((description) =>
        desk.tickets.edit(desk.bruno, number, { version, description }, "en"),
      ),
    );

    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    const { description } = await read(number);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: "ticket/changed", details: { present: { description } } });
  });

  it("keeps private memos, owner and expert from the requester on every door", async () => {
    const { number } = await open();
    await desk.tickets.addNote(desk.bruno, number, { text: "canary-private", visibility: "private" });
    await desk.tickets.addNote(desk.bruno, number, { text: "for everybody", visibility: "public" });
    await edit(number, { ownerId: desk.bruno.accountId, impact: "high" });

    const doors = JSON.stringify([
      await read(number, desk.ana),
      await desk.tickets.list(desk.ana, { view: "mine", limit: 10 }, "en"),
      await desk.tickets.timeline(desk.ana, number, "en"),
      await desk.tickets.byId((await read(number)).id, "en"),
    ]);
    const staff = JSON.stringify(await desk.tickets.timeline(desk.bruno, number, "en"));

    expect(doors).toContain("for everybody");
    expect(doors).not.toMatch(/canary-private|Owner|Impact|"owner"/);
    expect(staff).toContain("canary-private");
    expect((await read(number)).owner?.name).toBe("Bruno Lima");
  });

  it("counts an answer once somebody has written, a public memo too (S3-17)", async () => {
    const { number } = await open();
    await desk.tickets.addNote(desk.bruno, number, { text: "I look at it", visibility: "private" });
    expect((await read(number)).serviceLevel?.response?.doneAt).toBeUndefined();

    await desk.tickets.addNote(desk.bruno, number, { text: "We are on it", visibility: "public" });

    expect((await read(number)).serviceLevel?.response?.state).toBe("met");
  });

  it("refuses a previous ticket that is somebody else's as one that is not there (S1-14)", async () => {
    const theirs = await open(desk.rui);
    const wish = {
      person: desk.ana,
      activityId: desk.ids.request,
      description: "Again",
      causeId: crypto.randomUUID(),
      locale: "en" as const,
    };

    await expect(desk.tickets.open({ ...wish, previousTicket: theirs.number })).rejects.toMatchObject({
      code: "ticket/invalid-fields",
      details: { fields: { previousTicket: "not-found" } },
    });
  });

  it("keeps what is used, and writes every change down (S3-9)", async () => {
    const [standard] = await agreements.agreements.list();
    if (standard === undefined) throw new Error("There is no agreement.");
    const by = desk.bruno.accountId;
    const rules = [
      {
        name: "Incidents",
        agreementId: standard.id,
        conditions: [{ field: "kind" as const, operator: "is" as const, values: ["incident" as const] }],
      },
    ];
    const { version } = await agreements.saveRules({ version: 0, rules }, by);

    await expect(agreements.agreements.remove(standard.id, by)).rejects.toMatchObject({
      code: "agreement/in-use",
    });
    await expect(agreements.saveRules({ version: 0, rules: [] }, by)).rejects.toMatchObject({
      code: "agreement/refused",
    });
    expect((await agreements.saveRules({ version, rules: [] }, by)).rules).toEqual([]);
    const lines = await store.db
      .selectFrom("change_log")
      .select("object_type")
      .where("object_id", "=", "agreement-rules")
      .execute();
    expect(lines).toHaveLength(2);
  });
});
