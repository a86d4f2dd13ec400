import { createBest } from "../../../knowledge/search/best.js";
import { createDice } from "./dice.js";

describe("the best few", () => {
  it("are those that sorting everything would give, ties as the comparison says", () => {
    const dice = createDice(3);
    for (let round = 0; round < 300; round += 1) {
      const most = 1 + Math.floor(dice() * 20);
      const all = Array.from({ length: Math.floor(dice() * 200) }, (_, slot) => ({
        slot,
        score: Math.floor(dice() * 12),
      }));
      const best = createBest(most, (a, b) => b - a);
      for (const { slot, score } of all) if (score >= best.least()) best.offer(slot, score);

      const sorted = all.sort((a, b) => b.score - a.score || b.slot - a.slot).slice(0, most);
      expect(best.take()).toEqual(sorted);
    }
  });
});
