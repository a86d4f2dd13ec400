/** A time of day somebody names, in folded text; the patterns stand from the surest to the least sure. */
const half = "(?: ?(am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z]))";
const partOfDay =
  "(?: ?(?:horas|hs|hrs|h|o'clock)?,? (?:in the|de la|por la|da|de|a) (morning|afternoon|evening|manana|tarde|noche|manha|noite|madrugada))";
const patterns: readonly RegExp[] = [
  // 10:30, 10h30, 10:30 pm, 3:15 de la tarde
  new RegExp(`(?<![\\d.,:/-])([01]?\\d|2[0-4])[:h]([0-5]\\d)(?!\\d)(?:${half}|${partOfDay})?`, "u"),
  // 3 pm, 11 a.m.
  new RegExp(`(?<![\\d.,:/-])(1[0-2]|0?[1-9])()${half}`, "u"),
  // at 10, a las 4 de la tarde, às 15 horas
  new RegExp(
    `\\b(?:at|a las|a la|las|as|ate as|ate a|depois das|antes das|from|until|before|after) ([01]?\\d|2[0-4])()(?![\\d:/.,%-]*\\d)(?! ?(?:%|percent|of|de (?!la|manha|tarde|noite)|minut|days?|dias?|weeks?|semanas?))(?:${partOfDay})?`,
    "u",
  ),
  // 15h, 15 horas
  /(?<![\d.,:/-])([01]?\d|2[0-4])()(?:h|hs)\b/u,
];
const named: readonly (readonly [RegExp, string])[] = [
  [/\b(?:noon|midday|mediodia|meio[- ]dia)\b/u, "12:00"],
  [/\b(?:midnight|medianoche|meia[- ]noite)\b/u, "00:00"],
];
const later = /^(?:p|afternoon|evening|tarde|noche|noite)/;
const earlier = /^(?:a|morning|manana|manha|madrugada)/;

/** The time of day as `HH:MM`, counted from 00:00; `undefined` when none is named. Takes folded text. */
export function findTime(folded: string): string | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const [, hour = "", minute = "", ...rest] = match;
    return toClock(Number(hour), Number(minute || 0), rest.find((part) => part !== undefined) ?? "");
  }
  return named.find(([words]) => words.test(folded))?.[1];
}

function toClock(hour: number, minute: number, partOfTheDay: string): string | undefined {
  if (hour === 24 && minute > 0) return undefined;
  const isLater = later.test(partOfTheDay) && hour < 12;
  const isMidnight = hour === 24 || (hour === 12 && earlier.test(partOfTheDay));
  const hours = isMidnight ? 0 : isLater ? hour + 12 : hour;
  return `${String(hours).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
