import type {
  AgreementForm,
  Attendance,
  ChatRequest,
  CompletionCode,
  Interaction,
  SavedMapping,
  Ticket,
} from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type DeskClient, Talk } from "../../support/desk-client.js";

const networkGroup = "01999d00-0000-7000-8000-000000000202";
const minuteMs = 60_000;

describe("records of a running desk", () => {
  let desk: RunningDesk;
  let bruno: DeskClient;
  let admin: DeskClient;
  let ana: DeskClient;
  beforeAll(async () => {
    desk = await startDesk();
    bruno = await desk.connect("bruno");
    admin = await desk.connect("admin");
  });
  beforeEach(async () => {
    ana = await desk.connect("ana");
  });
  afterEach(async () => {
    const { conversation } = await ana.get("conversation:open", { locale: "en" });
    await ana.ask("conversation:close", { conversationId: conversation.id });
    ana.close();
  });
  afterAll(() => desk.stop());

  const get = async <T>(who: DeskClient, path: string): Promise<T> => (await who.rest("GET", path)).body as T;
  const record = (id: string) =>
    get<ChatRequest & { related: Interaction[] }>(bruno, `/api/v1/chat-requests/${id}`);
  const accept = (attendance: Attendance, groupId?: string) =>
    bruno.ask("attendance:accept", {
      attendanceId: attendance.id,
      requestId: crypto.randomUUID(),
      ...(groupId === undefined ? {} : { groupId }),
    });
  const wait = async () => (await Talk.begin(ana)).askForPerson();
  const ticketOf = ({ ticketNumber }: Attendance, who = bruno) =>
    get<Ticket>(who, `/api/v1/tickets/${ticketNumber}`);
  const change = async (attendance: Attendance, form: object) => {
    const { version } = await ticketOf(attendance);
    return bruno.rest("PUT", `/api/v1/tickets/${attendance.ticketNumber}`, { version, ...form });
  };

  it("is there from the wish on, goes Logged, Accepted, Closed, and ends with a code (S1-24, S1-25, S1-28)", async () => {
    const attendance = await wait();
    expect(await record(attendance.id)).toMatchObject({
      phase: "logged",
      status: "pending",
      contact: { name: "Ana Souza" },
      groups: [{ name: "Service Desk" }],
      related: [],
    });
    const { items: codes } = await get<{ items: CompletionCode[] }>(bruno, "/api/v1/completion-codes");

    await accept(attendance);
    expect(await record(attendance.id)).toMatchObject({
      phase: "accepted",
      assignee: { name: "Bruno Lima" },
    });
    const end = { attendanceId: attendance.id, reason: "Done" };
    const wrong = await bruno.ask("attendance:end", { ...end, completionCodeId: attendance.id });
    expect(wrong).toMatchObject({ ok: false, error: { code: "agreement/not-found" } });
    await bruno.get("attendance:end", { ...end, completionCodeId: codes[0]?.id ?? "" });

    expect(await record(attendance.id)).toMatchObject({
      phase: "closed",
      status: "ended",
      completionCode: "Solved",
      reason: "Done",
    });
  });

  it("opens one interaction at acceptance, with contact and location, related both ways (S1-11, S1-16)", async () => {
    const attendance = await wait();

    await accept(attendance);

    const { related } = await record(attendance.id);
    expect(related).toHaveLength(1);
    expect(related[0]).toMatchObject({
      relation: "opened",
      contact: { name: "Ana Souza" },
      location: "Lisbon, 3rd floor",
      assignee: { name: "Bruno Lima" },
      ticketNumber: attendance.ticketNumber,
    });
    const path = `/api/v1/interactions/${related[0]?.number}`;
    const interaction = await get<{ related: ChatRequest[] }>(bruno, path);
    expect(interaction.related.map(({ id }) => id)).toEqual([attendance.id]);
    expect((await ana.rest("GET", path)).status).toBe(403);
    expect((await ana.rest("GET", `/api/v1/chat-requests/${attendance.id}`)).status).toBe(403);
  });

  it("lets the agent edit it during the talk, and tells a later writer what is there (S1-12, S1-36)", async () => {
    const attendance = await wait();
    await accept(attendance);
    const [opened] = (await record(attendance.id)).related;
    const path = `/api/v1/interactions/${opened?.number}`;

    const saved = await bruno.rest("PUT", path, { version: 1, title: "Printer", state: "pending-approval" });
    const late = await admin.rest("PUT", path, { version: 1, title: "Mine", solution: "kept by the writer" });

    expect(saved).toMatchObject({ status: 200, body: { version: 2, state: "pending-approval" } });
    expect(late).toMatchObject({
      status: 409,
      body: {
        error: { code: "interaction/changed", details: { present: { title: "Printer", solution: "" } } },
      },
    });
  });

  it("opens none for a talk with the assistant alone (S1-33)", async () => {
    const before = await get<{ items: unknown[] }>(bruno, "/api/v1/interactions?limit=100");
    const talk = await Talk.begin(ana);
    await talk.say("How do I reset my password?");

    const after = await get<{ items: unknown[] }>(bruno, "/api/v1/interactions?limit=100");

    expect(after.items).toHaveLength(before.items.length);
  });

  it("relates the previous ticket's interaction in place of a new one; a foreign ticket is a field's fault (S1-14, S1-15)", async () => {
    const first = await wait();
    await accept(first);
    const [former] = (await record(first.id)).related;
    await bruno.get("attendance:end", { attendanceId: first.id });
    const init = (previousTicket: string) =>
      ana.rest("POST", "/api/v1/tickets", { direct: true, description: "The same again", previousTicket });

    const refused = await init("999999");
    const { body } = await init(first.ticketNumber ?? "");

    expect(refused).toMatchObject({
      status: 422,
      body: { error: { details: { fields: { previousTicket: "not-found" } } } },
    });
    const { attendance } = await bruno.hear(
      "attendance:changed",
      (fact) => fact.attendance.ticketNumber === (body as Ticket).number,
    );
    await accept(attendance);
    expect(await record(attendance.id)).toMatchObject({
      previousTicketNumber: first.ticketNumber,
      related: [{ number: former?.number, relation: "related" }],
    });
  });

  it("fills by the mapping of that moment; a later one changes nothing that is there (S1-13)", async () => {
    const before = await wait();
    await accept(before);
    const [untouched] = (await record(before.id)).related;
    await bruno.get("attendance:end", { attendanceId: before.id });
    const saved = await get<SavedMapping>(admin, "/api/v1/interaction-mapping");
    const mapping = {
      ...saved.mapping,
      title: "{requester.name} ({language})",
      priority: "high",
      contact: "none",
    };
    const put = (version: number, wished: object) =>
      admin.rest("PUT", "/api/v1/interaction-mapping", { version, mapping: wished });

    expect((await put(saved.version, { ...mapping, title: "{nonsense}" })).status).toBe(400);
    expect((await put(saved.version, mapping)).status).toBe(200);
    expect(await put(saved.version, mapping)).toMatchObject({ status: 409 });
    const preview = await admin.rest("POST", "/api/v1/interaction-mapping/preview", {
      mapping,
      attendanceId: before.id,
    });
    expect(preview.body).toMatchObject({ title: "Ana Souza (en)", contactId: null });
    const next = await wait();
    await accept(next);

    const [filled] = (await record(next.id)).related;
    expect(filled).toMatchObject({ title: "Ana Souza (en)", priority: "high" });
    expect(filled?.contact).toBeUndefined();
    expect((await record(before.id)).related).toEqual([untouched]);
    expect((await bruno.rest("PUT", "/api/v1/interaction-mapping", saved)).status).toBe(403);
    await put(saved.version + 1, saved.mapping);
  });

  it("opens a further interaction from the same chat, once per request (S1-35)", async () => {
    const attendance = await wait();
    await accept(attendance);
    const add = () =>
      bruno.rest("POST", "/api/v1/interactions", { attendanceId: attendance.id, requestId: "again" });

    const [first, repeat] = [await add(), await add()];

    expect(first.body).toEqual(repeat.body);
    expect((await record(attendance.id)).related.map(({ relation }) => relation)).toEqual([
      "opened",
      "additional",
    ]);
  });

  it("lists what waits for me and my groups, oldest request first, and a repeat moves only the time (S3-15)", async () => {
    const rui = await desk.connect("rui");
    const diego = await desk.connect("diego");
    const first = await wait();
    const second = await (await Talk.begin(rui)).askForPerson();
    const mine = async (who: DeskClient) =>
      (await get<{ items: ChatRequest[] }>(who, "/api/v1/chat-requests?view=mine&order=asc")).items;
    const before = await mine(bruno);

    await desk.app.domains.records.askedAgain(
      (await desk.app.domains.handoff.reads.record(first.id)) ?? (undefined as never),
      "another cause",
    );

    expect(before.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect((await mine(bruno)).every(({ status }) => status === "pending")).toBe(true);
    expect(await mine(diego)).toEqual([]);
    const moved = (await record(first.id)).lastRequestAt;
    expect(moved).toBeGreaterThanOrEqual(before[0]?.lastRequestAt ?? 0);
    await rui.get("attendance:cancel", { attendanceId: second.id });
    expect((await mine(bruno)).map(({ id }) => id)).not.toContain(second.id);
  });

  it("asks for which of several own groups, and sets it (S0-25, S2-52)", async () => {
    const attendance = await wait();
    const link = { attendance_id: attendance.id, group_id: networkGroup };
    await desk.app.domains.store.db.insertInto("attendance_group").values(link).execute();

    const asked = await accept(attendance);
    const foreign = await accept(attendance, "01999d00-0000-7000-8000-000000000203");
    const taken = await accept(attendance, networkGroup);

    expect(asked).toMatchObject({
      ok: false,
      error: {
        code: "attendance/choose-group",
        details: { groups: [{ name: "Network" }, { name: "Service Desk" }] },
      },
    });
    expect(foreign.ok).toBe(false);
    expect(taken.ok).toBe(true);
    expect((await ticketOf(attendance)).group?.name).toBe("Network");
  });

  it("does not give away the talk of a finished ticket, also when it is finished meanwhile (S0-25)", async () => {
    const attendance = await wait();
    await change(attendance, { state: "resolved" });

    const outcomes = await Promise.all([accept(attendance), accept(attendance)]);

    expect(outcomes).toMatchObject([
      { ok: false, error: { code: "attendance/finished" } },
      { ok: false, error: { code: "attendance/finished" } },
    ]);
    expect((await record(attendance.id)).related).toEqual([]);
  });

  it("ends the talk of a ticket that is closed: it leaves 'in progress' and another can be opened (S2-55)", async () => {
    const attendance = await wait();
    await accept(attendance);
    const inProgress = async () =>
      (await get<{ items: Ticket[] }>(bruno, "/api/v1/tickets?view=progress")).items.map(
        ({ number }) => number,
      );
    expect(await inProgress()).toContain(attendance.ticketNumber);

    await change(attendance, { state: "closed" });

    expect(await inProgress()).not.toContain(attendance.ticketNumber);
    expect(await record(attendance.id)).toMatchObject({ phase: "closed" });
    expect((await wait()).ticketNumber).not.toBe(attendance.ticketNumber);
  });

  it("is answered for the requester when the agent writes, not when the agent accepts (S3-17)", async () => {
    const attendance = await wait();
    const accepted = await bruno.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId: "answer",
    });
    expect((await ticketOf(attendance, ana)).attendance?.agentId).toBeUndefined();
    expect((await ticketOf(attendance, ana)).serviceLevel?.response?.doneAt).toBeUndefined();

    const { conversationId, epoch } = accepted;
    await bruno.get("message:send", { conversationId, clientMessageId: "hi", text: "Hello", epoch });
    await desk.app.domains.records.answered.sweep();

    expect((await ticketOf(attendance, ana)).attendance?.agentId).toBe(accepted.attendance.agent?.id);
    expect((await ticketOf(attendance, ana)).serviceLevel?.response?.state).toBe("met");
  });

  it("is abandoned when its requester closed the browser and does not come back in time (S3-16)", async () => {
    const { records, store, handoff } = desk.app.domains;
    const attendance = await wait();
    const away = () =>
      store.db
        .selectFrom("attendance_record")
        .select("away_since")
        .where("attendance_id", "=", attendance.id)
        .executeTakeFirstOrThrow();
    await records.sweepAbandoned();
    const left = new Promise<void>((resolve) => {
      const cut = handoff.people.events.on("changed", (person) => {
        if (person.accountId !== attendance.requester.id || person.online) return;
        cut();
        resolve();
      });
    });
    ana.close();
    await left;
    await records.sweepAbandoned();
    expect((await away()).away_since).not.toBeNull();
    expect(await record(attendance.id)).toMatchObject({ status: "pending" });

    await store.db
      .updateTable("attendance_record")
      .set({ away_since: Date.now() - 6 * minuteMs })
      .where("attendance_id", "=", attendance.id)
      .execute();
    await records.sweepAbandoned();

    expect(await record(attendance.id)).toMatchObject({ phase: "closed", status: "abandoned" });
    ana = await desk.connect("ana");
  });

  it("lets only admins enable the chat capability, and writes down who did (S3-1, S3-5)", async () => {
    const form: AgreementForm = {
      name: "Silver",
      isActive: true,
      isChatEnabled: true,
      serviceIds: [],
      targets: {},
    };
    const post = (who: DeskClient) => who.rest("POST", "/api/v1/agreements", form);

    expect([(await post(ana)).status, (await post(bruno)).status]).toEqual([403, 403]);
    expect(await post(admin)).toMatchObject({ status: 201, body: { isChatEnabled: true } });
    expect((await post(admin)).status).toBe(422);
    const changes = await get<{ items: { name: string }[] }>(admin, "/api/v1/changes?limit=5");
    expect(changes.items.map(({ name }) => name)).toContain("Silver");
  });

  it("closes the chat of a ticket without the capability, by button and by call (S3-2, S0-23)", async () => {
    const attendance = await wait();
    await ana.get("attendance:cancel", { attendanceId: attendance.id });
    const { store } = desk.app.domains;
    await store.db.updateTable("agreement").set({ chat: 0 }).execute();
    await change(attendance, { impact: "high" });

    expect(await ticketOf(attendance, ana)).toMatchObject({ chat: "no-agreement" });
    const { conversation } = await ana.get("conversation:open", {
      conversationId: attendance.conversationId,
    });
    const sent = await ana.get("message:send", {
      conversationId: conversation.id,
      clientMessageId: "resume",
      text: "Resume",
      value: { kind: "resume-attendance", ticketNumber: attendance.ticketNumber ?? "" },
    });
    const { message } = await ana.hear(
      "message:posted",
      (fact) => fact.message.seq > sent.message.seq && fact.message.sender.kind === "assistant",
    );
    expect(message.text).toContain("no chat for this ticket");
    await store.db.updateTable("agreement").set({ chat: 1 }).execute();
    await change(attendance, { impact: "low" });
    expect(await ticketOf(attendance, ana)).toMatchObject({ chat: "open" });
  });
});
