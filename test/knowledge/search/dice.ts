/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<One>(dice: () => number, from: readonly One[]): One {
  const found = from[Math.floor(dice() * from.length)];
  if (found === undefined) throw new Error("Nothing to pick from.");
  return found;
}
