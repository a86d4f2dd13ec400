import type { QueueEntry, QueueIndex } from "../../handoff/queue.js";
import { createEmbeddedQueue } from "../../handoff/queue-embedded.js";
import { createRedisQueue } from "../../handoff/queue-redis.js";
import { createRedisLink } from "../../handoff/redis-link.js";
import { openTestRedis, spawnRedis, type TestRedis } from "../support/redis.js";

let redis: TestRedis;
beforeAll(async () => {
  redis = await openTestRedis();
});
afterAll(() => redis.close());

const kinds = [
  ["in memory", () => createEmbeddedQueue({ now: Date.now })],
  [
    "in Redis",
    () => {
      const link = createRedisLink({ ...redis, now: Date.now });
      return createRedisQueue({ link, prefix: redis.prefix });
    },
  ],
] as const;

let suffix = 0;
function names(): { desk: string; network: string } {
  suffix += 1;
  return { desk: `desk-${suffix}`, network: `network-${suffix}` };
}

function entry(attendanceId: string, groupIds: string[], waitingSince: number, priority = 500): QueueEntry {
  return { attendanceId, groupIds, waitingSince, priority };
}

async function idsOf(queue: QueueIndex, groupId: string): Promise<string[]> {
  const head = await queue.head(groupId, 100);
  if (head.status !== "whole") throw new Error(`The queue is ${head.status}.`);
  return head.value.first.map((place) => place.attendanceId);
}

describe.each(kinds)("a queue index %s", (_name, create) => {
  it("says that it is not whole until it was filled", async () => {
    const queue = create();
    const { desk } = names();
    await queue.add(entry("a", [desk], 1));

    expect(await queue.head(desk, 10)).toEqual({ status: "missing" });
    expect(await queue.rank(desk, "a")).toEqual({ status: "missing" });

    await queue.fill(desk, []);
    expect(await idsOf(queue, desk)).toEqual(["a"]);
  });

  it("orders by priority, then by who has waited longest, then by id", async () => {
    const queue = create();
    const { desk } = names();
    await queue.fill(desk, []);
    const since = 1_800_000_000_000;
    await queue.add(entry("late", [desk], since + 1));
    await queue.add(entry("twin-b", [desk], since));
    await queue.add(entry("twin-a", [desk], since));
    await queue.add(entry("urgent", [desk], since + 9, 0));
    await queue.add(entry("idle", [desk], 1, 999));

    expect(await idsOf(queue, desk)).toEqual(["urgent", "twin-a", "twin-b", "late", "idle"]);
    expect(await queue.rank(desk, "late")).toEqual({ status: "whole", value: 3 });
  });

  it("counts all and shows as many as asked", async () => {
    const queue = create();
    const { desk } = names();
    await queue.fill(
      desk,
      Array.from({ length: 1200 }, (_, at) => entry(`id-${at}`, [desk], at)),
    );

    const head = await queue.head(desk, 2);

    expect(head).toEqual({
      status: "whole",
      value: {
        count: 1200,
        first: [
          { attendanceId: "id-0", score: 500 * 2 ** 42 },
          { attendanceId: "id-1", score: 500 * 2 ** 42 + 1 },
        ],
      },
    });
    expect(await queue.head(desk, 0)).toMatchObject({ value: { count: 1200, first: [] } });
  });

  it("moves an attendance whose place has changed", async () => {
    const queue = create();
    const { desk } = names();
    await queue.fill(desk, [entry("a", [desk], 1), entry("b", [desk], 2)]);

    await queue.add(entry("b", [desk], 2, 0));

    expect(await idsOf(queue, desk)).toEqual(["b", "a"]);
  });

  it("takes an attendance out of every group it waits in", async () => {
    const queue = create();
    const { desk, network } = names();
    await queue.fill(desk, []);
    await queue.fill(network, []);
    await queue.add(entry("a", [desk, network], 1));

    await queue.remove("a", [desk, network]);

    expect([await idsOf(queue, desk), await idsOf(queue, network)]).toEqual([[], []]);
    expect(await queue.rank(desk, "a")).toEqual({ status: "whole", value: undefined });
  });

  it("gives an attendance to one of fifty claimers and tells the others who has it (S1-10)", async () => {
    const queue = create();
    const { desk, network } = names();
    await queue.fill(desk, []);
    await queue.add(entry("a", [desk, network], 1));

    const claims = Array.from({ length: 50 }, (_, at) => ({
      attendanceId: "a",
      groupIds: [network, desk],
      requestId: `request-${at}`,
      agentId: `agent-${at}`,
    }));
    const answers = await Promise.all(claims.map((claim) => queue.claim(claim)));

    const winner = answers.findIndex((answer) => answer.status === "claimed");
    const others = answers.filter((_, at) => at !== winner);
    expect(others).toEqual(Array(49).fill({ status: "taken", agentId: `agent-${winner}` }));
  });

  it("answers the same claim the same again (Q2)", async () => {
    const queue = create();
    const { desk } = names();
    await queue.fill(desk, [entry("a", [desk], 1)]);
    const claim = { attendanceId: "a", groupIds: [desk], requestId: "r", agentId: "bruno" };

    expect([await queue.claim(claim), await queue.claim(claim)]).toEqual([
      { status: "claimed" },
      { status: "claimed" },
    ]);
  });

  it("shows what is being claimed until it is removed, and lets only its claimer give it up", async () => {
    const queue = create();
    const { desk } = names();
    await queue.fill(desk, [entry("a", [desk], 1), entry("b", [desk], 2)]);
    const claim = { attendanceId: "a", groupIds: [desk], requestId: "r", agentId: "bruno" };
    const other = { ...claim, requestId: "s", agentId: "carla" };
    await queue.claim(claim);

    expect(await idsOf(queue, desk)).toEqual(["a", "b"]);
    await queue.release(other);
    expect(await queue.claim(other)).toEqual({ status: "taken", agentId: "bruno" });
    await queue.release(claim);
    expect(await queue.claim(other)).toEqual({ status: "claimed" });
    await queue.remove("a", [desk]);
    expect(await queue.claim(claim)).toEqual({ status: "gone" });
    expect(await idsOf(queue, desk)).toEqual(["b"]);
  });

  it("tells a claimer that an attendance is gone, or that it cannot know", async () => {
    const queue = create();
    const { desk } = names();
    const claim = { attendanceId: "a", groupIds: [desk], requestId: "r", agentId: "bruno" };

    expect(await queue.claim(claim)).toEqual({ status: "unknown" });
    await queue.fill(desk, []);
    expect(await queue.claim(claim)).toEqual({ status: "gone" });
  });
});

describe("a queue index in Redis, asked for many at once", () => {
  it("adds and claims in few commands, and gives each claimer its own answer (S1-10)", async () => {
    const server = await spawnRedis();
    try {
      const client = await server.connect();
      const link = createRedisLink({ client, now: Date.now, commandTimeoutMs: 5000 });
      const queue = createRedisQueue({ link, prefix: "test" });
      await queue.fill("desk", []);
      await queue.fill("network", []);
      const waiting = Array.from({ length: 80 }, (_, at) => entry(`id-${at}`, ["desk", "network"], at));

      const before = await readsOf(client);
      await Promise.all(waiting.map((one) => queue.add(one)));
      // Sixteen to a command, in two groups, and one that asks for this figure; what leaves in one turn may share a read.
      expect((await readsOf(client)) - before).toBeLessThanOrEqual(11);

      const wishes = ["ana", "rui"].flatMap((agentId) =>
        [...waiting, entry("nobody", ["desk"], 1)].map(({ attendanceId, groupIds }) => ({
          claim: { attendanceId, groupIds, requestId: `${agentId}-${attendanceId}`, agentId },
          expected:
            attendanceId === "nobody"
              ? { status: "gone" }
              : agentId === "ana"
                ? { status: "claimed" }
                : { status: "taken", agentId: "ana" },
        })),
      );
      const answers = await Promise.all(wishes.map(({ claim }) => queue.claim(claim)));
      expect(answers).toEqual(wishes.map(({ expected }) => expected));
    } finally {
      await server.close();
    }
  });

  it("does in order what is asked without waiting", async () => {
    const link = createRedisLink({ ...redis, now: Date.now, commandTimeoutMs: 5000 });
    const queue = createRedisQueue({ link, prefix: redis.prefix });
    const { desk } = names();
    const claim = { attendanceId: "b", groupIds: [desk], requestId: "b-1", agentId: "ana" };

    const asked = [
      queue.fill(desk, []),
      queue.add(entry("a", [desk], 1)),
      queue.remove("a", [desk]),
      queue.add(entry("b", [desk], 2)),
      queue.claim(claim),
      queue.release(claim),
      queue.claim({ ...claim, requestId: "b-2", agentId: "rui" }),
      queue.rank(desk, "a"),
    ];
    const answers = await Promise.all<unknown>(asked);

    expect(answers[4]).toEqual({ status: "claimed" });
    expect(answers[6]).toEqual({ status: "claimed" });
    expect(answers[7]).toEqual({ status: "whole", value: undefined });
    expect(await idsOf(queue, desk)).toEqual(["b"]);
  });
});

/** How often this server has read from a line. */
async function readsOf(client: TestRedis["client"]): Promise<number> {
  const [, reads] = /^total_reads_processed:(\d+)/m.exec(await client.info("stats")) ?? [];
  return Number(reads);
}
