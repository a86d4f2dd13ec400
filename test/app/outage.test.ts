import { createOutage, type Outage } from "../../app/outage.js";
import { createLogger } from "../../config/index.js";
import { markAsOfStore } from "../../store/index.js";
import { until } from "../faults/until.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type Front, openFront } from "../support/front.js";
import { newSchema } from "../support/postgres.js";

const refused = () =>
  Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
const away = markAsOfStore(refused());
const start = "The database is away, or takes nothing; trying again.";
const end = "The database takes what is asked again.";

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly ms?: number;
  readonly failed?: Readonly<Record<string, number>>;
}

describe("the log while the database is away (F12)", () => {
  const lines: Line[] = [];
  let isAway = true;
  let outage: Outage;
  beforeAll(() => {
    outage = createOutage({
      log: createLogger({
        level: "info",
        secrets: [],
        stream: { write: (line: string) => void lines.push(JSON.parse(line)) },
      }),
      ping: async () => {
        if (isAway) throw away;
      },
      now: Date.now,
      times: { lookMs: 5, quietMs: 20 },
    });
  });
  afterAll(() => outage.stop());

  it("says it once, and how often what failed when it is over; what failed for another reason is told as ever", async () => {
    for (let time = 0; time < 100; time += 1) outage.log.error({ err: away }, "Background work failed.");
    outage.log.warn({ err: new AggregateError([away]), where: "get /" }, "A request must wait.");
    outage.log.error({ err: new Error("a fault of our own") }, "A request failed.");
    outage.log.error({ err: refused() }, "The mail server is away.");
    outage.log.warn("A word without fields.");
    isAway = false;
    await until("the end is told", () => lines.some(({ msg }) => msg === end));

    expect(lines.map(({ msg }) => msg)).toEqual([
      start,
      "A request failed.",
      "The mail server is away.",
      "A word without fields.",
      end,
    ]);
    expect(lines.at(-1)?.failed).toEqual({ "Background work failed.": 100, "A request must wait.": 1 });
  });

  it("tells the next time like the first", async () => {
    lines.length = 0;
    outage.log.error({ err: away }, "Again.");
    await until("the end is told", () => lines.some(({ msg }) => msg === end));

    expect(lines).toMatchObject([{ msg: start }, { msg: end, failed: { "Again.": 1 } }]);
  });
});

describe("a desk whose PostgreSQL is away for a while", () => {
  let front: Front;
  let desk: RunningDesk;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const schema = await newSchema();
    drop = schema.drop;
    const url = new URL(schema.url);
    front = await openFront(Number(url.port || 5432));
    url.host = new URL(front.url).host;
    desk = await startDesk({ DATABASE_URL: url.href, DATABASE_SCHEMA: schema.name, LOG_LEVEL: "info" });
  });
  afterAll(async () => {
    await desk.stop();
    await front.close();
    await drop();
  });

  it.each([
    { how: "cut", back: "heal" },
    { how: "holdAnswers", back: "releaseAnswers" },
  ] as const)("writes one line about it and one when it is back ($how)", async ({ how, back }) => {
    const from = desk.log.length;
    const lines = () => desk.log.slice(from).map((line) => JSON.parse(line) as Line);
    const client = await desk.connect("ana");
    front[how]();
    const asked = await Promise.all(
      Array.from({ length: 20 }, () => client.ask("conversation:open", { locale: "en" })),
    );
    expect(asked.map((answer) => (answer.ok ? "ok" : answer.error.code))).toEqual(
      asked.map(() => "server/busy"),
    );
    await until("it is told", () => lines().some(({ msg }) => msg === start));
    front[back]();
    await until("it is back", () => lines().some(({ msg }) => msg === end), 120_000);

    const told = lines();
    expect(told.filter(({ msg }) => msg === start || msg === end)).toHaveLength(2);
    expect(told.filter(({ level, msg }) => level > 30 && msg !== start)).toEqual([]);
    const { failed = {} } = told.find(({ msg }) => msg === end) ?? {};
    expect(Object.values(failed).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(asked.length);
    expect((await client.ask("conversation:open", { locale: "en" })).ok).toBe(true);
    client.close();
  });
});
