import { createDictionary } from "../../../knowledge/search/dictionary.js";
import { createDistance } from "../../../knowledge/search/nearness.js";
import { createDice, pick } from "./dice.js";
import { readBack } from "./read-back.js";

const letters = "abcdeilmnoprstuvñ".split("");

function createWords(dice: () => number, count: number): string[] {
  const say = () => Array.from({ length: 4 + Math.floor(dice() * 9) }, () => pick(dice, letters)).join("");
  return [...new Set(Array.from({ length: count }, say))];
}

describe("the words of an index", () => {
  it("near a word are those that a look at every word would find", () => {
    const dice = createDice(8);
    const words = createWords(dice, 3000);
    const dictionary = createDictionary();
    for (const word of words) dictionary.take(word);
    const distance = createDistance();
    for (const word of words.filter((one) => one.length >= 6).slice(0, 200)) {
      const at = 1 + Math.floor(dice() * (word.length - 2));
      const slip = `${word.slice(0, at)}${pick(dice, letters)}${word.slice(at + 1)}`;
      const typos = Math.min(2, Math.round(slip.length / 4));
      const expected = words.filter(
        (one) =>
          one.length >= 5 &&
          one[0] === slip[0] &&
          (distance(slip, one, typos) <= typos || one.startsWith(slip)),
      );

      expect(
        dictionary
          .near(slip, 3000)
          .map((one) => one.word)
          .sort(),
      ).toEqual(expected.sort());
    }
  });

  it("are found by another first letter where none is near by its own, and as a beginning", () => {
    const dictionary = createDictionary();
    for (const word of ["printer", "printing", "scanner", "vpn", "a1b2c3"]) dictionary.take(word);
    const near = (word: string) => dictionary.near(word, 5).map((one) => one.word);

    expect(near("orinter")).toEqual(["printer"]);
    expect(near("scanne")).toEqual(["scanner"]);
    expect(near("pirnter")).toEqual(["printer"]);
    expect([near("vpm"), near("a1b2c4"), near("elephant")]).toEqual([[], [], []]);
  });

  it("keep their numbers until they are dropped, and over being written down", async () => {
    const dictionary = createDictionary();
    const [one, two, three] = ["printer", "scanner", "monitor"].map(dictionary.take);
    dictionary.drop(two ?? 0);
    const again = createDictionary();
    await again.restore(readBack(dictionary.sections()));

    for (const known of [dictionary, again]) {
      expect([known.find("printer"), known.find("scanner"), known.find("monitor")]).toEqual([
        one,
        undefined,
        three,
      ]);
      expect(known.near("scaner", 5)).toEqual([]);
      expect(known.take("keyboard")).toBe(two);
      expect(known.near("keybaord", 5)).toMatchObject([{ word: "keyboard", term: two }]);
    }
  });
});
