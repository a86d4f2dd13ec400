import type { Crowd } from "../crowd.js";
import type { Desk } from "../stage/desk.js";
import type { Scenario } from "../stage/scenario.js";
import type { Stage } from "../stage/stage.js";
import { enter } from "../stage/talks.js";

export const postgresFails: Scenario = {
  id: "F12",
  fault:
    "PostgreSQL: immediate restart, kill -9, all connections ended, SIGSTOP 30 s, five connections in all",
  criterion:
    "no acknowledgement without its commit; the desk serves again ≤ 5 s after PostgreSQL does; waiting is bounded: server/busy ≤ 10 s",
  on: ["postgres", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk({ ownPostgres: {} });
    const { postgres } = desk;
    if (postgres === undefined) throw new Error("There is no PostgreSQL.");
    const crowd = await stage.crowd(desk);
    await back(stage, crowd, "an immediate restart", () => postgres.restartAtOnce());
    await back(stage, crowd, "a kill", () => postgres.kill());
    for (let round = 0; round < stage.part(20, 3); round += 1) {
      await stage.last(300);
      await desk.cutDatabase();
    }
    await back(stage, crowd, "the end of all connections", () => desk.cutDatabase());
    await hang(stage, desk, crowd, { pause: postgres.pause, resume: postgres.resume });
    await postgres.stop();
    await postgres.start({ max_connections: "5", superuser_reserved_connections: "0" });
    await back(stage, crowd, "a start with five connections", async () => undefined, 15_000);
    const { count } = await stage.acksDuring(crowd, stage.last(stage.part(20_000, 4000)));
    stage.check("Acknowledgements with five connections", count, count > 0);
    await postgres.stop();
    await postgres.start({});
    await stage.nextAck(crowd);
    const failed =
      desk.nodes
        .map((node) => node.said)
        .join("")
        .match(/"A socket request failed\."/g)?.length ?? 0;
    stage.check("Requests that were told of a fault and not to try again", failed, failed === 0);
    await stage.judge(desk, crowd);
  },
};

async function back(
  stage: Stage,
  crowd: Crowd,
  what: string,
  fault: () => Promise<unknown>,
  limitMs = 5000,
): Promise<void> {
  await fault();
  stage.atMost(`First acknowledgement after ${what}`, await stage.nextAck(crowd), limitMs);
}

async function hang(
  stage: Stage,
  desk: Desk,
  crowd: Crowd,
  server: { pause(): void; resume(): void },
): Promise<void> {
  const { requesters, end } = await enter(desk, crowd.history, { requesters: 1, agents: 0 });
  const talk = await requesters[0]?.open();
  server.pause();
  const since = performance.now();
  const outcome = await requesters[0]?.tryOnce("message:read", {
    conversationId: talk?.conversationId ?? "",
    upToSeq: 1,
  });
  const told = outcome === undefined || outcome.ok ? "an answer" : outcome.error.code;
  stage.check("While it hangs, a request is told", told, told === "server/busy");
  stage.atMost("… within", performance.now() - since, 10_000);
  await stage.last(stage.part(20_000, 1000));
  server.resume();
  stage.atMost("First acknowledgement after it hung", await stage.nextAck(crowd), 5000);
  end();
}
