import type { Scenario } from "../stage/scenario.js";
import { writeThroughHangingNode } from "../stage/late-words.js";

export const stoppedNode: Scenario = {
  id: "F3",
  fault: "SIGSTOP of one of two servers for 60 s, then SIGCONT",
  criterion: "its late writes are refused by the epoch (at least one is tried), one owner for each epoch",
  on: ["two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const [node] = desk.nodes;
    const stoppedMs = stage.part(60_000, 6000);
    const late = await writeThroughHangingNode(desk, crowd, {
      begin: () => node?.signal("SIGSTOP"),
      over: async () => {
        await stage.last(stoppedMs);
        node?.signal("SIGCONT");
      },
    });
    stage.check(
      `Late writes refused after ${stoppedMs / 1000} s`,
      `${late.refused} of ${late.sent}`,
      late.refused === late.sent,
    );
    stage.check("Owners of one epoch, at most", late.owners, late.owners === 1);
    await stage.judge(desk, crowd);
  },
};
