import { bitsIn, lettersOf } from "./letter-bits.js";

const shortestNear = 5;
const longestForOneTypo = 7;
const samePrefixChars = 6;
/** Far beyond any stem; what is longer is near nothing. */
const longest = 64;

/** Edits that make one word of the other, swapped neighbours being one; more than `most` where there are more. */
export type Distance = (one: string, other: string, most: number) => number;

/** Edit distance (optimal string alignment), given up beyond `most`. */
export function createDistance(): Distance {
  // Used again for each pair: a search compares thousands of them.
  const rows = [0, 1, 2].map(() => new Uint8Array(longest + 1));

  return (one, other, most) => {
    const beyond = most + 1;
    if (Math.abs(one.length - other.length) > most || Math.max(one.length, other.length) > longest)
      return beyond;
    let [beforeLast, last, next] = rows;
    if (beforeLast === undefined || last === undefined || next === undefined) return beyond;
    for (let at = 0; at <= other.length; at += 1) last[at] = at;
    for (let row = 1; row <= one.length; row += 1) {
      next[0] = row;
      let least = row;
      const letter = one.charCodeAt(row - 1);
      for (let at = 1; at <= other.length; at += 1) {
        const same = letter === other.charCodeAt(at - 1);
        let fewest = (last[at - 1] ?? 0) + (same ? 0 : 1);
        fewest = Math.min(fewest, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
        const isSwapped =
          row > 1 &&
          at > 1 &&
          letter === other.charCodeAt(at - 2) &&
          one.charCodeAt(row - 2) === other.charCodeAt(at - 1);
        if (isSwapped) fewest = Math.min(fewest, (beforeLast[at - 2] ?? 0) + 1);
        next[at] = fewest;
        least = Math.min(least, fewest);
      }
      if (least > most) return beyond;
      [beforeLast, last, next] = [last, next, beforeLast];
    }
    return Math.min(beyond, last[other.length] ?? 0);
  };
}

/** Whether two stems are one word but for a typo or an ending. */
export type IsNear = (one: string, other: string) => boolean;

export function createIsNear(): IsNear {
  const distance = createDistance();
  return (one, other) => {
    if (one === other) return true;
    const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
    if (shorter.length < shortestNear || longer.length > longest) return false;
    if (shorter.length >= samePrefixChars && longer.startsWith(shorter)) return true;
    const most = longer.length > longestForOneTypo ? 2 : 1;
    if (bitsIn(lettersOf(one) ^ lettersOf(other)) > 2 * most) return false;
    return distance(one, other, most) <= most;
  };
}
