import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { connectStore } from "../../store/index.js";
import { until } from "../faults/until.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { newSchema, type TestSchema } from "../support/postgres.js";

describe("one id from the client to the database (issue 7)", () => {
  let desk: RunningDesk;
  let schema: TestSchema;
  let ana: DeskClient;

  beforeAll(async () => {
    schema = await newSchema();
    desk = await startDesk({ DATABASE_URL: schema.url, DATABASE_SCHEMA: schema.name, DEMO: "on" });
    ana = await desk.connect("ana");
  });
  afterAll(async () => {
    await desk.stop();
    await schema.drop();
  });

  const linesOf = (requestId: string) =>
    desk.log.map((line) => JSON.parse(line)).filter((line) => line.requestId === requestId);
  const askAs = (requestId: unknown, name: string, payload: unknown) =>
    new Promise<{ ok: boolean; error?: { code: string; message: string } }>((resolve) => {
      Reflect.apply(ana.socket.emit, ana.socket, [name, payload, { requestId }, resolve]);
    });
  const openAs = (requestId: string, path: string, headers = {}) =>
    fetch(desk.url + path, {
      headers: { authorization: `Bearer ${ana.token}`, "x-request-id": requestId, ...headers },
    });

  it("answers HTTP under the id the client gave, and writes its refusal under it", async () => {
    const response = await openAs("http-1.a:b", "/api/v1/parameters");

    expect(response.status).toBe(403);
    expect(response.headers.get("x-request-id")).toBe("http-1.a:b");
    expect(linesOf("http-1.a:b")).toEqual([expect.objectContaining({ code: "access/denied" })]);
  });

  it("gives an id where there is none, and where it could not stand in a log", async () => {
    const given = await Promise.all(
      ["", "x".repeat(101), "a */ drop table message; --", "{}"].map(async (id) => {
        const response = await openAs(id, "/api/v1/session");
        return response.headers.get("x-request-id");
      }),
    );

    expect(new Set(given).size).toBe(4);
    for (const id of given) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("writes a refused socket request under the id sent beside its payload", async () => {
    const answer = await askAs("socket-1", "conversation:sync", { conversationId: "no", afterSeq: 0 });

    expect(answer.ok).toBe(false);
    expect(linesOf("socket-1")).toEqual([expect.objectContaining({ event: "conversation:sync" })]);
  });

  it("shows PostgreSQL for whom a statement runs, so that who waits for a lock is found", async () => {
    const talk = await Talk.begin(ana);
    const other = connectStore({ databaseUrl: schema.url, schema: schema.name, poolSize: 2 });
    const seen = async () => {
      const { rows } = await sql<{ query: string }>`select query from pg_stat_activity
        where wait_event_type = 'Lock' and query like '%request socket-lock%'`.execute(other.db);
      return rows.some(({ query }) => query.startsWith("/* request socket-lock */"));
    };

    const sent = other.db.transaction().execute(async (trx) => {
      await trx.selectFrom("conversation").select("id").where("id", "=", talk.id).forUpdate().execute();
      const answer = askAs("socket-lock", "message:send", {
        conversationId: talk.id,
        clientMessageId: randomUUID(),
        text: "Hello?",
      });
      await until("the lock is waited for", seen);
      return { answer };
    });

    const { answer } = await sent;
    expect((await answer).ok).toBe(true);
    await other.close();
  });

  it("writes what fails in the assistant's turn, and in an answer, under the request's id", async () => {
    const talk = await Talk.begin(ana);
    await desk.app.domains.store.db.schema.alterTable("turn").renameTo("turn_away").execute();
    await desk.app.domains.store.db.schema.alterTable("ticket").renameTo("ticket_away").execute();

    await askAs("turn-1", "message:send", {
      conversationId: talk.id,
      clientMessageId: randomUUID(),
      text: "Hello",
    });
    await until("the turn has failed", () => linesOf("turn-1").length > 0);
    const failed = await openAs("http-2", "/api/v1/tickets?view=mine", { "accept-language": "es" });
    const refused = (await failed.json()) as { error: { message: string; details: { id: string } } };

    expect(linesOf("turn-1")[0]).toMatchObject({ msg: "A turn could not be run.", conversationId: talk.id });
    expect(failed.status).toBe(500);
    expect(refused.error.message).toContain("comuníquenos el identificador http-2.");
    expect(refused.error.details.id).toBe("http-2");
    expect(linesOf("http-2")[0]).toMatchObject({ msg: "A request failed." });
  });
});
