import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { freePort } from "./ports.js";

const sharedUrl = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";

/** For commands to a server that is there: one that is slow, because the machine is, is not away. */
export const patientMs = 60_000;

export interface TestRedis {
  readonly client: Redis;
  readonly commandTimeoutMs: number;
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
  return { client, commandTimeoutMs: patientMs, prefix, close };
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

export interface RedisOptions {
  /** Further settings, as on redis-server's command line. */
  readonly settings?: readonly string[];
  /** For the server's own process, for example another clock. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A Redis server of the suite's own, to be flushed, stopped and killed. */
export async function spawnRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const port = await freePort();
  const clients: Redis[] = [];
  let server = await startServer(port, options);

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
      server = await startServer(port, options);
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

/** Starts a Redis server, or with a file a Sentinel; resolves when it answers. */
export async function startServer(
  port: number,
  { settings = [], environment = {}, sentinelFile }: RedisOptions & { readonly sentinelFile?: string } = {},
): Promise<ChildProcess> {
  const serving = ["--save", "", "--appendonly", "no", ...settings];
  const kind = sentinelFile === undefined ? serving : ["--sentinel"];
  const file = sentinelFile === undefined ? [] : [sentinelFile];
  const options = [...file, "--port", String(port), "--bind", "127.0.0.1", ...kind];
  // A replica puts what it is sent into its working folder.
  const cwd = mkdtempSync(join(tmpdir(), "deskhand-redis-"));
  const server = spawn("redis-server", options, {
    cwd,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, ...environment },
  });
  server.once("exit", () => rmSync(cwd, { recursive: true, force: true }));
  const late = setTimeout(() => server.kill("SIGKILL"), patientMs);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", () => reject(new Error("redis-server ended, or was ended, before it was ready.")));
    server.stdout.on("data", (text: Buffer) => {
      if (/Ready to accept connections|Sentinel ID is/.test(text.toString())) resolve();
    });
  }).finally(() => clearTimeout(late));
  return server;
}
