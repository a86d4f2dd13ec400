/** Keeps the best few of many, without sorting those that never had a chance. */
export interface Best {
  /** Below this score nothing is kept any more; a tie may be. */
  least(): number;
  offer(slot: number, score: number): void;
  /** Best first. */
  take(): { readonly slot: number; readonly score: number }[];
}

/** `compare` decides between equal scores, as for sorting. */
export function createBest(most: number, compare: (a: number, b: number) => number): Best {
  const slots: number[] = [];
  const scores: number[] = [];

  /** Whether the one at a place is worse than the one at the other. */
  function isWorse(one: number, other: number): boolean {
    const by = (scores[one] ?? 0) - (scores[other] ?? 0);
    return by === 0 ? compare(slots[one] ?? 0, slots[other] ?? 0) > 0 : by < 0;
  }

  function swap(one: number, other: number): void {
    [slots[one], slots[other]] = [slots[other] ?? 0, slots[one] ?? 0];
    [scores[one], scores[other]] = [scores[other] ?? 0, scores[one] ?? 0];
  }

  function rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!isWorse(at, above)) return;
      swap(at, above);
      at = above;
    }
  }

  function sink(): void {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let worst = at;
      if (left < slots.length && isWorse(left, worst)) worst = left;
      if (right < slots.length && isWorse(right, worst)) worst = right;
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  }

  return {
    least: () => (slots.length < most ? Number.NEGATIVE_INFINITY : (scores[0] ?? 0)),
    offer: (slot, score) => {
      if (slots.length < most) {
        slots.push(slot);
        scores.push(score);
        rise(slots.length - 1);
        return;
      }
      const by = score - (scores[0] ?? 0);
      if (by < 0 || (by === 0 && compare(slot, slots[0] ?? 0) > 0)) return;
      slots[0] = slot;
      scores[0] = score;
      sink();
    },
    take: () =>
      slots
        .map((slot, at) => ({ slot, score: scores[at] ?? 0 }))
        .sort((a, b) => b.score - a.score || compare(a.slot, b.slot)),
  };
}
