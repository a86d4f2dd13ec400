import { createDice } from "../../handoff/rush.js";
import { scenarios } from "../scenarios/index.js";
import { choose } from "./run.js";
import { type Check, deskKinds, outcomeOf } from "./scenario.js";
import { planSchedule, tellSchedule } from "./schedule.js";

const kept: Check = { what: "kept", measured: "0", passes: true };
const failed: Check = { ...kept, passes: false };
const noDose: Check = { ...kept, passes: false, isDose: true };

describe("the outcome of a run", () => {
  it.each([
    ["kept", [kept]],
    ["broken", [kept, failed]],
    ["not judged", []],
    ["not judged", [kept, noDose]],
    ["broken", [failed, noDose]],
  ])("is %s", (outcome, checks) => {
    expect(outcomeOf({ checks })).toBe(outcome);
  });
});

describe("choosing what is played", () => {
  it("takes all faults when nothing is named, and the random schedule when it is", () => {
    const named = (names: readonly string[]) => [
      ...new Set(choose(scenarios, names).map(({ scenario }) => scenario.id)),
    ];

    expect(named([])).toHaveLength(29);
    expect(named([])).not.toContain("random");
    expect(named(["random"])).toEqual(["random"]);
    expect(named(["f5", "F6"])).toEqual(["F5", "F6"]);
    expect(() => choose(scenarios, ["F30"])).toThrow("There is no scenario");
  });
});

describe("a random schedule", () => {
  const plan = (seed: number, kind: (typeof deskKinds)[number] = "two-nodes") =>
    planSchedule({ dice: createDice(seed), kind, lengthMs: 600_000 });

  it("is the same for the same seed, and another for another", () => {
    expect(tellSchedule(plan(7))).toBe(tellSchedule(plan(7)));
    expect(tellSchedule(plan(7))).not.toBe(tellSchedule(plan(8)));
  });

  it.each(deskKinds)("brings only what there is on %s, and all of that in time", (kind) => {
    const steps = Array.from({ length: 10 }, (_, seed) => plan(seed, kind)).flat();

    expect(steps.every(({ trouble }) => trouble.on.includes(kind))).toBe(true);
    expect(new Set(steps.map(({ trouble }) => trouble.name)).size).toBe(kind === "sqlite" ? 7 : 17);
  });

  it("has several under way at once, and never two in one place", () => {
    const steps = plan(3);
    const overlaps = steps.flatMap((one, at) =>
      steps
        .slice(at + 1)
        .filter((other) => other.beginsMs < one.beginsMs + one.lastsMs)
        .map((other) => [one, other] as const),
    );
    const samePlace = overlaps.filter(
      ([one, other]) =>
        one?.trouble.place === other?.trouble.place &&
        (one?.at === other?.at || !/^(node|line)$/.test(one?.trouble.place ?? "")),
    );

    expect(overlaps.length).toBeGreaterThan(10);
    expect(samePlace).toEqual([]);
  });
});
