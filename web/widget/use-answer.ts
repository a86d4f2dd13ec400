import { useCallback, useEffect, useState } from "preact/hooks";
import type { RestOutcome } from "./rest.js";

export type Answer<T> =
  | { readonly status: "loading" }
  | { readonly status: "failed" }
  | { readonly status: "ready"; readonly value: T };

/** Asks when drawn, when `key` changes and on retry; a late answer to an older question is dropped. */
export function useAnswer<T>(ask: () => Promise<RestOutcome<T>>, key: string): [Answer<T>, () => void] {
  const [answer, setAnswer] = useState<Answer<T>>({ status: "loading" });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the question is another one.
  useEffect(() => {
    let current = true;
    setAnswer({ status: "loading" });
    void ask().then((outcome) => {
      if (current) setAnswer(outcome.ok ? { status: "ready", value: outcome.value } : { status: "failed" });
    });
    return () => {
      current = false;
    };
  }, [key, round]);
  return [answer, useCallback(() => setRound((count) => count + 1), [])];
}
