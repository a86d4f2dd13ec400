import { randomUUID } from "node:crypto";
import {
  createLogger,
  createLogInLimits,
  createRedis,
  type LogInLimits,
  type RedisClient,
} from "../../config/index.js";

const url = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";
const who = { username: "ana", address: "203.0.113.9" };
const right = async () => true;
const wrong = async () => false;

describe.each(["memory", "redis"])("limits on log-in, counted in %s (S31)", (place) => {
  let redis: RedisClient | undefined;
  const prefix = `deskhand-test-${randomUUID()}:`;
  let suite = 0;
  beforeAll(async () => {
    if (place === "memory") return;
    redis = createRedis(url, createLogger({ level: "silent", secrets: [] }));
    await redis.connect();
  });
  afterAll(async () => {
    const keys = (await redis?.keys(`${prefix}*`)) ?? [];
    if (keys.length > 0) await redis?.del(keys);
    redis?.disconnect();
  });

  function open(options: { failures?: number; perMinute?: number; shared?: boolean } = {}): LogInLimits {
    if (options.shared !== true) suite += 1;
    const { failures = 3, perMinute = 1000 } = options;
    return createLogInLimits({ redis, prefix: `${prefix}${suite}:`, failures, perMinute });
  }

  async function fail(limits: LogInLimits, times: number, as = who): Promise<void> {
    for (let at = 0; at < times; at += 1) await limits.attempt(as, wrong);
  }

  it("refuses even the right password after too many wrong ones, and says how long", async () => {
    const limits = open();
    await fail(limits, 3);

    const refused = limits.attempt(who, right);

    await expect(refused).rejects.toMatchObject({ code: "request/too-many", status: 429 });
    const error: unknown = await refused.catch((reason: unknown) => reason);
    expect(error).toHaveProperty("details.retryAfterSeconds", expect.any(Number));
  });

  it("forgets failures after a success", async () => {
    const limits = open();
    await fail(limits, 2);
    await limits.attempt(who, right);
    await fail(limits, 2);

    await expect(limits.attempt(who, right)).resolves.toBeUndefined();
  });

  it("closes neither the name elsewhere nor the address for others", async () => {
    const limits = open();
    await fail(limits, 3);

    await expect(limits.attempt({ ...who, address: "198.51.100.1" }, right)).resolves.toBeUndefined();
    await expect(limits.attempt({ ...who, username: "rui" }, right)).resolves.toBeUndefined();
  });

  it("closes a name that is guessed from many addresses", async () => {
    const limits = open();
    for (let at = 0; at < 10; at += 1) await fail(limits, 3, { ...who, address: `198.51.100.${at}` });

    await expect(limits.attempt(who, right)).rejects.toMatchObject({ code: "request/too-many" });
  });

  it("lets a burst of guesses through no more than one by one", async () => {
    const limits = open();
    let tried = 0;
    const guess = async () => {
      tried += 1;
      return false;
    };

    await Promise.allSettled(Array.from({ length: 50 }, () => limits.attempt(who, guess)));

    expect(tried).toBe(3);
  });

  it("lets many log in at once who know their password", async () => {
    const limits = open();

    const all = await Promise.allSettled(Array.from({ length: 50 }, () => limits.attempt(who, right)));

    expect(all.filter(({ status }) => status === "rejected")).toEqual([]);
  });

  it("limits the attempts of one address", async () => {
    const limits = open({ perMinute: 5 });
    for (let at = 0; at < 5; at += 1) await limits.attempt({ ...who, username: `person-${at}` }, right);

    await expect(limits.attempt({ ...who, username: "next" }, right)).rejects.toMatchObject({
      code: "request/too-many",
    });
  });
});

it("limits on log-in go on counting in the process while Redis is away", async () => {
  const redis = createRedis("redis://127.0.0.1:1", createLogger({ level: "silent", secrets: [] }));
  const limits = createLogInLimits({ redis, prefix: "test:", failures: 2, perMinute: 100 });
  await limits.attempt(who, wrong);
  await limits.attempt(who, wrong);

  await expect(limits.attempt(who, right)).rejects.toMatchObject({ code: "request/too-many" });
});
