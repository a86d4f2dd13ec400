import { useCallback, useEffect, useState } from "react";

export type Loaded<T> =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly error: Error }
  | { readonly status: "ready"; readonly value: T };

/**
 * Runs `load` when it changes and on `reload`; an answer that comes after a newer call is dropped. While it loads
 * again the former value stays, so that nothing flickers.
 */
export function useLoaded<T>(load: () => Promise<T>): readonly [Loaded<T>, () => void] {
  const [state, setState] = useState<Loaded<T>>({ status: "loading" });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((current) => current + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a wish to load again.
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setState({ status: "ready", value }),
      (error: Error) => current && setState({ status: "failed", error }),
    );
    return () => {
      current = false;
    };
  }, [load, round]);

  return [state, reload];
}
