import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "./ports.js";
import { startServer } from "./redis.js";

/** How long a node or master must be silent before the others replace it. */
const silenceMs = 1000;

export interface RedisGroup {
  /** `host:port` of each node of the cluster, or of each Sentinel. */
  readonly nodes: readonly string[];
  /** Kills, with -9, the master that holds this key. */
  killMasterOf(key: string): Promise<void>;
  close(): Promise<void>;
}

interface Member {
  readonly port: number;
  readonly process: ChildProcess;
  readonly client: Redis;
}

/** Three masters of a Redis Cluster that share the slots, each with a replica, on ports and files of their own. */
export async function spawnCluster(): Promise<RedisGroup> {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-cluster-"));
  const members = await Promise.all(
    Array.from({ length: 6 }, async (_, at) => {
      const settings = {
        "cluster-enabled": "yes",
        "cluster-port": await freePort(),
        "cluster-config-file": join(folder, `nodes-${at}.conf`),
        "cluster-node-timeout": silenceMs,
        "cluster-replica-validity-factor": 0,
      };
      return startMember(Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]));
    }),
  );
  const masters = members.slice(0, 3);
  const [first] = masters;
  for (const [at, { client }] of masters.entries()) {
    const [from, to] = [Math.ceil((16_384 * at) / 3), Math.ceil((16_384 * (at + 1)) / 3) - 1];
    await client.call("CLUSTER", "ADDSLOTSRANGE", String(from), String(to));
    await client.call("CLUSTER", "SET-CONFIG-EPOCH", String(at + 1));
  }
  for (const member of members.slice(1)) {
    const busPort = String(await member.client.config("GET", "cluster-port").then((pair) => Object(pair)[1]));
    await first?.client.call("CLUSTER", "MEET", "127.0.0.1", String(member.port), busPort);
  }
  await every(members, "to know each other", async ({ client }) =>
    String(await client.call("CLUSTER", "INFO")).includes("cluster_known_nodes:6"),
  );
  for (const [at, { client }] of members.slice(3).entries()) {
    const id = String(await masters[at]?.client.call("CLUSTER", "MYID"));
    await until("a replica to follow its master", async () =>
      client.call("CLUSTER", "REPLICATE", id).then(
        () => true,
        () => false,
      ),
    );
  }
  await every(members, "the cluster to serve", async ({ client }) =>
    String(await client.call("CLUSTER", "INFO")).includes("cluster_state:ok"),
  );
  await every(members.slice(3), "the replicas to be in step", async ({ client }) =>
    (await client.info("replication")).includes("master_link_status:up"),
  );
  return {
    nodes: members.map(({ port }) => `127.0.0.1:${port}`),
    killMasterOf: async (key) => {
      const slot = Number(await first?.client.call("CLUSTER", "KEYSLOT", key));
      await kill(masters[Math.min(2, Math.floor((slot * 3) / 16_384))]);
    },
    close: () => closeAll(members, folder),
  };
}

/** A master with a replica, watched by three Sentinels of which two must agree. */
export async function spawnSentinels(masterName: string): Promise<RedisGroup> {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-sentinel-"));
  const master = await startMember([]);
  const replica = await startMember(["--replicaof", "127.0.0.1", String(master.port)]);
  await every([replica], "the replica to be in step", async ({ client }) =>
    (await client.info("replication")).includes("master_link_status:up"),
  );
  const sentinels = await Promise.all(
    [1, 2, 3].map((at) => {
      const file = join(folder, `sentinel-${at}.conf`);
      writeFileSync(
        file,
        [
          `sentinel monitor ${masterName} 127.0.0.1 ${master.port} 2`,
          `sentinel down-after-milliseconds ${masterName} ${silenceMs}`,
          `sentinel failover-timeout ${masterName} 3000`,
        ].join("\n"),
      );
      return startMember([], file);
    }),
  );
  await every(sentinels, "the Sentinels to know all", async ({ client }) => {
    const info = String(await client.info("sentinel"));
    return info.includes("slaves=1,sentinels=3");
  });
  return {
    nodes: sentinels.map(({ port }) => `127.0.0.1:${port}`),
    killMasterOf: () => kill(master),
    close: () => closeAll([master, replica, ...sentinels], folder),
  };
}

async function startMember(settings: readonly string[], sentinelFile?: string): Promise<Member> {
  const port = await freePort();
  const process = await startServer(port, sentinelFile === undefined ? { settings } : { sentinelFile });
  const client = new Redis({ port, retryStrategy: () => null });
  client.on("error", () => undefined);
  return { port, process, client };
}

async function every(
  members: readonly Member[],
  what: string,
  holds: (member: Member) => Promise<boolean>,
): Promise<void> {
  await Promise.all(members.map((member) => until(what, () => holds(member))));
}

/** Servers tell nobody when they agree: they are asked. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`Waited in vain for ${what}.`);
    await wait(50);
  }
}

async function kill(member: Member | undefined): Promise<void> {
  if (member === undefined) throw new Error("There is no such master.");
  if (member.process.exitCode !== null || member.process.signalCode !== null) return;
  const exited = once(member.process, "exit");
  member.process.kill("SIGKILL");
  await exited;
}

async function closeAll(members: readonly Member[], folder: string): Promise<void> {
  for (const { client } of members) client.disconnect();
  await Promise.all(members.map(kill));
  rmSync(folder, { recursive: true, force: true });
}
