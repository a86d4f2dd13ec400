import { createPostings } from "../../../knowledge/search/postings.js";
import { createDice } from "./dice.js";

describe("postings", () => {
  it("hold what was put in and not taken out, however lists grow and shrink", () => {
    const dice = createDice(7);
    const postings = createPostings();
    const kept = new Map<number, number[]>();
    for (let step = 0; step < 60_000; step += 1) {
      // A few lists get most of it, so that blocks of every size are used, and given back.
      const list = Math.floor(dice() ** 4 * 500);
      const words = kept.get(list) ?? [];
      kept.set(list, words);
      if (dice() < 0.55 + 0.3 * Math.sin(step / 8000)) {
        const word = Math.floor(dice() * 2 ** 32);
        words.push(word);
        postings.append(list, word);
      } else if (words.length > 0) {
        const [word = 0] = words.splice(Math.floor(dice() * words.length), 1);
        postings.remove(list, word);
      }
    }

    for (const [list, words] of kept) {
      expect(postings.size(list)).toBe(words.length);
      expect([...postings.read(list)].sort()).toEqual([...words].sort());
    }
  });

  it("hold a list longer than a slab, and let it become short again", () => {
    const postings = createPostings();
    const words = Array.from({ length: 300_000 }, (_, word) => word);
    for (const word of words) postings.append(3, word);
    expect(postings.read(3).reduce((sum, word) => sum + word, 0)).toBe((300_000 * 299_999) / 2);

    for (const word of words.slice(10).reverse()) postings.remove(3, word);

    expect([...postings.read(3)].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...postings.read(4)]).toEqual([]);
  });

  it("leave a list alone that does not have the word", () => {
    const postings = createPostings();
    postings.append(1, 5);
    postings.remove(1, 6);
    postings.remove(2, 5);

    expect([...postings.read(1)]).toEqual([5]);
  });
});
