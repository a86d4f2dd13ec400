import { type ActivityField, type Locale, locales } from "../../contract/index.js";
import { fold } from "./fold.js";
import { parseAnswer } from "./parse-answer.js";
import { asksApplication, asksDevice, asksSince, asksTime } from "./what-is-asked.js";

export interface FoundField {
  readonly name: string;
  readonly value: string;
  readonly display: string;
}

export interface FoundFields {
  readonly fields: readonly FoundField[];
  /** Whether the sentence says anything beside that. */
  readonly saysMore: boolean;
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
  /** Names of devices and of programs that the desk knows. */
  readonly devices?: readonly string[] | undefined;
  readonly applications?: readonly string[] | undefined;
  /** Whether a folded word says nothing about what is asked. */
  readonly isFiller: (word: string) => boolean;
}

type Option = NonNullable<ActivityField["options"]>[number];

const shortestTelling = 4;
const shortestRest = 3;
const codePattern = /\b\p{Lu}{1,6}-?\d{2,8}\b/gu;
/** What stands beside a time or a day. */
const partsOfDay = new Set(
  "morning afternoon evening noon midnight manana tarde noche madrugada mediodia manha noite meio dia horas hora".split(
    " ",
  ),
);

/**
 * What a sentence says of an activity's fields, without having been asked: an option that is named, a code of the shape
 * that the question shows, a device or a program of the desk's, since when something is so or at what time, and a date, an
 * address or a number where one field only takes such. What leaves a doubt is left to be asked.
 */
export function findFields(
  fields: readonly ActivityField[],
  sentence: string,
  mentioned: Mentioned,
): FoundFields {
  const used: string[] = [];
  if (sentence.trim() === "") return { fields: [], saysMore: false };
  const date =
    fields.some(asksSince) && isPartOf(mentioned.date, mentioned.since) ? undefined : mentioned.date;
  const found = fields.flatMap((field): FoundField[] => {
    const isOnly = fields.filter(({ type }) => type === field.type).length === 1;
    const said = saidFor(field, sentence, { ...mentioned, date, isOnly });
    if (said === undefined) return [];
    const parsed = parseAnswer(field, said, mentioned);
    if (!parsed.ok || parsed.value === "") return [];
    used.push(said, ...namesOfValue(field, parsed.value));
    return [{ name: field.name, value: parsed.value, display: parsed.display }];
  });
  return { fields: found, saysMore: found.length === 0 || hasRest(sentence, used, mentioned.isFiller) };
}

/** "Since yesterday" names no day that something is wanted for. */
function isPartOf(date: string | undefined, since: string | undefined): boolean {
  return date !== undefined && since !== undefined && ` ${fold(since)} `.includes(` ${fold(date)} `);
}

/** Whether a telling word is left beside what was used. */
function hasRest(sentence: string, used: readonly string[], isFiller: (word: string) => boolean): boolean {
  const taken = new Set(used.flatMap((one) => fold(one).split(" ")));
  return fold(sentence)
    .split(" ")
    .some(
      (word) =>
        word.length >= shortestRest &&
        !/^\d+$/u.test(word) &&
        !taken.has(word) &&
        !partsOfDay.has(word) &&
        !isFiller(word),
    );
}

function namesOfValue({ options = [] }: ActivityField, value: string): string[] {
  return options.filter((option) => option.value === value).flatMap(namesOf);
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
    devices = [],
    applications = [],
    isFiller,
  }: Mentioned & { readonly isOnly: boolean },
): string | undefined {
  switch (field.type) {
    case "choice":
      return namedOption(field.options ?? [], sentence, isFiller)?.value;
    case "text":
      if (asksSince(field)) return since;
      if (asksTime(field)) return time;
      if (asksApplication(field)) return onlyOf(applications);
      if (asksDevice(field)) return onlyOf(devices);
      return codeIn(field, sentence, ticketNumber);
    case "email":
      return isOnly ? email : undefined;
    case "date":
      return isOnly ? date : undefined;
    case "number":
      // The figures of a date, a time or a ticket are no number of anything.
      return isOnly && (date ?? time ?? ticketNumber) === undefined ? number?.toString() : undefined;
  }
}

function onlyOf(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
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
