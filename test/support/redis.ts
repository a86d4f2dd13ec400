import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { Redis } from "ioredis";

const sharedUrl = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";

export interface TestRedis {
  readonly client: Redis;
  /** Keys of one suite begin with it, so that suites run side by side. */
  readonly prefix: string;
  close(): Promise<void>;
}

/** A connection to the Redis all suites share; never flush it. */
export async function openTestRedis(): Promise<TestRedis> {
  const client = new Redis(sharedUrl, { maxRetriesPerRequest: 1 });
  client.on("error", () => undefined);
  await client.ping();
  const prefix = `test-${randomUUID()}`;
  const close = async () => {
    const keys = await client.keys(`{${prefix}*`);
    if (keys.length > 0) await client.del(keys);
    await client.quit();
  };
  return { client, prefix, close };
}

export interface RedisServer {
  readonly port: number;
  /** A connection that reconnects at once; closed with the server. To the server, or to a proxy before it. */
  connect(throughPort?: number): Promise<Redis>;
  /** kill -9; what it held is gone. */
  kill(): Promise<void>;
  /** Starts it empty on the same port. */
  restart(): Promise<void>;
  /** SIGSTOP and SIGCONT: it hangs without closing a connection. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

/** A Redis server of the suite's own, to be flushed, stopped and killed. */
export async function spawnRedis(): Promise<RedisServer> {
  const port = await freePort();
  const clients: Redis[] = [];
  let server = await startServer(port);

  async function kill(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, "exit");
    server.kill("SIGKILL");
    await exited;
  }

  return {
    port,
    kill,
    connect: async (throughPort = port) => {
      const client = new Redis({ port: throughPort, maxRetriesPerRequest: null, retryStrategy: () => 20 });
      client.on("error", () => undefined);
      clients.push(client);
      await client.ping();
      return client;
    },
    restart: async () => {
      await kill();
      server = await startServer(port);
      await Promise.all(clients.map((client) => client.ping()));
    },
    pause: () => void server.kill("SIGSTOP"),
    resume: () => void server.kill("SIGCONT"),
    close: async () => {
      for (const client of clients) client.disconnect();
      await kill();
    },
  };
}

async function startServer(port: number): Promise<ChildProcess> {
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn("redis-server", options, { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", () => reject(new Error("redis-server ended before it was ready.")));
    server.stdout.on("data", (text: Buffer) => {
      if (text.includes("Ready to accept connections")) resolve();
    });
  });
  return server;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
