export interface BackoffOptions {
  readonly firstMs: number;
  readonly maxMs: number;
}

/** How long to wait before try number `failures + 1`: doubling, or what the channel asks for, within bounds. */
export function backoffMs(options: BackoffOptions, failures: number, askedMs = 0): number {
  const doubled = options.firstMs * 2 ** Math.min(failures - 1, 20);
  return Math.min(Math.max(doubled, askedMs), options.maxMs);
}
