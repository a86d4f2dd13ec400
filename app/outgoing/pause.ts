/**
 * How long to wait before a next try: twice as long each time, half of it by chance (0 to 1), so that a receiver that
 * comes back is not met by all at once.
 */
export function createPause({
  firstMs,
  longestMs,
}: {
  readonly firstMs: number;
  readonly longestMs: number;
}) {
  return (tries: number, chance: number): number => {
    const whole = Math.min(firstMs * 2 ** (tries - 1), longestMs);
    return Math.round(whole / 2 + (whole / 2) * chance);
  };
}
