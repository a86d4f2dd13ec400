import { createDice } from "../../handoff/rush.js";
import type { Scenario } from "../stage/scenario.js";
import { placeOf, planSchedule, type Step, tellSchedule } from "../stage/schedule.js";
import type { Field } from "../stage/troubles.js";
import type { Stage } from "../stage/stage.js";

const wholeMs = 600_000;
const leastMs = 30_000;

/** Whatever the dice say, several troubles at a time; played when it is asked for by its name. */
export const randomSchedule: Scenario = {
  id: "random",
  fault: "a schedule of troubles with processes, lines, Redis and PostgreSQL, chosen by the seed",
  criterion:
    "nothing acknowledged is lost, doubled or out of order; nobody owns twice; it serves when all is over",
  on: ["sqlite", "postgres", "two-nodes"],
  play: async (stage) => {
    const steps = planSchedule({
      // Spread first: the dice of neighbouring seeds begin alike.
      dice: createDice(Math.imul(stage.seed, 0x9e3779b1)),
      kind: stage.kind,
      lengthMs: stage.part(wholeMs, leastMs),
    });
    const desk = await stage.desk(stage.kind === "sqlite" ? {} : { ownPostgres: {} });
    const redis = await desk.redis?.connect();
    const crowd = await stage.crowd(desk);
    stage.check("Schedule", tellSchedule(steps), true);
    const before = crowd.history.acked.length;
    let played = 0;
    const busy = new Map<string, Promise<void>>();
    const since = performance.now();
    for (const step of steps) {
      const field = { desk, redis, at: step.at, dice: stage.dice };
      // A process takes as long as it takes to come back: the next trouble of its place waits for that.
      const ahead = busy.get(placeOf(step)) ?? Promise.resolve();
      const one = ahead.then(async () => {
        await stage.last(Math.max(0, since + step.beginsMs - performance.now()));
        await playStep(stage, step, field);
        played += 1;
      });
      busy.set(placeOf(step), one);
    }
    await Promise.all(busy.values());
    stage.dose("Troubles that began and ended", played, steps.length);
    stage.check("Acknowledgements meanwhile", crowd.history.acked.length - before, true);
    stage.atMost("First acknowledgement when all is over", await stage.nextAck(crowd), 10_000);
    await stage.judge(desk, crowd);
  },
};

async function playStep(stage: Stage, { lastsMs, trouble }: Step, field: Field): Promise<void> {
  await trouble.begin(field);
  await stage.last(lastsMs);
  await trouble.end?.(field);
}
