import { packTerms, unpackTerms } from "../../../knowledge/search/terms.js";
import { createDice } from "./dice.js";

describe("packed terms", () => {
  it("are what they were, however far they lie apart", () => {
    const dice = createDice(2);
    for (const most of [1, 200, 20_000, 2 ** 32]) {
      const terms = Uint32Array.from({ length: 300 }, () => Math.floor(dice() * most)).sort();

      expect(unpackTerms(packTerms(terms))).toEqual(terms);
    }
    expect(unpackTerms(packTerms(new Uint32Array()))).toEqual(new Uint32Array());
  });
});
