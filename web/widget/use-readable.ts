import { useLayoutEffect, useState } from "preact/hooks";
import type { Readable } from "../chat/readable.js";

/** The present value of a store; the component is drawn again when it changes. */
export function useReadable<T>(readable: Readable<T>): T {
  const [, redraw] = useState({});
  const value = readable.getSnapshot();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value of the first drawing is compared once.
  useLayoutEffect(() => {
    const check = (): void => redraw({});
    // It may have changed between drawing and subscribing.
    if (!Object.is(value, readable.getSnapshot())) check();
    return readable.subscribe(check);
  }, [readable]);
  return value;
}
