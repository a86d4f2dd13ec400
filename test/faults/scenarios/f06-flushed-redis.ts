import type { Scenario } from "../stage/scenario.js";

export const flushedRedis: Scenario = {
  id: "F6",
  fault: "FLUSHALL and SCRIPT FLUSH again and again",
  criterion: "as F5; NOSCRIPT is handled",
  on: ["postgres", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const client = await desk.redis?.connect();
    const crowd = await stage.crowd(desk);
    const rounds = stage.part(100, 10);
    for (let round = 0; round < rounds; round += 1) {
      await stage.last(200 + stage.dice(800));
      await client?.flushall();
      await client?.script("FLUSH");
    }
    stage.check("Flushes", rounds, true);
    const said = desk.nodes.map((node) => node.said).join("");
    stage.check("NOSCRIPT in the log", said.includes("NOSCRIPT") ? "yes" : "no", !said.includes("NOSCRIPT"));
    await stage.judge(desk, crowd);
  },
};
