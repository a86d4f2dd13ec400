import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";
import { deliver, end, enter, pairUp } from "../stage/talks.js";

/** Engine.IO asks every 25 s and waits 20 s for the answer. */
const deadWithinMs = 47_000;

export const badLine: Scenario = {
  id: "F11",
  fault: "the client's line: reset after the send, black hole, slices of bytes, 1 KB/s, 500 ms",
  criterion:
    "every message appears once; what is not sent is shown as such ≤ 10 s; a dead line is known ≤ 45 s",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const { requesters, agents, end: leave } = await enter(desk, crowd.history, { requesters: 1, agents: 1 });
    const [requester] = requesters;
    const [agent] = agents;
    if (!requester || !agent) throw new Error("Nobody came.");
    const pair = await pairUp(requester, agent, crowd.history);
    const phase = stage.part(30_000, 3000);

    for (const front of desk.fronts) front.cutAnswers((bytes) => bytes.length > 0 && stage.dice(12) === 0);
    await stage.last(phase);
    for (const front of desk.fronts) front.cutAnswers(undefined);
    stage.dose(
      "Answers cut off by a reset",
      desk.fronts.reduce((sum, front) => sum + front.cuts(), 0),
    );
    for (const [what, line] of [
      ["slices", { isSliced: true }],
      ["1 KB/s", { bytesPerSecond: 1024 }],
      ["500 ms", { delayMs: 500 }],
    ] as const) {
      for (const front of desk.fronts) front.set(line);
      await stage.last(phase);
      for (const front of desk.fronts) front.heal();
      await stage.nextAck(crowd);
      stage.check(`Talks go on after ${what}`, "yes", true);
    }

    for (const front of desk.fronts) front.set({ isBlackhole: true });
    const darkAt = performance.now();
    pair.talk.send("words into the dark");
    const isPending = () => pair.talk.getSnapshot().items.some((item) => item.kind === "outgoing");
    await until("it is shown as not sent", isPending, 10_000);
    stage.atMost("Shown as not sent yet", performance.now() - darkAt, 10_000);
    if (stage.share >= 0.5) {
      await until("the line is known to be dead", () => !requester.isOnline, 60_000);
      stage.atMost("The line is known to be dead", performance.now() - darkAt, deadWithinMs);
    } else await stage.last(phase);
    for (const front of desk.fronts) front.heal();
    await requester.sent(pair.talk, 60_000);
    const [took = 0] = await deliver(pair, 1, 60_000);
    stage.check("Delivery when the line is back, ms", took, true);
    await end(pair);
    leave();
    await stage.judge(desk, crowd);
  },
};
