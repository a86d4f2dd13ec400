import "../support/postgres.js";
import "../support/redis.js";
import { raceAccepts } from "./accept-race.js";
import { openScaledDesk, type ScaledDesk } from "./scaled-desk.js";

/** `F19=whole npm test -- test/faults/accept-race` runs the race in its full size; it takes minutes. */
const isWhole = process.env.F19 === "whole";
const race = isWhole
  ? { agents: 100, talks: 1000, capacity: 12, jitterMs: 50, seed: 19 }
  : { agents: 12, talks: 30, capacity: 4, jitterMs: 50, seed: 19 };

describe("all agents after all that wait, over two nodes", () => {
  let desk: ScaledDesk;
  beforeAll(async () => {
    desk = await openScaledDesk();
  });
  afterAll(() => desk.close());

  it("gives each conversation to one of them, fills nobody beyond their places, names the winner to the rest (F19, Q4)", async () => {
    const result = await raceAccepts(desk, race);

    const told = Object.fromEntries(result.answers);
    console.info("F19:", { ...result, answers: told });
    expect(result.broken).toEqual([]);
    expect(result.winners).toBe(race.talks);
    // Each of them sent each accept twice; whoever won was told so both times.
    expect(told.accepted).toBe(2 * race.talks);
    expect(desk.deaths()).toBe(0);
  }, 900_000);
});
