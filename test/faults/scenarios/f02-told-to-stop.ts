import type { Scenario } from "../stage/scenario.js";

export const toldToStop: Scenario = {
  id: "F2",
  fault: "SIGTERM",
  criterion:
    "what is under way is committed, the process ends ≤ 10 s with code 0, nothing is shown twice after a resend",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const rounds = stage.part(20, 2);
    let longestMs = 0;
    const codes = new Set<number | null>();
    for (let round = 0; round < rounds; round += 1) {
      await stage.last(200 + stage.dice(1500));
      const node = desk.nodes[stage.dice(desk.nodes.length)];
      const ending = await node?.stop();
      longestMs = Math.max(longestMs, ending?.tookMs ?? 0);
      codes.add(ending?.code ?? null);
      await node?.start();
      await stage.nextAck(crowd);
    }
    stage.atMost(`The longest of ${rounds} ends`, longestMs, 10_000);
    stage.check("Exit codes", [...codes].join(), [...codes].join() === "0");
    await stage.judge(desk, crowd);
  },
};
