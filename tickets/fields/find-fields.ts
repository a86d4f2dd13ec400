import { type ActivityField, type Locale, locales } from "../../contract/index.js";
import { fold } from "./fold.js";
import { parseAnswer } from "./parse-answer.js";

export interface FoundField {
  readonly name: string;
  readonly value: string;
  readonly display: string;
}

export interface Mentioned {
  readonly locale: Locale;
  readonly now: number;
  readonly email?: string | undefined;
  readonly number?: number | undefined;
  /** As written: "tomorrow", "12/03/2026". */
  readonly date?: string | undefined;
  readonly ticketNumber?: string | undefined;
  /** The time of day as `HH:MM`. */
  readonly time?: string | undefined;
  /** As written: "since this morning". */
  readonly since?: string | undefined;
  /** Whether a folded word says nothing about what is asked. */
  readonly isFiller: (word: string) => boolean;
}

type Option = NonNullable<ActivityField["options"]>[number];

const shortestTelling = 4;
const codePattern = /\b\p{Lu}{1,6}-?\d{2,8}\b/gu;

/**
 * What a sentence says of an activity's fields, without having been asked: an option that is named, a code of the shape
 * that the question shows, since when something is so or at what time, and a date, an address or a number where one field only takes such. What leaves a doubt is
 * left to be asked.
 */
export function findFields(
  fields: readonly ActivityField[],
  sentence: string,
  mentioned: Mentioned,
): FoundField[] {
  if (sentence.trim() === "") return [];
  return fields.flatMap((field) => {
    const isOnly = fields.filter(({ type }) => type === field.type).length === 1;
    const said = saidFor(field, sentence, { ...mentioned, isOnly });
    if (said === undefined) return [];
    const parsed = parseAnswer(field, said, mentioned);
    return parsed.ok && parsed.value !== ""
      ? [{ name: field.name, value: parsed.value, display: parsed.display }]
      : [];
  });
}

function saidFor(
  field: ActivityField,
  sentence: string,
  {
    isOnly,
    email,
    number,
    date,
    ticketNumber,
    time,
    since,
    isFiller,
  }: Mentioned & { readonly isOnly: boolean },
): string | undefined {
  switch (field.type) {
    case "choice":
      return namedOption(field.options ?? [], sentence, isFiller)?.value;
    case "text":
      if (asksSince(field)) return since;
      return asksTime(field) ? time : codeIn(field, sentence, ticketNumber);
    case "email":
      return isOnly ? email : undefined;
    case "date":
      return isOnly ? date : undefined;
    case "number":
      // The figures of a date, a time or a ticket are no number of anything.
      return isOnly && (date ?? time ?? ticketNumber) === undefined ? number?.toString() : undefined;
  }
}

/** The one option whose name stands in the sentence; else the one of which a telling word does that no other has. */
function namedOption(
  options: readonly Option[],
  sentence: string,
  isFiller: (word: string) => boolean,
): Option | undefined {
  const said = ` ${fold(sentence)} `;
  const words = new Set(said.split(" "));
  const whole = options.filter((option) => namesOf(option).some((name) => said.includes(` ${name} `)));
  if (whole.length > 0) return longestOf(whole, said);
  const wordsOf = (option: Option) => new Set(namesOf(option).flatMap((name) => name.split(" ")));
  const isTelling = (word: string, own: Option) =>
    word.length >= shortestTelling &&
    !isFiller(word) &&
    words.has(word) &&
    options.every((other) => other === own || !wordsOf(other).has(word));
  const named = options.filter((option) => [...wordsOf(option)].some((word) => isTelling(word, option)));
  return named.length === 1 ? named[0] : undefined;
}

/** "Sales portal" names the portal of sales, not also "Sales"; two that stand apart leave a doubt. */
function longestOf(options: readonly Option[], said: string): Option | undefined {
  const longest = (option: Option) =>
    namesOf(option)
      .filter((name) => said.includes(` ${name} `))
      .sort((a, b) => b.length - a.length)[0] ?? "";
  const [best, ...others] = [...options].sort((a, b) => longest(b).length - longest(a).length);
  if (best === undefined) return undefined;
  return others.every((other) => ` ${longest(best)} `.includes(` ${longest(other)} `)) ? best : undefined;
}

function namesOf(option: Option): string[] {
  const labels = locales.flatMap((locale) => option.label[locale] ?? []);
  return [option.value, ...labels].map(fold).filter((name) => name.length >= 3);
}

/** Whether the question is since when something is so. */
function asksSince({ ask }: ActivityField): boolean {
  return locales.some((locale) =>
    /\b(?:since when|desde cuando|desde quando)\b/u.test(fold(ask[locale] ?? "")),
  );
}

/** Whether the question is at what time of the day something is to be. */
function asksTime({ ask }: ActivityField): boolean {
  return locales.some((locale) =>
    /\b(?:what time|a que horas?|a partir de que hora|que horario|horario)\b/u.test(fold(ask[locale] ?? "")),
  );
}

/** A code such as PC-1042, where the question gives one of that shape as its example. */
function codeIn(
  { ask }: ActivityField,
  sentence: string,
  ticketNumber: string | undefined,
): string | undefined {
  const shapes = locales
    .flatMap((locale) => ask[locale]?.match(codePattern) ?? [])
    .map((code) => new RegExp(`^${code.replace(/\d+/u, "\\d{2,8}")}$`, "iu"));
  if (shapes.length === 0) return undefined;
  const codes = sentence.match(/[\p{L}\d]+-?\d+/gu) ?? [];
  const fitting = codes.filter((code) => shapes.some((shape) => shape.test(code)));
  const [only] = [...new Set(fitting.map((code) => code.toUpperCase()))];
  return fitting.length === 1 && only !== ticketNumber ? only : undefined;
}
