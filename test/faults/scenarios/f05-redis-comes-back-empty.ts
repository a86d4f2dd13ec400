import { History } from "../oracles/history.js";
import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";
import { enter, waitForPerson } from "../stage/talks.js";

export const redisComesBackEmpty: Scenario = {
  id: "F5",
  fault: "kill -9 of Redis, which comes back empty",
  criterion: "all who wait are offered again ≤ 10 s; nobody gets a second owner",
  on: ["postgres", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const history = new History();
    const waiting = await enter(desk, history, { requesters: 10, agents: 0, forAll: true });
    const waiters = await Promise.all(waiting.requesters.map(waitForPerson));

    await desk.redis?.kill();
    await stage.last(stage.dice(1500));
    await desk.redis?.restart();
    const backAt = performance.now();
    const fresh = await enter(desk, history, { requesters: 0, agents: 2 });
    const isWhole = () =>
      fresh.queues.every((queue) => waiters.every(({ attendanceId }) => queue.lines().has(attendanceId)));
    await until("everybody is offered", isWhole, 30_000);
    stage.atMost("All who wait are offered on every node", performance.now() - backAt, 10_000);
    fresh.end();

    const crowd = await stage.crowd(desk);
    await until(
      "all are served",
      () =>
        waiters.every(({ attendanceId }) =>
          crowd.history.won.some((won) => won.attendanceId === attendanceId),
        ),
      60_000,
    );
    waiting.end();
    await stage.judge(desk, crowd);
  },
};
