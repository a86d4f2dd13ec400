import { randomUUID } from "node:crypto";
import type { Tried, UnderstandingState } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { newSchema, type TestSchema } from "../../support/postgres.js";
import { openTestRedis, type TestRedis } from "../../support/redis.js";

const path = "/api/v1/understanding";

describe("what one node is taught", () => {
  let redis: TestRedis;
  let schema: TestSchema;
  let near: RunningDesk;
  let far: RunningDesk;
  beforeAll(async () => {
    [redis, schema] = await Promise.all([openTestRedis(), newSchema()]);
    const environment = {
      DATABASE_URL: schema.url,
      DATABASE_SCHEMA: schema.name,
      REDIS_URL: process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379",
      REDIS_PREFIX: `test-${randomUUID().slice(0, 13)}:`,
      SESSION_SECRET: "0123456789abcdef0123456789abcdef",
    };
    near = await startDesk(environment);
    far = await startDesk(environment);
  });
  afterAll(async () => {
    await Promise.all([near.stop(), far.stop()]);
    await Promise.all([redis.close(), schema.drop()]);
  });

  it("is known to the other: the same model, and words that search takes for others", async () => {
    const [admin, other] = [await near.connect("admin"), await far.connect("admin")];
    const text = "the wobbulator";
    const tryFar = async () =>
      (await other.rest("POST", `${path}/try`, { text, language: "en" })).body as Tried;
    expect((await tryFar()).articles[0]?.title).not.toBe("The mailbox is full");
    const { searchWords, examples } = far.app.domains.learning;
    const heard = new Promise<void>((done) => void searchWords.onChanged(done));

    await admin.rest("POST", `${path}/synonyms`, { language: "en", words: ["wobbulator", "mailbox"] });
    await heard;

    expect((await tryFar()).articles[0]?.title).toBe("The mailbox is full");

    const taught = new Promise<void>((done) => void examples.onChanged(done));
    await admin.rest("POST", `${path}/examples`, { intent: "greet", language: "en", text: "wibble wobble" });
    await taught;
    await admin.rest("POST", `${path}/train`, {});
    await far.app.domains.training.refresh();
    const modelOf = async (one: DeskClient) =>
      ((await one.rest("GET", path)).body as UnderstandingState).training.model;

    expect(await modelOf(other)).toBe(await modelOf(admin));
  });
});
