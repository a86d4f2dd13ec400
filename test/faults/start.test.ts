import { once } from "node:events";
import { connect, createServer } from "node:net";
import { buildDesk, newDataDir } from "../support/desk-process.js";
import { freePort } from "../support/ports.js";
import { newSchema } from "../support/postgres.js";
import { spawnRedis } from "../support/redis.js";
import { DeskNode } from "./desk-node.js";
import { openFaultProxy } from "./stage/fault-proxy.js";
import { until } from "./until.js";

describe("starting", () => {
  let data: ReturnType<typeof newDataDir>;
  beforeAll(buildDesk);
  beforeEach(() => {
    data = newDataDir();
  });
  afterEach(() => data.remove());

  it("stops with code 1 and every fault at once when settings are wrong (F29)", async () => {
    const node = new DeskNode(data.path, {
      environment: {
        HOST: "0.0.0.0",
        DATABASE_URL: "mysql://somewhere",
        REDIS_URL: "not a url",
        LOG_LEVEL: "loud",
        SESSION_HOURS: "-3",
      },
    });
    const [code] = await once(node.launch(), "exit");

    expect(code).toBe(1);
    for (const name of ["DATABASE_URL", "REDIS_URL", "LOG_LEVEL", "SESSION_HOURS", "DEMO"])
      expect(node.said).toContain(`- ${name}`);
    expect(node.said).not.toContain("    at ");
  });

  it("says in one sentence that it may open too few files, and ends with code 1 (F15)", async () => {
    const node = new DeskNode(data.path, { through: ["prlimit", "--nofile=256"] });
    const [code] = await once(node.launch(), "exit");

    expect(code).toBe(1);
    expect(node.said).toMatch(
      /^Deskhand needs 1024 open files and connections at once, and may have 256: [^\n]+\n$/,
    );
  });

  it("serves with as few open files as it says it needs (F15)", async () => {
    const node = new DeskNode(data.path, { through: ["prlimit", "--nofile=1024"] });
    await node.start();

    expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
    expect((await node.stop()).code).toBe(0);
  });

  it("says once that PostgreSQL is away, and serves when it comes (F29)", async () => {
    const schema = await newSchema();
    const url = new URL(schema.url);
    const door = await openDoor(Number(url.port || 5432));
    url.port = String(door.port);
    const node = new DeskNode(data.path, {
      environment: { DATABASE_URL: url.href, DATABASE_SCHEMA: schema.name },
    });
    const serving = node.start();
    await until("it says so", () => linesWith(node, "database is away") === 1);
    await until("it has tried some more", () => door.refused() > 4);
    expect(linesWith(node, "database is away")).toBe(1);

    door.open();
    await serving;

    expect(linesWith(node, "database is there")).toBe(1);
    expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
    expect((await node.stop()).code).toBe(0);
    await door.close();
    await schema.drop();
  });

  it("serves although PostgreSQL ends its connections again and again while it starts (F29)", async () => {
    const schema = await newSchema();
    const url = new URL(schema.url);
    const line = await openFaultProxy(Number(url.port || 5432));
    url.port = String(line.port);
    const node = new DeskNode(data.path, {
      environment: { DATABASE_URL: url.href, DATABASE_SCHEMA: schema.name },
    });
    const ends = new Set([8, 60, 200, 230, 260, 290, 320, 350, 380, 410]);
    let answers = 0;
    line.cutAnswers(() => {
      answers += 1;
      return ends.has(answers);
    });
    await node.start();

    expect(line.cuts()).toBeGreaterThan(3);
    expect(node.deaths).toBe(0);
    expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
    expect((await node.stop()).code).toBe(0);
    await line.close();
    await schema.drop();
  });

  it("goes on when not one line of its log can be written (F14)", async () => {
    const through = ["sh", "-c", 'exec "$0" "$@" > /dev/full 2> /dev/full'];
    const node = new DeskNode(data.path, { through, port: await freePort() });
    await node.startUnheard();

    for (let at = 0; at < 20; at += 1) await fetch(`${node.url}/api/v1/articles`);

    expect(node.deaths).toBe(0);
    expect((await node.stop()).code).toBe(0);
  });

  it("ends in order when it is told to while it waits for PostgreSQL", async () => {
    const node = new DeskNode(data.path, {
      environment: { DATABASE_URL: "postgres://postgres@127.0.0.1:1/postgres" },
    });
    node.launch();
    await until("it says so", () => linesWith(node, "database is away") === 1);

    const { code, tookMs } = await node.stop();

    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(10_000);
    expect(linesWith(node, "Starting failed")).toBe(0);
  });

  it("serves without Redis, says so once, and uses it when it comes (F29)", async () => {
    const redis = await spawnRedis();
    await redis.kill();
    const node = new DeskNode(data.path, { environment: { REDIS_URL: `redis://127.0.0.1:${redis.port}` } });
    await node.start();
    const readiness = async (): Promise<string> =>
      ((await (await fetch(`${node.url}/readyz`)).json()) as { status: string }).status;
    expect(await readiness()).toBe("degraded");
    await until("it has tried some more", () => linesWith(node, "Redis is away") > 0);

    await redis.restart();
    await until("it is ready", async () => (await readiness()) === "ready");

    // One line for each of its two connections.
    expect(linesWith(node, "Redis is away")).toBe(2);
    expect(linesWith(node, "Redis is back")).toBe(2);
    expect((await node.stop()).code).toBe(0);
    await redis.close();
  });
});

function linesWith(node: DeskNode, text: string): number {
  return node.said.split("\n").filter((line) => line.includes(text)).length;
}

interface Door {
  readonly port: number;
  /** How many were turned away while it was shut. */
  refused(): number;
  open(): void;
  close(): Promise<void>;
}

/** A port that turns everybody away until it is opened, and leads to the target from then on. */
async function openDoor(targetPort: number): Promise<Door> {
  let isOpen = false;
  let refused = 0;
  const server = createServer((near) => {
    near.on("error", () => undefined);
    if (!isOpen) {
      refused += 1;
      return void near.resetAndDestroy();
    }
    const far = connect(targetPort, "127.0.0.1");
    far.on("error", () => near.destroy());
    far.on("close", () => near.destroy());
    near.on("close", () => far.destroy());
    near.pipe(far).pipe(near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return {
    port: address.port,
    refused: () => refused,
    open: () => {
      isOpen = true;
    },
    close: async () => {
      server.close();
      await once(server, "close");
    },
  };
}
