import { createLogger, createRedis } from "../../config/index.js";
import { redisFaults } from "../../config/redis-faults.js";
import { spawnRedis } from "../support/redis.js";

const home = "redis://127.0.0.1:6379";
const info = (version: string, more = "") =>
  `# Server\r\nredis_version:${version}\r\nredis_mode:standalone\r\n${more}maxmemory_policy:noeviction\r\n`;

describe("a Redis that others reach, or that has holes (S38)", () => {
  it.each(["6.2.20", "7.2.11", "7.4.6", "8.0.4", "8.2.2", "8.2.3", "8.4.0", "9.0.0"])(
    "says nothing of %s on this machine",
    (version) => {
      expect(redisFaults(info(version), home)).toEqual([]);
    },
  );

  it.each(["5.0.14", "6.0.16", "6.2.19", "7.0.15", "7.2.10", "7.4.5", "8.0.3", "8.2.1"])(
    "tells that %s is older than the releases that are mended",
    (version) => {
      expect(redisFaults(info(version), home)).toEqual([
        expect.stringContaining(`Redis ${version} is older`),
      ]);
    },
  );

  it("takes no other server for an old Redis, and says nothing where nothing can be told", () => {
    expect(redisFaults(info("7.2.4", "server_name:valkey\r\n"), home)).toEqual([]);
    expect(redisFaults("", home)).toEqual([]);
  });

  it.each([
    ["redis://redis:6379", 1],
    ["redis://10.0.0.7:6379/2", 1],
    ["rediss://cache.example.com:6380", 1],
    ["redis://:secret@redis:6379", 0],
    ["rediss://desk:secret@cache.example.com:6380", 0],
    ["redis://localhost:6379", 0],
    ["redis://[::1]:6379", 0],
  ])("warns of %s when it is reached from elsewhere without a password", (url, faults) => {
    const found = redisFaults(info("8.2.2"), url);

    expect(found).toHaveLength(faults);
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  it("tells at the start, in the log", async () => {
    const server = await spawnRedis();
    const lines: string[] = [];
    const log = createLogger({
      level: "info",
      secrets: [],
      stream: { write: (line) => void lines.push(line) },
    });
    const redis = createRedis(`redis://127.0.0.1:${server.port}`, log);
    await redis.connect();
    const wanted = redisFaults(await redis.info(), `redis://127.0.0.1:${server.port}`);
    await redis.ping();

    for (const fault of wanted) expect(lines.join("\n")).toContain(fault);
    expect(lines.filter((line) => line.includes("CVE-2025-49844"))).toHaveLength(wanted.length);
    redis.disconnect();
    await server.close();
  });
});
