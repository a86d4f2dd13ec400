import { randomUUID } from "node:crypto";
import type { OpenSurvey, Survey, SurveyChoice } from "../../contract/index.js";
import { type Connector, openConnector } from "../faults/stage/connector.js";
import { until } from "../faults/until.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

/** What users of other desks asked of the question how a talk was: to decide when it is asked, and by whom. */
describe("the question how a talk was", () => {
  let desk: RunningDesk;
  let connector: Connector;
  let [ana, bruno, admin]: DeskClient[] = [];
  beforeAll(async () => {
    [desk, connector] = await Promise.all([startDesk(), openConnector()]);
    [ana, bruno, admin] = [
      await desk.connect("ana"),
      await desk.connect("bruno"),
      await desk.connect("admin"),
    ];
  });
  afterAll(async () => {
    await desk.stop();
    await connector.close();
  });
  afterEach(() => ask("all"));

  const the = (client: DeskClient | undefined): DeskClient => {
    if (client === undefined) throw new Error("The desk has not started.");
    return client;
  };
  async function ask(choice: SurveyChoice): Promise<void> {
    const settings = { desk: choice, groups: [] };
    expect((await the(admin).rest("PUT", "/api/v1/satisfaction/settings", settings)).status).toBe(200);
  }
  const surveyPath = (id: string) => `/api/v1/conversations/${id}/satisfaction`;
  const surveyOf = async (id: string) => (await the(ana).rest("GET", surveyPath(id))).body as Survey;
  const reminderOf = async () =>
    ((await the(ana).rest("GET", "/api/v1/satisfaction/open")).body as OpenSurvey).conversationId;
  const rate = (id: string, score: number) =>
    the(ana).rest("PUT", surveyPath(id), { kind: "rate", score, comment: "from our own form" });
  const setAsk = (id: string, wanted: boolean) =>
    the(bruno).rest("PUT", `/api/v1/conversations/${id}/survey`, { ask: wanted });
  async function held(): Promise<{ id: string; attendanceId: string }> {
    const talk = await Talk.begin(the(ana));
    const { id } = await talk.askForPerson();
    await the(bruno).get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    return { id: talk.id, attendanceId: id };
  }
  async function ended(): Promise<string> {
    const { id, attendanceId } = await held();
    await the(bruno).get("attendance:end", { attendanceId, reason: "Solved" });
    return id;
  }

  it("chatwoot#11913: what a channel is asked can be answered there: the choices go with the question", async () => {
    const talk = randomUUID();
    await connector.write(desk.url, { conversation: talk, text: "my mailbox is full" });
    await connector.write(desk.url, { conversation: talk, text: "Talk to an attendant" });
    const { attendance } = await the(bruno).hear(
      "attendance:changed",
      (fact) => fact.attendance.status === "pending" && fact.attendance.requester.name.includes("outside"),
    );
    await the(bruno).get("attendance:accept", { attendanceId: attendance.id, requestId: randomUUID() });
    await the(bruno).get("attendance:end", { attendanceId: attendance.id, reason: "Solved" });
    const heard = () => connector.taken.get(talk) ?? [];
    await until("the channel is asked", () => heard().some((text) => /from 1 to 5/.test(text)));

    await connector.write(desk.url, { conversation: talk, text: "4" });

    await until("it is thanked for", () => heard().some((text) => /Thank you for your answer/.test(text)));
    const { db } = desk.app.domains.store;
    const row = await db
      .selectFrom("survey")
      .select("score")
      .where("conversation_id", "=", attendance.conversationId)
      .executeTakeFirst();
    expect(row?.score).toBe(4);
  });

  it("chatwoot#10149: asks nobody by itself where asking is left to people; an agent asks during the talk, or after it", async () => {
    await ask("by-hand");
    const quiet = await ended();
    const { id, attendanceId } = await held();
    await setAsk(id, true);
    await the(bruno).get("attendance:end", { attendanceId, reason: "Solved" });

    expect([(await surveyOf(quiet)).status, (await surveyOf(id)).status]).toEqual(["closed", "open"]);
    expect(await setAsk(quiet, true)).toMatchObject({ status: 200 });
    expect(await surveyOf(quiet)).toMatchObject({ status: "open", agentName: "Bruno Lima" });
  });

  it("chatwoot#12338: nothing is sent, and a rating that another form has collected is taken, counted once, and from its requester only", async () => {
    await ask("by-hand");
    const id = await ended();
    const open = await held();

    const early = await rate(open.id, 5);
    const [first, second] = await Promise.all([rate(id, 5), rate(id, 5)]);
    const strange = await the(bruno).rest("PUT", surveyPath(id), { kind: "rate", score: 1 });
    await the(bruno).get("attendance:end", { attendanceId: open.attendanceId });

    expect([early.status, first.status, second.status, strange.status]).toEqual([404, 200, 200, 404]);
    expect(await surveyOf(id)).toMatchObject({ status: "answered", score: 5, comment: "from our own form" });
    const { db } = desk.app.domains.store;
    const rows = await db.selectFrom("survey").select("score").where("conversation_id", "=", id).execute();
    expect(rows).toEqual([{ score: 5 }]);
  });

  it("chatwoot#12338: a rating that nobody asked for is taken nowhere else", async () => {
    await ask("off");
    const id = await ended();

    expect(await rate(id, 5)).toMatchObject({ status: 404 });
    await setAsk(id, true);
    expect(await surveyOf(id)).toEqual({ status: "closed" });
  });

  it("chatwoot#12865: who has not answered is reminded when they come again, until they answer or put it aside, and may ask for help meanwhile", async () => {
    const [first, second] = [await ended(), await ended()];
    const next = await Talk.begin(the(ana));

    expect((await next.say("my mailbox is full")).sender.kind).toBe("assistant");
    expect(await reminderOf()).toBe(second);
    await rate(second, 4);
    expect(await reminderOf()).toBe(first);
    await the(ana).rest("PUT", surveyPath(first), { kind: "skip" });
    expect([first, second]).not.toContain(await reminderOf());
  });
});
