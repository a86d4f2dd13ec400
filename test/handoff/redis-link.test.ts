import { createRedisLink } from "../../handoff/redis-link.js";
import { openTestRedis, spawnRedis, type TestRedis } from "../support/redis.js";

describe("the link to Redis", () => {
  let redis: TestRedis;
  beforeEach(async () => {
    redis = await openTestRedis();
  });
  afterEach(() => redis.close());

  it("does not take a busy node of its own for a Redis that is away", async () => {
    const { client } = redis;
    const link = createRedisLink({ client, now: Date.now, commandTimeoutMs: 100 });

    const answer = link.ask(() => client.ping());
    // A turn of the event loop for the command to leave, then none for longer than an answer may take.
    await new Promise(setImmediate);
    const blockedUntil = performance.now() + 300;
    while (performance.now() < blockedUntil);

    expect(await answer).toBe("PONG");
    expect(link.isUp()).toBe(true);
  });

  it("waits for one that hangs no longer than the limit, and then leaves it alone (F7)", async () => {
    const server = await spawnRedis();
    try {
      const client = await server.connect();
      let clock = 0;
      const link = createRedisLink({ client, now: () => clock, commandTimeoutMs: 100, restMs: 1000 });
      server.pause();
      expect(await link.ask(() => client.ping())).toBeUndefined();
      expect(link.isUp()).toBe(false);

      server.resume();
      clock = 999;
      expect(await link.ask(() => client.echo("too early"))).toBeUndefined();
      clock = 1000;
      expect(await link.ask(() => client.echo("there"))).toBe("there");
      expect(link.isUp()).toBe(true);
    } finally {
      await server.close();
    }
  });
});
