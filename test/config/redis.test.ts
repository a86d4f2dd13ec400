import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createLogger, createRedis, createSubscriber, type RedisClient } from "../../config/index.js";
import { freePort } from "../support/ports.js";
import { spawnRedis } from "../support/redis.js";

const url = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";

function capture() {
  const lines: string[] = [];
  const log = createLogger({
    level: "info",
    secrets: [],
    stream: { write: (line) => void lines.push(line) },
  });
  return { lines, log };
}

describe("a connection to Redis", () => {
  const open: RedisClient[] = [];
  afterEach(() => {
    for (const redis of open.splice(0)) redis.disconnect();
  });

  it("warns of a Redis that evicts keys, and says nothing of one that does not (F8)", async () => {
    for (const [policy, warnings] of [
      ["allkeys-lru", 1],
      ["noeviction", 0],
    ] as const) {
      const server = await spawnRedis({ settings: ["--maxmemory-policy", policy] });
      const { lines, log } = capture();
      const redis = createRedis(`redis://127.0.0.1:${server.port}`, log);
      open.push(redis);
      await redis.connect();
      // Asked after the question about the policy, so answered after it.
      await redis.ping();

      expect(lines.filter((line) => line.includes("evicts"))).toHaveLength(warnings);
      await server.close();
    }
  });

  it("refuses commands at once while Redis is away, and logs one line for many attempts", async () => {
    const { lines, log } = capture();
    const redis = createRedis(`redis://127.0.0.1:${await freePort()}`, log);
    open.push(redis);
    let attempts = 0;
    redis.connect().catch(() => undefined);
    await new Promise<void>((resolve) => {
      redis.on("reconnecting", () => {
        attempts += 1;
        if (attempts === 3) resolve();
      });
    });

    const outcome = await Promise.race([
      redis.ping().catch(() => "refused"),
      // Comes after whatever needs no time.
      new Promise((resolve) => setTimeout(resolve, 0, "waits")),
    ]);

    expect(outcome).toBe("refused");
    expect(lines).toHaveLength(1);
  });

  it("logs one line when the line breaks, one when it stands again, and none when the desk hangs up", async () => {
    const { lines, log } = capture();
    const redis = createRedis(url, log);
    await redis.connect();
    const again = new Promise((resolve) => redis.once("reconnecting", () => redis.once("ready", resolve)));

    redis.disconnect(true);
    await again;
    const ended = once(redis, "end");
    redis.disconnect();
    await ended;

    // What is wrong with this Redis itself is told besides, at every connection.
    const told = lines.map((line) => JSON.parse(line).msg).filter((text) => !text.includes("CVE-"));
    expect(told).toEqual(["The connection to Redis was lost; trying again.", "Redis is back."]);
  });

  it("gives up on a command that is not answered", async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => {
      sockets.push(socket);
      socket.on("data", (data) => {
        const text = data.toString();
        if (text.toLowerCase().includes("get\r\n")) return;
        const replies = text.split(/(?=\*\d)/).filter((part) => part.startsWith("*"));
        for (const part of replies)
          socket.write(part.toLowerCase().includes("info") ? "$2\r\nok\r\n" : "+OK\r\n");
      });
    }).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    if (typeof address === "string" || address === null) throw new Error("The server has no port.");
    const redis = createRedis(`redis://127.0.0.1:${address.port}`, capture().log);
    open.push(redis);
    await redis.connect();

    await expect(redis.get("key")).rejects.toThrow("timed out");

    redis.disconnect();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it("hears what is published, and what was asked for before the line stood", async () => {
    const { log } = capture();
    const listener = createSubscriber(url, log);
    const speaker = createRedis(url, log);
    open.push(listener, speaker);
    await Promise.all([listener.subscribe("deskhand-test:bell"), speaker.connect()]);

    const heard = once(listener, "message");
    await speaker.publish("deskhand-test:bell", "ding");

    expect(await heard).toEqual(["deskhand-test:bell", "ding"]);
  });
});
