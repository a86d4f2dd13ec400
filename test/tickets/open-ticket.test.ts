import { newId } from "../../store/index.js";
import type { TicketRequest } from "../../tickets/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";
import { openDesk, type TestDesk } from "./desk.js";

describe.each(engines)("opening a ticket on %s", (engine) => {
  let store: TestStore;
  let desk: TestDesk;
  beforeAll(async () => {
    store = await openTestStore(engine);
    desk = await openDesk(store);
  });
  beforeEach(() => desk.reset());
  afterAll(() => store.discard());

  function request(changes: Partial<TicketRequest> = {}): TicketRequest {
    const common = {
      person: desk.ana,
      description: "My laptop is old",
      causeId: newId(),
      locale: "en" as const,
    };
    return { ...common, activityId: desk.ids.request, ...changes };
  }

  async function countTickets(): Promise<number> {
    return (await store.db.selectFrom("ticket").select("id").execute()).length;
  }

  it("registers requester, origin 315, contract 118, kind and description (S0-14)", async () => {
    const ticket = await desk.tickets.open(request());

    expect(ticket).toMatchObject({
      number: "1001",
      kind: "request",
      state: "open",
      origin: "Chat",
      activity: { id: desk.ids.request, name: "New laptop" },
      requester: { id: desk.ana.accountId, name: "Ana Souza" },
      group: { id: desk.groups.desk, name: "Service Desk" },
      description: "My laptop is old",
      createdAt: desk.clock.now,
    });
    const row = await store.db.selectFrom("ticket").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ origin_id: desk.ids.origin, contract_id: desk.ids.contract });
  });

  it("is an incident when the activity is one, for the default group when the activity names none (S0-14)", async () => {
    const ticket = await desk.tickets.open(
      request({
        activityId: desk.ids.incident,
        fields: { place: "Room 5", since: "tomorrow" },
        locale: "pt",
      }),
    );

    expect(ticket).toMatchObject({ kind: "incident", group: { id: desk.groups.network } });
    expect(ticket.fields).toEqual([
      { name: "place", label: "Lugar", value: "Room 5" },
      { name: "since", label: "Desde", value: "23 de novembro de 2026" },
    ]);
  });

  it("takes the activity of parameter 317 for a direct ticket, which asks nothing (S0-15, S2-13, S2-14)", async () => {
    desk.parameters.set(317, desk.ids.incident);

    const ticket = await desk.tickets.open(request({ activityId: undefined, direct: true }));

    expect(ticket).toMatchObject({
      kind: "incident",
      origin: "Chat",
      activity: { id: desk.ids.incident },
      fields: [],
    });
    expect(ticket.number).toMatch(/^\d+$/);
  });

  it("refuses a ticket without an activity with a field error, unless it is direct (S0-14)", async () => {
    const refused = desk.tickets.open(request({ activityId: undefined }));

    await expect(refused).rejects.toMatchObject({
      code: "ticket/invalid-fields",
      details: { fields: { activityId: "required" } },
    });
    expect(await countTickets()).toBe(0);
  });

  it("names each field with its problem, and registers nothing", async () => {
    const refused = desk.tickets.open(
      request({ activityId: desk.ids.incident, fields: { since: "30/02/2026", role: "admin" } }),
    );

    await expect(refused).rejects.toMatchObject({
      status: 422,
      details: { fields: { place: "required", since: "not-a-date", role: "unknown-field" } },
    });
    expect(await countTickets()).toBe(0);
    expect(await store.db.selectFrom("counter").selectAll().execute()).toEqual([]);
  });

  it.each([
    [315, "missing"],
    [315, "dangling"],
    [118, "missing"],
    [118, "dangling"],
    [317, "missing"],
    [317, "dangling"],
  ] as const)(
    "names parameter %i when it is %s, and registers nothing (S0-3)",
    async (parameter, problem) => {
      if (problem === "missing") desk.parameters.delete(parameter);
      else desk.parameters.set(parameter, newId());

      const direct = desk.tickets.open(request({ activityId: undefined, direct: true }));

      const refusal = {
        code: "attendance/not-configured",
        status: 422,
        message: expect.stringContaining(`parameter ${parameter} `),
        details: { parameters: [{ parameter, problem }] },
      };
      await expect(direct).rejects.toMatchObject(refusal);
      await expect(desk.tickets.requireAttendance()).rejects.toMatchObject(refusal);
      const chosen = desk.tickets.open(request());
      if (parameter === 317) await expect(chosen).resolves.toMatchObject({ kind: "request" });
      else await expect(chosen).rejects.toMatchObject({ ...refusal, code: "ticket/not-configured" });
      expect(await countTickets()).toBe(parameter === 317 ? 1 : 0);
    },
  );

  it("names every parameter at fault at once (S0-3)", async () => {
    desk.parameters.clear();

    await expect(desk.tickets.requireAttendance()).rejects.toMatchObject({
      details: { parameters: [{ parameter: 315 }, { parameter: 118 }, { parameter: 317 }] },
    });
  });

  it("gives fifty tickets opened at once fifty numbers without a gap", async () => {
    const opened = await Promise.all(Array.from({ length: 50 }, () => desk.tickets.open(request())));

    const numbers = opened.map(({ number }) => Number(number)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, at) => 1001 + at));
  });

  it("opens one ticket for one cause, however often and however much at once it is asked for", async () => {
    const causeId = newId();

    const opened = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        desk.tickets.open(request({ causeId, description: `try ${at}` })),
      ),
    );
    desk.parameters.clear();
    const later = await desk.tickets.open(request({ causeId, activityId: undefined }));

    expect(new Set([...opened, later].map(({ id }) => id)).size).toBe(1);
    expect(await countTickets()).toBe(1);
    const events = await store.db.selectFrom("ticket_event").selectAll().execute();
    expect(events.map(({ kind }) => kind)).toEqual(["opened"]);
  });

  it("never answers one person's cause with another's ticket", async () => {
    const causeId = "1";

    const ofAna = await desk.tickets.open(request({ causeId }));
    const ofRui = await desk.tickets.open(request({ causeId, person: desk.rui }));

    expect(ofRui.id).not.toBe(ofAna.id);
    expect(ofRui.requester.name).toBe("Rui Costa");
  });

  it("belongs to the caller's transaction: what fails there registers nothing and gives the number back", async () => {
    const failed = store.db.transaction().execute(async (trx) => {
      await desk.tickets.openIn(trx, request());
      throw new Error("the turn failed");
    });
    await expect(failed).rejects.toThrow("the turn failed");

    const ticket = await desk.tickets.open(request());

    expect(await countTickets()).toBe(1);
    expect(ticket.number).toBe("1001");
  });

  it.each(["", "  \n ", "x".repeat(8001)])("refuses the description %.10j", async (description) => {
    await expect(desk.tickets.open(request({ description }))).rejects.toMatchObject({
      code: "ticket/invalid-fields",
    });
  });

  it.each(["' or 1=1 --", "<script>alert(1)</script>", "\u202Egnp.exe", "𝓝𝓪𝓾𝓰𝓱𝓽𝔂 ﷽ 🏳️‍🌈", "{{7*7}} %s %n"])(
    "keeps the description %j as it was written",
    async (description) => {
      const { number } = await desk.tickets.open(request({ description }));

      expect((await desk.tickets.byNumber(desk.ana, number, "en")).description).toBe(description);
    },
  );

  it("knows no activity by a foreign or naughty id", async () => {
    for (const activityId of [newId(), "", "__proto__", "' or 1=1"]) {
      const refused = desk.tickets.open(request({ activityId }));
      await expect(refused).rejects.toMatchObject({ code: "activity/not-found" });
    }
  });
});
