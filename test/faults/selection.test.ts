import "../support/postgres.js";
import "../support/redis.js";
import { buildDesk } from "../support/desk-process.js";
import { scenarios } from "./scenarios/index.js";
import { choose, playScenario } from "./stage/run.js";
import { lightLoad } from "./stage/stage.js";

/** Short, and the same in every run; `npm run faults` plays all of them, longer and with any seed. */
const seed = 20;
const share = 0.01;
const selection = [
  ["F17", "sqlite"],
  ["F26", "sqlite"],
  ["F27", "sqlite"],
];

describe("faults, a short selection", () => {
  beforeAll(buildDesk);

  it.each(selection.flatMap((names) => choose(scenarios, names)))(
    "keeps every promise through $scenario.id on $kind",
    async ({ scenario, kind }) => {
      const { checks } = await playScenario(scenario, kind, { seed, share, load: lightLoad });

      expect(checks.filter((check) => !check.passes)).toEqual([]);
      expect(checks.length).toBeGreaterThan(0);
    },
  );

  it("has a scenario for each of F1 to F29, and one for several at once", () => {
    const faults = Array.from({ length: 29 }, (_, at) => `F${at + 1}`);

    expect(scenarios.map(({ id }) => id)).toEqual([...faults, "random"]);
  });
});
