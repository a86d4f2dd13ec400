import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";

/** How long the right moments may take to come. */
const cutWithinMs = 120_000;

export const cutAnswers: Scenario = {
  id: "F10",
  fault:
    "the connection is cut after the work is done and before the answer: on claims in Redis, on COMMIT in PostgreSQL",
  criterion: "nothing lost, nothing doubled",
  on: ["postgres", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const { redisLine, postgresLine } = desk;
    if (redisLine === undefined || postgresLine === undefined) throw new Error("This takes lines to cut.");
    const [claims, commits] = [stage.part(30, 3), stage.part(100, 6)];
    // The first of each always: a claim is rare.
    redisLine.cutAnswers(
      (bytes) => bytes.includes("claimed") && (redisLine.cuts() === 0 || stage.dice(2) === 0),
    );
    postgresLine.cutAnswers(
      (bytes) => bytes.includes("COMMIT") && (postgresLine.cuts() === 0 || stage.dice(8) === 0),
    );
    const isEnough = () => redisLine.cuts() >= claims && postgresLine.cuts() >= commits;
    await until("answers were cut off", isEnough, cutWithinMs).catch(() => undefined);
    for (const line of [redisLine, postgresLine]) line.cutAnswers(undefined);
    stage.dose("Answers to claims cut off in Redis", redisLine.cuts(), claims);
    stage.dose("COMMITs whose answer was cut off", postgresLine.cuts(), commits);
    await stage.judge(desk, crowd);
  },
};
