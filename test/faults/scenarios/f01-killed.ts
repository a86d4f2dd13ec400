import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";

export const killed: Scenario = {
  id: "F1",
  fault: "kill -9 of the server at random moments, 200 times",
  criterion:
    "nothing acknowledged is lost, nothing doubled, no gap; the first acknowledgement ≤ 3 s after it serves again",
  on: ["sqlite", "postgres", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const kills = stage.part(stage.kind === "sqlite" ? 200 : 60, 5);
    const firstAckMs: number[] = [];
    for (let killed = 0; killed < kills; killed += 1) {
      await stage.last(200 + stage.dice(2800 * Math.min(1, stage.share * 3)));
      const at = stage.dice(desk.nodes.length);
      const node = desk.nodes[at];
      await node?.kill();
      await node?.start();
      const { history } = crowd;
      const before = history.acked.length;
      const since = performance.now();
      await until("the first acknowledgement", () => history.acked.length > before, 30_000);
      firstAckMs.push(performance.now() - since);
    }
    stage.check("Kills", kills, true);
    stage.atMost("First acknowledgement after serving, the longest", Math.max(...firstAckMs), 3000);
    await stage.judge(desk, crowd);
  },
};
