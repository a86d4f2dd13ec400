import type { Locale } from "../../texts/index.js";

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** "now", "5 minutes ago", "yesterday"; with `narrow` as short as the language allows. */
export function toRelative(
  at: number,
  now: number,
  locale: Locale,
  style: "long" | "narrow" = "long",
): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style });
  const age = Math.max(0, now - at);
  if (age < minuteMs) return format.format(0, "second");
  if (age < hourMs) return format.format(-Math.floor(age / minuteMs), "minute");
  if (age < dayMs) return format.format(-Math.floor(age / hourMs), "hour");
  return format.format(-Math.floor(age / dayMs), "day");
}

export function toExact(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }).format(at);
}

/** A time near by its clock, to the second; this week with its weekday, after that with its date. */
export function toMoment(at: number, now: number, locale: Locale): string {
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  const distance = Math.abs(at - now);
  if (distance < dayMs / 2) return new Intl.DateTimeFormat(locale, { ...time, second: "2-digit" }).format(at);
  const date = distance < 6 * dayMs ? {} : ({ day: "numeric", month: "short" } as const);
  return new Intl.DateTimeFormat(locale, { weekday: "long", ...date, ...time }).format(at);
}

export function toClock(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(at);
}

/** How long something has been waiting: `0:42`, `12:05`, `3:10:00`. */
export function toDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours === 0) return `${minutes}:${pad(seconds % 60)}`;
  return `${hours}:${pad(minutes)}:${pad(seconds % 60)}`;
}

/** "Feb 26, 2019, 08:56 PM": exact to the minute. */
export function toMinute(at: number, locale: Locale): string {
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", ...time }).format(
    at,
  );
}
