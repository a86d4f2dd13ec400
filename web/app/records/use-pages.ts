import { useCallback, useEffect, useState } from "react";
import { type Loaded, useLoaded } from "../shared/use-loaded.js";

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

const refreshMs = 5000;

/**
 * A list that grows by pages and refreshes itself while it is looked at; what is shown stays until the new state is
 * there.
 */
export function usePages<T>(load: (limit: string) => Promise<Page<T>>): {
  readonly list: Loaded<Page<T>>;
  readonly reload: () => void;
  readonly more: () => void;
} {
  const [limit, setLimit] = useState(25);
  const [list, reload] = useLoaded(useCallback(() => load(String(limit)), [load, limit]));
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") reload();
    }, refreshMs);
    return () => clearInterval(timer);
  }, [reload]);
  const more = useCallback(() => setLimit((present) => Math.min(100, present + 25)), []);
  return { list, reload, more };
}
