import { randomUUID } from "node:crypto";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { newSchema, type TestSchema } from "../support/postgres.js";
import { openTestRedis, type TestRedis } from "../support/redis.js";

describe("a switch of the mode on two nodes", () => {
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

  it("closes the doors of the other node at once, and opens them again (S2-4, S2-5)", async () => {
    const [admin, ana] = [await near.connect("admin"), await far.connect("ana")];
    const changed = () => new Promise<void>((done) => void far.app.domains.modes.onChanged(() => done()));
    const ask = () => ana.rest("POST", "/api/v1/tickets", { description: "Let me in", direct: true });

    const closed = changed();
    await admin.rest("PUT", "/api/v1/modes/desk/override", { mode: "automatic", until: "revoked" });
    await closed;
    const refused = await ask();
    const opened = changed();
    await admin.rest("DELETE", "/api/v1/modes/desk/override");
    await opened;
    const admitted = await ask();

    expect(refused).toMatchObject({ status: 422, body: { error: { code: "attendance/off" } } });
    expect(admitted.status).toBe(201);
  });
});
