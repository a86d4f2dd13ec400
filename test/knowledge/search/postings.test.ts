import { absent, createPostings } from "../../../knowledge/search/postings.js";
import { createDice } from "./dice.js";
import { readBack } from "./read-back.js";

const keyBits = 9;
const keys = 2 ** keyBits;

describe("postings", () => {
  it("hold what was put in and not taken out, in the order of keys, however lists grow and shrink", async () => {
    const dice = createDice(7);
    const postings = createPostings(keyBits);
    const kept = new Map<number, Map<number, number>>();
    for (let step = 0; step < 60_000; step += 1) {
      // A few lists get most of it, so that blocks of every size are used, and given back.
      const list = Math.floor(dice() ** 4 * 200);
      const words = kept.get(list) ?? new Map<number, number>();
      kept.set(list, words);
      const key = Math.floor(dice() * keys);
      if (dice() < 0.5 + 0.4 * Math.sin(step / 8000)) {
        const word = Math.floor(dice() * 2 ** (32 - keyBits)) * keys + key;
        words.set(key, word);
        postings.put(list, word);
      } else {
        words.delete(key);
        postings.remove(list, key);
      }
    }
    const again = createPostings(keyBits);
    await again.restore(readBack(postings.sections()));

    for (const one of [postings, again]) {
      for (const [list, words] of kept) {
        const inOrder = [...words].sort(([a], [b]) => a - b).map(([, word]) => word);
        expect([...one.read(list)]).toEqual(inOrder);
        expect(one.size(list)).toBe(words.size);
        for (const key of [0, 1, 77, keys - 1]) expect(one.find(list, key)).toBe(words.get(key) ?? absent);
      }
    }
  });

  it("hold a list longer than a slab, and let it become short again", () => {
    const postings = createPostings(21);
    const words = Array.from({ length: 300_000 }, (_, word) => word);
    for (const word of words) postings.put(3, word);
    expect(postings.read(3).reduce((sum, word) => sum + word, 0)).toBe((300_000 * 299_999) / 2);

    for (const word of words.slice(10).reverse()) postings.remove(3, word);

    expect([...postings.read(3)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...postings.read(4)]).toEqual([]);
  });

  it("leave a list alone that does not have the key", () => {
    const postings = createPostings(8);
    postings.put(1, 5);
    postings.remove(1, 6);
    postings.remove(2, 5);

    expect([...postings.read(1)]).toEqual([5]);
  });

  it("take back nothing that is cut off or has too much", async () => {
    const postings = createPostings(8);
    for (let word = 0; word < 100; word += 1) postings.put(word % 7, word);
    const sections = [...postings.sections()];

    await expect(createPostings(8).restore(readBack(sections.slice(0, -1)))).rejects.toThrow();
    const shorter = [...sections.slice(0, -1), sections.at(-1)?.subarray(4) ?? new Uint8Array()];
    await expect(createPostings(8).restore(readBack(shorter))).rejects.toThrow();
  });
});
