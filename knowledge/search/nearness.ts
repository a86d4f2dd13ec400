const shortestNear = 5;
const longestForOneTypo = 7;
const samePrefixChars = 6;

/** Whether two stems are one word but for a typo or an ending. */
export function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < shortestNear) return false;
  if (shorter >= samePrefixChars && (one.startsWith(other) || other.startsWith(one))) return true;
  return isWithin(one, other, Math.max(one.length, other.length) > longestForOneTypo ? 2 : 1);
}

/** Edit distance with swapped neighbours (optimal string alignment), given up beyond `most`. */
function isWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      const changed = (last[at - 1] ?? 0) + (same ? 0 : 1);
      const cheapest = Math.min(changed, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      next.push(swapped ? Math.min(cheapest, (beforeLast[at - 2] ?? 0) + 1) : cheapest);
    }
    if (Math.min(...next) > most) return false;
    beforeLast = last;
    last = next;
  }
  return (last[other.length] ?? 0) <= most;
}
