import type { Crowd } from "../crowd.js";
import { quantile } from "../oracles/history.js";
import type { Desk } from "../stage/desk.js";
import type { Scenario } from "../stage/scenario.js";
import type { Stage } from "../stage/stage.js";
import {
  deliver,
  end,
  enter,
  type Pair,
  pairUp,
  readiness,
  tryAccept,
  waitForPerson,
} from "../stage/talks.js";

const words = 25;

export const redisDown: Scenario = {
  id: "F7",
  fault: "Redis down for 60 s; SIGSTOP for 30 s; 200 ms ± 100 ms slower",
  criterion:
    "acknowledgement and delivery on one node p99 ≤ 300 ms, across nodes ≤ 2 s (the poll) and a busy machine's half; claims stay right by SQL; /readyz says degraded",
  on: ["postgres", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const { history } = crowd;
    const { requesters, agents, end: leave } = await enter(desk, history, { requesters: 2, agents: 2 });
    const [first, second] = requesters;
    const [one, other] = agents;
    if (!first || !second || !one || !other) throw new Error("Nobody came.");
    // The first agent is on the second node, and the other way round: where there are two.
    const near = await pairUp(first, other, history);
    const far = await pairUp(second, other, history);
    const calm = await deliver(near, words);
    stage.check("Delivery on one node without a fault, p99 ms", quantile(calm, 0.99), true);
    // On a machine that is busy with other things the fault may cost as much again as it cost without one.
    const limitMs = Math.max(300, Math.ceil(1.5 * quantile(calm, 0.99)));

    await desk.redis?.kill();
    await judgeDown(stage, desk, crowd, { what: "killed", near, far, limitMs });
    await desk.redis?.restart();
    await stage.nextAck(crowd);
    desk.redis?.pause();
    await judgeDown(stage, desk, crowd, { what: "stopped", near, far, limitMs });
    const race = await claimTwice(desk, crowd, agents);
    stage.check(
      "Two claims of one while it is stopped",
      race.join(", "),
      race.join() === "accepted,attendance/taken",
    );
    desk.redis?.resume();
    desk.redisLine?.set({ delayMs: 200, jitterMs: 100 });
    await judgeSpeed(stage, { what: "slow", near, far, limitMs });
    desk.redisLine?.heal();
    for (const pair of [near, far]) await end(pair);
    leave();
    await stage.judge(desk, crowd);
  },
};

interface Lines {
  readonly what: string;
  readonly near: Pair;
  readonly far: Pair;
  readonly limitMs: number;
}

async function judgeDown(stage: Stage, desk: Desk, crowd: Crowd, lines: Lines): Promise<void> {
  const during = stage.acksDuring(crowd, judgeSpeed(stage, lines));
  const state = await readiness(desk.urls[0] ?? "");
  const { p99, count } = await during;
  stage.atMost(`Redis ${lines.what}: p99 of ${count} acknowledgements of everybody`, p99, lines.limitMs);
  stage.check(
    `Redis ${lines.what}: /readyz`,
    `${state.httpStatus} ${state.status}`,
    state.status === "degraded",
  );
}

async function judgeSpeed(stage: Stage, { what, near, far, limitMs }: Lines): Promise<void> {
  const [here, there] = await Promise.all([deliver(near, words), deliver(far, Math.ceil(words / 5))]);
  stage.atMost(`Redis ${what}: delivery on one node, p99`, quantile(here, 0.99), limitMs);
  stage.atMost(`Redis ${what}: delivery to the agent's node, longest`, Math.max(...there), 2000 + limitMs);
}

async function claimTwice(
  desk: Desk,
  { history }: Crowd,
  agents: Awaited<ReturnType<typeof enter>>["agents"],
): Promise<string[]> {
  const { requesters, end: leave } = await enter(desk, history, { requesters: 1, agents: 0 });
  const [requester] = requesters;
  if (requester === undefined) throw new Error("Nobody came.");
  const { attendanceId } = await waitForPerson(requester);
  const answers = await Promise.all(agents.map((agent) => tryAccept(agent, attendanceId, history)));
  for (const [at, answer] of answers.entries())
    if (answer === "accepted") await agents[at]?.ask("attendance:end", { attendanceId });
  leave();
  return answers.toSorted();
}
