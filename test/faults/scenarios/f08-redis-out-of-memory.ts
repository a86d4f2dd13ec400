import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";
import { readiness } from "../stage/talks.js";

const fillerBytes = 16_000;

export const redisOutOfMemory: Scenario = {
  id: "F8",
  fault: "Redis has no memory left (noeviction), then evicts (allkeys-lru)",
  criterion: "errors show as degraded, nothing is lost; a node that starts on an evicting Redis warns of it",
  on: ["postgres", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk({
      redis: { settings: ["--maxmemory", "2mb", "--maxmemory-policy", "noeviction"] },
    });
    const client = await desk.redis?.connect();
    const crowd = await stage.crowd(desk);
    const calm = await stage.acksDuring(crowd, stage.last(stage.part(20_000, 3000)));
    const limitMs = Math.max(300, Math.ceil(1.5 * calm.p99));
    let filled = 0;
    while ((await client?.set(`filler:${filled}`, "x".repeat(fillerBytes)).catch(() => "full")) === "OK")
      filled += 1;
    const isDegraded = async () => (await readiness(desk.urls[0] ?? "")).status === "degraded";
    await until("it is said", isDegraded, 20_000).catch(() => undefined);
    stage.check("/readyz without memory", (await readiness(desk.urls[0] ?? "")).status, await isDegraded());
    const { p99, count } = await stage.acksDuring(crowd, stage.last(stage.part(20_000, 3000)));
    stage.atMost(`p99 of ${count} acknowledgements without memory`, p99, limitMs);

    await client?.config("SET", "maxmemory-policy", "allkeys-lru");
    await stage.last(stage.part(20_000, 3000));
    const [node] = desk.nodes;
    const before = node?.said.length ?? 0;
    await node?.stop();
    await node?.start();
    const warns = () => /evict/i.test(node?.said.slice(before) ?? "");
    await until("it warns", warns, 10_000).catch(() => undefined);
    stage.check("Warns at its start of a Redis that evicts", warns() ? "yes" : "no", warns());
    await stage.judge(desk, crowd);
  },
};
