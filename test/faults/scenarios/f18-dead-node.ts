import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";
import { deliver, end, enter, pairUp } from "../stage/talks.js";

/** A socket's presence lapses after 45 s, and the rest of the desk looks every 15 s. */
const ghostMs = 62_000;

export const deadNode: Scenario = {
  id: "F18",
  fault: "the agent on one node, the requester on the other; the agent's node is killed",
  criterion:
    "the same order on both; the agent goes on on the other node with nothing missing; ghosts are gone with their presence",
  on: ["two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const [first, second] = desk.nodes;
    const [, front] = desk.fronts;
    if (!first || !second || !front) throw new Error("This takes two nodes.");
    const { requesters, agents, end: leave } = await enter(desk, crowd.history, { requesters: 1, agents: 2 });
    const [requester] = requesters;
    const [agent] = agents;
    if (!requester || !agent) throw new Error("Nobody came.");
    const pair = await pairUp(requester, agent, crowd.history);
    await deliver(pair, 5);
    for (let round = 0; round < stage.part(10, 2); round += 1) {
      await second.kill();
      front.pointAt(first.port);
      const [took = 0] = await deliver(pair, 1, 30_000);
      stage.atMost("Words reach the agent on the other node", took, 5000);
      await second.start();
      front.pointAt(second.port);
      await deliver(pair, 2, 30_000);
    }
    await second.kill();
    const killedAt = performance.now();
    agent.close();
    front.pointAt(first.port);
    if (stage.share >= 0.5) {
      const isAway = () => pair.talk.getSnapshot().conversation?.online.agent === false;
      await until("the ghost is gone", isAway, ghostMs + 20_000);
      stage.atMost("An agent without a node is shown as away", performance.now() - killedAt, ghostMs);
    }
    await second.start();
    front.pointAt(second.port);
    await requester.ask("attendance:cancel", { attendanceId: pair.attendanceId });
    await end({ ...pair, agent: agents[1] ?? agent });
    await requester.ask("conversation:close", { conversationId: pair.talk.conversationId });
    leave();
    await stage.judge(desk, crowd);
  },
};
