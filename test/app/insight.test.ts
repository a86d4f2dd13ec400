import { randomUUID } from "node:crypto";
import type { Report, Survey } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

const nonsense = "my flux capacitor hums in B flat";

describe("satisfaction and reports over the wire", () => {
  let desk: RunningDesk;
  let [ana, bruno, admin]: DeskClient[] = [];
  beforeAll(async () => {
    desk = await startDesk();
    ana = await desk.connect("ana");
    bruno = await desk.connect("bruno");
    admin = await desk.connect("admin");
  });
  afterAll(() => desk.stop());

  const the = (client: DeskClient | undefined): DeskClient => {
    if (client === undefined) throw new Error("The desk has not started.");
    return client;
  };
  const today = new Date().toISOString().slice(0, 10);
  const period = `from=${today}&to=${today}&zone=UTC`;
  const surveyPath = (id: string) => `/api/v1/conversations/${id}/satisfaction`;
  const surveyOf = async (id: string) => (await the(ana).rest("GET", surveyPath(id))).body as Survey;
  const close = (id: string) => the(ana).get("conversation:close", { conversationId: id });

  /** The assistant could not help, Bruno took over, and ended it. */
  async function attended(): Promise<string> {
    const talk = await Talk.begin(the(ana));
    await talk.say(nonsense);
    const { id } = await talk.askForPerson();
    await the(bruno).get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    await the(bruno).get("attendance:end", { attendanceId: id, reason: "Solved" });
    return talk.id;
  }

  it("asks after a talk that the assistant began and an agent ended (chatwoot#5592)", async () => {
    const id = await attended();

    expect(await surveyOf(id)).toEqual({ status: "open", agentName: "Bruno Lima" });
    const answer = { kind: "rate", score: 4, comment: "Quick" };
    const rated = await the(ana).rest("PUT", surveyPath(id), answer);
    expect(rated).toEqual({
      status: 200,
      body: { status: "answered", agentName: "Bruno Lima", score: 4, comment: "Quick" },
    });
  });

  it("botpress#4729: asks about a talk with the assistant alone when that solved something, and only then", async () => {
    const solved = await Talk.begin(the(ana));
    await solved.say("my mailbox is full");
    await close(solved.id);
    const failed = await Talk.begin(the(ana));
    await failed.say(nonsense);
    await close(failed.id);

    expect([await surveyOf(solved.id), await surveyOf(failed.id)]).toEqual([
      { status: "open" },
      { status: "closed" },
    ]);
  });

  it("asks once and takes one answer when two tabs end the talk and rate it at the same instant", async () => {
    const second = await desk.connect("ana");
    const talk = await Talk.begin(the(ana));
    await talk.say("my mailbox is full");
    const end = (tab: DeskClient) => tab.ask("conversation:close", { conversationId: talk.id });
    const rate = (tab: DeskClient, score: number) =>
      tab.rest("PUT", surveyPath(talk.id), { kind: "rate", score });

    await Promise.all([end(the(ana)), end(second), end(the(ana)), end(second)]);
    const rated = await Promise.all([rate(the(ana), 5), rate(second, 2)]);

    const { db } = desk.app.domains.store;
    const rows = await db
      .selectFrom("survey")
      .select("score")
      .where("conversation_id", "=", talk.id)
      .execute();
    expect(rated.map(({ status }) => status)).toEqual([200, 200]);
    expect(rows).toHaveLength(1);
    expect([5, 2]).toContain(rows[0]?.score);
    expect(await surveyOf(talk.id)).toEqual({ status: "answered", score: rows[0]?.score });
  });

  it("refuses crafted answers, and everybody's but the requester's", async () => {
    const id = await attended();
    const bodies = [
      { kind: "rate", score: 6 },
      { kind: "rate", score: 0 },
      { kind: "rate", score: "5" },
      { kind: "rate", score: 4.5 },
      { kind: "rate", score: 5, comment: "x".repeat(1001) },
      { kind: "rate", score: 5, agent_id: "me" },
      { kind: "skip", score: 5 },
      {},
    ];
    const refused = await Promise.all(bodies.map((body) => the(ana).rest("PUT", surveyPath(id), body)));
    const others = await Promise.all(
      [bruno, admin].flatMap((client) => [
        the(client).rest("GET", surveyPath(id)),
        the(client).rest("PUT", surveyPath(id), { kind: "rate", score: 5 }),
      ]),
    );

    expect(refused.map(({ status }) => status)).toEqual(bodies.map(() => 400));
    expect(others.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await surveyOf(id)).toMatchObject({ status: "open" });
  });

  it("shows reports to supervisors and admins, and the settings to admins alone", async () => {
    const status = async (client: DeskClient | undefined, path: string) =>
      (await the(client).rest("GET", path)).status;
    const paths = [
      "/api/v1/reports",
      `/api/v1/reports/attendances?${period}`,
      `/api/v1/reports/times/csv?${period}`,
      `/api/v1/reports/comments?${period}`,
    ];
    for (const path of paths.slice(0, 2)) expect(await status(admin, path)).toBe(200);
    for (const path of [...paths, "/api/v1/satisfaction/settings"]) {
      expect([path, await status(ana, path), await status(bruno, path)]).toEqual([path, 403, 403]);
    }
    expect(await status(admin, "/api/v1/satisfaction/settings")).toBe(200);
    expect(await status(admin, `/api/v1/reports/nothing?${period}`)).toBe(404);
    expect(await status(admin, "/api/v1/reports/attendances?from=1&to=2")).toBe(400);
  });

  it("writes the numbers of the page into its file, and nothing that a spreadsheet would run (S35)", async () => {
    await attended();
    const { store } = desk.app.domains;
    await store.db
      .updateTable("account")
      .set({ name: '=HYPERLINK("x")' })
      .where("username", "=", "bruno")
      .execute();

    const { body } = await the(admin).rest("GET", `/api/v1/reports/attendances?by=agent&${period}`);
    const report = body as Report;
    const file = await fetch(`${desk.url}/api/v1/reports/attendances/csv?by=agent&${period}`, {
      headers: { authorization: `Bearer ${the(admin).token}` },
    });
    await store.db
      .updateTable("account")
      .set({ name: "Bruno Lima" })
      .where("username", "=", "bruno")
      .execute();

    expect(report.rows).toHaveLength(1);
    expect(report.rows[0]?.values.every((value) => (value ?? 0) >= 0)).toBe(true);
    expect(await file.text()).toBe(
      [
        "agent,asked,accepted,abandoned,closed",
        `"'=HYPERLINK(""x"")",${report.rows[0]?.values.join(",")}`,
        `total,${report.totals.join(",")}`,
        "",
      ].join("\r\n"),
    );

    const times = await fetch(`${desk.url}/api/v1/reports/times/csv?by=agent&${period}`, {
      headers: { authorization: `Bearer ${the(admin).token}` },
    });
    expect((await times.text()).split("\r\n")[0]).toBe(
      "agent,waitMedian (ms),waitP90 (ms),answerMedian (ms),answerP90 (ms),handlingMedian (ms),handlingP90 (ms)",
    );
    expect(file.headers.get("content-disposition")).toContain(`attendances-agent-${today}-${today}.csv`);
  });

  it("keeps comments of a talk that goes on to itself", async () => {
    const id = await attended();
    await the(ana).rest("PUT", surveyPath(id), { kind: "rate", score: 1, comment: "Not yet" });
    const comments = async () => {
      const { body } = await the(admin).rest("GET", `/api/v1/reports/comments?${period}`);
      return (body as { items: { conversationId: string }[] }).items.map((one) => one.conversationId);
    };
    expect(await comments()).toContain(id);

    const requester = { accountId: "", name: "Ana", role: "requester" as const };
    const { requester_id: accountId } = await desk.app.domains.store.db
      .selectFrom("conversation")
      .select("requester_id")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await desk.app.domains.handoff.resume({ requester: { ...requester, accountId }, causeId: randomUUID() });

    expect(await comments()).not.toContain(id);
    await close(id);
  });

  it("chatwoot#15618: tells queues, reasons, deflection and satisfaction as series", async () => {
    const talk = await Talk.begin(the(ana));
    await talk.askForPerson();

    const { content } = await desk.app.domains.metrics.text();
    await close(talk.id);

    for (const line of [
      /^deskhand_queue_depth\{group="[^"]+"\} 1$/m,
      /^deskhand_oldest_wait_seconds /m,
      /^deskhand_hand_overs\{reason="wish"\} [1-9]/m,
      /^deskhand_hand_overs\{reason="fallback"\} [1-9]/m,
      /^deskhand_assistant_talks\{outcome="solved"\} 2$/m,
      /^deskhand_deflection_ratio 0\.\d+$/m,
      /^deskhand_satisfaction_answers\{score="4"\} 1$/m,
    ]) {
      expect(content).toMatch(line);
    }
  });
});
