import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useLocale } from "./desk.js";
import { toExact, toRelative } from "./time-format.js";

const tickMs = 1000;
const NowContext = createContext(0);

/** One clock for all that shows passing time, so that a page full of ages ticks together. */
export function NowProvider({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return <NowContext.Provider value={now}>{children}</NowContext.Provider>;
}

/** ms UTC, renewed every second. */
export function useNow(): number {
  return useContext(NowContext);
}

/** A relative time with the exact one on hover. */
export function RelativeTime({ at, narrow }: { at: number; narrow?: true }) {
  const locale = useLocale();
  const now = useNow();
  const exact = useMemo(() => toExact(at, locale), [at, locale]);
  return (
    <time dateTime={new Date(at).toISOString()} title={exact}>
      {toRelative(at, now, locale, narrow ? "narrow" : "long")}
    </time>
  );
}
