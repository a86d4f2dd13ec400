import { setTimeout as wait } from "node:timers/promises";

/** Runs a task again and again, `everyMs` after the one before has ended, until the signal; a failure does not stop it. */
export async function loop(
  everyMs: number,
  task: () => Promise<unknown>,
  options: { readonly signal: AbortSignal; readonly failed: (error: unknown) => void },
): Promise<void> {
  const { signal, failed } = options;
  while (!signal.aborted) {
    await task().catch(failed);
    await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
