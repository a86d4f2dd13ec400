import type { Locale } from "../../contract/index.js";
import { fold } from "./fold.js";

const dayMs = 86_400_000;

const daysAhead: Readonly<Record<string, number>> = {
  today: 0,
  hoy: 0,
  hoje: 0,
  tomorrow: 1,
  manana: 1,
  amanha: 1,
  "day after tomorrow": 2,
  "the day after tomorrow": 2,
  "pasado manana": 2,
  "depois de amanha": 2,
  yesterday: -1,
  ayer: -1,
  ontem: -1,
};

const languages = ["en", "es", "pt"];
const filler =
  /\b(on|next|this|the|of|el|la|los|las|de|del|proximo|proxima|este|esta|o|a|na|no|em|que vem|feira)\b/g;

/**
 * The day somebody means, as `YYYY-MM-DD`, counted from `now` in the machine's time zone; `undefined` when there is no
 * such day. Knows "tomorrow" and its like, days of the week (the next one), names of months, ISO dates, and numbers
 * in the order day, month, year (month first only when that is the only way to read it).
 */
export function parseDate(answer: string, now: number): string | undefined {
  const text = fold(answer.replace(/\b(\d{1,2})(st|nd|rd|th|º|ª)(?=[^\p{L}]|$)/giu, "$1"));
  const ahead = daysAhead[text];
  if (ahead !== undefined) return toIso(new Date(now + ahead * dayMs));
  return parseNumbers(text, now) ?? parseMonthName(text, now) ?? parseWeekday(text, now);
}

/** The day written out in a language, such as "3 de dezembro de 2026". */
export function displayDate(iso: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

function parseNumbers(text: string, now: number): string | undefined {
  const parts = text.split(" ");
  const [first = Number.NaN, second = Number.NaN, third] = parts.map(Number);
  const isShaped = parts.length >= 2 && parts.length <= 3 && parts.every((part) => /^\d{1,4}$/.test(part));
  if (!isShaped) return undefined;
  if (first > 31) return third === undefined ? undefined : ofParts(first, second, third);
  if (third === undefined) return upcoming(first, second, now);
  const year = parts[2]?.length === 2 ? 2000 + third : third;
  return ofParts(year, second, first) ?? ofParts(year, first, second);
}

function parseMonthName(text: string, now: number): string | undefined {
  const words = text.replace(filler, " ").split(" ").filter(Boolean);
  const month = words.map(monthOf).find((found) => found !== undefined);
  const [day, year] = words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
  if (month === undefined || day === undefined || words.length > 3) return undefined;
  if (year === undefined) return upcoming(day, month, now);
  return ofParts(year, month, day);
}

function monthOf(word: string): number | undefined {
  if (word.length < 3 || /\d/.test(word)) return undefined;
  const isMonth = (month: number) =>
    languages.some((language) => {
      const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
      return fold(format.format(Date.UTC(2024, month, 1))).startsWith(word);
    });
  const month = Array.from({ length: 12 }, (_, at) => at).find(isMonth);
  return month === undefined ? undefined : month + 1;
}

function parseWeekday(text: string, now: number): string | undefined {
  const word = text.replace(filler, " ").trim();
  if (word.length < 3) return undefined;
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const day = new Date(now + ahead * dayMs);
    const isDay = languages.some((language) => {
      const name = fold(new Intl.DateTimeFormat(language, { weekday: "long" }).format(day)).replace(
        " feira",
        "",
      );
      return name.startsWith(word);
    });
    if (isDay) return toIso(day);
  }
  return undefined;
}

/** A day without a year is this year's, or next year's when it has passed. */
function upcoming(day: number, month: number, now: number): string | undefined {
  const today = toIso(new Date(now));
  const year = Number(today.slice(0, 4));
  const years = [year, year + 1, year + 2, year + 3, year + 4];
  return years.map((one) => ofParts(one, month, day)).find((iso) => iso !== undefined && iso >= today);
}

function ofParts(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2200) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

function toIso(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
