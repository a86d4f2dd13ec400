import pg from "pg";
import { connectStore, migrate } from "../../store/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";
import { type Pooler, sessions, spawnPooler } from "../support/pooler.js";
import { newDatabase } from "../support/postgres.js";
import "../support/redis.js";

describe("PostgreSQL behind a transaction pooler (issue 7)", () => {
  let database: Awaited<ReturnType<typeof newDatabase>>;
  let pooler: Pooler;
  const desks: RunningDesk[] = [];

  beforeAll(async () => {
    database = await newDatabase();
    pooler = await spawnPooler(new URL(database.url));
  });
  afterAll(async () => {
    await Promise.all(desks.map((desk) => desk.stop()));
    await pooler.close();
    await database.drop();
  });

  it("migrates once, whoever of four comes first, and holds a talk over two nodes", async () => {
    const url = pooler.urlOf(database.name);
    const stores = Array.from({ length: 4 }, () => connectStore({ databaseUrl: url, poolSize: 4 }));
    await Promise.all(stores.map((store) => migrate(store)));
    await Promise.all(stores.map((store) => store.close()));
    const environment = {
      DATABASE_URL: url,
      REDIS_URL: process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379",
    };
    const shared = { ...environment, REDIS_PREFIX: `${database.name.slice(0, 30)}:` };
    for (let at = 0; at < 2; at += 1) desks.push(await startDesk(shared));

    const [ana, bruno] = await Promise.all([desks[0]?.connect("ana"), desks[1]?.connect("bruno")]);
    if (ana === undefined || bruno === undefined) throw new Error("nobody is there");
    const talk = await Talk.begin(ana);
    await Promise.all(Array.from({ length: 8 }, (_, at) => talk.send(`Line ${at}`)));
    const { id } = await talk.askForPerson();
    await bruno.hear("attendance:changed", (fact) => fact.attendance.id === id);
    const accepted = await bruno.get("attendance:accept", { attendanceId: id, requestId: "first-wish-1" });
    const { messages } = await bruno.get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });

    expect(accepted.conversationId).toBe(talk.id);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1));
    expect(messages.filter(({ sender }) => sender.kind === "requester").length).toBeGreaterThanOrEqual(9);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as open from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await client.end();
    expect(rows[0].open).toBeLessThanOrEqual(sessions);
    const failed = desks.flatMap(({ log }) => log).filter((line) => JSON.parse(line).level >= 50);
    expect(failed).toEqual([]);
  });
});
