import { randomUUID } from "node:crypto";
import { until } from "../faults/until.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { newSchema, type TestSchema } from "../support/postgres.js";
import { type RedisServer, spawnRedis } from "../support/redis.js";

/** What users of bot frameworks reported about people who write faster than a turn takes, on more than one node. */
describe("messages that come quicker than they are answered", () => {
  let redis: RedisServer;
  let schema: TestSchema;
  let desks: RunningDesk[] = [];
  let [here, there]: DeskClient[] = [];
  beforeAll(async () => {
    [redis, schema] = await Promise.all([spawnRedis(), newSchema()]);
    const environment = {
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      REDIS_PREFIX: "quick:",
      DATABASE_URL: schema.url,
      DATABASE_SCHEMA: schema.name,
      SESSION_SECRET: "0123456789abcdef0123456789abcdef",
    };
    desks = [await startDesk(environment), await startDesk(environment)];
    [here, there] = await Promise.all(desks.map((desk) => desk.connect("ana")));
  });
  afterAll(async () => {
    for (const desk of desks) await desk.stop();
    await redis.close();
    await schema.drop();
  });

  const both = (): [DeskClient, DeskClient] => {
    if (here === undefined || there === undefined) throw new Error("The desks have not started.");
    return [here, there];
  };
  const send = (client: DeskClient, conversationId: string, text: string) =>
    client.get("message:send", { conversationId, clientMessageId: randomUUID(), text });
  async function logOf(conversationId: string) {
    const { messages } = await both()[0].get("conversation:sync", { conversationId, afterSeq: 0 });
    return messages;
  }

  it("teams-sdk#2540, botframework-sdk#960, botframework-sdk#1725, botbuilder-python#1909: are each answered once, without a conflict, though two nodes get them", async () => {
    const { id } = await Talk.begin(both()[0]);
    const said = Array.from({ length: 12 }, (_, index) => `flux capacitor hums in key ${index}`);

    await Promise.all(said.map((text, index) => send(both()[index % 2 === 0 ? 0 : 1], id, text)));
    await until("each is answered", async () => (await logOf(id)).length >= 1 + 2 * said.length);
    await Promise.all(desks.map((desk) => desk.app.domains.bot.idle()));

    const log = await logOf(id);
    expect(log.filter(({ sender }) => sender.kind === "requester")).toHaveLength(said.length);
    expect(log.filter(({ sender }) => sender.kind === "assistant")).toHaveLength(said.length + 1);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(desks.flatMap((desk) => desk.log).filter((line) => /etag|conflict/i.test(line))).toEqual([]);
  });

  it("botbuilder-js#705, botframework-sdk#3383: do not undo what an earlier one has put into the assistant's memory", async () => {
    const talk = await Talk.begin(both()[0]);
    await talk.say("New request", { kind: "new-ticket" });
    const words = "the screen of my laptop flickers";

    await Promise.all([words, "yes", "yes"].map((text) => send(both()[0], talk.id, text)));
    await until("all three have been heard", async () => (await outcomes(talk.id)).length >= 4);
    await Promise.all(desks.map((desk) => desk.app.domains.bot.idle()));

    const { body } = await both()[1].rest("GET", "/api/v1/tickets?view=mine");
    const { items } = body as { items: { description: string }[] };
    expect(items.map(({ description }) => description)).toEqual([expect.stringContaining(words)]);
    expect(await outcomes(talk.id)).not.toContain("failed");
  });

  async function outcomes(conversationId: string): Promise<string[]> {
    const [desk] = desks;
    if (desk === undefined) throw new Error("The desks have not started.");
    const rows = await desk.app.domains.store.db
      .selectFrom("turn")
      .select("outcome")
      .where("conversation_id", "=", conversationId)
      .orderBy("seq")
      .execute();
    return rows.map(({ outcome }) => outcome);
  }
});
