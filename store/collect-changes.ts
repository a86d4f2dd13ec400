import { AsyncLocalStorage } from "node:async_hooks";

type Properties = Readonly<Record<string, unknown>>;

/** What one act changed, as far as the parts that changed it say so. */
export interface CollectedChange {
  readonly type: string;
  readonly id: string;
  readonly before?: Properties | undefined;
  readonly after?: Properties | undefined;
}

const underWay = new AsyncLocalStorage<CollectedChange[]>();

/** Runs an act and answers with what came of it, and with every change that was noted meanwhile, here and below. */
export async function collectChanges<T>(
  run: () => Promise<T>,
): Promise<{ readonly result: T; readonly changes: readonly CollectedChange[] }> {
  const changes: CollectedChange[] = [];
  const result = await underWay.run(changes, run);
  return { result, changes };
}

/** Tells whoever collects now; where nobody does, nothing happens. */
export function noteChange({ type, id, before, after }: CollectedChange): void {
  underWay.getStore()?.push({ type, id, before, after });
}
