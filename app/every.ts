import { setTimeout as wait } from "node:timers/promises";

export interface Repeated {
  readonly everyMs: number;
  readonly run: () => Promise<unknown>;
}

/** Runs each task again and again until the signal; a failure is told and does not stop it. */
export function repeat(
  tasks: readonly Repeated[],
  signal: AbortSignal,
  failed: (error: unknown) => void,
): Promise<void> {
  return Promise.all(tasks.map((task) => repeatOne(task, signal, failed))).then(() => undefined);
}

async function repeatOne(
  task: Repeated,
  signal: AbortSignal,
  failed: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await wait(task.everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) await task.run().catch(failed);
  }
}
