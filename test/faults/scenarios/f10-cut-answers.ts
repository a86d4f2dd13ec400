import type { Scenario } from "../stage/scenario.js";

export const cutAnswers: Scenario = {
  id: "F10",
  fault:
    "the connection is cut after the work is done and before the answer: on claims in Redis, on COMMIT in PostgreSQL",
  criterion: "nothing lost, nothing doubled",
  on: ["postgres", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const wins = crowd.history.won.length;
    desk.redisLine?.cutAnswers((bytes) => bytes.includes("claimed") && stage.dice(3) === 0);
    desk.postgresLine?.cutAnswers((bytes) => bytes.includes("COMMIT") && stage.dice(8) === 0);
    const enough = stage.part(100, 6);
    for (let waited = 0; waited < 60 && (desk.postgresLine?.cuts() ?? 0) < enough; waited += 1)
      await stage.last(500);
    desk.redisLine?.cutAnswers(undefined);
    desk.postgresLine?.cutAnswers(undefined);
    const cut = { redis: desk.redisLine?.cuts() ?? 0, postgres: desk.postgresLine?.cuts() ?? 0 };
    stage.check("Answers of Redis cut off", cut.redis, cut.redis > 0 || crowd.history.won.length === wins);
    stage.check("COMMITs whose answer was cut off", cut.postgres, cut.postgres >= Math.min(5, enough));
    await stage.judge(desk, crowd);
  },
};
