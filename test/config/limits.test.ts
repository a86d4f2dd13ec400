import { createLogger, createQuickLimit, createRedis } from "../../config/index.js";
import { type RedisServer, spawnRedis } from "../support/redis.js";

const rule = { name: "message", points: 5, seconds: 60 };

describe("a limit that all nodes share (attack S31)", () => {
  let server: RedisServer;
  const clients: ReturnType<typeof createRedis>[] = [];
  beforeAll(async () => {
    server = await spawnRedis();
  });
  afterAll(async () => {
    for (const client of clients) client.disconnect();
    await server.close();
  });

  async function node(prefix: string) {
    const redis = createRedis(
      `redis://127.0.0.1:${server.port}`,
      createLogger({ level: "silent", secrets: [] }),
    );
    clients.push(redis);
    await redis.connect();
    return { redis, limit: createQuickLimit({ redis, prefix }, rule) };
  }

  async function untilRefused(limit: (key: string) => Promise<boolean>, key: string): Promise<number> {
    for (let passed = 0; passed < 100; passed++) if (!(await limit(key))) return passed;
    throw new Error("Nothing was ever refused.");
  }

  it("counts on a node what others have let in", async () => {
    const [one, other] = [await node("a:"), await node("a:")];
    for (let at = 0; at < 5; at++) expect(await one.limit("ana")).toBe(true);
    expect(await one.limit("ana")).toBe(false);
    // What this node asked of Redis is done once a later command of the same connection is answered.
    await one.redis.ping();

    // The first is let in while Redis is asked; its answer closes the door.
    expect(await other.limit("ana")).toBe(true);
    await other.redis.ping();
    await new Promise((resolve) => setImmediate(resolve));

    expect(await other.limit("ana")).toBe(false);
    expect(await other.limit("rui")).toBe(true);
  });

  it("decides before Redis answers while that hangs, and still refuses", async () => {
    const { redis, limit } = await node("b:");
    server.pause();
    let isSettled = false;
    const asked = redis
      .ping()
      .catch(() => undefined)
      .then(() => {
        isSettled = true;
      });

    const passed = await untilRefused(limit, "ana");
    const wasSettled = isSettled;

    server.resume();
    await asked;
    expect(passed).toBe(5);
    expect(wasSettled).toBe(false);
  });

  it("counts for itself without Redis", async () => {
    const limit = createQuickLimit({ prefix: "c:" }, rule);

    expect(await untilRefused(limit, "ana")).toBe(5);
    expect(await untilRefused(limit, "rui")).toBe(5);
  });
});
