/** The value below which this share (0..1) of the values lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values) {
  return percentile(values, 0.5);
}

/** The same measurement for each candidate in turn, several rounds: A B C A B C …; answers each one's results. */
export async function inTurns(rounds, candidates, measure) {
  const results = new Map(candidates.map((candidate) => [candidate.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const candidate of candidates) results.get(candidate.name).push(await measure(candidate));
  }
  return results;
}

/** A figure with three telling digits, thousands apart. */
export function show(value, unit = "") {
  if (!Number.isFinite(value)) return "–";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unit === "" ? text : `${text} ${unit}`;
}

/** Whether a mark is met, and if not by how much it is missed. `atLeast` or `atMost` is the mark. */
export function judge(what, value, { atLeast, atMost, unit = "" }) {
  const isMet = atLeast === undefined ? value <= atMost : value >= atLeast;
  const mark = atLeast === undefined ? `≤ ${show(atMost, unit)}` : `≥ ${show(atLeast, unit)}`;
  const factor = atLeast === undefined ? value / atMost : atLeast / value;
  return {
    what,
    mark,
    value: show(value, unit),
    verdict: isMet ? "met" : `missed by a factor of ${show(factor)}`,
  };
}
