import { newId } from "../../store/index.js";
import type { TicketView } from "../../tickets/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";
import { openDesk, type TestDesk } from "./desk.js";

describe.each(engines)("tickets on %s", (engine) => {
  let store: TestStore;
  let desk: TestDesk;
  beforeAll(async () => {
    store = await openTestStore(engine);
    desk = await openDesk(store);
  });
  beforeEach(async () => {
    for (const table of ["attendance_group", "attendance", "message"] as const) {
      await store.db.deleteFrom(table).execute();
    }
    await desk.reset();
    await store.db.deleteFrom("conversation").execute();
  });
  afterAll(() => store.discard());

  async function open(description = "My laptop is old", person = desk.ana) {
    const base = { person, description, activityId: desk.ids.request, locale: "en" as const };
    return desk.tickets.open({ ...base, causeId: newId() });
  }

  async function addConversation(requesterId: string): Promise<string> {
    const id = newId();
    const owner = { owner_kind: "none", owner_id: null, epoch: 1 };
    const counts = { last_seq: 0, asked_seq: 0, answered_seq: 0 };
    const rest = { channel: "web", locale: "en", ticket_id: null, dialog_json: "{}" };
    const times = { created_at: 1, updated_at: 1 };
    const row = { id, requester_id: requesterId, ...owner, ...counts, ...rest, ...times };
    await store.db.insertInto("conversation").values(row).execute();
    return id;
  }

  interface AttendanceToAdd {
    readonly ticketId: string;
    readonly groupIds?: string[];
    readonly phase?: string;
    readonly agentId?: string;
    readonly waitingSince?: number;
    readonly priority?: number;
    readonly conversationId?: string;
  }

  async function addAttendance(attendance: AttendanceToAdd): Promise<string> {
    const id = newId();
    const { phase = "logged", agentId = null, waitingSince = 1, priority = 5 } = attendance;
    const requesterId = desk.ana.accountId;
    const row = {
      id,
      conversation_id: attendance.conversationId ?? (await addConversation(requesterId)),
      ticket_id: attendance.ticketId,
      requester_id: requesterId,
      phase,
      status: phase === "logged" ? "pending" : phase === "accepted" ? "active" : "ended",
      priority,
      waiting_since: waitingSince,
      question: "?",
      language: "en",
      context_json: "{}",
      agent_id: agentId,
      last_agent_id: null,
      offered_to: null,
      offered_until: null,
      accept_request_id: null,
      cause_id: newId(),
      reason: phase === "closed" ? "solved" : null,
      version: 1,
      created_at: desk.clock.now + 10,
      accepted_at: phase === "logged" ? null : desk.clock.now + 20,
      closed_at: phase === "closed" ? desk.clock.now + 40 : null,
      updated_at: 1,
    };
    await store.db.insertInto("attendance").values(row).execute();
    for (const groupId of attendance.groupIds ?? []) {
      await store.db
        .insertInto("attendance_group")
        .values({ attendance_id: id, group_id: groupId })
        .execute();
    }
    return id;
  }

  async function numbers(person: typeof desk.ana, view: TicketView, q?: string): Promise<string[]> {
    const { items } = await desk.tickets.list(person, { view, q, limit: 50 }, "en");
    return items.map(({ number }) => number);
  }

  describe("found by number", () => {
    it("shows a requester the own ones only, and a foreign one like one that is not there (S10)", async () => {
      const { number } = await open();
      const foreign = await desk.tickets.byNumber(desk.rui, number, "en").catch((error: unknown) => error);
      const absent = await desk.tickets.byNumber(desk.rui, "9999", "en").catch((error: unknown) => error);

      expect(await desk.tickets.byNumber(desk.ana, number, "en")).toMatchObject({ number });
      expect(foreign).toEqual(absent);
      expect(foreign).toMatchObject({ code: "ticket/not-found", status: 404 });
      await expect(desk.tickets.timeline(desk.rui, number, "en")).rejects.toEqual(foreign);
    });

    it.each(["#1001", " 1001 ", "Nº 1001", "ticket 1001", "chamado #1001"])(
      "understands %j",
      async (written) => {
        await open();

        expect(await desk.tickets.byNumber(desk.bruno, written, "en")).toMatchObject({ number: "1001" });
      },
    );

    it.each(["", "%", "1001%", "' or 1=1", "__proto__", "x".repeat(10_000)])(
      "finds nothing by %.20j",
      async (odd) => {
        await open();

        await expect(desk.tickets.byNumber(desk.bruno, odd, "en")).rejects.toMatchObject({
          code: "ticket/not-found",
        });
      },
    );
  });

  describe("listed", () => {
    it("gives each requester the own tickets, newest first, and keeps the lists of staff from them", async () => {
      const first = await open();
      await open("Rui's", desk.rui);
      const second = await open();

      expect(await numbers(desk.ana, "mine")).toEqual([second.number, first.number]);
      for (const view of ["queue", "progress", "all"] as const) {
        await expect(numbers(desk.ana, view)).rejects.toMatchObject({ code: "access/denied", status: 403 });
      }
      expect(await numbers(desk.bruno, "all")).toHaveLength(3);
    });

    it("queues what waits in the agent's groups, in the order of service (S2-50)", async () => {
      const groupIds = [desk.groups.desk];
      const [late, early, urgent, elsewhere, taken] = [
        await open(),
        await open(),
        await open(),
        await open(),
        await open(),
      ];
      await addAttendance({ ticketId: late.id, groupIds, waitingSince: 200 });
      await addAttendance({
        ticketId: early.id,
        groupIds: [...groupIds, desk.groups.network],
        waitingSince: 100,
      });
      await addAttendance({ ticketId: urgent.id, groupIds, waitingSince: 300, priority: 1 });
      await addAttendance({ ticketId: elsewhere.id, groupIds: [desk.groups.network] });
      await addAttendance({ ticketId: taken.id, groupIds, phase: "accepted", agentId: desk.bruno.accountId });

      expect(await numbers(desk.bruno, "queue")).toEqual([urgent.number, early.number, late.number]);
      expect(await numbers({ ...desk.bruno, groupIds: [] }, "queue")).toEqual([]);
      expect(await numbers({ ...desk.bruno, role: "supervisor", groupIds: [] }, "queue")).toHaveLength(4);
    });

    it("has in progress what this agent accepted, with the attendance beside it (S2-51)", async () => {
      const [mine, other, ended] = [await open(), await open(), await open()];
      const agentId = desk.bruno.accountId;
      const id = await addAttendance({ ticketId: mine.id, phase: "accepted", agentId });
      await addAttendance({ ticketId: other.id, phase: "accepted", agentId: desk.rui.accountId });
      await addAttendance({ ticketId: ended.id, phase: "closed", agentId });

      const { items } = await desk.tickets.list(desk.bruno, { view: "progress", limit: 50 }, "en");

      expect(items.map(({ number }) => number)).toEqual([mine.number]);
      expect(items[0]?.attendance).toEqual({ id, phase: "accepted", waitingSince: 1, agentId });
    });

    it("searches numbers, descriptions and requesters, with wildcards as plain letters (S2-49)", async () => {
      const screen = await open("The SCREEN shows 100% of nothing");
      const rui = await open("Keyboard", desk.rui);

      expect(await numbers(desk.bruno, "all", rui.number)).toEqual([rui.number]);
      expect(await numbers(desk.bruno, "all", `#${rui.number}`)).toEqual([rui.number]);
      expect(await numbers(desk.bruno, "all", "screen")).toEqual([screen.number]);
      expect(await numbers(desk.bruno, "all", "100%")).toEqual([screen.number]);
      expect(await numbers(desk.bruno, "all", "rui c")).toEqual([rui.number]);
      expect(await numbers(desk.bruno, "all", "_____________________________________")).toEqual([]);
      expect(await numbers(desk.bruno, "all", "'; drop table ticket; --")).toEqual([]);
      expect(await numbers(desk.ana, "mine", "keyboard")).toEqual([]);
    });

    it.each(["mine", "queue"] as const)(
      "turns pages of %s without repeating or skipping any",
      async (view) => {
        const expected: string[] = [];
        for (let at = 0; at < 7; at += 1) {
          const { id, number } = await open();
          expected.push(number);
          await addAttendance({ ticketId: id, groupIds: [desk.groups.desk], waitingSince: 100 });
        }
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const person = view === "mine" ? desk.ana : desk.bruno;
          const page = await desk.tickets.list(person, { view, after, limit: 3 }, "en");
          seen.push(...page.items.map(({ number }) => number));
          after = page.next;
          // What comes in meanwhile stands before the first page, or behind the last.
          await open();
        } while (after !== undefined);

        expect(seen).toEqual(view === "mine" ? expected.reverse() : expected);
      },
    );

    it.each(["x", "1.2", "' or 1=1", "5.100.nope"])("refuses %j as a place to go on from", async (after) => {
      for (const view of ["all", "queue"] as const) {
        const refused = desk.tickets.list(desk.bruno, { view, after, limit: 3 }, "en");
        await expect(refused).rejects.toMatchObject({ code: "request/malformed", status: 400 });
      }
    });
  });

  describe("changed", () => {
    it("goes to the agent who accepts and is in progress then, once (S2-52)", async () => {
      const { id, number } = await open();
      const change = { ticketId: id, agent: { id: desk.bruno.accountId, name: desk.bruno.name }, at: 5 };
      await store.db.transaction().execute((trx) => desk.tickets.acceptedIn(trx, change));
      await store.db.transaction().execute((trx) => desk.tickets.acceptedIn(trx, change));

      const ticket = await desk.tickets.byNumber(desk.ana, number, "en");

      expect(ticket).toMatchObject({ state: "in-progress", assignee: { name: "Bruno Lima" } });
      const kinds = await store.db.selectFrom("ticket_event").select("kind").orderBy("id").execute();
      expect(kinds.map(({ kind }) => kind)).toEqual(["opened", "assigned", "state"]);
    });

    it("stays closed when its attendance is resumed", async () => {
      const { id, number } = await open();
      await desk.tickets.setState(desk.bruno, number, "closed", "en");
      const change = { ticketId: id, agent: { id: desk.bruno.accountId, name: desk.bruno.name }, at: 5 };

      await store.db.transaction().execute((trx) => desk.tickets.acceptedIn(trx, change));

      expect(await desk.tickets.byNumber(desk.ana, number, "en")).toMatchObject({ state: "closed" });
    });

    it("is changed by staff only, and given to attendants only", async () => {
      const { number } = await open();

      await expect(desk.tickets.setState(desk.ana, number, "closed", "en")).rejects.toMatchObject({
        status: 403,
      });
      await expect(
        desk.tickets.addNote(desk.ana, number, { text: "hi", visibility: "private" }),
      ).rejects.toMatchObject({ status: 403 });
      const toRequester = desk.tickets.assign(desk.bruno, number, desk.rui.accountId, "en");
      await expect(toRequester).rejects.toMatchObject({ code: "request/malformed" });
      const assigned = await desk.tickets.assign(desk.bruno, number, desk.bruno.accountId, "en");
      expect(assigned.assignee?.name).toBe("Bruno Lima");
      const taken = await desk.tickets.assign(desk.bruno, number, undefined, "en");
      expect(taken.assignee).toBeUndefined();
    });
  });

  describe("timeline", () => {
    it("tells history, attendance and transcript in order, in the reader's language", async () => {
      const conversationId = await addConversation(desk.ana.accountId);
      const { id, number, createdAt } = await open();
      await desk.tickets.linkConversationIn(store.db, { ticketId: id, conversationId, at: createdAt });
      await addAttendance({ ticketId: id, phase: "closed", agentId: desk.bruno.accountId, conversationId });
      await addMessages(conversationId, [createdAt + 5, createdAt + 30, createdAt + 29, createdAt + 31]);
      desk.clock.now += 100;
      await desk.tickets.setState(desk.bruno, number, "resolved", "en");
      desk.clock.now -= 100;

      const entries = await desk.tickets.timeline(desk.ana, number, "pt");

      expect(entries.map(({ kind, seq, text }) => `${kind} ${seq ?? text}`)).toEqual([
        "opened My laptop is old",
        "message 1",
        "attendance Aguardando um atendente",
        "attendance Bruno Lima aceitou o atendimento",
        "message 2",
        "message 3",
        "message 4",
        "attendance O atendimento terminou: solved",
        "state Resolvido",
      ]);
      expect(entries[1]?.actor).toMatchObject({ kind: "requester", name: "Ana Souza" });
    });

    it("keeps notes among staff (S12)", async () => {
      const { number } = await open();
      await desk.tickets.addNote(desk.bruno, number, {
        text: "canary: she is difficult",
        visibility: "private",
      });

      const ofAgent = await desk.tickets.timeline(desk.bruno, number, "en");
      const ofRequester = await desk.tickets.timeline(desk.ana, number, "en");

      expect(ofAgent.map(({ kind }) => kind)).toEqual(["opened", "note"]);
      expect(JSON.stringify(ofRequester)).not.toContain("canary");
    });

    it("holds only the conversations of its own ticket", async () => {
      const [mine, foreign] = [
        await addConversation(desk.ana.accountId),
        await addConversation(desk.rui.accountId),
      ];
      const { id, number, createdAt } = await open();
      await desk.tickets.linkConversationIn(store.db, { ticketId: id, conversationId: mine, at: createdAt });
      await addMessages(mine, [createdAt]);
      await addMessages(foreign, [createdAt]);

      const entries = await desk.tickets.timeline(desk.bruno, number, "en");

      expect(entries.filter(({ kind }) => kind === "message")).toHaveLength(1);
    });

    async function addMessages(conversationId: string, times: number[]): Promise<void> {
      const rows = times.map((at, index) => ({
        conversation_id: conversationId,
        seq: index + 1,
        id: newId(),
        client_message_id: newId(),
        sender_kind: "requester",
        sender_id: desk.ana.accountId,
        sender_name: "Ana Souza",
        text: `message ${index + 1}`,
        extra_json: null,
        epoch: 1,
        first_sent_at: at,
        sent_at: at,
      }));
      await store.db.insertInto("message").values(rows).execute();
    }
  });
});
