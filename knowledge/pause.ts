/** Longest stretch of work before conversations have their turn. */
const stretchMs = 10;

/** Resolves at once while the stretch lasts, and after a turn of the event loop when it is used up. */
export type Pause = () => Promise<void>;

export function createPause(): Pause {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretchMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
