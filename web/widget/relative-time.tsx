import { useEffect, useMemo, useState } from "preact/hooks";
import type { Locale } from "../texts/index.js";
import { useScope } from "./context.js";

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "now", "5 min. ago", "yesterday". */
export function toRelative(at: number, now: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const age = Math.max(0, now - at);
  const [unit, size] = steps.find(([, ms]) => age >= ms) ?? ["second", Number.POSITIVE_INFINITY];
  return format.format(-Math.floor(age / size), unit);
}

/** How long ago, with the exact time on hover (S0-20). */
export function RelativeTime({ at }: { at: number }) {
  const { locale } = useScope();
  const now = useMinute();
  const exact = useMemo(
    () => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }).format(at),
    [at, locale],
  );
  return (
    <time dateTime={new Date(at).toISOString()} title={exact}>
      {toRelative(at, now, locale)}
    </time>
  );
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
