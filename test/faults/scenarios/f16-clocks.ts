import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../until.js";
import type { Desk } from "../stage/desk.js";
import type { Scenario } from "../stage/scenario.js";
import type { Stage } from "../stage/stage.js";

const libraries = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map(
  (machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`,
);

export const clocks: Scenario = {
  id: "F16",
  fault:
    "the clock is moved by +1 h, −1 h, +1 day: of the server, of Redis; and Redis is flushed with a clock of −1 h",
  criterion:
    "the order is unchanged; nothing lapses in masses; sessions end by the server's clock, within their hours; talks go on",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const library = libraries.find((path) => existsSync(path));
    if (library === undefined)
      return stage.check("libfaketime", "is not installed (package faketime)", false);
    const server = openClock(stage, library);
    const redis = openClock(stage, library);
    const desk = await stage.desk({
      environment: server.environment,
      redis: { environment: redis.environment },
    });
    const crowd = await stage.crowd(desk);
    for (const shift of ["+3600", "-3600", "+86400", "+0"])
      await move(stage, crowd.history.acked, { clock: server, whose: "server", shift });
    if (desk.redis !== undefined) {
      for (const shift of ["+3600", "-3600", "+86400"])
        await move(stage, crowd.history.acked, { clock: redis, whose: "Redis", shift });
      redis.set("-3600");
      await flush(desk);
      stage.atMost(
        "First acknowledgement after a flush with a clock of −1 h",
        await stage.nextAck(crowd),
        5000,
      );
      redis.set("+0");
    }
    const { rows } = {
      rows: await desk.store.db
        .selectFrom("attendance")
        .select("status")
        .where("status", "=", "abandoned")
        .execute(),
    };
    stage.check("Attendances given up because of a clock", rows.length, rows.length === 0);
    await stage.judge(desk, crowd);
  },
};

interface Clock {
  readonly environment: Readonly<Record<string, string>>;
  set(shift: string): void;
}

/** A clock that can be moved while the process runs; what measures durations is left alone, as when ntp steps it. */
function openClock(stage: Stage, library: string): Clock {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-clock-"));
  stage.finally(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "shift");
  const set = (shift: string) => writeFileSync(file, `${shift}\n`);
  set("+0");
  return {
    set,
    environment: {
      // Debian's Redis allocates by jemalloc, whose start and faketime's wait for each other; libc allocates for it here.
      LD_PRELOAD: `${library} libc.so.6`,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    },
  };
}

async function move(
  stage: Stage,
  acked: readonly unknown[],
  { clock, whose, shift }: { clock: Clock; whose: string; shift: string },
): Promise<void> {
  const before = acked.length;
  clock.set(shift);
  await stage.last(stage.part(20_000, 2500));
  await until("people talk on", () => acked.length > before, 20_000).catch(() => undefined);
  stage.check(
    `Acknowledgements with the ${whose}'s clock at ${shift} s`,
    acked.length - before,
    acked.length > before,
  );
}

async function flush({ redis }: Desk): Promise<void> {
  const client = await redis?.connect();
  await client?.flushall();
}
