import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

const nonsense = ["mumpitz klabautermann blorf", "zwirbel knorpf", "quastel brimborium", "fnord xyzzy"];

describe("what the assistant does when it has no answer", () => {
  let desk: RunningDesk;
  let ana: DeskClient;

  beforeAll(async () => {
    desk = await startDesk();
    ana = await desk.connect("ana");
  });
  afterAll(() => desk.stop());

  const set = async (number: number, value: string) => {
    const admin = await desk.connect("admin");
    expect((await admin.rest("PUT", `/api/v1/parameters/${number}`, { value })).status).toBe(200);
  };

  it("chooses among several texts in turn, never the same twice in a row (453, S2-X4)", async () => {
    await set(453, "First, see menu.\nSecond, see menu.\n\nThird, see menu.");
    const talk = await Talk.begin(ana);

    const said: string[] = [];
    for (const text of nonsense) said.push((await talk.say(text)).text.split("\n")[0] ?? "");

    expect(said).toEqual(["First, see menu.", "Second, see menu.", "Third, see menu.", "First, see menu."]);
    await set(453, "");
  });

  it("says after several that a person or a ticket is the way on, and the person comes with an alert (S2-X2)", async () => {
    const bruno = await desk.connect("bruno");
    const talk = await Talk.begin(ana);
    const texts: string[] = [];
    for (const text of nonsense.slice(0, 3)) texts.push((await talk.say(text)).text);

    const attendance = await talk.askForPerson();

    expect(texts.map((text) => text.includes("do not get any further"))).toEqual([false, false, true]);
    expect(attendance.ticketNumber).toMatch(/^\d+$/);
    const { attendance: alert } = await bruno.hear(
      "attendance:changed",
      (fact) => fact.attendance.id === attendance.id,
    );
    expect(alert).toMatchObject({ ticketNumber: attendance.ticketNumber, context: { reason: "fallback" } });
  });

  it("goes on only when it is surer than the threshold (9002, S2-X4)", async () => {
    const ask = async () => (await Talk.begin(ana)).say("How do I reset my password?");
    const hasArticle = async () =>
      (await ask()).actions?.some(({ value }) => value.kind === "open-article") ?? false;

    expect(await hasArticle()).toBe(true);
    await set(9002, "100");
    expect(await hasArticle()).toBe(false);
    await set(9002, "20");
    expect(await hasArticle()).toBe(true);
    await set(9002, "");
  });

  it("refuses a threshold outside 0 to 100 (9002, S2-X4)", async () => {
    const admin = await desk.connect("admin");
    expect((await admin.rest("PUT", "/api/v1/parameters/9002", { value: 101 })).status).toBe(422);
  });
});
